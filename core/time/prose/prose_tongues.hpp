#pragma once
#include <cstdint>

#include "prose_text.hpp"

namespace almanac::prose {

/// Marks the words that tongues_of counts.
void mark_common_words(MarkTable& marks);

/// Languages that a text seems to be in, by its most common words (dates::mask_of). English is always believed.
std::uint32_t tongues_of(const ProseText& text);

}  // namespace almanac::prose
