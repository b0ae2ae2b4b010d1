#pragma once
#include <string>

#include "match_facts.hpp"

namespace almanac::match {

/// What two descriptions say about each other.
enum class Verdict : std::uint8_t {
  same,       ///< one event
  unrelated,  ///< nothing speaks for it
  apart,      ///< something speaks against it: they never share an event
};

/// A verdict with its grounds, in words for people: "same address and start", "different cities".
struct Judgement {
  Verdict verdict = Verdict::unrelated;
  int score = 0;  ///< 0…100: how sure `same` is
  std::string because;
  bool only_places = false;  ///< apart for no other reason than that the cities differ; same although they do
  bool moved = false;        ///< same although the dates are far apart, unless several could be meant
};

/// Pure and symmetric. Never `same` for different cities (but for one page that tells of one gathering), different
/// stated years or seasons, or for a part (workshop, track, satellite) and its whole.
Judgement judge(const MatchFacts& a, const MatchFacts& b);

}  // namespace almanac::match
