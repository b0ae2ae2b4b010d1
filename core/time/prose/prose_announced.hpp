#pragma once
#include "prose_anchor.hpp"
#include "prose_roles.hpp"
#include "prose_surroundings.hpp"

namespace almanac::prose {

/// How far into a text its first words reach, in pieces.
constexpr std::size_t opening_pieces = 25;

/// Whether something is to take place on a date: "will be held on 5 May", "Date: 5 May", "5–7 May", a day in the title,
/// among the first words or first in a sentence. Not "today we release", "from 5 May on", a day and a sentence about it
/// ("Le 5 mai, le pont rouvrira …"), and not what a longer text mentions. The day of publication in a title is that of
/// a column: "Links of 5 May".
bool is_announced(const RoledDate& dated, const Surroundings& around, const ProseText& text, const Segment& segment,
                  const Anchor& anchor);

/// What a text says of the day on which it was published, or near it, is news unless it is announced: "today we
/// release", "Dubai, May 10:". The minute of its publication is its own.
bool is_of_publication(const RoledDate& dated, const Segment& segment, const Anchor& anchor);

}  // namespace almanac::prose
