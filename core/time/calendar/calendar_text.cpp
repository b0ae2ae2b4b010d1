#include "calendar_text.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <chrono>

namespace almanac {
namespace {

using std::string_view;

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

bool same_word(string_view a, string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return upper(x) == upper(y); });
}

/// Takes exactly `n` digits.
bool take_digits(string_view& text, std::size_t n, int& out) {
  if (text.size() < n || !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(n), is_digit))
    return false;
  out = 0;
  for (std::size_t i = 0; i < n; ++i) out = out * 10 + (text[i] - '0');
  text.remove_prefix(n);
  return true;
}

bool take(string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

string_view trimmed(string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r' || text.back() == '\n'))
    text.remove_suffix(1);
  return text;
}

/// hh[:]mm[[:]ss[.fraction]]
bool take_clock(string_view& text, std::int64_t& out) {
  int h = 0, m = 0, s = 0;
  if (!take_digits(text, 2, h)) return false;
  const bool colons = take(text, ':');
  if (!take_digits(text, 2, m)) return false;
  if ((!colons || take(text, ':')) && !text.empty() && is_digit(text.front()) && !take_digits(text, 2, s)) return false;
  if (take(text, '.'))
    while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
  if (h > 24 || m > 59 || s > 60 || (h == 24 && (m || s))) return false;
  out = h * 3600 + m * 60 + std::min(s, 59);
  return true;
}

}  // namespace

std::optional<CalendarTime> read_calendar_time(string_view text) {
  text = trimmed(text);
  int y = 0, m = 0, d = 0;
  if (!take_digits(text, 4, y)) return std::nullopt;
  const bool hyphens = take(text, '-');
  if (!take_digits(text, 2, m) || (hyphens && !take(text, '-')) || !take_digits(text, 2, d)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)},
                                         std::chrono::day{static_cast<unsigned>(d)}};
  if (y < 1 || !date.ok()) return std::nullopt;
  CalendarTime out;
  out.seconds = std::int64_t{std::chrono::sys_days{date}.time_since_epoch().count()} * 86400;
  std::int64_t clock = 0;
  if (take(text, 'T') || take(text, 't')) {
    if (!take_clock(text, clock)) return std::nullopt;
    out.utc = take(text, 'Z') || take(text, 'z');
    // No form of RFC 5545 §3.3.5, but said beyond doubt: "20280401T090000+0200".
    if (const auto offset = !out.utc && !text.empty() ? read_calendar_offset(text) : std::nullopt) {
      out.utc = true;
      clock -= *offset;
      text = {};
    }
  } else {
    out.date_only = true;
    if (!take(text, 'Z')) take(text, 'z');
  }
  if (!text.empty()) return std::nullopt;
  out.seconds += clock;
  return out;
}

std::optional<std::int64_t> read_calendar_duration(string_view text) {
  text = trimmed(text);
  const bool negative = take(text, '-');
  if (!negative) take(text, '+');
  if (!take(text, 'P') && !take(text, 'p')) return std::nullopt;
  std::int64_t total = 0;
  bool in_time = false, any = false;
  while (!text.empty()) {
    if (!in_time && upper(text.front()) == 'T') {
      in_time = true;
      text.remove_prefix(1);
      continue;
    }
    std::int64_t n = 0;
    std::size_t digits = 0;
    for (; digits < text.size() && digits < 12 && is_digit(text[digits]); ++digits) n = n * 10 + (text[digits] - '0');
    if (digits == 0 || digits == text.size()) return std::nullopt;
    const char unit = upper(text[digits]);
    text.remove_prefix(digits + 1);
    const std::int64_t size = unit == 'W' && !in_time   ? 604800
                              : unit == 'D' && !in_time ? 86400
                              : unit == 'H' && in_time  ? 3600
                              : unit == 'M' && in_time  ? 60
                              : unit == 'S' && in_time  ? 1
                                                        : 0;
    if (size == 0) return std::nullopt;
    constexpr std::int64_t most = 10'000LL * 366 * 86400;
    if (n > most || (total += n * size) > most) return std::nullopt;
    any = true;
  }
  if (!any) return std::nullopt;
  return negative ? -total : total;
}

std::optional<std::int32_t> read_calendar_offset(string_view text) {
  text = trimmed(text);
  const bool negative = take(text, '-');
  if (!negative && !take(text, '+') && (text.empty() || !is_digit(text.front()))) return std::nullopt;
  int h = 0, m = 0, s = 0;
  if (!take_digits(text, 2, h)) return std::nullopt;
  take(text, ':');
  if (!text.empty() && !take_digits(text, 2, m)) return std::nullopt;
  take(text, ':');
  if (!text.empty() && !take_digits(text, 2, s)) return std::nullopt;
  if (!text.empty() || h > 25 || m > 59 || s > 59) return std::nullopt;
  const std::int32_t value = h * 3600 + m * 60 + s;
  return negative ? -value : value;
}

string_view ContentLine::parameter(string_view parameter_name) const {
  auto rest = parameters;
  while (!rest.empty()) {
    bool quoted = false;
    std::size_t end = 0;
    for (; end < rest.size() && (quoted || rest[end] != ';'); ++end) quoted ^= rest[end] == '"';
    const auto part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto equals = part.find('=');
    if (equals == string_view::npos || !same_word(trimmed(part.substr(0, equals)), parameter_name)) continue;
    auto text = trimmed(part.substr(equals + 1));
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    return text;
  }
  return {};
}

ContentLine split_content_line(string_view line) {
  ContentLine out;
  line = trimmed(line);
  // A value alone begins with a digit, a parameter or a name never does.
  if (line.empty() || is_digit(line.front())) {
    out.value = line;
    return out;
  }
  bool quoted = false;
  std::size_t colon = 0;
  for (; colon < line.size() && (quoted || line[colon] != ':'); ++colon) quoted ^= line[colon] == '"';
  if (colon == line.size()) {
    out.value = line;
    return out;
  }
  out.value = trimmed(line.substr(colon + 1));
  auto head = line.substr(0, colon);
  const auto semicolon = head.find(';');
  const auto first = head.substr(0, semicolon);
  if (first.find('=') == string_view::npos) {
    out.name = first;
    head = semicolon == string_view::npos ? string_view{} : head.substr(semicolon + 1);
  }
  out.parameters = head;
  return out;
}

}  // namespace almanac
