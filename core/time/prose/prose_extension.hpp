#pragma once
#include <almanac/time/dates/date_civil.hpp>

#include "prose_text.hpp"

namespace almanac::prose {

/// "has been extended by one week": moves a day by what stands at a piece behind that word, which is told by `true`.
bool lengthen(const ProseText& text, std::uint32_t i, dates::CivilDay& day);

}  // namespace almanac::prose
