#pragma once
#include <almanac/time/dates/date_civil.hpp>
#include <cstdint>
#include <optional>

#include "prose.hpp"
#include "prose_text.hpp"

namespace almanac::prose {

/// Which of two figures is the day: "03/04/2027".
struct DayOrder {
  bool day_first = true;
  bool is_known = false;  ///< when false, such a date stays undecided unless its own figures decide
};

/// What a date without a year, a relative one and one in figures are read from. What the whole text decides is found
/// out when it is asked for first, as most texts have no such date, and so is the day of the publication. Borrows both;
/// for one thread.
class Anchor {
 public:
  Anchor(const ProseText& text, const ProseReading& reading);

  /// Days since 1970 of the publication, on its own clock.
  const std::optional<std::int64_t>& today() const;
  /// Whether a clock time on a day is the minute of the publication, in whatever zone. Full quarters of an hour tell
  /// nothing: both fall on them, unless the publication has seconds.
  bool is_published_at(const dates::CivilDay& day, int minute) const;
  /// The year in the title; 0: none.
  int title_year() const noexcept { return title_year_; }
  /// Languages whose short names of months are believed (tongues_of).
  std::uint32_t tongues() const;
  DayOrder day_order() const;
  /// ProseReading::is_contest.
  bool is_contest() const noexcept { return is_contest_; }

 private:
  DayOrder find_day_order() const;

  const ProseText& text_;
  const Moment* published_;
  mutable std::optional<std::int64_t> today_;
  int title_year_ = 0;
  std::optional<bool> told_day_first_;
  bool is_contest_;
  mutable std::optional<std::uint32_t> tongues_;
  mutable std::optional<DayOrder> day_order_;
};

}  // namespace almanac::prose
