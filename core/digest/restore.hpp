#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/digest/select.hpp>
#include <almanac/store/store.hpp>

namespace almanac {

/// An issue as it was told, with its own number: from its content, or, when the store has let go of that, from its
/// items: the same things in the same order with today's facts, without those that were removed. `frame` gives profile,
/// period and zone.
Result<DigestView, Problem> restore_issue(Store& store, DigestInput frame, const Issue& issue);

}  // namespace almanac
