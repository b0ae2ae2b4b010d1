#pragma once
#include <string>

#include "recipe.hpp"
#include "toml_reader.hpp"

namespace almanac::recipe {

/// A value of a recipe as a rule: "/path", words with {/places}, a list of paths (the first that gives something), or a
/// table with from, join, template, split, match, map, default, html. Throws BadRecipe.
ValueRule read_value_rule(const toml::node& node, const std::string& key);

/// The same and format, epoch, day, range, year, zone, default_zone, precision.
TimeRule read_time_rule(const toml::node& node, const std::string& key);

/// Refuses a rule that can give a word which `is_known` does not know, as far as the recipe's own words go.
template <class IsKnown>
void check_words(const ValueRule& rule, const toml::node& at, const std::string& key, IsKnown is_known) {
  const auto check = [&](const std::string& word) {
    if (!word.empty() && !is_known(word)) refuse(at, key, "'" + word + "' is not among its words");
  };
  if (rule.words && rule.words->size() == 1)
    if (const auto* literal = std::get_if<std::string>(&rule.words->front()); literal && !rule.has_lookup)
      check(*literal);
  for (const auto& [from, to] : rule.lookup) check(to);
  if (rule.otherwise) check(*rule.otherwise);
}

}  // namespace almanac::recipe
