#include "rule_1.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "scan.hpp"
#include "value_time.hpp"

namespace almanac::ical {
namespace {

struct Frequency {
  std::string_view letters, rule, by;
};
constexpr std::array frequencies{
    Frequency{"MP", "FREQ=MONTHLY", "BYDAY"},         Frequency{"MD", "FREQ=MONTHLY", "BYMONTHDAY"},
    Frequency{"YM", "FREQ=YEARLY", "BYMONTH"},        Frequency{"YD", "FREQ=YEARLY", "BYYEARDAY"},
    Frequency{"D", "FREQ=DAILY", std::string_view()}, Frequency{"W", "FREQ=WEEKLY", "BYDAY"},
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

/// The list of the rule: "1+ SU TU" gives "1SU,1TU"; "1 15 LD" gives "1,15,-1".
class ByList {
 public:
  explicit ByList(std::string_view by) : weekdays_(by == "BYDAY") {}
  bool add(std::string_view word) {
    if (weekdays_ && is_weekday(word)) {
      append((position_ ? std::to_string(position_) : std::string()).append(word));
      return true;
    }
    const auto value = position(word);
    if (!value) return false;
    if (weekdays_)
      position_ = *value;
    else
      append(std::to_string(*value));
    return true;
  }
  const std::string& text() const noexcept { return text_; }

 private:
  void append(const std::string& item) { (text_ += text_.empty() ? "" : ",") += item; }
  bool weekdays_;
  int position_ = 0;
  std::string text_;
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
  std::string end;
  bool endless = false;
  for (std::string_view word = take_word(rule); !word.empty(); word = take_word(rule)) {
    if (word.front() == '#') {
      const auto count = number(word.substr(1));
      if (!count) return std::nullopt;
      endless = *count == 0;
      if (!endless) end = ";COUNT=" + std::to_string(*count);
    } else if (word.size() >= 8 && read_time(word).form != TimeForm::other) {
      end = ";UNTIL=" + std::string(word);
    } else if (!list.add(word)) {
      return std::nullopt;
    }
  }
  if (end.empty() && !endless) end = ";COUNT=2";  // the old grammar's default duration
  std::string out(found->rule);
  if (*interval != 1) out += ";INTERVAL=" + std::to_string(*interval);
  if (!list.text().empty()) ((out += ';') += found->by) += "=" + list.text();
  return out + end;
}

}  // namespace almanac::ical
