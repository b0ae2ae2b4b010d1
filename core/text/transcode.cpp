#include "transcode.hpp"

#include <iconv.h>

#include <array>
#include <cerrno>

#include "charset.hpp"
#include "mac_tables.hpp"
#include "utf8.hpp"
#include "windows_1252.hpp"

namespace almanac::charset_detail {
namespace {

Transcoded from_latin(std::string_view bytes, bool user_defined) {
  Transcoded result;
  result.text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t ascii = ascii_prefix(bytes.substr(at));
    result.text.append(bytes.substr(at, ascii));
    if ((at += ascii) == bytes.size()) break;
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    char32_t value = byte;
    if (user_defined) {
      value = 0xF780u + byte - 0x80u;
    } else if (byte < 0xA0) {
      value = windows_1252_c1[byte - 0x80u];
      if (value == 0xFFFD) ++result.errors;
    }
    append_utf8(result.text, value);
  }
  return result;
}

Transcoded from_table(std::string_view bytes, const std::array<char16_t, 128>& upper_half) {
  Transcoded result;
  result.text.reserve(bytes.size() + bytes.size() / 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(result.text, byte < 0x80 ? byte : upper_half[byte - 0x80u]);
  }
  return result;
}

template <std::size_t Width, bool BigEndian>
char32_t unit(std::string_view bytes, std::size_t at) {
  char32_t value = 0;
  for (std::size_t i = 0; i < Width; ++i) {
    value |= static_cast<char32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * (BigEndian ? Width - 1 - i : i));
  }
  return value;
}

template <bool BigEndian>
Transcoded from_utf16(std::string_view bytes) {
  Transcoded result;
  result.text.reserve(bytes.size());
  std::size_t at = 0;
  while (at + 2 <= bytes.size()) {
    char32_t value = unit<2, BigEndian>(bytes, at);
    at += 2;
    if (value >= 0xD800 && value <= 0xDFFF) {
      const char32_t low = value < 0xDC00 && at + 2 <= bytes.size() ? unit<2, BigEndian>(bytes, at) : 0;
      if (low >= 0xDC00 && low <= 0xDFFF) {
        value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      } else {
        ++result.errors;  // append_utf8 puts U+FFFD
      }
    }
    append_utf8(result.text, value);
  }
  if (at < bytes.size()) {
    ++result.errors;
    result.text += replacement_character;
  }
  return result;
}

template <bool BigEndian>
Transcoded from_utf32(std::string_view bytes) {
  Transcoded result;
  result.text.reserve(bytes.size() / 2);
  std::size_t at = 0;
  for (; at + 4 <= bytes.size(); at += 4) {
    const char32_t value = unit<4, BigEndian>(bytes, at);
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) ++result.errors;
    append_utf8(result.text, value);
  }
  if (at < bytes.size()) {
    ++result.errors;
    result.text += replacement_character;
  }
  return result;
}

/// An open iconv descriptor.
class Converter {
 public:
  explicit Converter(std::string_view from) : handle_(iconv_open("UTF-8", std::string(from).c_str())) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (works()) iconv_close(handle_);
  }
  bool works() const { return handle_ != reinterpret_cast<iconv_t>(-1); }
  std::size_t step(char*& in, std::size_t& left, char*& out, std::size_t& room) {
    return iconv(handle_, &in, &left, &out, &room);
  }

 private:
  iconv_t handle_;
};

Transcoded from_iconv(std::string_view bytes, std::string_view name) {
  Converter converter(name);
  if (!converter.works()) {
    Transcoded latin = from_latin(bytes, false);
    ++latin.errors;  // the system lacks this encoding
    return latin;
  }
  Transcoded result;
  result.text.reserve(bytes.size() + bytes.size() / 2);
  std::array<char, 16 * 1024> buffer;
  char* in = const_cast<char*>(bytes.data());  // POSIX's signature; iconv does not write there
  std::size_t left = bytes.size();
  while (left) {
    char* out = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t code = converter.step(in, left, out, room);
    const int why = errno;
    result.text.append(buffer.data(), buffer.size() - room);
    if (code != static_cast<std::size_t>(-1) || why == E2BIG) continue;
    result.text += replacement_character;
    ++result.errors;
    if (why == EINVAL) break;  // cut inside a character at the end
    ++in;
    --left;
  }
  char* out = buffer.data();
  std::size_t room = buffer.size();
  char* none = nullptr;
  std::size_t nothing = 0;
  converter.step(none, nothing, out, room);
  result.text.append(buffer.data(), buffer.size() - room);
  result.errors += repair_utf8(result.text);  // glibc writes surrogates for a few undefined characters
  return result;
}

}  // namespace

Transcoded transcode(std::string_view bytes, const Encoding& encoding) {
  if (encoding.name == "utf-8") {
    Transcoded result{std::string(bytes), 0};
    result.errors = repair_utf8(result.text);
    return result;
  }
  if (encoding.name == "utf-16le") return from_utf16<false>(bytes);
  if (encoding.name == "utf-16be") return from_utf16<true>(bytes);
  if (encoding.name == "utf-32le") return from_utf32<false>(bytes);
  if (encoding.name == "utf-32be") return from_utf32<true>(bytes);
  if (encoding.name == "x-mac-greek") return from_table(bytes, mac_greek);
  if (encoding.name == "x-mac-turkish") return from_table(bytes, mac_turkish);
  if (encoding.iconv.empty()) return from_latin(bytes, encoding.name == "x-user-defined");
  return from_iconv(bytes, encoding.iconv);
}

}  // namespace almanac::charset_detail
