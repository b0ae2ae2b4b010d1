#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/time/dates/date_words.hpp>
#include <almanac/time/zones/zone.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace almanac {

enum class PeriodLength : std::uint8_t { day, week, month };
std::string_view to_text(PeriodLength length);
std::optional<PeriodLength> period_length_from(std::string_view word);

/// A day, an ISO 8601 week (Monday first) or a month on the local calendar. `from` and `to` are the instants of its
/// local midnights, so a week with a change of clocks lasts 167 or 169 hours; `to` is exclusive.
struct Period {
  PeriodLength length = PeriodLength::week;
  std::string name;               ///< "2026-11-26", "2026-W48", "2026-11"
  std::chrono::sys_days first{};  ///< local calendar days, both inclusive
  std::chrono::sys_days last{};
  sys_seconds from{}, to{};
  friend bool operator==(const Period&, const Period&) = default;
};

/// The period that `instant` lies in, on the clock of `zone`.
Period period_at(PeriodLength length, sys_seconds instant, const Zone& zone);
/// The period before or after. Any distance: `steps` may be negative.
Period shift_period(const Period& period, int steps, const Zone& zone);
/// Reads a name as `period_at` writes it. Nothing for anything else, week 53 of a short year and 31 February included.
std::optional<Period> period_named(std::string_view name, const Zone& zone);

/// "2026-W48" of a local day (ISO 8601: the week belongs to the year of its Thursday).
std::string iso_week_name(std::chrono::sys_days day);
/// "23–29 November 2026", "30 November – 6 December 2026", "26 November 2026", "November 2026".
std::string period_text(const Period& period, DateLanguage language = DateLanguage::en);
/// "Week 49 · 30 November – 6 December" for the week that a local day lies in; the year is added when it is not `year`.
std::string week_heading(std::chrono::sys_days day, std::chrono::year year, DateLanguage language = DateLanguage::en);

}  // namespace almanac
