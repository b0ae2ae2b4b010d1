#pragma once
#include <almanac/model/kind.hpp>
#include <vector>

#include "prose_cues.hpp"
#include "prose_dates.hpp"

namespace almanac::prose {

/// What a date in a text is the date of.
enum class Role : std::uint8_t {
  nothing,   ///< of something else: publication, a past edition, an opening, a refund
  event,     ///< perhaps the event
  deadline,  ///< the last day of something
  closing,   ///< the end of the event that began on another date
};

/// A date with what its surroundings say about it.
struct RoledDate {
  DateSpan span;
  std::uint32_t segment = 0;
  Role role = Role::event;
  int score = 0;  ///< of an event date: how likely
  DeadlineType type = DeadlineType::other;
  bool extended = false;
  bool moved_here = false;  ///< "postponed to" stands before it
  bool replaced = false;    ///< another day was to hold instead
  bool off = false;         ///< called off, itself or what takes place on it
  bool announced = false;   ///< words around it tell that something takes place then
  bool past = false;        ///< of a day that has gone by, or of something that is told in the past
};

/// The first of a text's segments that has a date; how many there are when none has.
std::size_t first_dated_segment(const ProseText& text, const Anchor& anchor);

/// Finds the dates of a text from a segment on, before which there are none, and decides what each is. In the order of
/// the text.
std::vector<RoledDate> read_roles(const ProseText& text, const Anchor& anchor, const std::vector<CueHit>& cues,
                                  std::size_t first_dated);

}  // namespace almanac::prose
