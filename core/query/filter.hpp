#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/model/entry.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace almanac {

/// What a term of a filter looks at. The table in fields.hpp gives each its names, value form and help line.
enum class Field : std::uint8_t {
  text,   ///< words and phrases in title, summary, place and topics
  title,  ///< words in the title only
  place,  ///< words in location, venue, city, region and country
  kind,
  topic,
  country,  ///< ISO 3166-1 alpha-2
  source,   ///< part of a source's name or address
  tag,      ///< a tag that the user gave a source
  lang,     ///< language, "en" also finds "en-GB"
  cost,     ///< "free", "paid", or the stated text
  mode,     ///< in_person, online, hybrid
  status,
  date,        ///< start of the occurrence
  deadline,    ///< any deadline, or one type of it
  first_seen,  ///< `new:7d`
  changed,     ///< a told fact changed
  published,
  near,    ///< distance from a place
  online,  ///< online or hybrid
  star,
  going,
  hidden,
  noted,
};

/// A point in time as written: on the viewer's clock, relative to "now" or a calendar day. Resolved by `bind`.
struct TimePoint {
  enum class Base : std::uint8_t {
    now,
    today,
    week,
    month,
    year,
    day
  };  ///< week: its Monday; month, year: their first day
  Base base = Base::now;
  std::int32_t day = 0;      ///< days since 1970-01-01, for Base::day
  std::int32_t months = 0;   ///< calendar months added (a day beyond the month's end becomes its last)
  std::int64_t seconds = 0;  ///< added after the months; days count 86,400 on the viewer's clock
  friend bool operator==(const TimePoint&, const TimePoint&) = default;
};

/// Words that stand next to each other. `words` are folded: lower case, without diacritics, as full text sees them.
struct Phrase {
  Field field = Field::text;  ///< text, title or place
  std::vector<std::string> words;
  bool prefix = false;  ///< the last word may go on ("hack*")
  friend bool operator==(const Phrase&, const Phrase&) = default;
};
/// A fact that equals a value. Enumerated facts carry `code`, others the lower-case `value`.
struct Fact {
  Field field = Field::kind;
  std::string value;
  int code = 0;
  friend bool operator==(const Fact&, const Fact&) = default;
};
/// A time in the half-open range [from, to).
struct Range {
  Field field = Field::date;
  std::optional<DeadlineType> type;  ///< only deadlines of this type
  std::optional<TimePoint> from, to;
  friend bool operator==(const Range&, const Range&) = default;
};
struct Near {
  std::string name;
  Geo centre;
  double km = 0;
  friend bool operator==(const Near&, const Near&) = default;
};
/// A mark, or `online`.
struct Flag {
  Field field = Field::star;
  friend bool operator==(const Flag&, const Flag&) = default;
};
struct Not {
  friend bool operator==(const Not&, const Not&) = default;
};
struct And {
  friend bool operator==(const And&, const And&) = default;
};
struct Or {
  friend bool operator==(const Or&, const Or&) = default;
};

using FilterNode = std::variant<Phrase, Fact, Range, Near, Flag, Not, And, Or>;

/// A filter in postfix order: operands before their operator, And and Or take two. Empty: everything matches.
/// So it is walked with a small stack and never by recursion. At most `limits::nodes` nodes.
struct Filter {
  std::vector<FilterNode> nodes;
  bool empty() const noexcept { return nodes.empty(); }
  friend bool operator==(const Filter&, const Filter&) = default;
};

/// Both filters must match.
Filter both(Filter a, const Filter& b);

/// True if any term looks at the field.
bool mentions(const Filter& filter, Field field);

/// Who asks: the instant, and the clock of the person (UTC when the functions are empty). Times of day and "today" are
/// theirs; all-day and floating events are compared on this clock.
struct Viewer {
  sys_seconds now{};
  std::function<std::int64_t(std::int64_t local)> to_utc{};
  std::function<std::int64_t(std::int64_t utc)> to_local{};

  std::int64_t utc(std::int64_t local) const { return to_utc ? to_utc(local) : local; }
  std::int64_t local(std::int64_t utc_seconds) const { return to_local ? to_local(utc_seconds) : utc_seconds; }
};

/// Bounds on what is read, so that no text costs more than microseconds.
namespace limits {
inline constexpr std::size_t filter_bytes = 4096;
inline constexpr std::size_t filter_depth = 64;
inline constexpr std::size_t filter_nodes = 512;
}  // namespace limits

}  // namespace almanac
