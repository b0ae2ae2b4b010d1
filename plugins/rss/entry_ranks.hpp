#pragma once
#include <cstdint>

namespace almanac::rss {

// Ranks of an entry's address: the first is best.
inline constexpr std::uint8_t rank_link = 0;       // RSS link
inline constexpr std::uint8_t rank_page = 1;       // Atom link that says alternate and text/html
inline constexpr std::uint8_t rank_alternate = 2;  // other Atom alternates
inline constexpr std::uint8_t rank_permalink = 3;  // guid that is a permalink
inline constexpr std::uint8_t rank_original = 4;   // feedburner:origLink
inline constexpr std::uint8_t rank_about = 5;      // rdf:about
inline constexpr std::uint8_t rank_enclosure = 6;  // nothing better: what is attached
inline constexpr std::uint8_t rank_base = 7;  // an empty link, which means the stated base itself (RFC 3986 §5.4.1)

// … and of its text: RSS description and summary are rivals, and the one that comes second is the content.
inline constexpr std::uint8_t rank_description = 0;

// … and of its event facts: what a module says is better than what bare elements say.
inline constexpr std::uint8_t rank_module = 0;
inline constexpr std::uint8_t rank_bare = 2;

}  // namespace almanac::rss
