#pragma once
#include <almanac/store/matcher.hpp>
#include <span>

namespace almanac::match {

/// The facts of an event out of what its members say. The organiser's own page or calendar comes before lists of other
/// people's events, then the entry that was there first; withdrawn ones come last. Title, page, dates and place each
/// come whole from the first member that has them; cancellations and deadlines from all. `before` gives what is not
/// stored with entries: the summary, and the dates of a series. Pure.
Event merge_event(std::span<const EventMember> members, const Event& before);

}  // namespace almanac::match
