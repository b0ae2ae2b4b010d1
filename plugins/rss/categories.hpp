#pragma once
#include <almanac_sdk.hpp>

#include "walker.hpp"

namespace almanac::rss {

/// Adds a word unless it is empty or there already; at most 500 words.
void add_category(std::vector<almanac_str>& list, std::string_view word);
/// Words separated by commas.
void add_keywords(std::vector<almanac_str>& list, std::string_view words);
/// RSS category (text), Atom category (term, else label), itunes:category (text, with one below), CDF and DMOZ forms.
void read_category(Walker& walker, const Element& element, std::vector<almanac_str>& list);

}  // namespace almanac::rss
