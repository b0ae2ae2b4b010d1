#pragma once
#include <optional>
#include <string_view>

#include "encoding_label.hpp"

namespace almanac::charset_detail {

/// The encoding that undeclared bytes are probably in, by the frequencies of their characters (ICU's detector over the
/// first 64 KiB that matter) or, of a few Russian words, by their capitals; nothing when they could as well be Western
/// text. Linear.
std::optional<Encoding> guess_encoding(std::string_view bytes);

}  // namespace almanac::charset_detail
