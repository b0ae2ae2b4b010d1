#pragma once
#include <optional>
#include <string_view>

namespace almanac::facts {

/// Whether who writes in a language puts the day before the month in "03/04/2027". `tag`: of BCP 47 ("en-GB", "de_AT").
/// Nothing where both are usual ("en", "en-CA", "fr-CA") or the year comes first ("ja"), for a list of languages, and
/// for "en-US", which programs that make feeds state unasked. Pure.
std::optional<bool> is_day_first_in(std::string_view tag);

}  // namespace almanac::facts
