#pragma once
#include <cstdint>
#include <optional>

#include "prose_dates.hpp"

namespace almanac::prose {

/// The time of a day at which something closes, where a word says so between the two: "5 March, by 4 pm", "5. März (bis
/// 16 Uhr)", "5 marca 2027 r. do godz. 16:00". `from` is the piece behind the day; nothing when anything else stands
/// between them.
std::optional<ClockSpan> closing_clock_behind(const ProseText& text, std::uint32_t from, std::uint32_t end);

/// Whether such a word stands right before a time: "until 4 pm", "hasta las 16:00". What begins then is unknown.
bool is_closing_clock(const ProseText& text, const ClockSpan& clock);

}  // namespace almanac::prose
