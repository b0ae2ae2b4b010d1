#pragma once
#include <string_view>

namespace almanac::ical {

enum class Dialect { none, lines, xml, json };

/// What kind of calendar a document is, by its beginning (a few KiB are enough).
Dialect dialect_of(std::string_view prefix) noexcept;

/// 0 … 100, as almanac_plugin.sniff says.
int confidence(std::string_view prefix, std::string_view media_type) noexcept;

}  // namespace almanac::ical
