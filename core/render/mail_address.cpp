#include "mail_address.hpp"

#include <algorithm>

namespace almanac {
namespace {

constexpr std::string_view hex = "0123456789ABCDEF";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 32 || c == 127; }

/// One '@' between two texts of visible ASCII without what has a meaning in a list of addresses.
bool is_address(std::string_view text) {
  const auto at = text.find('@');
  if (text.size() > 254 || at == 0 || at == std::string_view::npos || at + 1 == text.size()) return false;
  if (text.find('@', at + 1) != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return c > 32 && c < 127 && std::string_view(",;:<>()[]\\\"").find(c) == std::string_view::npos;
  });
}

/// A name with its quotes and their backslashes taken off; nothing for quotes that do not enclose it.
std::optional<std::string> plain_name(std::string_view name) {
  const bool quoted = name.size() >= 2 && name.front() == '"' && name.back() == '"';
  if (quoted) name = name.substr(1, name.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '"' || is_control(name[i])) return std::nullopt;
    if (quoted && name[i] == '\\' && ++i == name.size()) return std::nullopt;
    out += name[i];
  }
  return out;
}

std::optional<MailAddress> read_address(std::string_view text) {
  text = trimmed(text);
  if (!text.ends_with('>')) {
    if (!is_address(text)) return std::nullopt;
    return MailAddress{{}, std::string(text)};
  }
  const auto open = text.rfind('<');
  if (open == std::string_view::npos) return std::nullopt;
  const auto address = text.substr(open + 1, text.size() - open - 2);
  auto name = plain_name(trimmed(text.substr(0, open)));
  if (!is_address(address) || !name) return std::nullopt;
  return MailAddress{*std::move(name), std::string(address)};
}

/// RFC 5322 §3.2.3 and blanks: needs no quotes.
bool is_phrase(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return c >= 32 && c < 127 && std::string_view("()<>[]:;@\\,.\"").find(c) == std::string_view::npos;
  });
}

std::string name_in_header(std::string_view name) {
  auto out = mail_header_text(name);
  if (out != name || is_phrase(name)) return out;
  out = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::optional<std::vector<MailAddress>> read_mail_addresses(std::string_view text) {
  std::vector<MailAddress> addresses;
  bool quoted = false;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && quoted && text[i] == '\\') {
      ++i;
      continue;
    }
    if (i < text.size() && text[i] == '"') quoted = !quoted;
    if (i < text.size() && (quoted || text[i] != ',')) continue;
    auto address = read_address(text.substr(from, i - from));
    if (!address) return std::nullopt;
    addresses.push_back(*std::move(address));
    from = i + 1;
  }
  return addresses;
}

std::string mail_address_header(const std::vector<MailAddress>& addresses) {
  std::string out;
  for (const auto& [name, address] : addresses) {
    if (!out.empty()) out += ",\r\n ";
    if (name.empty()) {
      out += address;
      continue;
    }
    const auto shown = name_in_header(name);
    out += shown + (shown.size() + address.size() > 60 ? "\r\n <" : " <") + address + '>';
  }
  return out;
}

std::string mail_header_text(std::string_view text) {
  bool ascii = text.size() <= 60;
  for (const char c : text) ascii = ascii && c >= 32 && c < 127;
  if (ascii && text.find("=?") == std::string_view::npos) return std::string(text);
  std::string out, word;
  const auto flush = [&] {
    if (word.empty()) return;
    out += (out.empty() ? "=?UTF-8?Q?" : "\r\n =?UTF-8?Q?") + word + "?=";
    word.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    auto end = i + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    std::string piece;
    for (; i < end; ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
      if (plain)
        piece += text[i];
      else if (byte == ' ')
        piece += '_';
      else
        (piece += '=') += {hex[byte >> 4], hex[byte & 15]};
    }
    if (word.size() + piece.size() > (out.empty() ? 52u : 62u)) flush();  // the header's name stands before the first
    word += piece;
  }
  flush();
  return out;
}

}  // namespace almanac
