#pragma once
#include <almanac/model/listing.hpp>
#include <vector>

namespace almanac::store_detail {

/// What a person who knew `before` should be told: date, place, status, title and deadlines. Pure. `at` is left to the
/// caller.
std::vector<EventChange> find_changes(const Event& before, const Event& after);

/// True for changes that count for `changed:` filters; a new title alone does not.
bool is_told(const EventChange& change);

}  // namespace almanac::store_detail
