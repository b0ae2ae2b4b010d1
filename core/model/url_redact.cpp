#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <array>

#include "url.hpp"
#include "url_reference.hpp"

namespace almanac {
namespace {

constexpr std::string_view mask = "\u2026";

bool names_secret(std::string_view name) {
  constexpr std::array<std::string_view, 16> words{"token",   "key",    "sig",   "auth",    "pass", "secret",
                                                   "pwd",     "hash",   "cred",  "session", "jwt",  "hmac",
                                                   "private", "ticket", "nonce", "bearer"};
  // Words of searches that hold one of them.
  constexpr std::array<std::string_view, 5> innocent{"keyword", "hashtag", "author", "design", "signup"};
  std::string lower = to_lower(name);
  for (const std::string_view word : innocent)
    if (const auto at = lower.find(word); at != lower.npos && !lower.ends_with("authorization"))
      lower.erase(at, word.size());
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return lower.find(word) != lower.npos; });
}

/// A long run of letters and digits with both in it is more likely a key than a word.
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

/// Names of what is random and still public: without these, sources of large sites cannot be told apart.
bool names_public(std::string_view name) {
  const std::string lower = to_lower(name);
  return lower == "channel_id" || lower == "playlist_id" || lower == "channel" || lower == "playlist";
}

void append_masked(std::string& out, std::string_view parameters) {
  for (bool first = true; first || !parameters.empty(); first = false) {
    const auto end = std::min(parameters.find('&'), parameters.size());
    const auto pair = parameters.substr(0, end);
    const auto equals = std::min(pair.find('='), pair.size());
    const auto name = pair.substr(0, equals);
    const auto value = pair.substr(std::min(equals + 1, pair.size()));
    if (!value.empty() && (names_secret(name) || (looks_random(value) && !names_public(name)))) {
      out.append(name).append("=").append(mask);
    } else {
      out.append(equals == pair.size() && looks_random(pair) ? mask : pair);
    }
    if (end < parameters.size()) out += '&';
    parameters.remove_prefix(std::min(end + 1, parameters.size()));
  }
}

/// 8-4-4-4-12 hexadecimal digits at the beginning (RFC 9562).
bool is_uuid(std::string_view text) {
  if (text.size() < 36) return false;
  for (std::size_t i = 0; i < 36; ++i) {
    const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = lower(text[i]);
    if (is_dash ? text[i] != '-' : !is_digit(c) && (c < 'a' || c > 'f')) return false;
  }
  return true;
}

/// A part of a path that only those know who were told. People write words and years: there a digit seldom follows a
/// letter at once, in a key it does so again and again.
bool is_path_key(std::string_view part) {
  constexpr std::string_view masked_before = "%E2%80%A6";
  if (is_uuid(part) || part == masked_before) return true;
  // A calendar's public name is no less random; the private one has a key of its own after it.
  if (part.size() < 16 || part.find("calendar.google") != part.npos) return false;
  int changes = 0;
  for (std::size_t i = 1; i < part.size(); ++i)
    changes += (is_digit(part[i]) && is_letter(part[i - 1])) || (is_letter(part[i]) && is_digit(part[i - 1])) ? 1 : 0;
  return changes >= 4;
}

/// Calendars and feeds are shared by secret addresses: ".../private-0123456789abcdef/basic.ics",
/// ".../8f14e45fceea167a5a36dedd4bea2543.ics".
void append_path(std::string& out, std::string_view path) {
  std::string_view before;
  while (!path.empty()) {
    const auto end = std::min(path.find('/', 1), path.size());
    const auto segment = path.substr(0, end);
    const auto part = segment.substr(segment.starts_with('/') ? 1 : 0);
    const auto dot = part.rfind('.');
    const auto ending = dot != part.npos && part.size() - dot <= 5 ? part.substr(dot) : std::string_view{};
    if (part.starts_with("private-") && part.size() > 15) {
      out.append("/private-").append(mask);
    } else if (is_path_key(part.substr(0, part.size() - ending.size())) && !names_public(before)) {
      out.append("/").append(mask).append(ending);
    } else {
      out.append(segment);
    }
    before = part;
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
  // The name of a file is no key: it opens nothing to whom this machine is closed.
  if (scheme() == "file")
    out.append(parts.path);
  else
    append_path(out, parts.path);
  if (parts.query) append_masked(out += '?', *parts.query);
  if (parts.fragment) append_masked(out += '#', *parts.fragment);
  return out;
}

}  // namespace almanac
