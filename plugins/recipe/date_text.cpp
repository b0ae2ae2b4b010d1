#include "date_text.hpp"

#include <locale.h>
#include <time.h>

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <array>
#include <vector>

#include "words.hpp"

namespace almanac::recipe {
namespace {

using namespace std::chrono;

constexpr std::size_t longest_range = 200;

/// One end of a range as far as it was written.
struct Side {
  int year = 0;
  unsigned month = 0, first_day = 0, last_day = 0;
};

constexpr std::array<std::string_view, 12> month_names{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

template <std::size_t N>
unsigned named(const std::array<std::string_view, N>& names, std::string_view word) {
  if (word.size() < 3) return 0;
  for (unsigned i = 0; i < N; ++i)
    if (names[i].starts_with(word)) return i + 1;
  return 0;
}

/// Cuts a range into its sides. Fails on a word that it does not know.
class RangeReader {
 public:
  explicit RangeReader(std::string_view text) : rest_(text) {}

  std::optional<std::vector<Side>> sides() {
    sides_.emplace_back();
    while (!rest_.empty()) {
      if (rest_.front() == '(' || rest_.front() == '[') {
        const std::size_t end = rest_.find_first_of(")]");
        rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
      } else if (is_digit(rest_.front())) {
        if (!iso_day() && !number()) return std::nullopt;
      } else if (is_letter(rest_.front())) {
        if (!word()) return std::nullopt;
      } else if (!sign()) {
        return std::nullopt;
      }
    }
    return std::move(sides_);
  }

 private:
  std::string_view take(bool (*is)(char)) {
    std::size_t size = 0;
    while (size < rest_.size() && is(rest_[size])) ++size;
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  bool iso_day() {
    const bool ends = rest_.size() >= 10 && (rest_.size() == 10 || !is_digit(rest_[10]));
    const auto day = ends ? read_iso_day(rest_.substr(0, 10)) : std::nullopt;
    if (!day) return false;
    const year_month_day date(*day);
    Side& side = sides_.back();
    if (side.year || side.month || side.first_day) return false;
    side.year = static_cast<int>(date.year());
    side.month = static_cast<unsigned>(date.month());
    side.first_day = side.last_day = static_cast<unsigned>(date.day());
    rest_.remove_prefix(10);
    return true;
  }

  bool number() {
    const std::string_view digits = take(is_digit);
    if (digits.size() > 4) return false;
    unsigned value = 0;
    for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
    Side& side = sides_.back();
    if (digits.size() == 4) {
      if (side.year || value < 1900 || value > 2200) return false;
      side.year = static_cast<int>(value);
      return true;
    }
    if (digits.size() > 2 || value < 1 || value > 31) return false;
    for (const std::string_view suffix : {"st", "nd", "rd", "th"})
      if (to_lower(rest_.substr(0, 2)) == suffix && (rest_.size() == 2 || !is_letter(rest_[2]))) {
        rest_.remove_prefix(2);
        break;
      }
    if (side.first_day && value <= side.last_day) return false;
    if (!side.first_day) side.first_day = value;
    side.last_day = value;
    return true;
  }

  bool word() {
    const std::string word = to_lower(take(is_letter));
    if (word == "to" || word == "until" || word == "till" || word == "through") return next_side();
    if (word == "and" || word == "from" || word == "of" || named(weekdays, word)) return true;
    const unsigned month = word == "sept" ? 9 : named(month_names, word);
    Side& side = sides_.back();
    if (!month || side.month) return false;
    side.month = month;
    return true;
  }

  bool sign() {
    static constexpr std::array<std::string_view, 6> dashes{
        "-", "~", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x90", "\xE2\x88\x92"};
    for (const std::string_view dash : dashes)
      if (rest_.starts_with(dash)) {
        rest_.remove_prefix(dash.size());
        return next_side();
      }
    static constexpr std::string_view passed = " \t\r\n,.;&";
    if (passed.find(rest_.front()) == passed.npos) {
      if (!rest_.starts_with("\xC2\xA0")) return false;
      rest_.remove_prefix(1);
    }
    rest_.remove_prefix(1);
    return true;
  }

  bool next_side() {
    const Side& side = sides_.back();
    if (sides_.size() == 2 || (!side.year && !side.month && !side.first_day)) return false;
    sides_.emplace_back();
    return true;
  }

  std::string_view rest_;
  std::vector<Side> sides_;
};

std::optional<sys_days> day_of(int year_number, unsigned month_number, unsigned day_number) {
  const year_month_day date(year{year_number}, month{month_number}, day{day_number});
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

/// Fills what stands once: year and month of one side count for the other.
void share(Side& left, Side& right, std::optional<int> year) {
  if (!right.month && left.month) right.month = left.month;
  if (!left.month) left.month = right.month;
  if (!right.year && left.year) right.year = left.year + (right.month < left.month ? 1 : 0);
  if (!left.year && right.year) left.year = right.year - (left.month > right.month ? 1 : 0);
  if (!left.year && year) {
    left.year = *year;
    right.year = *year + (right.month < left.month ? 1 : 0);
  }
}

}  // namespace

std::optional<DayRange> read_day_range(std::string_view text, std::optional<int> year) {
  text = trim_controls(text);
  if (text.empty() || text.size() > longest_range) return std::nullopt;
  auto sides = RangeReader(text).sides();
  if (!sides) return std::nullopt;
  Side left = sides->front(), right = sides->back();
  if (sides->size() == 2 && !right.year && !right.month && !right.first_day) return std::nullopt;
  share(left, right, year);
  if (!left.year) return std::nullopt;
  DayRange range;
  range.year_only = !left.month;
  range.month_only = !range.year_only && !left.first_day;
  const unsigned first_month = left.month ? left.month : 1, last_month = right.month ? right.month : 12;
  const unsigned last_day =
      right.last_day ? right.last_day
                     : static_cast<unsigned>(
                           year_month_day_last(std::chrono::year{right.year}, month_day_last{month{last_month}}).day());
  const auto first = day_of(left.year, first_month, left.first_day ? left.first_day : 1);
  const auto last = day_of(right.year, last_month, last_day);
  if (!first || !last || *last < *first || (left.first_day && !left.month)) return std::nullopt;
  range.first = *first;
  range.last = *last;
  return range;
}

std::optional<FormattedTime> read_formatted(const std::string& text, const std::string& format) {
  static const locale_t plain = ::newlocale(LC_ALL_MASK, "C", nullptr);
  tm parts{};
  parts.tm_mday = 1;
  const char* end = plain ? ::strptime_l(text.c_str(), format.c_str(), &parts, plain) : nullptr;
  if (!end || end != text.c_str() + text.size()) return std::nullopt;
  const auto day =
      day_of(parts.tm_year + 1900, static_cast<unsigned>(parts.tm_mon + 1), static_cast<unsigned>(parts.tm_mday));
  if (!day) return std::nullopt;
  FormattedTime out;
  for (const char* clock : {"%H", "%I", "%T", "%R", "%r", "%k", "%l", "%c", "%s"})
    out.has_time = out.has_time || format.find(clock) != format.npos;
  out.wall = sys_seconds(*day) + hours(parts.tm_hour) + minutes(parts.tm_min) + seconds(std::min(parts.tm_sec, 59));
  return out;
}

std::optional<sys_days> read_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  unsigned values[3] = {};
  constexpr std::size_t from[] = {0, 5, 8}, to[] = {4, 7, 10};
  for (std::size_t part = 0; part < 3; ++part)
    for (std::size_t i = from[part]; i < to[part]; ++i) {
      if (!is_digit(text[i])) return std::nullopt;
      values[part] = values[part] * 10 + static_cast<unsigned>(text[i] - '0');
    }
  return day_of(static_cast<int>(values[0]), values[1], values[2]);
}

}  // namespace almanac::recipe
