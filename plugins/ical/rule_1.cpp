#include "rule_1.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "scan.hpp"
#include "value_time.hpp"

namespace almanac::ical {
namespace {

struct Frequency {
  std::string_view letters, rule, by;
};
constexpr std::array frequencies{
    Frequency{"MP", "FREQ=MONTHLY", "BYDAY"},
    Frequency{"MD", "FREQ=MONTHLY", "BYMONTHDAY"},
    Frequency{"YM", "FREQ=YEARLY", "BYMONTH"},
    Frequency{"YD", "FREQ=YEARLY", "BYYEARDAY"},
    Frequency{"D", "FREQ=DAILY", std::string_view()},
    Frequency{"W", "FREQ=WEEKLY", "BYDAY"},
    Frequency{"M", "FREQ=MINUTELY", std::string_view()},
};

std::string_view take_word(std::string_view& text) noexcept {
  text = trim_controls(text);
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

std::optional<int> number(std::string_view text) noexcept {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > 10'000) return std::nullopt;
  return value;
}

bool is_weekday(std::string_view word) noexcept {
  constexpr std::string_view days = "SU MO TU WE TH FR SA";
  const std::size_t at = days.find(word);
  return word.size() == 2 && at != days.npos && at % 3 == 0;
}

/// "1+" → 1, "2-" → -2, "15" → 15, "LD" → -1 (the last day).
std::optional<int> position(std::string_view word) noexcept {
  if (word == "LD") return -1;
  const bool back = word.ends_with('-');
  if (back || word.ends_with('+')) word.remove_suffix(1);
  const auto value = number(word);
  if (!value || *value == 0) return std::nullopt;
  return back ? -*value : *value;
}

void append(std::string& list, std::string_view item) { (list += list.empty() ? "" : ",") += item; }

/// The list of the rule: "1+ 1- SU TU" gives "1SU,-1SU,1TU,-1TU"; "1 15 LD" gives "1,15,-1".
class ByList {
 public:
  explicit ByList(std::string_view by) : by_(by), weekdays_(by == "BYDAY") {}
  bool add(std::string_view word) {
    if (weekdays_ && is_weekday(word)) {
      if (positions_.empty()) append(text_, word);
      for (const int at : positions_) append(text_, std::to_string(at).append(word));
      named_ = true;
      return true;
    }
    const auto value = by_.empty() ? std::nullopt : position(word);
    if (!value) return false;
    if (!weekdays_) return append(text_, std::to_string(*value)), true;
    if (named_) positions_.clear();
    named_ = false;
    positions_.push_back(*value);
    return true;
  }
  /// ";BYDAY=MO,TU", or nothing.
  std::string part() const { return text_.empty() ? text_ : std::string(";").append(by_) + "=" + text_; }

 private:
  std::string_view by_;
  bool weekdays_, named_ = false;  ///< a weekday was named for the positions
  std::vector<int> positions_;
  std::string text_;
};

/// Times of day, "0900 1500". One alone repeats what DTSTART says; RRULE cannot say those with different minutes.
class Times {
 public:
  bool add(std::string_view word) {
    const auto value = word.size() == 4 || word.size() == 6 ? number(word.substr(0, 4)) : std::nullopt;
    if (!value || *value / 100 > 23 || *value % 100 > 59) return false;
    mixed_ |= count_ > 0 && *value % 100 != minute_;
    minute_ = *value % 100;
    append(hours_, std::to_string(*value / 100));
    ++count_;
    return true;
  }
  std::string part() const {
    return count_ < 2 || mixed_ ? std::string() : ";BYHOUR=" + hours_ + ";BYMINUTE=" + std::to_string(minute_);
  }

 private:
  int count_ = 0, minute_ = 0;
  bool mixed_ = false;
  std::string hours_;
};

}  // namespace

std::optional<std::string> translate_rule_1(std::string_view rule) {
  std::string_view first = take_word(rule);
  const Frequency* found = nullptr;
  for (const Frequency& frequency : frequencies)
    if (!found && begins_with_word(first, frequency.letters)) found = &frequency;
  if (!found) return std::nullopt;
  const auto interval = number(first.substr(found->letters.size()));
  if (!interval || *interval == 0) return std::nullopt;

  ByList list(found->by);
  Times times;
  std::string end;
  bool endless = false;
  for (std::string_view word = take_word(rule); !word.empty(); word = take_word(rule)) {
    if (word.ends_with('$')) word.remove_suffix(1);  // the last one before the end of the rule
    if (word.front() == '#') {
      const auto count = number(word.substr(1));
      if (!count) return std::nullopt;
      endless = *count == 0;
      if (!endless) end = ";COUNT=" + std::to_string(*count);
    } else if (word.size() >= 8 && read_time(word).form != TimeForm::other) {
      end = ";UNTIL=" + std::string(word);
    } else if (!times.add(word) && !list.add(word)) {
      return std::nullopt;
    }
  }
  if (end.empty() && !endless) end = ";COUNT=2";  // the old grammar's default duration
  std::string out(found->rule);
  if (*interval != 1) out += ";INTERVAL=" + std::to_string(*interval);
  return out + list.part() + times.part() + end;
}

}  // namespace almanac::ical
