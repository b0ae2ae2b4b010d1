#include "persons.hpp"

#include <algorithm>

#include "xml_tokens.hpp"

namespace almanac::rss {
namespace {

bool is_address_char(char c) noexcept {
  return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == '_' || c == '+' || c == '%' || c == '~' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Where an e-mail address stands in `text`, or an empty view.
std::string_view find_email(std::string_view text) noexcept {
  for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
    std::size_t from = at, to = at + 1;
    while (from > 0 && is_address_char(text[from - 1])) --from;
    while (to < text.size() && is_address_char(text[to])) ++to;
    while (to > at + 1 && text[to - 1] == '.') --to;
    if (from < at && to > at + 1) return text.substr(from, to - from);
  }
  return {};
}

/// Where a web address stands in `text`, or an empty view.
std::string_view find_web_address(std::string_view text) noexcept {
  const std::size_t colon = text.find("://");
  if (colon == text.npos) return {};
  for (const std::string_view scheme : {"https", "http"}) {
    if (colon < scheme.size() || !same_word(text.substr(colon - scheme.size(), scheme.size()), scheme)) continue;
    const std::size_t to = std::min(text.find_first_of(" \t\r\n()<>[]\"", colon), text.size());
    const std::string_view address = text.substr(0, to).substr(colon - scheme.size());
    return to > colon + 3 ? address : std::string_view();
  }
  return {};
}

/// Whether the bracket at the start of `text` has its partner at the end.
bool is_in_brackets(std::string_view text, char open, char close) noexcept {
  if (text.size() < 2 || text.front() != open || text.back() != close) return false;
  const std::string_view inner = text.substr(1, text.size() - 2);
  return inner.find(close) == inner.npos || inner.find(open) < inner.find(close);
}

/// Without signs, blanks and brackets around the whole; brackets around a part of it stay.
std::string_view strip(std::string_view text) noexcept {
  constexpr std::string_view signs = " \t\r\n\"',;:-", openers = "(<[", closers = ")>]";
  for (std::size_t size = text.size() + 1; !text.empty() && text.size() < size;) {
    size = text.size();
    for (std::size_t kind = 0; kind < openers.size(); ++kind)
      if (is_in_brackets(text, openers[kind], closers[kind])) text = text.substr(1, text.size() - 2);
    if (text.empty()) break;
    const char first = text.front(), last = text.back();
    const auto opener = openers.find(first), closer = closers.find(last);
    const bool opens_none = opener != openers.npos && text.find(closers[opener]) == text.npos;
    const bool closes_none = closer != closers.npos && text.find(openers[closer]) == text.npos;
    if (signs.find(last) != signs.npos || openers.find(last) != openers.npos || closes_none)
      text.remove_suffix(1);
    else if (signs.find(first) != signs.npos || closers.find(first) != closers.npos || opens_none)
      text.remove_prefix(1);
  }
  return text;
}

/// Takes `part` out of `text`: what stands before it, or else behind it, is what remains.
std::string_view name_beside(std::string_view text, std::string_view part) noexcept {
  const auto from = static_cast<std::size_t>(part.data() - text.data());
  std::string_view before = text.substr(0, from);
  constexpr std::string_view mail_scheme = "mailto:";
  if (before.size() >= mail_scheme.size() && same_word(before.substr(before.size() - mail_scheme.size()), mail_scheme))
    before.remove_suffix(mail_scheme.size());
  before = strip(before);
  return before.empty() ? strip(text.substr(from + part.size())) : before;
}

void read_detail(Walker& walker, const Element& element, almanac_person& person) {
  switch (element.name.term) {
    case Term::name:
      person.name = sdk::borrow(walker.text(element.node));
      break;
    case Term::email:
      person.email = sdk::borrow(walker.text(element.node));
      break;
    case Term::uri:
    case Term::url:
    case Term::homepage:
      person.url = sdk::borrow(walker.resolve(walker.text(element.node), element.scope));
      break;
    default:
      break;
  }
}

}  // namespace

almanac_person split_person(std::string_view text) noexcept {
  std::string_view name = trim_controls(text);
  if (name.find("</") != name.npos) return {sdk::borrow(name), {}, {}};  // markup, whose text is the name
  const std::string_view address = find_web_address(name);
  const std::string_view email = address.find('@') == address.npos ? find_email(name) : std::string_view();
  if (!email.empty()) name = name_beside(name, email);
  const bool beside = !address.empty() && address.data() >= name.data() && address.data() < name.data() + name.size();
  if (beside) name = name_beside(name, address);
  return {sdk::borrow(name), sdk::borrow(email), sdk::borrow(beside ? address : std::string_view())};
}

almanac_person read_person(Walker& walker, const Element& element) {
  if (!Walker::has_elements(element.node)) return split_person(walker.text(element.node));
  almanac_person person{};
  for (const pugi::xml_node node : element.node.children()) {
    if (node.type() != pugi::node_element) continue;
    const Element child = walker.open(node, element.scope);
    if (child.name.term != Term::person && child.name.term != Term::organization) {
      read_detail(walker, child, person);
      continue;
    }
    for (const pugi::xml_node inner : node.children())
      if (inner.type() == pugi::node_element) read_detail(walker, walker.open(inner, child.scope), person);
  }
  if (is_empty(person)) return split_person(walker.text(element.node));
  return person;
}

void add_person(std::vector<almanac_person>& list, const almanac_person& person) {
  constexpr std::size_t most = 200;
  if (is_empty(person) || list.size() >= most) return;
  const bool known = std::any_of(list.begin(), list.end(), [&person](const almanac_person& other) {
    return sdk::view(other.name) == sdk::view(person.name) && sdk::view(other.email) == sdk::view(person.email) &&
           sdk::view(other.url) == sdk::view(person.url);
  });
  if (!known) list.push_back(person);
}

}  // namespace almanac::rss
