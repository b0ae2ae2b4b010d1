#pragma once
#include <string_view>

#include "prose_dates.hpp"

namespace almanac::prose {

/// "has been extended by one week": moves a day by what stands at a piece behind that word, which is told by `true`.
bool lengthen(const ProseText& text, std::uint32_t i, dates::CivilDay& day);

/// What stands in place of struck text that held a figure: what follows holds in its place.
inline constexpr std::string_view struck_mark = "~~";
bool is_struck_before(const ProseText& text, const DateSpan& span);

}  // namespace almanac::prose
