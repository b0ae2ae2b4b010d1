#include "redact_text.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <array>

#include "url.hpp"

namespace almanac {
namespace {

/// Those that Url::parse takes.
constexpr std::array<std::string_view, 6> schemes{"https", "http", "file", "webcals", "webcal", "feed"};

/// Where the scheme before "://" at `colon` begins, or npos when there is none. A letter that stuck to one of ours is
/// not part of it.
std::size_t scheme_start(std::string_view text, std::size_t colon) {
  std::size_t start = colon;
  while (start > 0 && is_letter(text[start - 1])) --start;
  const std::string_view word = text.substr(start, colon - start);
  for (const std::string_view scheme : schemes) {
    if (word.size() < scheme.size()) continue;
    const std::string_view tail = word.substr(word.size() - scheme.size());
    bool same = true;
    for (std::size_t i = 0; i < scheme.size(); ++i) same = same && (tail[i] | 0x20) == scheme[i];
    if (same) return colon - scheme.size();
  }
  return word.empty() ? text.npos : start;
}

/// The address without the punctuation that follows it in a sentence.
std::string_view address_at(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && static_cast<unsigned char>(text[end]) > 0x20 &&
         std::string_view("<>\"'`").find(text[end]) == std::string_view::npos)
    ++end;
  while (end > 0 && std::string_view(":,.;!)]").find(text[end - 1]) != std::string_view::npos) --end;
  return text.substr(0, end);
}

std::string without_secrets(std::string_view address) {
  if (const auto url = Url::parse(address)) {
    std::string shown = url->redacted();
    return shown == url->text() ? std::string(address) : shown;
  }
  std::string out(address.substr(0, address.find('?')));
  const std::size_t authority = out.find("://") + 3, path = out.find('/', authority);
  const std::size_t at = out.rfind('@', path);
  if (at != out.npos && at >= authority) out.erase(authority, at + 1 - authority);
  return out;
}

}  // namespace

std::string redact_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t done = 0;
  for (std::size_t colon = text.find("://"); colon != text.npos; colon = text.find("://", colon)) {
    const std::size_t start = scheme_start(text, colon);
    if (start == text.npos || start < done) {
      colon += 3;
      continue;
    }
    const std::string_view address = address_at(text.substr(start));
    out += text.substr(done, start - done);
    out += without_secrets(address);
    done = colon = std::max(start + address.size(), colon + 3);
  }
  out += text.substr(std::min(done, text.size()));
  return out;
}

}  // namespace almanac
