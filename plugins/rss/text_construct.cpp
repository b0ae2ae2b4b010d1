#include "text_construct.hpp"

#include <almanac/text/base64.hpp>
#include <almanac/text/charset.hpp>
#include <almanac/text/html.hpp>
#include <string>

#include "xml_tokens.hpp"

namespace almanac::rss {
namespace {

constexpr std::string_view html_type = "text/html";
constexpr std::string_view plain_type = "text/plain";
constexpr std::string_view xhtml_type = "application/xhtml+xml";

almanac_text as_html(std::string_view text, std::string_view type, const Scope& scope) {
  return sdk::html(text, type, scope.base);
}

almanac_text as_plain(std::string_view text, std::string_view type = {}) {
  almanac_text plain = sdk::plain(text);
  plain.media_type = sdk::borrow(type);
  return plain;
}

/// The only element below `node`, when there is no other text.
pugi::xml_node only_child(const Walker& walker, pugi::xml_node node) {
  const pugi::xml_node first = node.first_child();
  const bool lonely = first && !first.next_sibling() && first.type() == pugi::node_element;
  return lonely && trim_controls(walker.first_text(node)).empty() ? first : pugi::xml_node();
}

/// RFC 4287 §4.1.3.3 asks for base64 with other media types; what cannot be that is taken as it stands.
bool looks_like_base64(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    if (is_blank(c)) continue;
    if (!is_letter(c) && !is_digit(c) && c != '+' && c != '/' && c != '=') return false;
    ++digits;
  }
  return digits > 0 && digits % 4 == 0;
}

bool is_html_type(std::string_view type) { return same_word(type, "html") || same_word(type, html_type); }
bool is_xhtml_type(std::string_view type) { return same_word(type, "xhtml") || same_word(type, xhtml_type); }
bool is_xml_type(std::string_view type) { return type.ends_with("/xml") || type.ends_with("+xml"); }
bool is_text_type(std::string_view type) {
  return type.empty() || same_word(type, "text") || (type.size() > 5 && same_word(type.substr(0, 5), "text/"));
}

/// What never is a text.
bool is_media(std::string_view type) {
  for (const std::string_view kind : {"image/", "audio/", "video/", "application/pdf", "application/zip"})
    if (type.size() >= kind.size() && same_word(type.substr(0, kind.size()), kind)) return true;
  return false;
}

/// Whether a text that is no markup has any in it. RFC 4287 §3.1.1.3 wants a div as element: one in escaped characters
/// was meant as HTML.
bool holds_tag(Walker& walker, const Element& element) {
  const std::string_view text = walker.text(element.node);
  return text.find("</") != text.npos || text.find("/>") != text.npos;
}

/// Atom 0.3 §3.1: `mode` says how the characters are encoded, `type` what they are.
almanac_text atom03_text(Walker& walker, const Element& element, std::string_view type, std::string_view mode) {
  std::string_view text = walker.text(element.node);
  if (same_word(mode, "base64")) {
    const std::string_view decoded = trim_controls(walker.arena().store(decode_base64(text)));
    if (is_valid_utf8(decoded)) text = decoded;
  }
  if (is_html_type(type) || is_xhtml_type(type))
    return as_html(text, is_html_type(type) ? html_type : xhtml_type, element.scope);
  if (has_markup(text) && !same_word(type, plain_type)) return as_html(text, html_type, element.scope);
  return as_plain(text, type.empty() || same_word(type, "text") ? plain_type : type);
}

}  // namespace

bool has_markup(std::string_view text) noexcept {
  for (std::size_t i = text.find_first_of("<&"); i != text.npos; i = text.find_first_of("<&", i + 1)) {
    const char next = i + 1 < text.size() ? text[i + 1] : ' ';
    if (text[i] == '<' && (is_letter(next) || next == '/' || next == '!')) return true;
    if (text[i] == '&' && read_reference(text.data() + i, text.data() + text.size()).kind != Reference::none)
      return true;
  }
  return false;
}

almanac_text rss_text(Walker& walker, const Element& element) {
  if (Walker::has_elements(element.node))
    return as_html(walker.markup(element.node, Cdata::html), html_type, element.scope);
  const std::string_view text = walker.text(element.node);
  return looks_like_html(text) ? as_html(text, html_type, element.scope) : as_plain(text, plain_type);
}

almanac_text rss_html(Walker& walker, const Element& element) {
  const bool naked = Walker::has_elements(element.node);
  return as_html(naked ? walker.markup(element.node, Cdata::html) : walker.text(element.node), html_type,
                 element.scope);
}

almanac_text rss_content(Walker& walker, const Element& element) {
  return same_word(Walker::attribute(element.node, "type"), plain_type)
             ? as_plain(walker.text(element.node), plain_type)
             : rss_html(walker, element);
}

almanac_text xhtml_text(Walker& walker, const Element& element) {
  const pugi::xml_node inner = only_child(walker, element.node);
  if (inner && (same_word(inner.name(), "div") || std::string_view(inner.name()).ends_with(":div"))) {
    const Element division = walker.open(inner, element.scope);
    return as_html(walker.markup(inner), xhtml_type, division.scope);
  }
  return as_html(walker.markup(element.node), xhtml_type, element.scope);
}

almanac_text atom_text(Walker& walker, const Element& element) {
  const std::string_view type = Walker::attribute(element.node, "type");
  const std::string_view mode = Walker::attribute(element.node, "mode");
  const bool has_elements = Walker::has_elements(element.node);
  if (has_elements || (is_xhtml_type(type) && !holds_tag(walker, element))) {
    if (mode.empty() || same_word(mode, "xml")) {
      almanac_text text = xhtml_text(walker, element);
      if (is_html_type(type)) text.media_type = sdk::borrow(html_type);
      if (is_xml_type(type)) text.media_type = sdk::borrow(type);
      return text;
    }
  }
  if (!mode.empty()) return atom03_text(walker, element, type, mode);
  const std::string_view text = walker.text(element.node);
  if (is_html_type(type) || is_xhtml_type(type)) return as_html(text, html_type, element.scope);
  if (is_xml_type(type)) return as_html(text, type, element.scope);
  if (is_text_type(type)) return as_plain(text, same_word(type, "text") || type.empty() ? plain_type : type);
  if (!looks_like_base64(text)) return as_plain(text, type);
  const std::string_view decoded = trim_controls(walker.arena().store(decode_base64(text)));
  if (is_valid_utf8(decoded)) return as_plain(decoded, type);
  return as_plain(is_media(type) ? std::string_view() : text, type);
}

}  // namespace almanac::rss
