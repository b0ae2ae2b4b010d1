#include "sanitize_filter.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <array>
#include <utility>
#include <vector>

#include "entities.hpp"
#include "html.hpp"
#include "html_tokens.hpp"
#include "sanitize_policy.hpp"

namespace almanac::sanitize_detail {
namespace {

// Elements that an end tag of something else does not reach through (WHATWG HTML §13.2.4.2, "has an element in scope").
bool is_scope(std::string_view name) { return name == "td" || name == "th" || name == "table" || name == "caption"; }

bool is_table_part(std::string_view name) {
  return is_scope(name) || name == "tr" || name == "tbody" || name == "thead" || name == "tfoot" || name == "colgroup";
}

// What a start tag of the same kind closes when it is open right here: "<li>a<li>b", "<p>a<p>b".
bool closes(std::string_view open, std::string_view next, const HtmlElement& element) {
  if (open == "p") return element.is(HtmlElement::paragraph) || (element.is(HtmlElement::line) && next != "br");
  if (open == "li") return next == "li";
  if (open == "dt" || open == "dd") return next == "dt" || next == "dd";
  if (open == "td" || open == "th") return next == "td" || next == "th" || next == "tr" || next == "tbody";
  if (open == "tr") return next == "tr" || next == "tbody" || next == "tfoot";
  return false;
}

class Filter {
 public:
  Filter(std::string_view html, std::string_view base) : tokens_(html), base_(base) {
    out_.reserve(html.size() + html.size() / 8);
  }

  std::string run() && {
    for (HtmlToken token; tokens_.next(token);) {
      if (!hidden_.empty()) {
        leave_hidden(token);
        continue;
      }
      switch (token.kind) {
        case HtmlToken::Kind::text:
          text(token.text);
          break;
        case HtmlToken::Kind::start_tag:
          start(token);
          break;
        case HtmlToken::Kind::end_tag:
          end(token);
          break;
        case HtmlToken::Kind::comment:
          break;
      }
    }
    while (!open_.empty()) close_last();
    return std::move(out_);
  }

 private:
  // Text is read and written again, so that a "<" in it can never begin anything.
  void text(std::string_view source) {
    const bool skipped = std::exchange(skip_text_, false);
    if (!skipped) append_escaped(out_, raw_text_ ? std::string(source) : resolve_entities(source));
    raw_text_ = false;
  }

  void leave_hidden(const HtmlToken& token) {
    if (!token.element || token.element->name != hidden_) return;
    if (token.kind == HtmlToken::Kind::start_tag) ++hidden_depth_;
    if (token.kind == HtmlToken::Kind::end_tag && --hidden_depth_ == 0) hidden_ = {};
  }

  void start(const HtmlToken& token) {
    skip_text_ = raw_text_ = false;
    if (!token.element) return;
    const HtmlElement& element = *token.element;
    if (element.is(HtmlElement::raw)) {
      skip_text_ = element.is(HtmlElement::hidden);
      raw_text_ = !skip_text_ && element.name != "textarea";
    } else if (element.is(HtmlElement::hidden)) {
      hidden_ = element.name;
      hidden_depth_ = 1;
    }
    if (!element.is(HtmlElement::allowed)) {
      if (element.is(HtmlElement::line | HtmlElement::paragraph)) out_ += ' ';
      return;
    }
    if (element.name == "img" && is_pixel(token)) return;
    if (!open_.empty() && closes(open_.back()->name, element.name, element)) close_last();
    if (open_.size() >= deepest || (element.is(HtmlElement::formatting) && formatting_ >= deepest_formatting)) return;
    (out_ += '<').append(element.name);
    attributes(token, element.name);
    if (element.name == "a" || element.name == "area") out_ += link_relation;
    out_ += '>';
    if (element.is(HtmlElement::void_)) return;
    open_.push_back(&element);
    if (element.is(HtmlElement::formatting)) ++formatting_;
  }

  static bool is_pixel(const HtmlToken& image) {
    std::size_t sides = 0;
    auto attributes = image.attributes();
    for (HtmlAttribute attribute; attributes.next(attribute);)
      sides += is_pixel_side(to_lower(attribute.name.substr(0, 8)), attribute.value);
    return sides >= 2;
  }

  void attributes(const HtmlToken& token, std::string_view element) {
    constexpr std::size_t most = 32;
    std::array<std::string, most> seen;
    std::size_t count = 0;
    auto attributes = token.attributes();
    for (HtmlAttribute attribute; count < most && attributes.next(attribute);) {
      if (attribute.name.size() > 16) continue;
      std::string name = to_lower(attribute.name);
      if (attribute_kind(element, name) == AttributeKind::refused) continue;
      if (std::find(seen.begin(), seen.begin() + count, name) != seen.begin() + count) continue;
      append_attribute(out_, element, name, attribute_value(attribute.value), base_);
      seen[count++] = std::move(name);
    }
  }

  void end(const HtmlToken& token) {
    skip_text_ = raw_text_ = false;
    if (!token.element || !token.element->is(HtmlElement::allowed) || token.element->is(HtmlElement::void_)) return;
    const auto name = token.element->name;
    const bool table = is_table_part(name);
    for (std::size_t i = open_.size(); i > 0; --i) {
      const auto open = open_[i - 1]->name;
      if (open == name) {
        while (open_.size() >= i) close_last();
        return;
      }
      if (is_scope(open) && !(table && open != "table")) return;
    }
  }

  void close_last() {
    const HtmlElement& last = *open_.back();
    open_.pop_back();
    if (last.is(HtmlElement::formatting)) --formatting_;
    out_.append("</").append(last.name) += '>';
  }

  HtmlTokenizer tokens_;
  std::string_view base_;
  std::string out_;
  std::vector<const HtmlElement*> open_;
  std::size_t formatting_ = 0, hidden_depth_ = 0;
  std::string_view hidden_;
  bool skip_text_ = false, raw_text_ = false;
};

}  // namespace

std::string filter_html(std::string_view html, std::string_view base) { return Filter(html, base).run(); }

}  // namespace almanac::sanitize_detail
