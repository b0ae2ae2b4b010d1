#include "html_tokens.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <array>

namespace almanac {
namespace {

/// What ends the name of a tag.
constexpr auto ends_name = [] {
  std::array<bool, 256> bytes{};
  for (const char c : {' ', '\t', '\n', '\r', '\f', '/', '>'}) bytes[static_cast<std::size_t>(c)] = true;
  return bytes;
}();

// Offset of the ">" that ends a tag whose attributes begin at `at`; npos when the text ends first. Quotes count only as
// values.
std::size_t tag_end(std::string_view html, std::size_t at) {
  while (at < html.size()) {
    const char c = html[at];
    if (c == '>') return at;
    if (c != '=') {
      ++at;
      continue;
    }
    ++at;
    while (at < html.size() && is_space(html[at])) ++at;
    if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
      const auto close = html.find(html[at], at + 1);
      if (close == html.npos) return close;
      at = close + 1;
    } else {
      while (at < html.size() && !is_space(html[at]) && html[at] != '>') ++at;
    }
  }
  return html.npos;
}

}  // namespace

bool HtmlAttributes::next(HtmlAttribute& attribute) {
  std::size_t at = 0;
  while (at < rest_.size() && (is_space(rest_[at]) || rest_[at] == '/')) ++at;
  if (at == rest_.size()) return false;
  const std::size_t begin = at++;  // a leading "=" belongs to the name
  while (at < rest_.size() && !is_space(rest_[at]) && rest_[at] != '/' && rest_[at] != '=') ++at;
  attribute.name = rest_.substr(begin, at - begin);
  attribute.value = {};
  while (at < rest_.size() && is_space(rest_[at])) ++at;
  if (at < rest_.size() && rest_[at] == '=') {
    ++at;
    while (at < rest_.size() && is_space(rest_[at])) ++at;
    if (at < rest_.size() && (rest_[at] == '"' || rest_[at] == '\'')) {
      const auto close = std::min(rest_.find(rest_[at], at + 1), rest_.size());
      attribute.value = rest_.substr(at + 1, close - at - 1);
      at = std::min(close + 1, rest_.size());
    } else {
      const std::size_t value = at;
      while (at < rest_.size() && !is_space(rest_[at])) ++at;
      attribute.value = rest_.substr(value, at - value);
    }
  }
  rest_.remove_prefix(at);
  return true;
}

bool HtmlTokenizer::next(HtmlToken& token) {
  if (at_ >= html_.size()) return false;
  token = {};
  if (!raw_.empty()) {
    const auto element = find_element(raw_);
    const std::size_t end = element && element->name == "plaintext" ? html_.size() : end_tag_of(raw_);
    raw_ = {};
    token.text = html_.substr(at_, end - at_);
    token.element = element;
    at_ = end;
    const bool shown =
        element && (scripts_ == RawContent::keep || !element->is(HtmlElement::hidden) || element->name == "title");
    if (!token.text.empty() && shown) return true;
    token = {};
    if (at_ >= html_.size()) return false;
  }
  if (html_[at_] == '<' && next_markup(token)) return true;
  if (at_ >= html_.size()) return false;
  const std::size_t begin = at_;
  for (std::size_t next = html_[at_] == '<' ? at_ + 1 : at_;; ++next) {
    next = std::min(html_.find('<', next), html_.size());
    at_ = next;
    if (next + 1 >= html_.size()) {
      at_ = html_.size();
      break;
    }
    const char c = html_[next + 1];
    if (is_letter(c) || c == '/' || c == '!' || c == '?') break;
  }
  token.text = html_.substr(begin, at_ - begin);
  if (const auto close = cdata_ ? token.text.find("]]>") : token.text.npos; close != token.text.npos) {
    token.text = token.text.substr(0, close);
    at_ = begin + close + 3;
    cdata_ = false;
  }
  return true;
}

// At "<": true when a token was taken; false when it is text, or when the text ends inside the tag.
bool HtmlTokenizer::next_markup(HtmlToken& token) {
  if (at_ + 1 >= html_.size()) return false;
  const char c = html_[at_ + 1];
  if (is_letter(c)) return take_tag(token, false);
  if (c == '/' && at_ + 2 < html_.size() && is_letter(html_[at_ + 2])) return take_tag(token, true);
  if (c == '/' && at_ + 2 >= html_.size()) return false;
  if (c == '!' && is_open_declaration()) return false;
  if (c == '!' || c == '?' || c == '/') {
    take_comment(token);
    return true;
  }
  return false;
}

bool HtmlTokenizer::take_tag(HtmlToken& token, bool end) {
  const std::size_t name = at_ + (end ? 2 : 1);
  std::size_t at = name;
  while (at < html_.size() && !ends_name[static_cast<unsigned char>(html_[at])]) ++at;
  const std::size_t close = tag_end(html_, at);
  if (close == html_.npos) {
    at_ = html_.size();
    return false;
  }
  token.kind = end ? HtmlToken::Kind::end_tag : HtmlToken::Kind::start_tag;
  token.name = html_.substr(name, at - name);
  token.element = find_element(token.name);
  token.inside = end ? std::string_view() : html_.substr(at, close - at);
  token.text = html_.substr(at_, close + 1 - at_);
  at_ = close + 1;
  if (!end && token.element && token.element->is(HtmlElement::raw)) raw_ = token.name;
  return true;
}

// "<!DOCTYPE" in a sentence: nothing closes it. Looks for a ">" only until the first time that none is left.
bool HtmlTokenizer::is_open_declaration() {
  const auto rest = html_.substr(at_);
  if (rest.starts_with("<!--") || rest.starts_with("<![")) return false;
  if (!unclosed_) unclosed_ = rest.find('>') == rest.npos;
  return unclosed_;
}

void HtmlTokenizer::take_comment(HtmlToken& token) {
  token.kind = HtmlToken::Kind::comment;
  const auto rest = html_.substr(at_);
  std::size_t length = 0;
  if (rest.starts_with("<![CDATA[")) {
    length = 9;
    cdata_ = true;
  } else if (rest.starts_with("<!-->")) {
    length = 5;
  } else if (rest.starts_with("<!--->")) {
    length = 6;
  } else if (rest.starts_with("<!--")) {
    const auto plain = rest.find("-->", 4), bang = rest.substr(0, plain).find("--!>", 4);
    if (bang != rest.npos) {
      length = bang + 4;
    } else {
      length = plain == rest.npos ? rest.size() : plain + 3;
    }
  } else {
    length = std::min(rest.find('>'), rest.size() - 1) + 1;
  }
  token.text = rest.substr(0, length);
  at_ += length;
}

// Offset of "</name" followed by a blank, "/" or ">"; the end when there is none.
std::size_t HtmlTokenizer::end_tag_of(std::string_view name) const {
  for (std::size_t at = at_; (at = html_.find("</", at)) != html_.npos; at += 2) {
    const auto rest = html_.substr(at + 2);
    if (!starts_with_nocase(rest, name) || rest.size() == name.size()) continue;
    const char after = rest[name.size()];
    if (is_space(after) || after == '/' || after == '>') return at;
  }
  return html_.size();
}

}  // namespace almanac
