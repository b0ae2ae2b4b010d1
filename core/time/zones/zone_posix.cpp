#include "zone_rules.hpp"

namespace almanac {
namespace {

/// Reads a POSIX TZ string from left to right; every step says whether it could.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }
  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool name(std::string& out) {
    std::size_t n = 0;
    if (take('<')) {
      while (n < rest_.size() && rest_[n] != '>') ++n;
      if (n == rest_.size()) return false;
      out = rest_.substr(0, n);
      rest_.remove_prefix(n + 1);
      return !out.empty();
    }
    while (n < rest_.size() && ((rest_[n] | 32) >= 'a' && (rest_[n] | 32) <= 'z')) ++n;
    out = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return n >= 3;
  }
  bool number(int& out, int most) {
    std::size_t n = 0;
    out = 0;
    for (; n < rest_.size() && n < 3 && rest_[n] >= '0' && rest_[n] <= '9'; ++n) out = out * 10 + (rest_[n] - '0');
    rest_.remove_prefix(n);
    return n > 0 && out <= most;
  }
  /// [+-]h[h[h]][:mm[:ss]]
  bool clock(std::int32_t& out, int most_hours) {
    const bool negative = take('-');
    if (!negative) take('+');
    int h = 0, m = 0, s = 0;
    if (!number(h, most_hours)) return false;
    if (take(':') && (!number(m, 59) || (take(':') && !number(s, 59)))) return false;
    out = h * 3600 + m * 60 + s;
    if (negative) out = -out;
    return true;
  }
  bool day(PosixTail::Day& out) {
    using Kind = PosixTail::Day::Kind;
    if (take('M')) {
      out.kind = Kind::month_week;
      if (!number(out.month, 12) || out.month < 1 || !take('.') || !number(out.week, 5) || out.week < 1 || !take('.') ||
          !number(out.day, 6))
        return false;
    } else if (take('J')) {
      out.kind = Kind::julian_without_leap_day;
      if (!number(out.day, 365) || out.day < 1) return false;
    } else {
      out.kind = Kind::day_of_year;
      if (!number(out.day, 365)) return false;
    }
    return !take('/') || clock(out.time, 167);
  }

 private:
  std::string_view rest_;
};

}  // namespace

std::optional<PosixTail> read_posix_tail(std::string_view text) {
  if (text.empty() || text.size() > 128) return std::nullopt;
  Reader reader(text);
  PosixTail out;
  if (!reader.name(out.standard_name) || !reader.clock(out.standard, 24)) return std::nullopt;
  out.standard = -out.standard;  // POSIX counts west of Greenwich
  if (reader.done()) return out;
  if (!reader.name(out.daylight_name)) return std::nullopt;
  out.daylight = out.standard + 3600;
  if (!reader.take(',')) {
    if (!reader.clock(out.daylight, 24) || !reader.take(',')) return std::nullopt;
    out.daylight = -out.daylight;
  }
  if (!reader.day(out.begins) || !reader.take(',') || !reader.day(out.ends) || !reader.done()) return std::nullopt;
  out.changes = true;
  return out;
}

}  // namespace almanac
