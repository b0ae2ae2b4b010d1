#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/model/source.hpp>
#include <almanac/query/filter.hpp>

namespace almanac {

/// Whether a filter asks for nothing but `source:` and `tag:`, which is what there is to ask of sources; the problem
/// names the first other term.
Result<void, Problem> check_source_filter(const Filter& filter);

/// Whether such a filter matches a source.
bool matches_source(const Filter& filter, const Source& source);

}  // namespace almanac
