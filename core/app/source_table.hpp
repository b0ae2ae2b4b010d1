#pragma once
#include <almanac/model/source.hpp>
#include <string>
#include <vector>

#include "context.hpp"

namespace almanac {

/// For each source: number, state, last good poll, when it is asked next, name; under it the last error and how often
/// it failed in a row, if so, and the interval that holds with the reason for it.
std::string source_table(const std::vector<Source>& sources, const Context& context);

/// "5 min", "3 h", "2 d": the size of a span for people.
std::string span_text(std::chrono::seconds span);

}  // namespace almanac
