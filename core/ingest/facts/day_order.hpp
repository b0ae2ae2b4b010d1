#pragma once
#include <optional>
#include <string_view>

namespace almanac::facts {

/// Whether who writes in a language puts the day before the month in "03/04/2027". `tag`: of BCP 47 ("en-GB", "de",
/// "en_us"). Nothing where both are usual ("en", "en-CA", "fr-CA") or the year comes first ("ja"), and for a list of
/// languages. Pure.
std::optional<bool> is_day_first_in(std::string_view tag);

}  // namespace almanac::facts
