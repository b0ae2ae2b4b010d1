// Any bytes as a feed in XML: the check, the repair, the tree and the reader. See fuzz_plugin() for what is promised.
#include "../fuzz_plugin.hpp"

extern "C" const almanac_plugin* almanac_builtin_rss();

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return almanac::test::fuzz_plugin(*almanac_builtin_rss(), "application/rss+xml",
                                    "{\"options\":{\"event_elements\":\"yes\"}}", data, size);
}
