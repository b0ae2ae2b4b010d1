#pragma once
#include <cstddef>
#include <string_view>

namespace almanac::rss {

/// Bytes behind a decoded text that decoding it may write, too.
constexpr std::size_t decoding_room = 16;

/// Writes a text with its references resolved; the size of what is meant. All of them are to characters or predefined
/// entities (XML 1.0 §4.1, §4.6), as check_xml tells. There is room for as much as the text and decoding_room more.
std::size_t decode_references(std::string_view text, char* out) noexcept;

}  // namespace almanac::rss
