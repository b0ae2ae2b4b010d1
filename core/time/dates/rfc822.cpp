#include "date_civil.hpp"
#include "date_parts.hpp"
#include "date_zones.hpp"

namespace almanac::dates {
namespace {

constexpr std::uint32_t key_of(char a, char b, char c) noexcept {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(lower(a))) << 16U |
         static_cast<std::uint32_t>(static_cast<unsigned char>(lower(b))) << 8U |
         static_cast<std::uint32_t>(static_cast<unsigned char>(lower(c)));
}

/// Three English letters to a month, 0 if none.
int month_of(const char* name) noexcept {
  switch (key_of(name[0], name[1], name[2])) {
    case key_of('j', 'a', 'n'):
      return 1;
    case key_of('f', 'e', 'b'):
      return 2;
    case key_of('m', 'a', 'r'):
      return 3;
    case key_of('a', 'p', 'r'):
      return 4;
    case key_of('m', 'a', 'y'):
      return 5;
    case key_of('j', 'u', 'n'):
      return 6;
    case key_of('j', 'u', 'l'):
      return 7;
    case key_of('a', 'u', 'g'):
      return 8;
    case key_of('s', 'e', 'p'):
      return 9;
    case key_of('o', 'c', 't'):
      return 10;
    case key_of('n', 'o', 'v'):
      return 11;
    case key_of('d', 'e', 'c'):
      return 12;
    default:
      return 0;
  }
}

/// Walks over the text; every step fails at its end.
struct Cursor {
  const char* at;
  const char* end;

  bool blank() noexcept {
    const char* from = at;
    while (at != end && *at == ' ') ++at;
    return at != from;
  }
  /// 1…`most` digits; their number, 0 when there is none.
  int digits(int most, int& value) noexcept {
    int count = 0;
    value = 0;
    while (at != end && is_digit(*at) && count < most) value = value * 10 + (*at++ - '0'), ++count;
    return count;
  }
  bool two(int& value) noexcept { return digits(2, value) == 2; }
  bool is(char c) noexcept { return at != end && *at == c ? ++at, true : false; }
  bool letter() const noexcept { return at != end && is_letter(*at); }
};

bool read_tail(Cursor cursor, DateParts& parts) noexcept {
  if (cursor.at == cursor.end) return false;
  const std::string_view rest{cursor.at, static_cast<std::size_t>(cursor.end - cursor.at)};
  std::size_t used = rest.size();
  const auto offset = rest[0] == '+' || rest[0] == '-' ? read_offset(rest, used)
                      : rest == "GMT"                  ? std::optional<std::int32_t>{0}
                                                       : find_offset(rest);
  if (!offset || used != rest.size()) return false;
  parts.stated = Stated::offset;
  parts.offset = *offset;
  return true;
}

}  // namespace

bool read_rfc822(std::string_view text, DateParts& parts) noexcept {
  Cursor cursor{text.data(), text.data() + text.size()};
  if (cursor.letter()) {  // the weekday says nothing that the date does not
    const char* from = cursor.at;
    while (cursor.letter()) ++cursor.at;
    if (cursor.at - from < 3 || !cursor.is(',')) return false;
    cursor.blank();
  }
  if (cursor.digits(2, parts.day) == 0 || !cursor.blank()) return false;
  const char* name = cursor.at;
  while (cursor.letter()) ++cursor.at;
  if (cursor.at - name != 3 || (parts.month = month_of(name)) == 0 || !cursor.blank()) return false;
  parts.year_digits = cursor.digits(4, parts.year);
  if ((parts.year_digits != 4 && parts.year_digits != 2) || !cursor.blank()) return false;
  if (cursor.digits(2, parts.hour) == 0 || !cursor.is(':') || !cursor.two(parts.minute)) return false;
  parts.precision = Precision::minute;
  if (cursor.is(':')) {
    if (!cursor.two(parts.second)) return false;
    parts.precision = Precision::second;
  }
  return cursor.blank() && read_tail(cursor, parts);
}

bool read_rfc3339(std::string_view text, DateParts& parts) noexcept {
  if (text.size() < 19 || text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != ' ' && text[10] != 't'))
    return false;
  Cursor cursor{text.data(), text.data() + text.size()};
  if (cursor.digits(4, parts.year) != 4 || !cursor.is('-') || !cursor.two(parts.month) || !cursor.is('-') ||
      !cursor.two(parts.day))
    return false;
  ++cursor.at;
  if (!cursor.two(parts.hour) || !cursor.is(':') || !cursor.two(parts.minute) || !cursor.is(':') ||
      !cursor.two(parts.second))
    return false;
  parts.year_digits = 4;
  parts.precision = Precision::second;
  if (cursor.is('.')) {
    const char* from = cursor.at;
    while (cursor.at != cursor.end && is_digit(*cursor.at)) ++cursor.at;
    if (cursor.at == from) return false;
  }
  if (cursor.at == cursor.end) {
    parts.stated = Stated::nothing;
    return true;
  }
  if ((*cursor.at == 'Z' || *cursor.at == 'z') && cursor.at + 1 == cursor.end) {
    parts.stated = Stated::offset;
    parts.offset = 0;
    return true;
  }
  return (*cursor.at == '+' || *cursor.at == '-') && read_tail(cursor, parts);
}

}  // namespace almanac::dates
