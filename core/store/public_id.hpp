#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace almanac::store_detail {

/// Public ids are 40 bits, written as eight characters of Crockford's base 32 in lower case: no letter is mistaken for
/// a digit.
inline constexpr int public_id_bits = 40;
inline constexpr std::size_t public_id_length = 8;

std::string public_id_text(std::int64_t id);

/// The range [first, last] of ids that begin with the text: i and l are read as 1, o as 0. Nothing when it is no
/// beginning of an id.
std::optional<std::pair<std::int64_t, std::int64_t>> public_id_range(std::string_view text);

/// The id of what one source says about one thing: the same on every machine. `attempt` counts collisions.
std::int64_t make_public_id(std::string_view source_url, std::string_view key, unsigned attempt);

}  // namespace almanac::store_detail
