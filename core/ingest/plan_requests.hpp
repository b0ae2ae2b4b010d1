#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/model/harvest.hpp>
#include <almanac/model/source.hpp>
#include <almanac/plugin/registry.hpp>
#include <string>
#include <vector>

namespace almanac {

/// What to ask for first at one poll of a source: the requests of its plugin, or its own address while no plugin is
/// known. `recipe` is the text that the source's recipe stands for, `year` the current one. Pure.
Result<std::vector<PlannedRequest>, Problem> plan_requests(const Source& source, const std::string& recipe,
                                                           const PluginRegistry& plugins, int year);

}  // namespace almanac
