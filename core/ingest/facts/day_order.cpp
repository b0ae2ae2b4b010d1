#include "day_order.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <string>

namespace almanac::facts {
namespace {

/// Languages in which the day comes first wherever they are written, but for some places in America.
constexpr std::string_view day_first_languages[] = {"bg", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "gl",
                                                    "hr", "id", "is", "it", "lv", "nb", "nl", "nn", "no", "pl", "pt",
                                                    "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi"};
constexpr std::string_view mixed_regions[] = {"us", "pr", "ca"};
/// Countries where English is written with the day first.
constexpr std::string_view day_first_english[] = {"gb", "uk", "ie", "au", "nz", "in", "sg",
                                                  "za", "mt", "ng", "ke", "gh", "pk", "lk"};

template <std::size_t N>
bool holds(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// What a tag states, in small letters.
struct LanguageTag {
  std::string language, region;
};

LanguageTag read_language_tag(std::string_view tag) {
  constexpr std::size_t longest = 35;
  LanguageTag read;
  if (tag.size() > longest) return read;
  std::string small = to_lower(tag);
  std::replace(small.begin(), small.end(), '_', '-');
  if (!std::all_of(small.begin(), small.end(), [](char c) { return c == '-' || is_alnum(c); })) return read;
  for (std::size_t from = 0; from < small.size();) {
    const std::size_t end = std::min(small.find('-', from), small.size());
    const std::string part = small.substr(from, end - from);
    if (from == 0)
      read.language = part;
    else if (part.size() == 1)
      break;  // extensions follow
    else if (part.size() == 2 && read.region.empty())
      read.region = part;
    from = end + 1;
  }
  return read;
}

}  // namespace

std::optional<bool> is_day_first_in(std::string_view tag) {
  if (tag.empty()) return std::nullopt;
  const LanguageTag stated = read_language_tag(tag);
  if (stated.language == "en") return holds(day_first_english, stated.region) ? std::optional(true) : std::nullopt;
  if (!holds(day_first_languages, stated.language) || holds(mixed_regions, stated.region)) return std::nullopt;
  return true;
}

}  // namespace almanac::facts
