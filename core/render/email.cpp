#include "email.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>

#include "digest_words.hpp"
#include "html.hpp"
#include "mail_address.hpp"
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

void append_addresses(std::string& out, std::string_view header, std::string_view text) {
  const auto addresses = read_mail_addresses(text);
  if (addresses) out += fmt::format("{}: {}\r\n", header, mail_address_header(*addresses));
}

}  // namespace

std::string render_digest_eml(const DigestView& digest, const Reader& reader, const EmailHead& head) {
  TextStyle style;
  style.width = digest_file_width;
  const auto text = render_digest_text(digest, reader, style);
  const auto html = render_digest_html(digest, reader);
  const auto name = fingerprint(text + html);
  // "=_" cannot occur in quoted-printable (RFC 2045 §6.7), so no body holds the boundary.
  const auto boundary = "=_almanac_" + name;
  std::string out;
  append_addresses(out, "From", head.from);
  append_addresses(out, "To", head.to);
  out += "Subject: " + mail_header_text(digest_title(digest)) + "\r\n";
  out += "Date: " + date_text(digest.made) + "\r\n";
  out += "Message-ID: <" + name + "@almanac.invalid>\r\n";
  out += "MIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\n";
  out += "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n";
  append_part(out, boundary, "text/plain", text);
  append_part(out, boundary, "text/html", html);
  return out + "--" + boundary + "--\r\n";
}

}  // namespace almanac
