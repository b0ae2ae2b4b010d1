#pragma once
#include <string>
#include <string_view>

namespace almanac::facts {

/// The ISO 3166-1 alpha-2 code (capitals) of a country by its name in one of eighteen languages or by its code; "" when
/// unknown. "UK" is GB.
std::string country_named(std::string_view name);
/// A name of a country that a misspelt one may mean, folded, or "".
std::string nearest_country(std::string_view name);

/// The language tag that an English or own name ("German", "deutsch") or a tag ("de", "en-GB", "gsw") stands for, in
/// lower case; "" when unknown.
std::string language_named(std::string_view name);
/// An English name of a language that a misspelt one may mean, or "".
std::string nearest_language(std::string_view name);

}  // namespace almanac::facts
