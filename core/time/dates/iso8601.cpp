#include <algorithm>

#include "date_civil.hpp"
#include "date_parts.hpp"
#include "date_zones.hpp"

namespace almanac::dates {
namespace {

/// Reads the parts of ISO 8601 in order; every step leaves the position alone when it fails.
class IsoReader {
 public:
  explicit IsoReader(std::string_view text) : text_(text) {}

  Result<DateParts> read() {
    if (!read_day()) return DateErrc::not_a_date;
    if (impossible_) return DateErrc::impossible;
    if (done()) return parts_;
    if (parts_.precision == Precision::day && is_zone(text_.substr(at_))) return parts_;
    if (!read_separator()) return DateErrc::not_a_date;
    if (!read_clock()) return DateErrc::not_a_date;
    if (!done() && !read_zone(text_.substr(at_), parts_)) return DateErrc::not_a_date;
    return parts_;
  }

 private:
  bool done() const { return at_ == text_.size(); }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool is(char c) { return peek() == c ? ++at_, true : false; }
  std::size_t digits_ahead(std::size_t from = 0) const {
    std::size_t count = 0;
    while (is_digit(peek(from + count))) ++count;
    return count;
  }
  int take(std::size_t digits) {
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) value = value * 10 + (text_[at_++] - '0');
    return value;
  }

  bool read_day() {
    if (peek() == '-') return read_truncated();
    const std::size_t digits = digits_ahead();
    const char next = peek(digits);
    if (digits == 4 && next == ':' && is_digit(peek(5)) && is_digit(peek(6)) && peek(7) == ':')
      return set_year(4), read_exif_day();
    if (digits == 4) return set_year(4), next == '-' || upper_w(next) ? read_after_year() : partial(Precision::year);
    if (digits == 8) return set_year(4), read_basic_day();
    if (digits == 7) return set_year(4), set_day_of_year(take(3));
    if (digits == 6) return read_six();
    if (digits == 5) return set_year(2), set_day_of_year(take(3));
    if (digits == 2 && next == '-' && digits_ahead(3) == 2 && peek(5) == '-' && digits_ahead(6) == 2 &&
        !is_digit(peek(8))) {
      set_year(2);
      ++at_;
      const int month = take(2);
      ++at_;
      return set_month_day(month, take(2)) && !impossible_;  // "02-13-26" is written another way round
    }
    return false;
  }

  /// XML Schema's date has a zone: "2026-03-02Z", "2026-03-02+01:00". A day is a day in each of them.
  static bool is_zone(std::string_view rest) {
    DateParts zoned;
    return !is_digit(rest[0]) && !is_digit(rest[rest.find_first_not_of(' ')]) && read_zone(rest, zoned) &&
           zoned.stated != Stated::unknown;
  }

  bool read_basic_day() {
    const int month = take(2);
    return set_month_day(month, take(2));
  }
  /// "2026:03:05", as cameras write it.
  bool read_exif_day() {
    ++at_;
    const int month = take(2);
    ++at_;
    return digits_ahead() == 2 && set_month_day(month, take(2));
  }
  static bool upper_w(char c) { return c == 'W' || c == 'w'; }
  void set_year(std::size_t digits) {
    parts_.year_digits = static_cast<int>(digits);
    parts_.year = take(digits);
  }
  bool partial(Precision precision) {
    parts_.precision = precision;
    return done();
  }

  /// "-YYMM" and "-YY-MM" of ISO 8601:1988, seen in feeds of that time.
  bool read_truncated() {
    const bool dashed = text_.size() == 6 && text_[3] == '-';
    if (!dashed && text_.size() != 5) return false;
    ++at_;
    if (digits_ahead() != (dashed ? 2U : 4U)) return false;
    set_year(2);
    if (dashed) ++at_;
    if (digits_ahead() != 2) return false;
    parts_.month = take(2);
    return partial(Precision::month);
  }

  /// YYYYMM when that is a month of our time, else YYMMDD.
  bool read_six() {
    const int century = (text_[at_] - '0') * 10 + text_[at_ + 1] - '0';
    const int month = (text_[at_ + 4] - '0') * 10 + text_[at_ + 5] - '0';
    if ((century == 19 || century == 20) && month >= 1 && month <= 12) {
      set_year(4);
      parts_.month = take(2);
      return partial(Precision::month);
    }
    set_year(2);
    const int of_year = take(2);
    return set_month_day(of_year, take(2));
  }

  bool read_after_year() {
    const bool dashed = is('-');
    if (upper_w(peek())) return ++at_, read_week(dashed);
    const std::size_t digits = digits_ahead();
    if (digits == 3) return set_day_of_year(take(3));
    if (digits == 0 || digits > 2) return false;
    parts_.month = take(digits);
    if (parts_.month < 1 || parts_.month > 12) impossible_ = true;
    if (peek() != '-') return partial(Precision::month);
    ++at_;
    const std::size_t more = digits_ahead();
    if (more == 0 || more > 2) return false;
    return set_month_day(parts_.month, take(more));
  }

  bool read_week(bool dashed) {
    if (digits_ahead() < 2 || (dashed && digits_ahead() != 2)) return false;
    const int week = take(2);
    int weekday = 1;
    const bool has_day = dashed ? peek() == '-' && is_digit(peek(1)) : is_digit(peek());
    if (has_day) {
      if (dashed) ++at_;
      weekday = take(1);
    }
    const std::int64_t fourth = days_from_civil(parts_.year, 1, 4);  // is in week 1
    const std::int64_t day = fourth - weekday_of(fourth) + 1 + (week - 1) * 7 + weekday - 1;
    const std::int64_t next_fourth = days_from_civil(parts_.year + 1, 1, 4);
    if (week < 1 || weekday < 1 || weekday > 7 || day - weekday + 1 > next_fourth - weekday_of(next_fourth))
      impossible_ = true;
    set_civil(day);
    return true;
  }

  bool set_day_of_year(int day) {
    const int full = complete_year(parts_.year, parts_.year_digits, std::nullopt);
    if (day < 1 || day > (is_leap_year(full) ? 366 : 365)) return impossible_ = true;
    set_civil(days_from_civil(full, 1, 1) + day - 1);
    return true;
  }

  void set_civil(std::int64_t day) {
    const CivilDay civil = civil_from_days(day);
    parts_.year = civil.year;
    parts_.year_digits = 4;
    parts_.month = civil.month;
    parts_.day = civil.day;
  }

  bool set_month_day(int month, int day) {
    parts_.month = month;
    parts_.day = day;
    if (month < 1 || month > 12 || day < 1 || day > 31) impossible_ = true;
    return true;
  }

  bool read_separator() {
    const std::size_t from = at_;
    while (peek() == ' ') ++at_;
    marked_ = peek() != '\0' && std::string_view("Tt_").find(peek()) != std::string_view::npos;
    if (marked_) ++at_;
    while (peek() == ' ') ++at_;
    return at_ != from && is_digit(peek());
  }

  bool read_clock() {
    const std::size_t digits = digits_ahead();
    const bool basic = digits == 4 || digits == 6;
    if (!basic && digits != 1 && digits != 2) return false;
    parts_.precision = Precision::minute;
    parts_.hour = take(basic ? 2 : digits);
    int unit = 3600;  // what a fraction is a fraction of
    if (basic) {
      parts_.minute = take(2), unit = 60;
      if (digits == 6) parts_.second = take(2), unit = 1;
    } else if (peek() == ':') {
      ++at_;
      if (digits_ahead() < 1 || digits_ahead() > 2) return false;
      parts_.minute = take(digits_ahead()), unit = 60;
      if (is(':')) {
        if (digits_ahead() < 1 || digits_ahead() > 2) return false;
        parts_.second = take(digits_ahead()), unit = 1;
      }
    }
    if (unit == 1) parts_.precision = Precision::second;
    if (is_letter_of_clock()) return false;
    if (peek() == ':') return unit == 1 && skip_colon();
    return read_fraction(unit) && peek() != ':' && !is_letter_of_clock();
  }

  /// "18:15:30:250", "18:15:30:+0100": a colon for the point of a fraction, or one too many.
  bool skip_colon() {
    ++at_;
    const std::size_t digits = digits_ahead();
    at_ += digits;
    return digits == 0 ? peek() == '+' || peek() == '-' : digits >= 2 && peek() != ':';
  }

  /// "9 am" is for the reader of written dates.
  bool is_letter_of_clock() const {
    std::size_t ahead = 0;
    while (peek(ahead) == ' ') ++ahead;
    const char first = lower(peek(ahead)), second = lower(peek(ahead + 1));
    return ((first == 'a' || first == 'p') && (second == 'm' || second == '.')) || first == 'h';
  }

  bool read_fraction(int unit) {
    if (unit == 3600 && !marked_ && peek() == '.') return false;  // "18.30" is half past six
    if ((peek() != '.' && peek() != ',') || !is_digit(peek(1))) return true;
    ++at_;
    std::int64_t value = 0, scale = 1;
    for (; is_digit(peek()); ++at_)
      if (scale < 1'000'000) value = value * 10 + (peek() - '0'), scale *= 10;
    if (unit == 1) return true;
    const auto seconds = static_cast<int>(value * unit / scale);
    if (unit == 3600) parts_.minute = seconds / 60;
    parts_.second = seconds % 60;
    parts_.precision = Precision::second;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  DateParts parts_;
  bool impossible_ = false;
  bool marked_ = false;  ///< a "T" stands before the clock
};

/// What stands behind a fraction of a second, if there is one at the front.
std::string_view behind_fraction(std::string_view text) {
  if (!text.starts_with('.') && !text.starts_with(',')) return text;
  return text.substr(std::min(text.find_first_not_of("0123456789", 1), text.size()));
}

/// Seconds since 1970 or thousandths, millionths, billionths of them; or the digits of a basic date and time
/// ("20260301090000") and its zone.
std::optional<DateParts> read_digits(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits < 9 || (digits > 14 && digits != 16 && digits != 19)) return std::nullopt;
  const std::string_view rest = behind_fraction(text.substr(digits));
  if (!rest.empty() && digits != 12 && digits != 14) return std::nullopt;
  const auto part = [&](std::size_t from, std::size_t size) {
    std::int64_t value = 0;
    for (std::size_t i = from; i < from + size; ++i) value = value * 10 + (text[i] - '0');
    return value;
  };
  DateParts parts;
  const auto calendar = [&] {
    const auto year = part(0, 4), month = part(4, 2), day = part(6, 2), hour = part(8, 2);
    return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 &&
           (digits == 14 || text.substr(digits) == rest);
  };
  if (digits == 14 || (digits == 12 && calendar())) {
    if (!calendar()) return std::nullopt;
    parts.year = static_cast<int>(part(0, 4)), parts.month = static_cast<int>(part(4, 2)),
    parts.day = static_cast<int>(part(6, 2));
    parts.hour = static_cast<int>(part(8, 2)), parts.minute = static_cast<int>(part(10, 2));
    parts.second = digits == 14 ? static_cast<int>(part(12, 2)) : 0;
    parts.year_digits = 4;
    parts.precision = digits == 14 ? Precision::second : Precision::minute;
    if (!rest.empty() && !read_zone(rest, parts)) return std::nullopt;
    return parts;
  }
  if (digits == 11 || !rest.empty()) return std::nullopt;
  const std::int64_t seconds = digits <= 10 ? part(0, digits) : digits <= 13 ? part(0, digits) / 1000 : part(0, 10);
  const CivilDay day = civil_from_days(floor_days(seconds));
  const auto clock = static_cast<int>(seconds % 86400);
  parts.year = day.year, parts.month = day.month, parts.day = day.day, parts.year_digits = 4;
  parts.hour = clock / 3600, parts.minute = clock / 60 % 60, parts.second = clock % 60;
  parts.precision = Precision::second;
  parts.stated = Stated::offset;  // epoch seconds are UTC by definition
  return parts;
}

/// The milliseconds of "/Date(1772475330000+0100)/", as .NET writes dates into JSON; its offset only says how to show
/// them. Empty when it is none.
std::string_view cut_milliseconds(std::string_view text) {
  constexpr std::string_view head = "/Date(", tail = ")/";
  if (!text.starts_with(head) || !text.ends_with(tail)) return {};
  text = text.substr(head.size(), text.size() - head.size() - tail.size());
  const std::string_view digits = text.substr(0, text.find_first_of("+-", 1));
  return digits.size() == 12 || digits.size() == 13 ? digits : std::string_view();
}

}  // namespace

Result<DateParts> read_iso8601(std::string_view text) {
  if (const auto milliseconds = cut_milliseconds(text); !milliseconds.empty()) text = milliseconds;
  if (auto parts = read_digits(text)) return *parts;
  return IsoReader(text).read();
}

}  // namespace almanac::dates
