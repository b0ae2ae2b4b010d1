#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/query/filter.hpp>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace almanac {

/// Why a text is not a filter, and where.
struct FilterError {
  std::size_t column = 1;  ///< in characters, from 1
  std::string what;        ///< "unknown field 'tpoic'"
  std::string expected;    ///< "a field: kind, topic, …"; may be empty
  std::string nearest;     ///< the nearest word that would do; may be empty

  /// One line: "column 5: unknown field 'tpoic', did you mean 'topic'?"
  std::string text() const;
  Problem problem() const;
  friend bool operator==(const FilterError&, const FilterError&) = default;
};

/// Coordinates of a place by name, for `near:`; empty when unknown.
using PlaceLookup = std::function<std::optional<Geo>(std::string_view name)>;

/// Names that people know the values of a field by; unset functions know none.
struct NameBook {
  std::function<std::string(std::string_view name)> key{};      ///< the value that a name stands for, or ""
  std::function<std::string(std::string_view name)> nearest{};  ///< a name that a misspelt one may mean, or ""
};

/// What a filter may refer to by name.
struct FilterBook {
  PlaceLookup places{};
  std::function<std::string(std::string_view name)> nearest_place{};  ///< a place that a misspelt name may mean, or ""
  std::map<std::string, std::string> named{};  ///< "@name" stands for the text, as if in brackets
  NameBook topics{};                           ///< those without a name here are compared as they are written
  NameBook countries{}, languages{};           ///< what has no name here is an error
};

/// Reads the filter language (see `filter_help`). An empty text is the empty filter, which matches everything. Pure,
/// linear; named filters may use each other, at most 8 deep.
Result<Filter, FilterError> parse_filter(std::string_view text, const FilterBook& book = {});

/// The reverse: a text that `parse_filter` reads as an equal filter (places of `near` by coordinates). For showing what
/// was understood.
std::string to_text(const Filter& filter);

/// The fields and forms, for `--help` and the manual: one line a field, from the same table that the parser uses.
std::string filter_help();

}  // namespace almanac
