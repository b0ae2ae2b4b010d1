#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace almanac::facts {

/// Whether the names of places of a country are inflected behind "in" and "to" ("w Kielcach", "v Brně", "в Казани").
bool inflects_names(std::string_view country) noexcept;

/// What a folded name of a place may be in the nominative of a Slavic language when it stands behind a preposition:
/// "kielcach" is "kielce". Most are no names at all: whoever asks looks them up.
std::vector<std::string> nominatives_of(std::string_view inflected);

}  // namespace almanac::facts
