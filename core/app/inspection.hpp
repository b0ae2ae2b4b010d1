#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// One document that somebody wants read without storing anything: a line of `inspect --batch`.
struct Inspection {
  std::optional<std::string> id;
  std::string path, url, plugin, recipe;
  std::map<std::string, std::string> headers, options;
  std::vector<std::string> between;  ///< none, or two times
};

/// Reads a request line: {"id", "path", "url"?, "headers"?, "plugin"?, "recipe"?, "options"?, "between"?: [from, to]}.
Result<Inspection, Problem> read_inspection(std::string_view json);

}  // namespace almanac
