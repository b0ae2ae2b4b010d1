#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/query/parse_filter.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "config.hpp"

namespace almanac {

/// Where named filters come from, and what they may refer to.
struct NamedFilters {
  const Config& config;
  std::filesystem::path file;  ///< for messages
  const FilterBook& book;
};

/// What is wrong with the filters under [filter], one problem each, with file, line, column and the nearest word. Those
/// that name each other are one problem.
std::vector<Problem> check_named_filters(const NamedFilters& filters);

/// The same for what a text names, and what that names; the first problem.
Result<void, Problem> check_filters_named_in(std::string_view text, const NamedFilters& filters);

/// The names behind "@" in a text, in their order, each once; those within quotes are words.
std::vector<std::string> names_in(std::string_view text);

}  // namespace almanac
