#pragma once
#include "prose_anchor.hpp"
#include "prose_cues.hpp"
#include "prose_dates.hpp"

namespace almanac::prose {

/// "do 15 marca", "до 15 марта": of other languages such a word means much else.
bool is_slavic_until(const ProseText& text, const Anchor& anchor, const DateSpan& span);
/// "március 15-ig", "15-éig".
bool is_suffixed(const ProseText& text, const DateSpan& span);

/// "Monday through Wednesday, 14 to 16 June": such a word between the weekdays of a range closes nothing.
bool joins_weekdays(const ProseText& text, const DateSpan& span, const CueHit& until);

}  // namespace almanac::prose
