#pragma once
#include "match_facts.hpp"

namespace almanac::match {

enum class Titles : std::uint8_t { unlike, related, within, alike, equal };
enum class Pages : std::uint8_t { none, unlike, same_host, nested, same };
enum class Days : std::uint8_t { far, unknown, near, same };
enum class Places : std::uint8_t { unlike, mixed, unknown, same };

/// How much two titles say the same. `within`: all that one says, the other says too.
Titles compare_titles(const MatchFacts& a, const MatchFacts& b);
/// The best relation of any two of their addresses.
Pages compare_pages(const MatchFacts& a, const MatchFacts& b);
/// `near`: within three days, or overlapping with an imprecise date. `unknown`: at least one has no date.
Days compare_days(const MatchFacts& a, const MatchFacts& b);
/// `mixed`: one is online only, the other has a city. `unknown`: at least one says nothing.
Places compare_places(const Place& a, const Place& b);
/// True for what has two countries, although the city may have one name: Cambridge.
bool countries_differ(const Place& a, const Place& b);
/// Whether the page of `part` lies below that of `whole` and its path says what only the title of `part` says:
/// "QuuxConf Security" at quuxconf.example/security.
bool names_its_part(const MatchFacts& whole, const MatchFacts& part);
/// True when both name editions and none is the same.
bool years_differ(const MatchFacts& a, const MatchFacts& b);
/// One series in one year, as far as titles tell; both name the year or are dated.
bool same_title_and_year(const MatchFacts& a, const MatchFacts& b);

/// Whether each title says something that the other does not: "SQL joins" and "SQL indexes" behind one group's name.
bool tell_two_things(const MatchFacts& a, const MatchFacts& b);
/// One for beginners, the other for advanced people.
bool levels_differ(const MatchFacts& a, const MatchFacts& b);

}  // namespace almanac::match
