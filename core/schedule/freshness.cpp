#include "freshness.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/time/dates/read_date.hpp>
#include <charconv>

namespace almanac {
namespace {

using std::chrono::seconds;
constexpr std::int64_t most_seconds = 1LL << 31;
constexpr std::string_view blanks = " \t";  ///< OWS of RFC 9110 §5.6.3

/// Digits, perhaps quoted; what overflows is clamped (RFC 9111 §1.2.2).
std::optional<seconds> delta_seconds(std::string_view text) {
  text = trim(text, blanks);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  if (text.empty() || text.find_first_not_of("0123456789") != text.npos) return std::nullopt;
  std::int64_t value = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
  return seconds(ec == std::errc{} ? std::min(value, most_seconds) : most_seconds);
}

std::optional<std::int64_t> http_date(std::string_view text) {
  DateReading reading;
  reading.assume_utc = true;
  const auto moment = read_date(trim(text, blanks), reading);
  if (!moment || moment->kind != MomentKind::instant) return std::nullopt;
  return moment->seconds;
}

struct CacheControl {
  std::optional<seconds> max_age;
  bool stale = false;  ///< no-cache or no-store
};

CacheControl read_cache_control(std::string_view text) {
  CacheControl out;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    const std::string_view directive = trim(text.substr(0, comma), blanks);
    const std::size_t equals = directive.find('=');
    const std::string_view name = trim(directive.substr(0, equals), blanks);
    if (equal_nocase(name, "no-cache") || equal_nocase(name, "no-store")) out.stale = true;
    if (equal_nocase(name, "max-age") && equals != directive.npos && !out.max_age)
      out.max_age = delta_seconds(directive.substr(equals + 1));
    text = comma == text.npos ? std::string_view() : text.substr(comma + 1);
  }
  return out;
}

}  // namespace

std::optional<seconds> freshness_lifetime(const FreshnessHeaders& headers) {
  const CacheControl control = read_cache_control(headers.cache_control);
  if (control.stale) return seconds(0);
  if (control.max_age) {
    const seconds age = delta_seconds(headers.age).value_or(seconds(0));
    return std::max(seconds(0), *control.max_age - age);
  }
  if (headers.expires.empty()) return std::nullopt;
  const auto expires = http_date(headers.expires);
  const auto date = http_date(headers.date);
  if (!expires || !date) return seconds(0);
  return seconds(std::clamp<std::int64_t>(*expires - *date, 0, most_seconds));
}

std::optional<seconds> retry_after(const FreshnessHeaders& headers, sys_seconds now) {
  if (headers.retry_after.empty()) return std::nullopt;
  if (auto span = delta_seconds(headers.retry_after)) return span;
  const auto until = http_date(headers.retry_after);
  if (!until) return std::nullopt;
  const std::int64_t from = http_date(headers.date).value_or(now.time_since_epoch().count());
  return seconds(std::clamp<std::int64_t>(*until - from, 0, most_seconds));
}

}  // namespace almanac
