// Says that its table ends before the functions.
#include <almanac_source.h>

extern "C" ALMANAC_EXPORT const almanac_plugin* almanac_source_entry(uint32_t) {
  static const almanac_plugin table{ALMANAC_ABI_MAJOR, 0,       16,      0,       "short_table", "1", "", "",
                                    nullptr,           nullptr, nullptr, nullptr, nullptr};
  return &table;
}
