#pragma once
#include <almanac/base/clock.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace almanac {

/// Header texts of an answer that say when to come back, as sent; empty when absent.
struct FreshnessHeaders {
  std::string cache_control, age, expires, date, retry_after;
};

/// How long the answer stays fresh (RFC 9111 §4.2): max-age (quoted and overflowing values too, clamped to 2^31) less
/// Age, else Expires less Date, by the server's own clock. Nothing when the headers do not say; zero for a stale or
/// unreadable Expires, and for no-cache and no-store.
std::optional<std::chrono::seconds> freshness_lifetime(const FreshnessHeaders& headers);

/// RFC 9110 §10.2.3: seconds, or one of the three HTTP-date forms (counted from the answer's Date when it has one, else
/// from `now`). Nothing when absent or unreadable; never negative.
std::optional<std::chrono::seconds> retry_after(const FreshnessHeaders& headers, sys_seconds now);

}  // namespace almanac
