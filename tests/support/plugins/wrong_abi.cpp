// Made for a host of the far future.
#include <almanac_source.h>

extern "C" ALMANAC_EXPORT const almanac_plugin* almanac_source_entry(uint32_t) {
  static const almanac_plugin table{
      99, 0, sizeof(almanac_plugin), 0, "wrong_abi", "1", "", "", nullptr, nullptr, nullptr, nullptr, nullptr};
  return &table;
}
