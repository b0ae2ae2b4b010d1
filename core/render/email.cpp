#include "email.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>

#include "digest_words.hpp"
#include "html.hpp"
#include "text_digest.hpp"

namespace almanac {
using namespace render;

namespace {

constexpr std::size_t longest_line = 76;  // RFC 2045 §6.7 (5), RFC 2047 §2
constexpr std::string_view hex = "0123456789ABCDEF";

/// RFC 2045 §6.7: soft breaks at 76, CRLF line ends, blanks before a line end encoded.
std::string quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  std::size_t column = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') {
      out += "\r\n";
      column = 0;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    const bool ends_line = i + 1 == text.size() || text[i + 1] == '\n';
    const bool plain = (byte > 32 && byte < 127 && c != '=' && !(c == '.' && column == 0)) || (c == ' ' && !ends_line);
    const std::size_t length = plain ? 1 : 3;
    if (column + length > longest_line - 1) {
      out += "=\r\n";
      column = 0;
    }
    if (plain)
      out += c;
    else
      (out += '=') += {hex[byte >> 4], hex[byte & 15]};
    column += length;
  }
  return out;
}

/// RFC 2047 encoded words, each of whole characters and at most 75 long; ASCII text stays as it is.
std::string header_text(std::string_view text) {
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
    if (word.size() + piece.size() > 62) flush();
    word += piece;
  }
  flush();
  return out;
}

/// One address, perhaps with a name in ASCII; nothing that could start another header or recipient.
bool is_address(std::string_view text) {
  if (text.empty() || text.size() > 254 || text.find('@') == std::string_view::npos) return false;
  for (const char c : text)
    if (c < 32 || c > 126 || c == ',' || c == ';' || c == ':') return false;
  return true;
}

/// RFC 5322 §3.3, in UTC.
std::string date_text(sys_seconds time) {
  constexpr std::array<std::string_view, 7> names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date{day};
  const auto clock = (time - day).count();
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000", names[std::chrono::weekday{day}.c_encoding() % 7],
                     static_cast<unsigned>(date.day()), months[(static_cast<unsigned>(date.month()) - 1) % 12],
                     static_cast<int>(date.year()), clock / 3600, clock / 60 % 60, clock % 60);
}

/// FNV-1a, 64 bit: names the message by what it says.
std::string fingerprint(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return fmt::format("{:016x}", hash);
}

void append_part(std::string& out, std::string_view boundary, std::string_view type, std::string_view body) {
  out += fmt::format("--{}\r\nContent-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
                     boundary, type);
  out += quoted_printable(body) + "\r\n";
}

}  // namespace

std::string render_digest_eml(const DigestView& digest, const Reader& reader, const EmailHead& head) {
  TextStyle style;
  style.width = 78;
  const auto text = render_digest_text(digest, reader, style);
  const auto html = render_digest_html(digest, reader);
  const auto name = fingerprint(text + html);
  // "=_" cannot occur in quoted-printable (RFC 2045 §6.7), so no body holds the boundary.
  const auto boundary = "=_almanac_" + name;
  std::string out;
  if (is_address(head.from)) out += "From: " + head.from + "\r\n";
  if (is_address(head.to)) out += "To: " + head.to + "\r\n";
  out += "Subject: " + header_text(digest_title(digest)) + "\r\n";
  out += "Date: " + date_text(digest.made) + "\r\n";
  out += "Message-ID: <" + name + "@almanac.invalid>\r\n";
  out += "MIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\n";
  out += "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n";
  append_part(out, boundary, "text/plain", text);
  append_part(out, boundary, "text/html", html);
  return out + "--" + boundary + "--\r\n";
}

}  // namespace almanac
