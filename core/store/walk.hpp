#pragma once
#include <cstddef>
#include <cstdint>

#include "impl.hpp"

namespace almanac::store_detail {

/// Reading one event by its number takes as long as walking over so many dates in their index.
inline constexpr std::int64_t dates_a_hit = 32;

/// Over how many dates a walk is likely to go until it has come upon `rows` of `hits` events, as if these lay evenly
/// among all.
std::int64_t likely_walk(Store::Impl& impl, std::size_t hits, std::size_t rows);

}  // namespace almanac::store_detail
