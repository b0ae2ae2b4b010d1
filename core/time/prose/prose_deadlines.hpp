#pragma once
#include <almanac/model/kind.hpp>
#include <optional>
#include <vector>

#include "prose_surroundings.hpp"

namespace almanac::prose {

/// What the surroundings of a date say about something that closes.
struct ClosingSigns {
  const CueHit* type = nullptr;    ///< what may close
  const CueHit* closes = nullptr;  ///< "closes", before the date
  bool until = false;              ///< "until" beside the date
  bool due = false;                ///< "deadline" before the date or right behind it
};

/// Whether a date is a deadline. A deadline is one day: a range of days is one only when it is said of it that it
/// closes, or when it is the time in which something is taken.
bool is_deadline(const ProseText& text, const Surroundings& around, const DateSpan& span, const Segment& segment,
                 const ClosingSigns& signs);

/// What kind of deadline a title names, not its event: "QuuxConf paper deadline", "Registration closes for QuuxConf",
/// "[CFP] QuuxConf". Nothing for most titles.
std::optional<DeadlineType> deadline_titled(const ProseText& text, const std::vector<CueHit>& cues);

DeadlineType deadline_type_of(Cue cue);

/// "Call closes at 11:59 PM": whether a call is named right before a piece.
bool is_call_before(const ProseText& text, std::uint32_t i);

/// Whether a piece is a word that stands before the first of two dates: "from", "vom", "del".
bool is_from_word(const ProseText& text, std::uint32_t i);

/// Whether a date is a range with a dash: "6月5日~6日" are days of one event, wherever it is moved.
bool is_dashed(const ProseText& text, const DateSpan& span);

}  // namespace almanac::prose
