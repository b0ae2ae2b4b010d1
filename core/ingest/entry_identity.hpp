#pragma once
#include <almanac/model/entry.hpp>
#include <cstdint>
#include <string>

#include "source_options.hpp"

namespace almanac {

/// What names an entry within its source from poll to poll: its id; without a (stable) one, what it says: title, start
/// and host of its address. An id that is reused for another year's edition (a site's address, say) gets the edition's
/// year.
std::string entry_key(const Entry& entry, bool id_is_stable);

/// A hash of what an entry says to people. Volatile facts (updated, DTSTAMP, SEQUENCE, id) are left out: equal means
/// "nothing new".
std::uint64_t entry_hash(const Entry& entry);

}  // namespace almanac
