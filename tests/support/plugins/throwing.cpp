// Throws in every call: the shim must keep it inside.
#include <almanac_sdk.hpp>
#include <stdexcept>

namespace {
struct Throwing {
  static int sniff(std::string_view, std::string_view) { throw std::runtime_error("sniff"); }
  static std::unique_ptr<Throwing> create(std::string_view, const char**) { return std::make_unique<Throwing>(); }
  void plan(const almanac::sdk::Sink&) { throw std::runtime_error("plan"); }
  almanac_status parse(const almanac::sdk::Response&, const almanac::sdk::Sink&) { throw std::bad_alloc(); }
};
}  // namespace

ALMANAC_SOURCE_PLUGIN(throwing, Throwing, "1.0.0", "throws", "nothing")
