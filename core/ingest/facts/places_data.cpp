#include "places.hpp"

// The tables and their indexes as read-only bytes of the program: mapped on demand, nothing to parse.
// NOLINTBEGIN
#define ALMANAC_BYTES(name, file)                                         \
  __asm__(                                                                \
      ".section .rodata.almanac_places,\"a\",@progbits\n"                 \
      ".balign 4\n"                                                       \
      ".global " #name "_begin\n" #name                                   \
      "_begin:\n"                                                         \
      ".incbin \"" file                                                   \
      "\"\n"                                                              \
      ".global " #name "_end\n" #name                                     \
      "_end:\n"                                                           \
      ".byte 0\n"                                                         \
      ".text\n");                                                         \
  extern "C" {                                                            \
  extern const char name##_begin[] __attribute__((visibility("hidden"))); \
  extern const char name##_end[] __attribute__((visibility("hidden")));   \
  }

ALMANAC_BYTES(almanac_places, ALMANAC_PLACES)
ALMANAC_BYTES(almanac_places_index, ALMANAC_PLACES_INDEX)
ALMANAC_BYTES(almanac_countries, ALMANAC_COUNTRIES)
ALMANAC_BYTES(almanac_countries_index, ALMANAC_COUNTRIES_INDEX)
// NOLINTEND

namespace almanac::facts {
namespace {

NameTable table_of(const char* lines, const char* lines_end, const char* slots, const char* slots_end) noexcept {
  const auto* first = reinterpret_cast<const std::uint32_t*>(slots);
  return {{lines, lines_end}, {first, static_cast<std::size_t>(slots_end - slots) / sizeof(*first)}};
}

}  // namespace

const NameTable& places_table() noexcept {
  static const NameTable table =
      table_of(almanac_places_begin, almanac_places_end, almanac_places_index_begin, almanac_places_index_end);
  return table;
}

const NameTable& countries_table() noexcept {
  static const NameTable table = table_of(almanac_countries_begin, almanac_countries_end, almanac_countries_index_begin,
                                          almanac_countries_index_end);
  return table;
}

}  // namespace almanac::facts
