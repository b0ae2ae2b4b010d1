#pragma once
#include <string_view>

namespace almanac {

/// A small letter with a stroke or a ligature, which Unicode does not decompose, spelled in plain ones ("ø" → "o", "ß"
/// → "ss", "æ" → "ae"); empty for all others.
constexpr std::string_view plain_letter(char32_t c) {
  switch (c) {
    case 0xDF:
      return "ss";
    case 0xE6:
      return "ae";
    case 0xF0:
      return "d";
    case 0xF8:
      return "o";
    case 0xFE:
      return "th";
    case 0x111:
      return "d";
    case 0x127:
      return "h";
    case 0x131:
      return "i";
    case 0x142:
      return "l";
    case 0x153:
      return "oe";
    case 0x167:
      return "t";
    default:
      return {};
  }
}

}  // namespace almanac
