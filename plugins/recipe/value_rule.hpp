#pragma once
#include <re2/re2.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "node.hpp"

namespace almanac::recipe {

/// Words with places: "https://example.org/{/slug}".
using Template = std::vector<std::variant<std::string, Path>>;

/// How texts are made from a row, in this order: `from` or `template`, `split`, `match`, `map`, `default`.
struct ValueRule {
  std::vector<Path> from;                 ///< the first that gives something; all of them with `join`
  std::optional<std::string> join;        ///< between the texts of `from`
  std::optional<Template> words;          ///< gives nothing when one of its places gives nothing
  std::string split;                      ///< cuts each text here
  std::shared_ptr<const re2::RE2> match;  ///< gives its first group, or the whole match; nothing without a match
  std::map<std::string, std::string> lookup;
  bool has_lookup = false;               ///< a text that is not in it gives `otherwise` or nothing
  std::optional<std::string> otherwise;  ///< when nothing was found
  bool is_html = false;
  bool as_list = false;  ///< keeps every text, not the first only

  /// Whether the recipe's author said anything at all.
  bool is_set() const noexcept { return !from.empty() || words || otherwise; }
};

/// The texts that a rule gives for a row; trimmed, never empty. `arena` holds what was walked.
std::vector<std::string> texts(const ValueRule& rule, const Node& row, Nodes& arena);
/// The first of them, or "".
std::string text(const ValueRule& rule, const Node& row, Nodes& arena);

}  // namespace almanac::recipe
