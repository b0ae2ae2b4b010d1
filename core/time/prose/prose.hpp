#pragma once
#include <almanac/base/result.hpp>
#include <almanac/model/entry.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "prose_text.hpp"

namespace almanac {

namespace prose {

/// A sentence that says of something that it does not take place: its pieces, and where in it that is said.
struct CalledOff {
  std::uint32_t from = 0, behind = 0, to = 0;
};

}  // namespace prose

/// What may be assumed while reading dates out of prose.
struct ProseReading {
  /// When the text was published: relative days and missing years are counted from here, on the clock of its zone.
  std::optional<Moment> published;
  /// The order of day and month in "03/04/2027", when something besides the text tells (the stated country or
  /// language); absent: such a date stays undecided unless the text decides it.
  std::optional<bool> day_first;
  /// It announces a contest (a hackathon, a game jam): the time in which something is handed in is the event's.
  bool is_contest = false;
  /// In order. A day that they name is the event's only when no other is.
  std::span<const prose::CalledOff> called_off;
};

/// The dates that a text announces. All carry Provenance::prose and the words they were read from.
struct ProseDates {
  std::optional<When> when;  ///< the event's own date; `end` is exclusive for dates. May be only a month or a year
  std::vector<Deadline>
      deadlines;  ///< in the order of the text. A day without a time is the end of that day AoE, zone_stated = false
  bool undecided = false;   ///< the date could be read in two ways; only its year was kept
  bool in_passing = false;  ///< nothing around the day of `when` tells that anything takes place then
  std::uint32_t days = 0;   ///< how many different days it names, of events and deadlines, from publication on
  std::uint32_t lines = 0;  ///< how many of its lines and sentences begin with a day of an event
  std::vector<std::int64_t> called_off;  ///< days since 1970 that ProseReading::called_off names
  bool is_past = false;                  ///< it names days, and all of them have gone by
  std::optional<DeadlineType> titled;    ///< the title says that it names a deadline ("Paper deadline of …"): of what
};

/// Reads event dates and deadlines from a title and a plain text (English, German, French, Spanish, Italian,
/// Portuguese, Dutch, Polish, Czech, Russian, the Nordic languages, Japanese, Chinese, Korean and, with fewer words,
/// others). Precision before recall: dates of publication, past editions, versions,
/// openings and refunds are left out, and what cannot be decided stays unknown. Linear time; pure.
ProseDates read_prose(const prose::ProseText& text, const ProseReading& reading);
ProseDates read_prose(std::string_view title, std::string_view text, const ProseReading& reading);

/// A text that is nothing but a date or a range of days as lists display it: "May 13 - Jun 05, 2026", "29 June - 2
/// July, 2026". Nothing when there is anything else in it, or no year and no `published`.
std::optional<When> read_display_range(std::string_view text, const ProseReading& reading = {});

}  // namespace almanac
