#pragma once
#include <almanac/store/due_times.hpp>
#include <string>
#include <vector>

#include "config.hpp"

namespace almanac {

/// The sources to poll: those that are named, or all that are neither paused nor gone (`force`), or those that are due.
/// They are put off until `until`, so that nobody else asks them meanwhile; their `health` is as it was before.
Result<std::vector<Source>, Problem> take_sources(Store& store, DueTimes& times, const std::vector<std::string>& names,
                                                  bool force, sys_seconds now, sys_seconds until);

/// How long sources that are taken at `now` are put off, should nobody come back from their polls: for the usual
/// interval, so that a program that crashes again and again asks no more often than one that works.
sys_seconds put_off_until(const Config& config, sys_seconds now);

/// What to give back to the store when a source was taken and not polled.
TakenSource taken(const Source& source);

}  // namespace almanac
