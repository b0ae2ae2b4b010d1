#include "value_rule.hpp"

#include <almanac/base/ascii.hpp>

#include "limits.hpp"
#include "words.hpp"

namespace almanac::recipe {
namespace {

/// The scalars at the end of a path.
void append_found(const Path& path, const Node& row, Nodes& arena, std::vector<std::string>& out) {
  std::vector<const Node*> found;
  path.find(row, arena, found, most_in_list);
  for (const Node* node : found) {
    if (out.size() >= most_in_list) return;
    std::string text = path.wants_key() ? std::string(node->key) : scalar_text(*node->value);
    const std::string_view trimmed = trim_controls(text);
    if (!trimmed.empty()) out.emplace_back(trimmed);
  }
}

std::vector<std::string> found(const ValueRule& rule, const Node& row, Nodes& arena) {
  std::vector<std::string> out;
  for (const Path& path : rule.from) {
    append_found(path, row, arena, out);
    if (!out.empty() && !rule.join && !rule.as_list) break;
  }
  if (rule.join && !out.empty()) {
    std::string joined;
    for (const std::string& part : out) {
      if (!joined.empty()) joined += *rule.join;
      joined += part;
      if (joined.size() > most_text) break;
    }
    out.assign(1, std::move(joined));
  }
  return out;
}

std::vector<std::string> composed(const Template& words, const Node& row, Nodes& arena) {
  std::string out;
  for (const auto& part : words) {
    if (const auto* literal = std::get_if<std::string>(&part)) {
      out += *literal;
      continue;
    }
    std::vector<std::string> value;
    append_found(std::get<Path>(part), row, arena, value);
    if (value.empty() || out.size() + value.front().size() > most_text) return {};
    out += value.front();
  }
  return {std::move(out)};
}

void cut(std::vector<std::string>& list, const std::string& at) {
  std::vector<std::string> out;
  for (const std::string& text : list) {
    std::size_t begin = 0;
    while (begin <= text.size() && out.size() < most_in_list) {
      const std::size_t end = std::min(text.find(at, begin), text.size());
      const std::string_view part = trim_controls(std::string_view(text).substr(begin, end - begin));
      if (!part.empty()) out.emplace_back(part);
      begin = end + at.size();
    }
  }
  list = std::move(out);
}

bool apply_match(std::string& text, const re2::RE2& expression) {
  re2::StringPiece groups[2];
  const int wanted = expression.NumberOfCapturingGroups() > 0 ? 2 : 1;
  if (!expression.Match(text, 0, text.size(), re2::RE2::UNANCHORED, groups, wanted)) return false;
  const re2::StringPiece& group = groups[wanted - 1];
  text = std::string(trim_controls({group.data() ? group.data() : "", group.size()}));
  return !text.empty();
}

bool apply_lookup(std::string& text, const ValueRule& rule) {
  const auto entry = rule.lookup.find(text);
  if (entry != rule.lookup.end()) text = entry->second;
  return entry != rule.lookup.end() && !text.empty();
}

}  // namespace

std::vector<std::string> texts(const ValueRule& rule, const Node& row, Nodes& arena) {
  std::vector<std::string> list = rule.words ? composed(*rule.words, row, arena) : found(rule, row, arena);
  const bool was_found = !list.empty();
  if (!rule.split.empty()) cut(list, rule.split);
  if (rule.match) std::erase_if(list, [&](std::string& text) { return !apply_match(text, *rule.match); });
  if (rule.has_lookup) {
    // A word that the table maps to "" is wanted away; only an unknown one falls back.
    const bool silenced = std::any_of(list.begin(), list.end(), [&](const std::string& text) {
      const auto entry = rule.lookup.find(text);
      return entry != rule.lookup.end() && entry->second.empty();
    });
    std::erase_if(list, [&](std::string& text) { return !apply_lookup(text, rule); });
    if (silenced && list.empty() && was_found) return {};
  }
  if (list.empty() && rule.otherwise) list.push_back(*rule.otherwise);
  return list;
}

std::string text(const ValueRule& rule, const Node& row, Nodes& arena) {
  auto list = texts(rule, row, arena);
  return list.empty() ? std::string() : std::move(list.front());
}

}  // namespace almanac::recipe
