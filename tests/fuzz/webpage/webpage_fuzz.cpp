// Any bytes as a web page: HTML, JSON-LD, microformats, discovery. See fuzz_plugin() for what is promised.
#include "../fuzz_plugin.hpp"

extern "C" const almanac_plugin* almanac_builtin_webpage();

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return almanac::test::fuzz_plugin(*almanac_builtin_webpage(), "text/html", "{}", data, size);
}
