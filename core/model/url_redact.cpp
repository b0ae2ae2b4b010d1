#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <array>

#include "url.hpp"
#include "url_reference.hpp"

namespace almanac {
namespace {

constexpr std::string_view mask = "\u2026";

bool names_secret(std::string_view name) {
  constexpr std::array<std::string_view, 13> words{"token", "key",     "sig", "auth", "pass",    "secret", "pwd",
                                                   "cred",  "session", "jwt", "hmac", "private", "ticket"};
  const std::string lower = to_lower(name);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return lower.find(word) != lower.npos; });
}

// A long run of letters and digits with both in it is more likely a key than a word.
bool looks_random(std::string_view value) {
  if (value.size() < 20) return false;
  std::size_t digits = 0, letters = 0;
  for (const char c : value) {
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      ++letters;
    } else if (c != '-' && c != '_' && c != '=' && c != '%' && c != '.') {
      return false;
    }
  }
  return digits >= 3 && letters >= 3;
}

void append_masked(std::string& out, std::string_view parameters) {
  for (bool first = true; first || !parameters.empty(); first = false) {
    const auto end = std::min(parameters.find('&'), parameters.size());
    const auto pair = parameters.substr(0, end);
    const auto equals = std::min(pair.find('='), pair.size());
    const auto value = pair.substr(std::min(equals + 1, pair.size()));
    if (!value.empty() && (names_secret(pair.substr(0, equals)) || looks_random(value))) {
      out.append(pair.substr(0, equals + 1)).append(mask);
    } else {
      out.append(equals == pair.size() && looks_random(pair) ? mask : pair);
    }
    if (end < parameters.size()) out += '&';
    parameters.remove_prefix(std::min(end + 1, parameters.size()));
  }
}

// Calendars are shared by secret addresses: ".../private-0123456789abcdef/basic.ics".
void append_path(std::string& out, std::string_view path) {
  while (!path.empty()) {
    const auto end = std::min(path.find('/', 1), path.size());
    const auto segment = path.substr(0, end);
    if (segment.starts_with("/private-") && segment.size() > 16) {
      out.append("/private-").append(mask);
    } else {
      out.append(segment);
    }
    path.remove_prefix(end);
  }
}

}  // namespace

std::string Url::redacted() const {
  const auto parts = url_detail::split(text_);
  std::string out(scheme());
  out += "://";
  auto authority = parts.authority.value_or(std::string_view());
  if (const auto at = authority.find('@'); at != authority.npos) authority.remove_prefix(at + 1);
  out.append(authority);
  append_path(out, parts.path);
  if (parts.query) append_masked(out += '?', *parts.query);
  if (parts.fragment) append_masked(out += '#', *parts.fragment);
  return out;
}

}  // namespace almanac
