#pragma once
#include <algorithm>
#include <cstddef>
#include <string_view>

namespace almanac::match {

/// Calls `each` with every word between single blanks.
template <class Each>
void each_word(std::string_view text, Each each) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) each(text.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace almanac::match
