#include "sniff.hpp"

#include <almanac/text/charset.hpp>

namespace almanac::webpage {

int confidence(std::string_view prefix, std::string_view media_type) {
  if (guess_markup(prefix, {}) == Markup::html) return 40;
  return guess_markup(prefix, media_type) == Markup::html ? 30 : 0;
}

}  // namespace almanac::webpage
