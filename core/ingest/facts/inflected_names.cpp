#include "inflected_names.hpp"

#include <algorithm>

namespace almanac::facts {
namespace {

struct Ending {
  std::string_view inflected, nominative;
};
constexpr Ending endings[] = {
    // Polish, Czech, Slovak
    {"ach", "e"},
    {"ach", "y"},
    {"iu", ""},
    {"ie", ""},
    {"ie", "a"},
    {"ia", ""},
    {"ci", "ec"},
    {"ni", "en"},
    {"u", ""},
    {"u", "e"},
    {"u", "o"},
    {"i", ""},
    {"i", "ia"},
    {"y", ""},
    {"y", "a"},
    {"a", ""},
    {"a", "o"},
    {"e", "a"},
    {"e", "o"},
    {"ze", "ha"},
    // Russian, Ukrainian
    {"е", ""},
    {"е", "а"},
    {"и", "ь"},
    {"и", "а"},
    {"а", ""},
    {"ы", "а"},
    {"і", "а"},
    {"і", ""},
    {"ові", "ів"},
};

}  // namespace

bool inflects_names(std::string_view country) noexcept {
  constexpr std::string_view countries[] = {"BY", "CZ", "PL", "RU", "SK", "UA"};
  return std::find(std::begin(countries), std::end(countries), country) != std::end(countries);
}

std::vector<std::string> nominatives_of(std::string_view inflected) {
  constexpr std::size_t shortest = 3;  // bytes of a stem
  std::vector<std::string> names;
  for (const auto& [ending, nominative] : endings)
    if (inflected.ends_with(ending) && inflected.size() >= ending.size() + shortest)
      names.push_back(std::string{inflected.substr(0, inflected.size() - ending.size())} + std::string{nominative});
  return names;
}

}  // namespace almanac::facts
