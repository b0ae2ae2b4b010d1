#include "encoding_declaration.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>

namespace almanac::charset_detail {
namespace {

constexpr std::size_t declaration_window = 4096;

// The value after a name: blanks, "=", blanks, then a quoted or bare word. Empty when it does not follow.
std::string_view assigned(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.front() != '=') return {};
  text = trim(text.substr(1));
  if (text.empty()) return {};
  if (text.front() == '"' || text.front() == '\'')
    return trim(text.substr(1, std::min(text.find(text.front(), 1), text.size()) - 1));
  return text.substr(0, text.find_first_of(" \t\r\n\f;\"'>/"));
}

std::string_view xml_encoding(std::string_view head) {
  while (!head.empty() && is_space(head.front())) head.remove_prefix(1);
  if (!head.starts_with("<?xml") || head.size() < 6 || !is_space(head[5])) return {};
  head = head.substr(0, head.find('>'));
  const auto at = head.find("encoding");
  return at == head.npos ? std::string_view() : assigned(head.substr(at + 8));
}

std::string_view meta_charset(std::string_view head) {
  for (std::size_t at = 0; (at = head.find('<', at)) != head.npos; ++at) {
    if (head.substr(at).starts_with("<!--")) {
      at = head.find("-->", at + 4);
      if (at == head.npos) return {};
      continue;
    }
    if (!starts_with_nocase(head.substr(at), "<meta")) continue;
    const auto tag = head.substr(at, head.find('>', at) - at);
    const auto charset = find_nocase(tag, "charset");
    if (charset == tag.npos) continue;
    if (const auto value = assigned(tag.substr(charset + 7)); !value.empty()) return value;
  }
  return {};
}

}  // namespace

std::string_view charset_parameter(std::string_view content_type) {
  auto at = content_type.find(';');
  while (at != content_type.npos) {
    auto rest = trim(content_type.substr(at + 1));
    if (starts_with_nocase(rest, "charset")) {
      if (const auto value = assigned(rest.substr(7)); !value.empty()) return value;
    }
    at = content_type.find(';', at + 1);
  }
  return {};
}

std::string media_type(std::string_view content_type) {
  return to_lower(trim(content_type.substr(0, content_type.find(';'))));
}

std::string_view declared_in(std::string_view head, Markup markup) {
  head = head.substr(0, declaration_window);
  if (markup != Markup::xml && markup != Markup::html) return {};
  if (const auto label = xml_encoding(head); !label.empty()) return label;
  return markup == Markup::html ? meta_charset(head) : std::string_view();
}

Signature signature_of(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return {"utf-8", 3};
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return {"utf-32le", 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return {"utf-32be", 4};
  if (bytes.starts_with("\xFE\xFF"sv)) return {"utf-16be", 2};
  if (bytes.starts_with("\xFF\xFE"sv)) return {"utf-16le", 2};
  if (bytes.starts_with("\x4C\x6F\xA7\x94"sv)) return {"ibm037", 0};
  if (bytes.size() < 4) return {};
  const bool zero[4] = {!bytes[0], !bytes[1], !bytes[2], !bytes[3]};
  if (zero[0] && zero[1] && zero[2] && !zero[3]) return {"utf-32be", 0};
  if (!zero[0] && zero[1] && zero[2] && zero[3]) return {"utf-32le", 0};
  if (zero[0] && !zero[1] && zero[2] && !zero[3]) return {"utf-16be", 0};
  if (!zero[0] && zero[1] && !zero[2] && zero[3]) return {"utf-16le", 0};
  return {};
}

}  // namespace almanac::charset_detail
