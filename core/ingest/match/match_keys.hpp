#pragma once
#include <cstdint>
#include <vector>

#include "match_facts.hpp"

namespace almanac::match {

/// The keys under which an entry can be found by another that may be about the same event: each address; host and
/// start day; title and month; title, year and place; worldwide id. 64-bit hashes, stable across machines.
std::vector<std::uint64_t> match_keys(const MatchFacts& facts);

}  // namespace almanac::match
