#include "sanitize_policy.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/base/literals.hpp>
#include <almanac/model/url.hpp>
#include <array>

namespace almanac::sanitize_detail {
namespace {

bool is_word_value(std::string_view value) {
  return value.size() <= 64 && std::all_of(value.begin(), value.end(), [](char c) {
           return is_alnum(c) || std::string_view("#%.,:+-_/;* ").find(c) != std::string_view::npos;
         });
}

// The scheme as browsers see it: controls and blanks inside do not count ("java\nscript:").
std::string scheme_of(std::string_view address) {
  std::string scheme;
  for (const char c : address) {
    if (c == ':') return scheme;
    if (static_cast<unsigned char>(c) <= 0x20) continue;
    if (!is_alnum(c) && c != '+' && c != '-' && c != '.') return {};
    scheme += lower(c);
    if (scheme.size() > 20) return "unknown";
  }
  return {};
}

bool is_picture(std::string_view address) {
  constexpr std::size_t largest = 64 * 1024;
  if (address.size() > largest) return false;
  for (const std::string_view type : {"png", "gif", "jpeg", "jpg", "webp"}) {
    const std::string prefix = "data:image/" + std::string(type) + ";base64,";
    if (!starts_with_nocase(address, prefix)) continue;
    const auto data = address.substr(prefix.size());
    return std::all_of(data.begin(), data.end(),
                       [](char c) { return is_alnum(c) || c == '+' || c == '/' || c == '='; });
  }
  return false;
}

bool is_property(std::string_view name) {
  constexpr std::array<std::string_view, 30> allowed{
      "background",     "background-color", "border-collapse", "border-color",    "border-radius",
      "border-spacing", "border-style",     "border-width",    "clear",           "color",
      "cursor",         "direction",        "display",         "float",           "font",
      "height",         "letter-spacing",   "line-height",     "list-style-type", "max-width",
      "overflow",       "text-align",       "text-decoration", "text-indent",     "text-transform",
      "vertical-align", "white-space",      "width",           "word-break",      "word-wrap"};
  if (std::find(allowed.begin(), allowed.end(), name) != allowed.end()) return true;
  for (const std::string_view family : {"font-", "margin", "padding", "border"}) {
    if (!name.starts_with(family)) continue;
    const auto rest = name.substr(family.size());
    if (family == "font-") return is_one_of(rest, "family", "size", "style", "weight", "variant");
    if (rest.empty() || is_one_of(rest, "-top", "-right", "-bottom", "-left")) return true;
    return family == "border" &&
           is_one_of(rest, "-top-width", "-bottom-width", "-left-width", "-right-width", "-top-color", "-bottom-color",
                     "-left-color", "-right-color", "-top-style", "-bottom-style", "-left-style", "-right-style");
  }
  return false;
}

// Words, numbers of up to four digits and not below zero, colours; "(" only after rgb, rgba, hsl or hsla.
bool is_property_value(std::string_view value) {
  if (value.empty() || value.size() > 200) return false;
  std::size_t digits = 0, open = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const bool sign = c == '-' && i + 1 < value.size() && (is_digit(value[i + 1]) || value[i + 1] == '.') &&
                      (i == 0 || !is_alnum(value[i - 1]));
    if (sign || (!is_alnum(c) && std::string_view("#%.,!()- ").find(c) == std::string_view::npos)) return false;
    const bool in_color = i > digits && value[i - digits - 1] == '#';
    digits = is_digit(c) ? digits + 1 : 0;
    if (digits > 4 && !in_color && value.rfind('#', i) == value.npos) return false;
    if (c == '(') {
      std::size_t word = i;
      while (word > 0 && is_letter(value[word - 1])) --word;
      if (!is_one_of(to_lower(value.substr(word, i - word)), "rgb", "rgba", "hsl", "hsla")) return false;
      ++open;
    }
    if (c == ')' && open-- == 0) return false;
  }
  return open == 0;
}

}  // namespace

AttributeKind attribute_kind(std::string_view element, std::string_view attribute) {
  using enum AttributeKind;
  if (is_one_of(attribute, "href")) return is_one_of(element, "a", "area") ? link : refused;
  if (is_one_of(attribute, "src")) return is_one_of(element, "img", "audio", "video", "source") ? media : refused;
  if (is_one_of(attribute, "style")) return style;
  if (is_one_of(attribute, "title", "alt")) return text;
  if (is_one_of(attribute, "cite")) return is_one_of(element, "blockquote", "q", "del", "ins") ? link : refused;
  if (is_one_of(attribute, "poster")) return is_one_of(element, "video") ? media : refused;
  if (is_one_of(attribute, "lang", "dir", "align", "valign")) return word;
  if (is_one_of(attribute, "width", "height"))
    return is_one_of(element, "img", "video", "table", "td", "th", "col", "hr") ? word : refused;
  if (is_one_of(attribute, "colspan", "rowspan", "scope")) return is_one_of(element, "td", "th") ? word : refused;
  if (is_one_of(attribute, "span")) return is_one_of(element, "col", "colgroup") ? word : refused;
  if (is_one_of(attribute, "border", "cellpadding", "cellspacing", "summary"))
    return is_one_of(element, "table") ? word : refused;
  if (is_one_of(attribute, "start", "reversed")) return is_one_of(element, "ol") ? word : refused;
  if (is_one_of(attribute, "type")) return is_one_of(element, "ol", "ul", "li", "a", "source") ? word : refused;
  if (is_one_of(attribute, "value")) return is_one_of(element, "li", "data", "meter", "progress") ? word : refused;
  if (is_one_of(attribute, "min", "max", "low", "high", "optimum"))
    return is_one_of(element, "meter", "progress") ? word : refused;
  if (is_one_of(attribute, "datetime")) return is_one_of(element, "time", "del", "ins") ? word : refused;
  if (is_one_of(attribute, "hreflang")) return is_one_of(element, "a") ? word : refused;
  if (is_one_of(attribute, "color", "face", "size")) return is_one_of(element, "font") ? word : refused;
  if (is_one_of(attribute, "controls", "loop", "muted")) return is_one_of(element, "audio", "video") ? word : refused;
  if (is_one_of(attribute, "open")) return is_one_of(element, "details") ? word : refused;
  if (is_one_of(attribute, "hidden")) return word;
  return refused;
}

bool is_pixel_side(std::string_view attribute, std::string_view value) {
  if (!is_one_of(attribute, "width", "height")) return false;
  value = trim(value);
  return is_one_of(value, "0", "1", "0px", "1px");
}

std::string safe_address(std::string_view address, std::string_view base, AttributeKind kind) {
  std::string absolute(trim(address));
  if (absolute.empty()) return {};
  std::string scheme = scheme_of(absolute);
  if (scheme.empty()) {
    if (absolute.front() == '#' && base.empty()) return kind == AttributeKind::link ? absolute : std::string();
    absolute = resolve_link(base, absolute);
    scheme = scheme_of(absolute);
  }
  const bool web = scheme == "http" || scheme == "https";
  const bool media = web || (scheme == "data" && is_picture(absolute));
  const bool link =
      web || is_one_of(scheme, "mailto", "tel", "ftp", "ftps", "sms", "geo", "webcal", "irc", "ircs", "xmpp", "news");
  if (!(kind == AttributeKind::media ? media : link)) return {};
  std::erase_if(absolute, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  return absolute;
}

std::string safe_style(std::string_view style) {
  std::string kept;
  if (style.size() > 4096) return kept;
  while (!style.empty()) {
    const auto end = std::min(style.find(';'), style.size());
    const auto declaration = style.substr(0, end);
    style.remove_prefix(std::min(end + 1, style.size()));
    const auto colon = declaration.find(':');
    if (colon == declaration.npos) continue;
    const std::string name = to_lower(trim(declaration.substr(0, colon)));
    const auto value = trim(declaration.substr(colon + 1));
    if (!is_property(name) || !is_property_value(value)) continue;
    if (!kept.empty()) kept += ' ';
    kept.append(name).append(": ").append(value) += ';';
  }
  return kept;
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t' || c == '\r') out += c;
    }
  }
}

void append_attribute(std::string& out, std::string_view element, std::string_view attribute, std::string_view value,
                      std::string_view base) {
  const AttributeKind kind = attribute_kind(element, attribute);
  std::string cleaned;
  switch (kind) {
    case AttributeKind::refused:
      return;
    case AttributeKind::text:
      cleaned = value;
      break;
    case AttributeKind::word:
      if (!is_word_value(value)) return;
      cleaned = value;
      break;
    case AttributeKind::style:
      cleaned = safe_style(value);
      if (cleaned.empty()) return;
      break;
    case AttributeKind::link:
    case AttributeKind::media:
      cleaned = safe_address(value, base, kind);
      if (cleaned.empty()) return;
  }
  (out += ' ').append(attribute).append("=\"");
  append_escaped(out, cleaned);
  out += '"';
}

}  // namespace almanac::sanitize_detail
