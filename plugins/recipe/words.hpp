#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace almanac::recipe {

// The words of recipes for the enumerations of almanac_source.h.
std::optional<std::int32_t> kind_of(std::string_view word);
std::optional<std::int32_t> mode_of(std::string_view word);
std::optional<std::int32_t> status_of(std::string_view word);
std::optional<std::int32_t> deadline_type_of(std::string_view word);
std::optional<std::int32_t> precision_of(std::string_view word);

/// Texts that lists write where they know nothing yet: "", "-", "TBA", "TBD", "None", "N/A" …, in any case.
bool says_nothing(std::string_view text);

}  // namespace almanac::recipe
