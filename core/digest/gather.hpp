#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/digest/select.hpp>
#include <almanac/store/store.hpp>
#include <optional>

namespace almanac {

/// What bounds the search for things to tell.
struct GatherBounds {
  std::optional<sys_seconds> since;  ///< when the issue before was made; absent: there was none
  std::int64_t instead_of = 0;       ///< the issue that is made again: what it told counts as not told
  bool memory = true;                ///< false: nothing counts as told
};

/// Asks the store for all that an issue of `profile` could tell at `now`. Each question goes along an index and takes a
/// bounded number of rows, so the cost depends on the limits of the sections; what lies beyond is only counted in the
/// index.
Result<DigestInput, Problem> gather(Store& store, const DigestProfile& profile, sys_seconds now,
                                    const GatherBounds& bounds);

}  // namespace almanac
