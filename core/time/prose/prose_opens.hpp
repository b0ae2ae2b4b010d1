#pragma once
#include <almanac/time/words/word_table.hpp>
#include <cstdint>
#include <string_view>

#include "prose_marks.hpp"

namespace almanac::prose {

/// What may begin with a piece, in bits. None for most words, which are passed over so.
struct Opens {
  enum : std::uint8_t {
    figure = 1,   ///< a date or a time: a number, an ideograph
    named = 2,    ///< a date: the name of a month or a day
    article = 4,  ///< a date: stands before a day or its name
    period = 8,   ///< a date: a season, "Q", "H"
    day = 16,     ///< a date: "tomorrow"
    week = 32,    ///< a date: "this", "next"
    some = 64,    ///< a date: "a", and how phrases of two words begin
    clock = 128   ///< a time: "noon"
  };
};

/// What a folded word opens, apart from its being a name. `start` is its word_start.
std::uint8_t opened_by_word(std::string_view word, std::uint32_t start) noexcept;

/// Marks such words; "a" only where it may stand before "week".
void mark_opening_words(MarkTable& marks);

/// The words that a time of day may begin with.
struct ClockWord {
  enum : std::uint8_t {
    noon = 1,
    midnight = 2,
    half = 4,
    divided = 8,  ///< "meio-dia", "meia-noite"
    quarter = 16
  };
};
inline constexpr auto clock_words = std::to_array<dates::WordMeaning>({
    {"noon", ClockWord::noon},           {"midday", ClockWord::noon},
    {"mittags", ClockWord::noon},        {"midi", ClockWord::noon},
    {"midnight", ClockWord::midnight},   {"mitternacht", ClockWord::midnight},
    {"minuit", ClockWord::midnight},     {"mezzanotte", ClockWord::midnight},
    {"medianoche", ClockWord::midnight}, {"middernacht", ClockWord::midnight},
    {"mezzogiorno", ClockWord::noon},    {"mediodia", ClockWord::noon},
    {"poludnie", ClockWord::noon},       {"poludnia", ClockWord::noon},
    {"poledne", ClockWord::noon},        {"полдень", ClockWord::noon},
    {"полудня", ClockWord::noon},        {"polnoc", ClockWord::midnight},
    {"polnocy", ClockWord::midnight},    {"pulnoc", ClockWord::midnight},
    {"pulnoci", ClockWord::midnight},    {"полночь", ClockWord::midnight},
    {"полуночи", ClockWord::midnight},   {"midnatt", ClockWord::midnight},
    {"midnat", ClockWord::midnight},     {"keskiyo", ClockWord::midnight},
    {"keskiyohon", ClockWord::midnight}, {"ejfel", ClockWord::midnight},
    {"ejfelig", ClockWord::midnight},    {"half", ClockWord::half},
    {"meio", ClockWord::divided},        {"meia", ClockWord::divided},
    {"halb", ClockWord::half},           {"halv", ClockWord::half},
    {"quarter", ClockWord::quarter},     {"viertel", ClockWord::quarter},
    {"kwart", ClockWord::quarter},       {"kvart", ClockWord::quarter},
});

}  // namespace almanac::prose
