#include "period.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace almanac {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 3> words{"day", "week", "month"};
int year_number(year_month_day date) { return static_cast<int>(date.year()); }

sys_days monday_of(sys_days day) { return day - days{weekday{day}.iso_encoding() - 1}; }

/// The instant at which a local day begins. Where midnight is skipped, the first instant after the gap.
sys_seconds midnight(sys_days day, const Zone& zone) {
  const auto wall = sys_seconds{day}.time_since_epoch().count();
  return sys_seconds{std::chrono::seconds{zone.to_utc(wall)}};
}

sys_days local_day(sys_seconds instant, const Zone& zone) {
  return std::chrono::floor<days>(sys_seconds{std::chrono::seconds{zone.to_local(instant.time_since_epoch().count())}});
}

std::string name_of(PeriodLength length, sys_days first) {
  if (length == PeriodLength::week) return iso_week_name(first);
  const year_month_day date{first};
  auto name = fmt::format("{:04}-{:02}", year_number(date), static_cast<unsigned>(date.month()));
  return length == PeriodLength::month ? name : name + fmt::format("-{:02}", static_cast<unsigned>(date.day()));
}

Period from_first_day(PeriodLength length, sys_days first, const Zone& zone) {
  Period period;
  period.length = length;
  period.first = first;
  switch (length) {
    case PeriodLength::day:
      period.last = first;
      break;
    case PeriodLength::week:
      period.last = first + days{6};
      break;
    case PeriodLength::month:
      period.last = sys_days{year_month_day{first} + months{1}} - days{1};
      break;
  }
  period.name = name_of(length, first);
  period.from = midnight(first, zone);
  period.to = midnight(period.last + days{1}, zone);
  return period;
}

sys_days first_day(PeriodLength length, sys_days day) {
  if (length == PeriodLength::day) return day;
  if (length == PeriodLength::week) return monday_of(day);
  const year_month_day date{day};
  return sys_days{date.year() / date.month() / 1};
}

/// All of `text` as a number of exactly its digits.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text[0] == '-') return std::nullopt;
  return value;
}

}  // namespace

std::string_view to_text(PeriodLength length) { return words[static_cast<std::size_t>(length)]; }

std::optional<PeriodLength> period_length_from(std::string_view word) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == word) return static_cast<PeriodLength>(i);
  return std::nullopt;
}

std::string iso_week_name(sys_days day) {
  const auto thursday = monday_of(day) + days{3};
  const auto year = year_month_day{thursday}.year();
  const auto week = (thursday - sys_days{year / std::chrono::January / 1}).count() / 7 + 1;
  return fmt::format("{:04}-W{:02}", static_cast<int>(year), week);
}

Period period_at(PeriodLength length, sys_seconds instant, const Zone& zone) {
  return from_first_day(length, first_day(length, local_day(instant, zone)), zone);
}

Period shift_period(const Period& period, int steps, const Zone& zone) {
  auto first = period.first;
  switch (period.length) {
    case PeriodLength::day:
      first += days{steps};
      break;
    case PeriodLength::week:
      first += days{7} * steps;
      break;
    case PeriodLength::month:
      first = sys_days{year_month_day{first} + months{steps}};
      break;
  }
  return from_first_day(period.length, first, zone);
}

std::optional<Period> period_named(std::string_view name, const Zone& zone) {
  if (name.size() < 7 || name.size() > 10 || name[4] != '-') return std::nullopt;
  const auto year_digits = digits(name.substr(0, 4));
  if (!year_digits) return std::nullopt;
  const std::chrono::year year{*year_digits};
  Period period;
  if (name[5] == 'W') {
    const auto week = digits(name.substr(6));
    if (!week || name.size() != 8) return std::nullopt;
    const auto first = monday_of(sys_days{year / std::chrono::January / 4}) + days{7} * (*week - 1);
    period = from_first_day(PeriodLength::week, first, zone);
  } else {
    const auto month = digits(name.substr(5, 2));
    const auto day = name.size() == 10 && name[7] == '-' ? digits(name.substr(8)) : std::optional<int>{1};
    if (!month || !day || (name.size() != 7 && name.size() != 10)) return std::nullopt;
    const year_month_day date = year / *month / *day;
    if (!date.ok()) return std::nullopt;
    period = from_first_day(name.size() == 7 ? PeriodLength::month : PeriodLength::day, sys_days{date}, zone);
  }
  // Refuses all that is not the one name of the period: "2025-W53", "2026-W00".
  if (period.name != name) return std::nullopt;
  return period;
}

std::string period_text(const Period& period, DateLanguage language) {
  const DateWords& words = date_words(language);
  const year_month_day first{period.first}, last{period.last};
  const auto month = [&](year_month_day date) -> std::string_view {
    return words.in_full[(static_cast<unsigned>(date.month()) - 1) % 12];
  };
  const auto number = [&](year_month_day date) {
    return fmt::format("{}{}", static_cast<unsigned>(date.day()), words.day_mark.view());
  };
  const auto day = [&](year_month_day date) { return number(date) + std::string(words.of) + std::string(month(date)); };
  const std::string year = std::string(words.of) + std::to_string(year_number(last));
  if (period.length == PeriodLength::month) return std::string(month(first)) + year;
  if (period.first == period.last) return day(first) + year;
  if (first.year() != last.year())
    return day(first) + std::string(words.of) + std::to_string(year_number(first)) + " – " + day(last) + year;
  if (first.month() != last.month()) return day(first) + " – " + day(last) + year;
  return number(first) + "–" + day(last) + year;
}

std::string week_heading(sys_days day, std::chrono::year year, DateLanguage language) {
  const DateWords& words = date_words(language);
  const auto monday = monday_of(day);
  Period week;
  week.first = monday;
  week.last = monday + days{6};
  auto text = period_text(week, language);
  const auto own_year = std::string(words.of) + std::to_string(static_cast<int>(year));
  // Within the reader's year the year goes without saying.
  if (year_month_day{week.first}.year() == year && text.ends_with(own_year)) text.resize(text.size() - own_year.size());
  const auto name = iso_week_name(day);
  const auto number = name[6] == '0' ? name.substr(7) : name.substr(6);
  return fmt::format("{} {} · {}", words.week.view(), number, text);
}

}  // namespace almanac
