#pragma once
#include <string_view>

namespace almanac::charset_detail {

/// Whether bytes are Russian words in KOI8-R or windows-1251: its label, or "" when that is not sure. In these two the
/// small letters of one are the capitals of the other, so that "Встреча" is a word in one of them only, and in no
/// Western encoding. Tells a word of five letters; words without a capital tell nothing. Linear.
std::string_view cyrillic_encoding_of(std::string_view bytes);

}  // namespace almanac::charset_detail
