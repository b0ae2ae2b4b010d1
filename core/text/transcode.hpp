#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "encoding_label.hpp"

namespace almanac::charset_detail {

struct Transcoded {
  std::string text;        ///< valid UTF-8
  std::size_t errors = 0;  ///< U+FFFD put in
};

/// Reads bytes of any known encoding as UTF-8. What does not decode becomes U+FFFD. Linear.
Transcoded transcode(std::string_view bytes, const Encoding& encoding);

}  // namespace almanac::charset_detail
