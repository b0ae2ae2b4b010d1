#pragma once
#include <cstdint>

#include "prose_text.hpp"

namespace almanac::prose {

/// What a little word says about the day or the time of day that it leads to, in bits.
struct Leading {
  enum : std::uint16_t {
    closing_hour = 1,     ///< "by", "spätestens": to a time at which something closes
    perhaps_closing = 2,  ///< "do": so too, but of other languages it means much else
    beside_closing = 4,   ///< "las", "r.": may stand beside such a word, between the day and the time
    closing_day = 8,      ///< "by", "due": to a day on which something closes, in English
    day_first = 16,       ///< "senast", "bis": so too, in a language that has the day before the month
    clock = 32,           ///< "um", "from": may stand between a day and its time
    dotted = 64           ///< "kl.", "r.": may be shortened
  };
};

/// What a piece says so; 0 for all other words.
std::uint16_t leading_word(const ProseText& text, std::uint32_t i) noexcept;

}  // namespace almanac::prose
