#include "matched_terms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <almanac/query/parse_filter.hpp>

namespace almanac {
namespace {

std::string term_text(const FilterNode& node) {
  if (const auto* phrase = std::get_if<Phrase>(&node); phrase && phrase->field == Field::text) {
    std::string words;
    for (const auto& word : phrase->words) (words += words.empty() ? "" : " ") += word;
    return "“" + words + (phrase->prefix ? "*”" : "”");
  }
  if (const auto* near = std::get_if<Near>(&node); near && !near->name.empty())
    return fmt::format("near:{}/{:.0f}km", near->name, near->km);
  return to_text(Filter{{node}});
}

}  // namespace

std::vector<FilterTerm> wanted_terms(const Filter& filter, const Viewer& viewer, std::size_t most) {
  std::vector<FilterTerm> terms;
  // Read backwards a postfix form gives each operator before its operands: a stack says whether they are wanted.
  std::vector<bool> wanted{true};
  for (auto node = filter.nodes.rbegin(); node != filter.nodes.rend() && !wanted.empty(); ++node) {
    const bool here = wanted.back();
    wanted.pop_back();
    if (std::holds_alternative<Not>(*node)) {
      wanted.push_back(!here);
    } else if (std::holds_alternative<And>(*node) || std::holds_alternative<Or>(*node)) {
      wanted.insert(wanted.end(), 2, here);
    } else if (here) {
      terms.push_back({term_text(*node), bind(Filter{{*node}}, viewer)});
    }
  }
  std::reverse(terms.begin(), terms.end());
  if (terms.size() > most) terms.resize(most);
  return terms;
}

std::vector<std::string> matched_terms(const std::vector<FilterTerm>& terms, const Candidate& candidate,
                                       std::size_t most) {
  std::vector<std::string> matched;
  for (const auto& term : terms) {
    if (matched.size() == most) break;
    if (matches(term.alone, candidate)) matched.push_back(term.text);
  }
  return matched;
}

}  // namespace almanac
