// Any bytes as a JSON Feed. See fuzz_plugin() for what is promised.
#include "../fuzz_plugin.hpp"

extern "C" const almanac_plugin* almanac_builtin_jsonfeed();

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return almanac::test::fuzz_plugin(*almanac_builtin_jsonfeed(), "application/feed+json", "{}", data, size);
}
