#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <vector>

#include "entities.hpp"
#include "html.hpp"
#include "html_tokens.hpp"
#include "text_writer.hpp"

namespace almanac {
namespace {

using Element = HtmlElement;

/// "<https://example.org/>" and "<ann@example.org>" are what plain texts hold, no tags.
bool is_address(std::string_view tag_name) {
  const std::size_t at = tag_name.find('@');
  return equal_nocase(tag_name, "https:") || equal_nocase(tag_name, "http:") ||
         (at != tag_name.npos && tag_name.find('.', at) != tag_name.npos);
}

/// Whether a style says "display: none".
bool displays_none(std::string_view style) {
  const std::size_t display = style.find("display");
  if (display == style.npos) return false;
  style.remove_prefix(display + std::string_view("display").size());
  const auto skip_blanks = [&] { style.remove_prefix(std::min(style.find_first_not_of(" \t\r\n"), style.size())); };
  skip_blanks();
  if (!style.starts_with(':')) return false;
  style.remove_prefix(1);
  skip_blanks();
  return style.starts_with("none");
}

/// Whether the element of a start tag is not shown (WHATWG HTML §6.1; a style in the tag).
[[gnu::noinline]] bool is_hidden(const HtmlToken& token) {
  if (token.inside.find("hidden") == token.inside.npos && token.inside.find("none") == token.inside.npos) return false;
  auto attributes = token.attributes();
  for (HtmlAttribute attribute; attributes.next(attribute);) {
    if (equal_nocase(attribute.name, "hidden")) return !equal_nocase(attribute.value, "until-found");
    if (equal_nocase(attribute.name, "style") && displays_none(attribute.value)) return true;
  }
  return false;
}

/// Links and bold words are not looked at: there are many of them, and nobody hides one alone.
constexpr int never_hidden = Element::void_ | Element::structure | Element::formatting;

/// Elements that another of their name ends instead of standing in them.
bool is_ended_by_next(std::string_view name) {
  return name == "p" || name == "li" || name == "dt" || name == "dd" || name == "tr" || name == "td" || name == "th" ||
         name == "option";
}

/// Writes the tokens of a fragment as text.
class TextReader {
 public:
  TextReader(std::string_view html, TextWriter::Layout layout)
      : html_(html), tokens_(html), out_(layout, html.size()) {}

  std::string read() && {
    for (HtmlToken token; tokens_.next(token);) {
      if (hidden_ && stays_hidden(token)) continue;
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
    return std::move(out_).take();
  }

 private:
  void text(std::string_view html) {
    if (title_) return;
    if (pre_) {
      out_.preformatted(html);
    } else {
      out_.html(html);
    }
  }

  void start(const HtmlToken& token) {
    title_ = false;
    if (!token.element && is_address(token.name)) return out_.html(token.text);
    if (!token.element) return;
    const auto name = token.element->name;
    set_off(*token.element);
    if (!token.inside.empty() && !token.element->is(never_hidden) && is_hidden(token)) return hide(*token.element);
    if (name == "pre") {
      ++pre_;
    } else if (name == "li") {
      out_.bullet();
    } else if (name == "img") {
      alternative(token);
    } else if (name == "title") {
      title_ = true;
    } else if (name == "template") {
      hide(*token.element);
    }
  }

  void end(const HtmlToken& token) {
    title_ = false;
    if (!token.element) return;
    set_off(*token.element);
    if (token.element->name == "pre" && pre_) --pre_;
    if (token.element->name == "li") out_.no_bullet();
  }

  /// Nothing of an element without an end tag is hidden: more would be lost than what was meant.
  [[gnu::noinline]] void hide(const Element& element) {
    if (!has_end_ahead(element)) return;
    hidden_ = &element;
    hidden_depth_ = 1;
  }

  /// Whether an end tag of that name follows. Each is looked for once, so that many elements take linear time.
  bool has_end_ahead(const Element& element) {
    const auto known = std::find_if(ends_.begin(), ends_.end(), [&](const End& end) { return end.of == &element; });
    End& end = known == ends_.end() ? ends_.emplace_back(End{&element, 0}) : *known;
    if (end.at < tokens_.position()) end.at = html_.find("</" + std::string(element.name), tokens_.position());
    return end.at != html_.npos;
  }

  [[gnu::noinline]] bool stays_hidden(const HtmlToken& token) {
    if (token.element != hidden_ || token.kind == HtmlToken::Kind::text) return true;
    const bool begins = token.kind == HtmlToken::Kind::start_tag;
    if (begins && is_ended_by_next(hidden_->name)) return hidden_ = nullptr, false;
    hidden_depth_ += begins ? 1 : -1;
    if (hidden_depth_ == 0) hidden_ = nullptr;
    return true;
  }

  void set_off(const Element& element) {
    if (element.is(Element::paragraph)) {
      out_.break_lines(2);
    } else if (element.is(Element::line)) {
      out_.break_lines(1);
    } else if (element.is(Element::cell)) {
      out_.blank();
    }
  }

  void alternative(const HtmlToken& token) {
    auto attributes = token.attributes();
    for (HtmlAttribute attribute; attributes.next(attribute);) {
      if (!equal_nocase(attribute.name, "alt") || attribute.value.empty()) continue;
      out_.text(attribute_value(attribute.value));
      return;
    }
  }

  std::string_view html_;
  HtmlTokenizer tokens_;
  TextWriter out_;
  std::size_t pre_ = 0;
  bool title_ = false;
  const Element* hidden_ = nullptr;  ///< the element that is not shown
  int hidden_depth_ = 0;             ///< how many of its name are open
  struct End {
    const Element* of;
    std::size_t at;  ///< where its next end tag was found; npos when none follows
  };
  std::vector<End> ends_;
};

std::string collapse(std::string_view text) {
  TextWriter out(TextWriter::Layout::one_line, text.size());
  out.text(text);
  return std::move(out).take();
}

bool has_markup(std::string_view html) { return html.find('<') != html.npos || html.find('&') != html.npos; }

// "<" or "</", the name of a known element, and a ">" somewhere behind it.
bool has_tag(std::string_view text) {
  const auto last = text.rfind('>');
  if (last == text.npos) return false;
  for (std::size_t at = 0; (at = text.find('<', at)) < last; ++at) {
    std::size_t name = at + 1;
    if (text.substr(at).starts_with("<!--") || text.substr(at).starts_with("<![CDATA[")) return true;
    if (text[name] == '/') ++name;
    std::size_t end = name;
    while (end < last && is_alnum(text[end])) ++end;
    if ((is_space(text[end]) || text[end] == '>' || text[end] == '/') && find_element(text.substr(name, end - name)))
      return true;
  }
  return false;
}

bool has_reference(std::string_view text) {
  std::string scratch;
  for (std::size_t at = 0; (at = text.find('&', at)) != text.npos; ++at) {
    const std::size_t read = append_reference(scratch, text.substr(at));
    if (read && text[at + read - 1] == ';') return true;
    scratch.clear();
  }
  return false;
}

}  // namespace

std::string html_to_text(std::string_view html) {
  if (!has_markup(html)) return collapse(html);
  return TextReader(html, TextWriter::Layout::lines).read();
}

std::string html_to_line(std::string_view html) {
  if (!has_markup(html)) return collapse(html);
  return TextReader(html, TextWriter::Layout::one_line).read();
}

std::string plain_line(std::string_view text) { return collapse(text); }

bool looks_like_html(std::string_view text) { return has_tag(text) || has_reference(text); }

}  // namespace almanac
