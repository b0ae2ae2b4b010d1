#pragma once
#include <almanac/model/listing.hpp>
#include <almanac/render/reader.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace almanac::render {

// Dates in words, not escaped; the examples are English. The year is written when it is not the reader's current one.

enum class DateDetail : std::uint8_t {
  brief,  ///< for cells: start only
  full,   ///< with the end's time of day
};

/// The reader's calendar day now.
std::chrono::sys_days today(const Reader& reader);
/// "Thu 26 Nov", "Thu 14 Jan 2027".
std::string day_text(std::chrono::sys_days day, const Reader& reader);
/// "12–14 May", "30 Nov – 2 Dec", "30 Dec – 2 Jan 2027"; one day gives day_text.
std::string day_range_text(std::chrono::sys_days first, std::chrono::sys_days last, const Reader& reader);
/// "November 2026".
std::string month_text(std::chrono::year_month month);
/// "Thu 26 Nov 18:30" on the reader's clock; the zone's short name follows when `named`.
std::string instant_text(std::int64_t utc, const Reader& reader, bool named);
/// What iso_text wrote, read back; nothing for any other text.
std::optional<Moment> moment_from_iso(std::string_view iso);
/// A text of iso_text in these words: "2026-11-26" gives "Thu 26 Nov", an instant the reader's clock. Other texts come
/// back unchanged.
std::string iso_in_words(std::string_view iso, const Reader& reader);

/// First and last local day that an occurrence touches: the reader's for instants, its own for dates and floating
/// times.
struct DaySpan {
  std::chrono::sys_days first{}, last{};
  /// Whether it began before `day` and is not over then.
  bool runs_on(std::chrono::sys_days day) const noexcept { return first < day && last >= day; }
};
DaySpan days_of(const Occurrence& occurrence, const Zone& zone);

/// The date a row is about: "12–14 May", "Thu 26 Nov 18:30", "Thu 26 Nov 18:30 CET" when it was planned on another
/// clock, "May 2027" when only the month is known, "Wed 25 Nov" (published) for a post, "no date" otherwise.
std::string when_text(const ListedEvent& listed, const Reader& reader, DateDetail detail);
/// The same on the clock it was planned on, "Thu 26 Nov 09:30 PST"; nothing when that is the reader's clock or there is
/// no time of day.
std::optional<std::string> when_there_text(const ListedEvent& listed, const Reader& reader);
/// "today", "tomorrow", "in 5 days", "2 days left", "3 days ago"; empty without a date.
std::string days_left_text(const ListedEvent& listed, const Reader& reader);

/// "3 d 4 h", "4 h 5 min", "12 min": the two largest units, never negative.
std::string duration_text(std::int64_t seconds);
/// Whether something must be done until then; of a notification one only waits.
bool closes(const Deadline& deadline);
/// "closes in 3 d 4 h", "closed 2 d 1 h ago"; where nothing closes "in 3 d 4 h", "2 d 1 h ago".
std::string closes_text(const Deadline& deadline, const Reader& reader);
/// The reader's time of closing, and in brackets the clock it was published on when that is another:
/// "Sat 28 Nov 12:59 CET (Fri 27 Nov 23:59 AoE)". Says so when the zone was assumed.
std::string deadline_time_text(const Deadline& deadline, const Reader& reader);
/// Only the reader's part of it, "Sat 28 Nov 12:59".
std::string deadline_here_text(const Deadline& deadline, const Reader& reader);
/// Only the bracket's part of it, without brackets; empty when it is the reader's clock.
std::string deadline_there_text(const Deadline& deadline, const Reader& reader);

}  // namespace almanac::render
