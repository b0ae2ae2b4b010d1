#include "schedule.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/model/moment.hpp>
#include <array>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>

#include "event_facts.hpp"
#include "json_value.hpp"

namespace almanac::webpage {
namespace json = boost::json;

namespace {

using std::chrono::sys_days;

constexpr std::size_t day_size = 10;  // "2027-03-05"

std::optional<sys_days> read_day(std::string_view text) {
  if (text.size() < day_size || text[4] != '-' || text[7] != '-') return std::nullopt;
  int values[3] = {};
  constexpr std::size_t from[] = {0, 5, 8}, to[] = {4, 7, 10};
  for (std::size_t part = 0; part < 3; ++part)
    for (std::size_t i = from[part]; i < to[part]; ++i) {
      if (!is_digit(text[i])) return std::nullopt;
      values[part] = values[part] * 10 + (text[i] - '0');
    }
  const std::chrono::year_month_day date{std::chrono::year{values[0]},
                                         std::chrono::month{static_cast<unsigned>(values[1])},
                                         std::chrono::day{static_cast<unsigned>(values[2])}};
  return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

std::string basic_text(std::string_view day) {
  return std::string(day.substr(0, 4)).append(day.substr(5, 2)).append(day.substr(8, 2));
}

/// "P2W", "Weekly" as parts of a rule: FREQ and INTERVAL.
struct Frequency {
  std::string_view name;
  unsigned interval = 1;
};

std::optional<Frequency> read_frequency(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"Daily", "DAILY"}, {"Weekly", "WEEKLY"}, {"Monthly", "MONTHLY"}, {"Yearly", "YEARLY"}};
  for (const auto& [word, name] : words)
    if (equal_nocase(text, word)) return Frequency{name};
  constexpr std::size_t longest = 4;  // "P99W"
  if (text.size() < 3 || text.size() > longest || text.front() != 'P') return std::nullopt;
  unsigned interval = 0;
  for (const char c : text.substr(1, text.size() - 2)) {
    if (!is_digit(c)) return std::nullopt;
    interval = interval * 10 + static_cast<unsigned>(c - '0');
  }
  constexpr std::string_view units = "DWMY";
  const auto unit = units.find(text.back());
  if (unit == units.npos || interval == 0) return std::nullopt;
  return Frequency{words[unit].second, interval};
}

/// The days of the week that "byDay" names, Sunday 0; nothing when one of them is something else.
std::optional<std::array<bool, 7>> read_weekdays(const json::value* value) {
  constexpr std::string_view names[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  std::array<bool, 7> days{};
  bool is_known = true;
  each(value, [&](const json::value& item) {
    const std::string text = text_of(&item);
    const std::string_view name = last_segment(text);
    const auto found = std::find_if(std::begin(names), std::end(names), [&](std::string_view day) {
      return name == day || (name.size() == 2 && equal_nocase(name, day.substr(0, 2)));
    });
    if (found == std::end(names))
      is_known = false;
    else
      days[static_cast<std::size_t>(found - std::begin(names))] = true;
  });
  return is_known ? std::optional(days) : std::nullopt;
}

/// FREQ, INTERVAL and BYDAY; moves the first day to one that `byDay` names. Empty when anything is not understood.
std::string read_rule(const json::object& schedule, sys_days& first) {
  const auto frequency = read_frequency(text_member(schedule, "repeatFrequency"));
  for (const std::string_view part : {"byMonth", "byMonthDay", "byMonthWeek"})
    if (member(schedule, part)) return {};
  if (!frequency) return {};
  std::string rule = "FREQ=" + std::string(frequency->name);
  if (frequency->interval > 1) rule += ";INTERVAL=" + std::to_string(frequency->interval);
  if (!member(schedule, "byDay")) return rule;
  const auto days = read_weekdays(member(schedule, "byDay"));
  if (!days || std::find(days->begin(), days->end(), true) == days->end() || frequency->name != "WEEKLY") return {};
  const auto is_named = [&] { return (*days)[std::chrono::weekday(first).c_encoding()]; };
  if (frequency->interval > 1 && !is_named()) return {};  // which week is the first is anybody's guess
  while (!is_named()) first += std::chrono::days{1};
  constexpr std::string_view short_names[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  char separator = '=';
  rule += ";BYDAY";
  for (std::size_t i = 0; i < days->size(); ++i)
    if ((*days)[i]) rule.append(1, std::exchange(separator, ',')).append(short_names[i]);
  return rule;
}

/// COUNT or UNTIL; false when what ends it cannot be read or comes too early.
bool add_last(const json::object& schedule, sys_days first, std::string& rule) {
  if (const std::string text = text_member(schedule, "endDate"); !text.empty()) {
    const auto last = read_day(text);
    if (!last || *last < first) return false;
    rule += ";UNTIL=" + basic_text(text);
  } else if (const std::string count = text_member(schedule, "repeatCount"); !count.empty()) {
    constexpr std::size_t most_digits = 5;
    if (count.size() > most_digits || count.front() == '0' || !std::all_of(count.begin(), count.end(), is_digit))
      return false;
    rule += ";COUNT=" + count;
  }
  return true;
}

constexpr std::size_t longest_clock = 14;  // "19:00:00+02:00"
bool is_clock(std::string_view text) { return text.size() >= 5 && text.size() <= longest_clock && text[2] == ':'; }

}  // namespace

ScheduleFacts read_schedule(const json::object& schedule) {
  constexpr std::size_t most_exceptions = 1000;
  ScheduleFacts facts;
  facts.zone = text_member(schedule, "scheduleTimezone");
  facts.duration = iso_duration(text_member(schedule, "duration"));
  facts.start = text_member(schedule, "startDate");
  auto first = read_day(facts.start);
  if (first) {
    facts.rule = read_rule(schedule, *first);
    if (!facts.rule.empty() && !add_last(schedule, *first, facts.rule)) facts.rule.clear();
    if (!facts.rule.empty())
      facts.start.replace(0, day_size,
                          iso_text(MomentKind::date, std::chrono::sys_seconds(*first).time_since_epoch().count()));
  }
  if (!facts.rule.empty()) {
    each(member(schedule, "exceptDate"), [&](const json::value& value) {
      const std::string day = text_of(&value);
      if (read_day(day) && facts.exceptions.size() < most_exceptions)
        facts.exceptions.push_back("VALUE=DATE:" + basic_text(day));
    });
  }
  const std::string begins = text_member(schedule, "startTime"), ends = text_member(schedule, "endTime");
  if (facts.start.size() != day_size || begins.empty() || begins.size() > longest_clock) return facts;
  if (is_clock(begins) && is_clock(ends) && ends.substr(0, 5) > begins.substr(0, 5))
    facts.end = facts.start + 'T' + ends;
  facts.start += 'T' + begins;
  return facts;
}

}  // namespace almanac::webpage
