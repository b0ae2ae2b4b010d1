#include "places.hpp"

// The tables as read-only bytes of the program: mapped on demand, nothing to parse.
// NOLINTBEGIN
__asm__(
    ".section .rodata.almanac_places,\"a\",@progbits\n"
    ".global almanac_places_begin\n"
    "almanac_places_begin:\n"
    ".incbin \"" ALMANAC_PLACES
    "\"\n"
    ".global almanac_places_end\n"
    "almanac_places_end:\n"
    ".global almanac_countries_begin\n"
    "almanac_countries_begin:\n"
    ".incbin \"" ALMANAC_COUNTRIES
    "\"\n"
    ".global almanac_countries_end\n"
    "almanac_countries_end:\n"
    ".byte 0\n"
    ".text\n");
extern "C" {
extern const char almanac_places_begin[] __attribute__((visibility("hidden")));
extern const char almanac_places_end[] __attribute__((visibility("hidden")));
extern const char almanac_countries_begin[] __attribute__((visibility("hidden")));
extern const char almanac_countries_end[] __attribute__((visibility("hidden")));
}
// NOLINTEND

namespace almanac::facts {

std::string_view places_table() noexcept { return {almanac_places_begin, almanac_places_end}; }
std::string_view countries_table() noexcept { return {almanac_countries_begin, almanac_countries_end}; }

}  // namespace almanac::facts
