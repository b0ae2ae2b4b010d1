#include "issue_time.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <array>
#include <charconv>

namespace almanac {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

std::optional<int> read_number(std::string_view text, int least, int most) {
  int value = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (ec != std::errc{} || end != text.data() + text.size() || value < least || value > most) return std::nullopt;
  return value;
}

/// "8:00", "08:00".
std::optional<std::chrono::minutes> read_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == text.npos || colon > 2 || text.size() != colon + 3) return std::nullopt;
  const auto hour = read_number(text.substr(0, colon), 0, 23), minute = read_number(text.substr(colon + 1), 0, 59);
  if (!hour || !minute) return std::nullopt;
  return std::chrono::hours(*hour) + std::chrono::minutes(*minute);
}

/// Days after Monday of "Mon" or "monday".
std::optional<int> read_weekday(std::string_view text) {
  for (std::size_t i = 0; i < weekdays.size(); ++i)
    if (text.size() >= 2 && starts_with_nocase(weekdays[i], text)) return static_cast<int>(i);
  return std::nullopt;
}

}  // namespace

std::optional<IssueTime> read_issue_time(PeriodLength period, std::string_view text) {
  IssueTime out;
  if (text.empty()) return out;
  const std::size_t blank = text.find(' ');
  const auto time = read_time(blank == text.npos ? text : text.substr(blank + 1));
  if (!time) return std::nullopt;
  out.time = *time;
  if (blank == text.npos) return out;
  const std::string_view day = text.substr(0, blank);
  std::optional<int> offset;
  if (period == PeriodLength::week) offset = read_weekday(day);
  if (period == PeriodLength::month) {
    offset = read_number(day, 1, 31);
    if (offset) --*offset;
  }
  if (!offset) return std::nullopt;
  out.day = *offset;
  return out;
}

sys_seconds issue_instant(const IssueTime& time, const Period& period, const Zone& zone) {
  using namespace std::chrono;
  const sys_days day = std::min(period.first + days(time.day), period.last);
  const seconds local = day.time_since_epoch() + time.time;
  return sys_seconds(seconds(zone.to_utc(local.count())));
}

}  // namespace almanac
