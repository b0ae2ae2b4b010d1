#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace almanac::store_detail {

/// A key and an event that is found under it as one number: the upper 33 bits of the key, then 30 bits of the event's
/// id. Two keys of a million events meet by chance once in a few thousand; the facts are compared anyway.
using Pair = std::int64_t;

inline constexpr int event_bits = 30;
inline constexpr std::int64_t event_mask = (std::int64_t{1} << event_bits) - 1;

inline std::uint64_t upper_of_key(std::uint64_t key) { return key >> (event_bits + 1); }
inline std::uint64_t upper_of(Pair pair) { return static_cast<std::uint64_t>(pair) >> event_bits; }
inline Pair pair_of(std::uint64_t upper, std::int64_t event) { return static_cast<Pair>(upper << event_bits) | event; }

/// Sorted pairs as bytes of fixed width, which is as small as these pairs allow: half of what a row for each would
/// take, and searched where they lie. `first` is known from elsewhere and not above the first pair.
std::string encode_block(Pair first, std::span<const Pair> pairs);
/// Damaged bytes give no pairs.
std::vector<Pair> decode_block(Pair first, std::string_view bytes);
/// Bytes that a pair takes in a block.
std::size_t pair_width(Pair first, std::span<const Pair> pairs);

/// Appends the events of the pairs with this upper part, at most `most` of them. True if the block goes on as far as
/// that part, so that no later block has any.
bool find_in_block(Pair first, std::string_view bytes, std::uint64_t upper, std::size_t most,
                   std::vector<std::int64_t>& events);

}  // namespace almanac::store_detail
