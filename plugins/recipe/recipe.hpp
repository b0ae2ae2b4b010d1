#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tree.hpp"
#include "value_rule.hpp"

namespace almanac::recipe {

/// What the number of an epoch counts.
enum class Epoch : std::uint8_t { none, seconds, milliseconds };
/// Which end of a text such as "May 13 - 15, 2026" is meant.
enum class RangeEnd : std::uint8_t { none, first, last };

/// How a point in time is read. A text of the form "2026-03-05" is that day; what no other key explains goes to the
/// host's date reader as it stands.
struct TimeRule {
  ValueRule value;
  std::vector<std::string> formats;  ///< of strptime(3), tried in order
  Epoch epoch = Epoch::none;
  bool whole_day = false;  ///< the day is meant, not the instant: an epoch's in UTC, a text's in its zone
  RangeEnd range = RangeEnd::none;
  ValueRule year;            ///< for ranges that name none
  ValueRule zone;            ///< from the row
  std::string default_zone;  ///< when the row names none; an assumption of the list, told as such
  ValueRule precision;       ///< "month", "year": the day is a placeholder
};

struct DeadlineRule {
  std::optional<Path> each;  ///< one deadline for each value there; else one for the row
  TimeRule at;
  ValueRule type, label, extended;
};

/// What the entries' facts come from.
struct FieldRules {
  ValueRule id, title, url, summary, content, location, venue, city, region, country, lat, lon, join_url, cost, kind,
      mode, status, duration, language, topics, categories, authors;
  TimeRule start, end, published, updated;
  bool end_is_inclusive = true;  ///< a date as `end` is the last day
};

struct Paging {
  ValueRule next;         ///< address of the next page
  std::string parameter;  ///< or: name of a query parameter that counts pages, until one has no rows
  unsigned first = 1;     ///< its value for the first page
  unsigned most = 20;
};

/// A declared mapping from one public list to entries.
struct Recipe {
  std::string name, title, home, language, rights;
  Format format = Format::json;
  std::string marker;
  std::vector<std::string> urls;  ///< with {year} and {year+1}
  std::vector<Path> rows;
  std::vector<ValueRule> where;  ///< a row is read only if each gives something
  FieldRules fields;
  std::vector<DeadlineRule> deadlines;
  std::optional<Paging> paging;
};

/// Reads a recipe's TOML (feeds/README.md has the language), or says what is wrong with which key in which line.
std::variant<Recipe, std::string> read_recipe(std::string_view toml);

}  // namespace almanac::recipe
