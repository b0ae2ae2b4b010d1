#include "persons.hpp"

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

std::string_view strip(std::string_view text) noexcept {
  constexpr std::string_view edges = " \t\r\n()<>[]\"',;:-";
  while (!text.empty() && edges.find(text.front()) != edges.npos) text.remove_prefix(1);
  while (!text.empty() && edges.find(text.back()) != edges.npos) text.remove_suffix(1);
  return text;
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
  text = trim_controls(text);
  const std::string_view email = find_email(text);
  if (email.empty()) return {sdk::borrow(text), {}, {}};
  const auto from = static_cast<std::size_t>(email.data() - text.data());
  std::string_view before = text.substr(0, from);
  if (before.size() >= 7 && same_word(before.substr(before.size() - 7), "mailto:")) before.remove_suffix(7);
  before = strip(before);
  const std::string_view after = strip(text.substr(from + email.size()));
  return {sdk::borrow(before.empty() ? after : before), sdk::borrow(email), {}};
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

}  // namespace almanac::rss
