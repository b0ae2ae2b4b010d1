#pragma once
#include <almanac/query/match_filter.hpp>
#include <string>
#include <vector>

namespace almanac {

/// The terms of a filter by which it was chosen, each alone and ready to be asked of many events.
struct FilterTerm {
  std::string text;   ///< "“machine learning”", "kind:hackathon"
  BoundFilter alone;  ///< the term as a filter of its own
};

/// Terms that are asked for, not those that are excluded. At most `most`, in the order written.
std::vector<FilterTerm> wanted_terms(const Filter& filter, const Viewer& viewer, std::size_t most = 64);

/// The texts of those that hold for the candidate, at most `most`.
std::vector<std::string> matched_terms(const std::vector<FilterTerm>& terms, const Candidate& candidate,
                                       std::size_t most = 3);

}  // namespace almanac
