#include "cyrillic_words.hpp"

#include <almanac/base/ascii.hpp>
#include <cstddef>

namespace almanac::charset_detail {
namespace {

/// An encoding of Cyrillic letters, as bytes.
struct CyrillicPage {
  std::string_view label;
  unsigned char small, capitals;  ///< the first of each 32 in a row
  unsigned char small_yo, capital_yo;
  std::string_view vowels;  ///< small ones
  std::string_view signs;   ///< beyond ASCII, that may stand around words
};

constexpr CyrillicPage cyrillic_pages[] = {
    {"koi8-r", 0xC0, 0xE0, 0xA3, 0xB3, "\xC1\xC5\xC9\xCF\xD5\xD9\xDC\xC0\xD1\xA3", "\x9A"},
    {"windows-1251", 0xE0, 0xC0, 0xB8, 0xA8, "\xE0\xE5\xE8\xEE\xF3\xFB\xFD\xFE\xFF\xB8",
     "\x84\x85\x91\x92\x93\x94\x96\x97\xA0\xAB\xB9\xBB"},
};

/// What has been seen of a text.
struct LettersSeen {
  std::size_t small = 0, vowels = 0;
  bool has_capital_word = false;  ///< a capital and then small letters
};

class PageReader {
 public:
  explicit PageReader(const CyrillicPage& page) : page_(page) {}

  /// Whether all words beyond ASCII are spelt as words are, and enough of them to tell.
  bool fits(std::string_view bytes) const {
    constexpr std::size_t least_letters = 5;
    LettersSeen seen;
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t end = end_of_word(bytes, at);
      if (end > at && !add_word(bytes.substr(at, end - at), seen)) return false;
      if (end == at && static_cast<unsigned char>(bytes[at]) >= 0x80 && page_.signs.find(bytes[at]) == bytes.npos)
        return false;
      at = end > at ? end : at + 1;
    }
    return seen.has_capital_word && seen.small + 1 >= least_letters && seen.vowels * 10 >= seen.small * 3 &&
           seen.vowels * 4 <= seen.small * 3;
  }

 private:
  bool is_small(char c) const {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= page_.small && byte - page_.small < 32) || byte == page_.small_yo;
  }
  bool is_capital(char c) const {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= page_.capitals && byte - page_.capitals < 32) || byte == page_.capital_yo;
  }

  std::size_t end_of_word(std::string_view bytes, std::size_t at) const {
    while (at < bytes.size() && (is_letter(bytes[at]) || is_small(bytes[at]) || is_capital(bytes[at]))) ++at;
    return at;
  }

  /// False for what no Russian word is: Latin and other letters together, a capital behind small letters, many
  /// consonants alone.
  bool add_word(std::string_view word, LettersSeen& seen) const {
    std::size_t latin = 0, small = 0, capitals = 0, vowels = 0;
    for (const char c : word) {
      if (is_letter(c)) {
        ++latin;
      } else if (is_capital(c)) {
        if (small > 0) return false;
        ++capitals;
      } else {
        ++small;
        if (page_.vowels.find(c) != page_.vowels.npos) ++vowels;
      }
    }
    if (latin > 0) return latin == word.size();
    constexpr std::size_t longest_without_vowel = 3;
    if (small > 0 && capitals > 1) return false;
    if (small > longest_without_vowel && vowels == 0) return false;
    seen.small += small, seen.vowels += vowels;
    seen.has_capital_word |= capitals == 1 && small >= 2;
    return true;
  }

  const CyrillicPage& page_;
};

}  // namespace

std::string_view cyrillic_encoding_of(std::string_view bytes) {
  for (const CyrillicPage& page : cyrillic_pages)
    if (PageReader(page).fits(bytes)) return page.label;
  return {};
}

}  // namespace almanac::charset_detail
