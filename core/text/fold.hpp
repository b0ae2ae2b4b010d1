#pragma once
#include <string>
#include <string_view>

namespace almanac {

/// A text as it is compared and searched: lower case, diacritics gone, compatibility forms and ligatures spelled out
/// ("Ångström ﬁne" → "angstrom fine", "Straße" → "strasse"). Idempotent. ASCII takes a short path.
std::string fold(std::string_view text);

}  // namespace almanac
