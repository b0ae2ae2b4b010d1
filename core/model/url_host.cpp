#include "url_host.hpp"

#include <idn2.h>

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <boost/url/ipv6_address.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "url.hpp"
#include "url_encode.hpp"
#include "url_reference.hpp"

namespace almanac::url_detail {
namespace {

constexpr std::size_t longest_name = 254;  // RFC 1035 §2.3.4, with a final dot
constexpr std::size_t longest_source = 1024;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// WHATWG "forbidden domain code point", and what RFC 3986 reg-name does not allow.
bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~' || c == '!' ||
         c == '$' || c == '&' || c == '\'' || c == '(' || c == ')' || c == '*' || c == '+' || c == ',' || c == ';' ||
         c == '=';
}

std::optional<std::string> to_ascii(const std::string& name) {
  char* raw = nullptr;
  const int code = idn2_to_ascii_8z(name.c_str(), &raw, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT);
  const std::unique_ptr<char, void (*)(void*)> owner(raw, idn2_free);
  if (code != IDN2_OK || !raw) return std::nullopt;
  return std::string(raw);
}

// One part of an IPv4 address: decimal, 0 octal, 0x hexadecimal (WHATWG "IPv4 number parser"). Nothing when it is no
// number; values past 32 bits saturate.
std::optional<std::uint64_t> ipv4_number(std::string_view part) {
  unsigned base = 10;
  if (part.starts_with("0x")) {
    base = 16;
    part.remove_prefix(2);
  } else if (part.size() > 1 && part.front() == '0') {
    base = 8;
    part.remove_prefix(1);
  } else if (part.empty()) {
    return std::nullopt;
  }
  std::uint64_t value = 0;
  for (const char c : part) {
    unsigned digit = 16;
    if (c >= '0' && c <= '9') digit = static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') digit = static_cast<unsigned>(c - 'a' + 10);
    if (digit >= base) return std::nullopt;
    value = std::min<std::uint64_t>(value * base + digit, std::uint64_t{1} << 32);
  }
  return value;
}

std::vector<std::string_view> labels_of(std::string_view name) {
  if (name.ends_with('.')) name.remove_suffix(1);
  std::vector<std::string_view> labels;
  for (std::size_t at = 0; at <= name.size();) {
    const auto end = std::min(name.find('.', at), name.size());
    labels.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  return labels;
}

// WHATWG "ends in a number checker": such a host is an IPv4 address or nothing.
bool ends_in_number(const std::vector<std::string_view>& labels) {
  const auto last = labels.back();
  const bool digits =
      !last.empty() && std::all_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits || (last.starts_with("0x") && ipv4_number(last));
}

Result<std::string> canonical_ipv4(const std::vector<std::string_view>& parts) {
  if (parts.size() > 4) return UrlErrc::host;
  std::uint64_t address = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto number = ipv4_number(parts[i]);
    const bool last = i + 1 == parts.size();
    const auto limit = last ? std::uint64_t{1} << (8 * (4 - i)) : std::uint64_t{256};
    if (!number || *number >= limit) return UrlErrc::host;
    address += last ? *number : *number << (8 * (3 - i));
  }
  std::string text;
  for (int shift = 24; shift >= 0; shift -= 8) {
    text += std::to_string((address >> shift) & 0xff);
    if (shift) text += '.';
  }
  return text;
}

Result<std::string> canonical_ipv6(std::string_view inside) {
  const auto address = boost::urls::parse_ipv6_address(boost::urls::string_view(inside.data(), inside.size()));
  if (!address) return UrlErrc::host;
  return '[' + std::string(address->to_string()) + ']';
}

}  // namespace

Result<std::string> canonical_host(std::string_view host) {
  if (host.size() >= 2 && host.front() == '[' && host.back() == ']')
    return canonical_ipv6(host.substr(1, host.size() - 2));
  std::string name = percent_decode(host);
  if (name.empty() || name.size() > longest_source || name.find('\0') != name.npos) return UrlErrc::host;
  if (!is_ascii(name)) {
    auto ascii = to_ascii(name);
    if (!ascii) return UrlErrc::host;
    name = std::move(*ascii);
  }
  name = to_lower(name);
  if (name.empty() || name.size() > longest_name || !std::all_of(name.begin(), name.end(), is_name_char))
    return UrlErrc::host;
  const auto labels = labels_of(name);
  if (ends_in_number(labels)) return canonical_ipv4(labels);
  if (labels.back().empty()) return UrlErrc::host;  // "." and ".."
  return name;
}

}  // namespace almanac::url_detail
