#include "url_encode.hpp"

#include <array>
#include <cstdint>

namespace almanac::url_detail {
namespace {

constexpr std::uint8_t in_userinfo = 1, in_path = 2, in_query = 4, in_fragment = 8;

constexpr std::array<std::uint8_t, 256> allowed = [] {
  std::array<std::uint8_t, 256> table{};
  const auto allow = [&table](std::string_view characters, int parts) {
    for (const char c : characters) table[static_cast<unsigned char>(c)] = static_cast<std::uint8_t>(parts);
  };
  constexpr int everywhere = in_userinfo | in_path | in_query | in_fragment;
  allow("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:", everywhere);
  allow("@/", in_path | in_query | in_fragment);
  allow("?", in_query | in_fragment);
  return table;
}();

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_escape(std::string_view text, std::size_t at) {
  return at + 2 < text.size() && hex(text[at + 1]) >= 0 && hex(text[at + 2]) >= 0;
}

void append_escape(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += digits[byte >> 4];
  out += digits[byte & 15];
}

}  // namespace

void append_encoded(std::string& out, std::string_view text, UrlPart part) {
  constexpr std::array<std::uint8_t, 4> bits{in_userinfo, in_path, in_query, in_fragment};
  const auto bit = bits[static_cast<std::size_t>(part)];
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((allowed[static_cast<unsigned char>(c)] & bit) || (c == '%' && is_escape(text, i))) {
      out += c;
    } else {
      append_escape(out, c);
    }
  }
}

std::string percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && is_escape(text, i)) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

void append_tidied(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7f || c == '"' || c == '<' || c == '>' || (c == '%' && !is_escape(text, i))) {
      append_escape(out, c);
    } else {
      out += c;
    }
  }
}

}  // namespace almanac::url_detail
