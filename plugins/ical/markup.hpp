#pragma once
#include <string_view>

#include "arena.hpp"

namespace almanac::ical {

/// Whether a DESCRIPTION, plain text by RFC 5545, is really markup, as large web calendars write it.
bool is_markup(std::string_view text);

/// Such a text as HTML in which line breaks show: exporters mix "\n" with links and bold words. A text with elements
/// that break lines themselves comes back as it is, as does one of more than 64 KiB.
std::string_view show_breaks(std::string_view markup, Arena& arena);

/// The first web address that an `href` in the markup names, or an empty text.
std::string_view first_link(std::string_view markup) noexcept;

}  // namespace almanac::ical
