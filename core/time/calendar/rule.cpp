#include "rule.hpp"

#include <algorithm>
#include <almanac/base/day.hpp>
#include <array>
#include <bit>
#include <cstdlib>

#include "calendar_text.hpp"
#include "recurrence.hpp"

namespace almanac {
namespace {

using std::string_view;

constexpr std::size_t longest_rule = 4096;
constexpr std::array<string_view, 7> frequencies{"SECONDLY", "MINUTELY", "HOURLY", "DAILY",
                                                 "WEEKLY",   "MONTHLY",  "YEARLY"};
constexpr std::array<string_view, 7> weekday_names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

/// Upper-cases ASCII and drops blanks.
std::string folded(string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text)
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return out;
}

/// An optional sign and 1…9 digits; all of `text`.
std::optional<std::int64_t> read_number(string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.size() > 9) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return negative ? -value : value;
}

std::optional<int> read_weekday(string_view text) {
  for (std::size_t i = 0; i < weekday_names.size(); ++i)
    if (weekday_names[i] == text) return static_cast<int>(i);
  return std::nullopt;
}

/// Reads one rule. Each `read_…` returns false after noting why in `reason_`.
class RuleReader {
 public:
  explicit RuleReader(std::vector<std::string>* remarks) : remarks_(remarks) {}

  bool read(string_view text) {
    bool has_frequency = false;
    while (!text.empty()) {
      const auto end = text.find(';');
      const auto part = text.substr(0, end);
      text = end == string_view::npos ? string_view{} : text.substr(end + 1);
      if (part.empty()) continue;
      const auto equals = part.find('=');
      if (equals == string_view::npos) return refuse(part, "has no value");
      const auto name = part.substr(0, equals);
      if (equals + 1 == part.size() && name != "FREQ") {
        remark(std::string{name} + " without a value was ignored");
        continue;
      }
      if (!read_part(name, part.substr(equals + 1))) return false;
      has_frequency |= name == "FREQ";
    }
    if (!has_frequency) return refuse("FREQ", "is missing");
    return check_parts_together();
  }

  Rule take() { return std::move(rule_); }
  const std::string& reason() const { return reason_; }

 private:
  bool refuse(string_view part, string_view why) {
    reason_ = std::string{part} + ' ' + std::string{why};
    return false;
  }
  bool refuse_value(string_view part, string_view value) {
    reason_ = std::string{part} + '=' + std::string{value.substr(0, 40)} + " is not allowed";
    return false;
  }
  void remark(std::string text) {
    if (remarks_) remarks_->push_back(std::move(text));
  }

  /// Calls `keep` for every number of a list within [-most, most], without 0 unless `zero`; negatives only when
  /// `signed_`.
  template <class Keep>
  bool read_list(string_view name, string_view values, int least, int most, bool backwards, Keep&& keep) {
    for (;;) {
      const auto comma = values.find(',');
      const auto value = values.substr(0, comma);
      const auto number = read_number(value);
      const auto size = number && backwards && *number < 0 ? -*number : number.value_or(-1);
      if (!number || size < least || size > most) return refuse_value(name, value);
      keep(static_cast<int>(*number));
      if (comma == string_view::npos) return true;
      values.remove_prefix(comma + 1);
    }
  }

  bool read_part(string_view name, string_view value) {
    if (name.starts_with("BY")) return read_by(name, value);
    if (name == "FREQ") return read_frequency(value);
    if (name == "INTERVAL") {
      const auto number = read_number(value);
      if (!number || *number < 1) return refuse_value(name, value);
      rule_.interval = *number;
      return true;
    }
    if (name == "COUNT") return read_count(value);
    if (name == "UNTIL") return read_until(value);
    if (name == "WKST") {
      const auto day = read_weekday(value);
      if (!day) return refuse_value(name, value);
      rule_.week_start = *day;
      return true;
    }
    if (name == "RSCALE")
      return value == "GREGORIAN" || refuse(name, "names a calendar other than Gregorian: " + std::string{value});
    if (name == "SKIP") {
      if (value == "BACKWARD") rule_.skip = Skip::backward;
      if (value == "FORWARD") rule_.skip = Skip::forward;
      return value == "OMIT" || rule_.skip != Skip::omit || refuse_value(name, value);
    }
    if (name.starts_with("X-")) return true;
    return refuse(name, "is not a part of a rule");
  }

  bool read_frequency(string_view value) {
    for (std::size_t i = 0; i < frequencies.size(); ++i)
      if (frequencies[i] == value) {
        rule_.frequency = static_cast<Frequency>(i);
        return true;
      }
    return refuse_value("FREQ", value);
  }

  bool read_count(string_view value) {
    const auto number = read_number(value);
    if (!number) return refuse_value("COUNT", value);
    if (*number < 1)
      remark("COUNT=" + std::string{value} + " was ignored");
    else
      rule_.count = number;
    return true;
  }

  bool read_until(string_view value) {
    const auto time = read_calendar_time(value);
    if (!time) return refuse_value("UNTIL", value);
    using Kind = Rule::Until::Kind;
    rule_.until = Rule::Until{time->date_only ? Kind::date : time->utc ? Kind::utc : Kind::local, time->seconds};
    return true;
  }

  bool read_by(string_view name, string_view value) {
    const auto bit = [](auto& mask, int n) { mask |= static_cast<std::remove_reference_t<decltype(mask)>>(1) << n; };
    if (name == "BYDAY") return read_weekdays(value);
    // A leap second is read as the second before it, which POSIX time has.
    if (name == "BYSECOND")
      return read_list(name, value, 0, 60, false, [&](int n) { bit(rule_.seconds, n == 60 ? 59 : n); });
    if (name == "BYMINUTE") return read_list(name, value, 0, 59, false, [&](int n) { bit(rule_.minutes, n); });
    if (name == "BYHOUR") return read_list(name, value, 0, 23, false, [&](int n) { bit(rule_.hours, n); });
    if (name == "BYMONTH") return read_list(name, value, 1, 12, false, [&](int n) { bit(rule_.months, n); });
    if (name == "BYMONTHDAY")
      return read_list(name, value, 1, 31, true,
                       [&](int n) { n > 0 ? bit(rule_.month_days, n) : bit(rule_.month_days_back, -n); });
    if (name == "BYWEEKNO")
      return read_list(name, value, 1, 53, true,
                       [&](int n) { n > 0 ? bit(rule_.weeks, n) : bit(rule_.weeks_back, -n); });
    if (name == "BYYEARDAY")
      return read_list(name, value, 1, 366, true, [&](int n) {
        if (n > 0)
          rule_.year_days.set(static_cast<std::size_t>(n));
        else
          rule_.year_days_back.set(static_cast<std::size_t>(-n));
      });
    if (name == "BYSETPOS") return read_list(name, value, 1, 366, true, [&](int n) { rule_.positions.push_back(n); });
    return refuse(name, "is not a part of a rule");
  }

  bool read_weekdays(string_view values) {
    for (;;) {
      const auto comma = values.find(',');
      const auto value = values.substr(0, comma);
      if (value.size() < 2) return refuse_value("BYDAY", value);
      const auto day = read_weekday(value.substr(value.size() - 2));
      if (!day) return refuse_value("BYDAY", value);
      const auto ordinal = value.substr(0, value.size() - 2);
      if (ordinal.empty()) {
        rule_.weekdays = static_cast<std::uint8_t>(rule_.weekdays | 1u << *day);
      } else {
        const auto n = read_number(ordinal);
        if (!n || *n == 0 || *n < -53 || *n > 53) return refuse_value("BYDAY", value);
        rule_.nth_weekdays.push_back({static_cast<int>(*n), *day});
      }
      if (comma == string_view::npos) return true;
      values.remove_prefix(comma + 1);
    }
  }

  bool check_parts_together() {
    if (rule_.count && rule_.until) remark("COUNT and UNTIL stand together; the earlier end holds");
    const bool months_or_years = rule_.frequency >= Frequency::monthly;
    if (!rule_.nth_weekdays.empty() && (!months_or_years || rule_.has_weeks())) {
      remark("the ordinals of BYDAY have no meaning here and were ignored");
      for (const auto& nth : rule_.nth_weekdays)
        rule_.weekdays = static_cast<std::uint8_t>(rule_.weekdays | 1u << nth.weekday);
      rule_.nth_weekdays.clear();
    }
    if (rule_.has_year_days() && rule_.frequency >= Frequency::daily && rule_.frequency <= Frequency::monthly)
      remark("BYYEARDAY is not meant for this FREQ; it filters");
    if (rule_.has_weeks() && rule_.frequency != Frequency::yearly)
      remark("BYWEEKNO is not meant for this FREQ; it filters");
    if (rule_.has_month_days() && rule_.frequency == Frequency::weekly)
      remark("BYMONTHDAY is not meant for this FREQ; it filters");
    if (!period_has_positions()) return refuse("BYSETPOS", "names positions that no period has");
    if (!months_meet_days()) return refuse("BYMONTHDAY", "names a day that the months of BYMONTH never have");
    return true;
  }

  /// Whether a period can hold as many instances as the nearest of BYSETPOS counts.
  bool period_has_positions() const {
    if (rule_.positions.empty()) return true;
    constexpr std::array<std::int64_t, 7> days{1, 1, 1, 1, 7, 31, 366};
    const auto times = [](std::uint64_t given) { return given ? std::popcount(given) : 1; };
    auto most = days[static_cast<std::size_t>(rule_.frequency)];
    if (rule_.frequency > Frequency::secondly) most *= times(rule_.seconds);
    if (rule_.frequency > Frequency::minutely) most *= times(rule_.minutes);
    if (rule_.frequency > Frequency::hourly) most *= times(rule_.hours);
    return std::any_of(rule_.positions.begin(), rule_.positions.end(), [most](int n) { return std::abs(n) <= most; });
  }

  bool months_meet_days() const {
    if (!rule_.months || !rule_.has_month_days() || rule_.skip != Skip::omit) return true;
    constexpr std::array lengths{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int m = 1; m <= 12; ++m) {
      const auto days = (std::uint64_t{2} << lengths[static_cast<std::size_t>(m - 1)]) - 2;
      if ((rule_.months >> m & 1) && ((rule_.month_days | rule_.month_days_back) & days)) return true;
    }
    return false;
  }

  Rule rule_;
  std::string reason_;
  std::vector<std::string>* remarks_;
};

}  // namespace

bool is_within(const std::optional<Rule::Until>& until, std::int64_t local, std::int64_t utc) {
  if (!until) return true;
  switch (until->kind) {
    case Rule::Until::Kind::date:
      return local < until->seconds + day_seconds;
    case Rule::Until::Kind::local:
      return local <= until->seconds;
    case Rule::Until::Kind::utc:
      return utc <= until->seconds;
  }
  return false;
}

Result<Rule, Problem> read_rule(string_view text, std::vector<std::string>* remarks) {
  const auto refusal = [text](std::string reason) {
    return Problem{make_error_code(boost::system::errc::invalid_argument),
                   "rule " + std::string{text.substr(0, 200)} + ": " + reason,
                   {}};
  };
  if (text.size() > longest_rule) return refusal("is too long");
  const auto words = folded(text);
  string_view rest = words;
  for (const string_view prefix : {"RRULE:", "EXRULE:"})
    if (rest.starts_with(prefix)) rest.remove_prefix(prefix.size());
  RuleReader reader(remarks);
  if (!reader.read(rest)) return refusal(reader.reason());
  return reader.take();
}

Result<void, Problem> check_rule(string_view rule) {
  const auto read = read_rule(rule);
  if (!read) return read.error();
  return {};
}

}  // namespace almanac
