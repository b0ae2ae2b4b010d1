#pragma once
#include "prose_anchor.hpp"
#include "prose_atoms.hpp"

namespace almanac::prose {

/// Gives an atom the year that it leaves open, the nearest on or after the publication, and a day to what is relative
/// ("next Friday"). False when there is no such day, or nothing to count from.
bool settle_day(const ProseText& text, const Anchor& anchor, Atom& atom, dates::CivilDay& day);

}  // namespace almanac::prose
