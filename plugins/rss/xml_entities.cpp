#include "xml_entities.hpp"

#include <almanac/text/html.hpp>

#include "xml_tokens.hpp"

namespace almanac::rss {
namespace {

constexpr std::size_t most_entities = 256;
constexpr std::size_t longest_value = 1024;

std::string_view skip_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text;
}

bool is_plain(std::string_view value) {
  if (value.size() > longest_value || value.find_first_of("<%") != value.npos) return false;
  for (std::size_t amp = value.find('&'); amp != value.npos; amp = value.find('&', amp + 1))
    if (read_reference(value.data() + amp, value.data() + value.size()).kind != Reference::character) return false;
  return true;
}

}  // namespace

void Entities::declare(std::string_view doctype) {
  constexpr std::string_view keyword = "<!ENTITY";
  for (std::size_t at = doctype.find(keyword); at != doctype.npos && declared_.size() < most_entities;
       at = doctype.find(keyword, at + 1)) {
    std::string_view rest = skip_blanks(doctype.substr(at + keyword.size()));
    std::size_t size = 0;
    while (size < rest.size() && is_name_char(rest[size])) ++size;
    const std::string_view name = rest.substr(0, size);
    rest = skip_blanks(rest.substr(size));
    if (name.empty() || rest.empty() || (rest.front() != '"' && rest.front() != '\'')) continue;
    const std::size_t close = rest.find(rest.front(), 1);
    if (close == rest.npos) continue;
    const std::string_view value = rest.substr(1, close - 1);
    if (is_plain(value)) declared_.emplace(name, value);
  }
}

std::string Entities::expand(std::string_view reference) const {
  const auto own = declared_.find(reference.substr(1, reference.size() - 2));
  if (own != declared_.end()) return own->second;
  const std::string resolved = resolve_entities(reference);
  if (resolved == reference) return {};
  std::string source;
  for (const char c : resolved) {  // more than one: HTML reads "&ltx;" as "<x;"
    if (c == '<')
      source += "&lt;";
    else if (c == '&')
      source += "&amp;";
    else
      source += c;
  }
  return source;
}

}  // namespace almanac::rss
