// Emits entries for ever, with values out of every range: the host must say stop.
#include <almanac_sdk.hpp>

namespace {
struct Flooding {
  static int sniff(std::string_view, std::string_view) { return 1000; }
  static std::unique_ptr<Flooding> create(std::string_view, const char**) { return std::make_unique<Flooding>(); }
  void plan(const almanac::sdk::Sink& sink) {
    while (true) sink.request("https://example.org/");
  }
  almanac_status parse(const almanac::sdk::Response&, const almanac::sdk::Sink& sink) {
    almanac::sdk::Entry entry;
    while (true) {
      entry.clear();
      entry.title = almanac::sdk::plain("again");
      entry.kind = 4711;
      entry.status = -3;
      entry.mode = 99;
      entry.start.kind = ALMANAC_TIME_INSTANT;
      entry.start.seconds = INT64_MAX;
      entry.end.kind = 77;
      entry.has_geo = 1;
      entry.lat = 1e300;
      sink.emit(entry);
    }
  }
};
}  // namespace

ALMANAC_SOURCE_PLUGIN(flooding, Flooding, "1.0.0", "never ends", "nothing")
