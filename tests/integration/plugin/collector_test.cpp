#include <almanac/plugin/adapter.hpp>
#include <almanac/plugin/instance.hpp>
#include <almanac/plugin/registry.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(harvest_collector, *boost::unit_test::label("integration"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(stops_a_plugin_that_never_ends_and_keeps_only_sound_values) {
  PluginRegistry registry;
  BOOST_TEST_REQUIRE(registry.load_file(ALMANAC_BUILD_DIR "/tests/plugins/flooding.so").has_value());
  auto instance = PluginInstance::create(*registry.find("flooding")->table, {});
  BOOST_TEST_REQUIRE(instance.has_value());
  HarvestLimits limits;
  limits.entries = 100;
  const auto harvest = instance->parse({}, limits);
  BOOST_TEST_REQUIRE(harvest.has_value());
  BOOST_TEST(harvest->entries.size() == 100u);
  const Entry& entry = harvest->entries.front();
  BOOST_TEST(!entry.kind);
  BOOST_TEST((entry.status == EventStatus::unknown));
  BOOST_TEST((entry.mode == Mode::unknown));
  BOOST_TEST(!entry.start);
  BOOST_TEST(!entry.end);
  BOOST_TEST(!entry.geo);
  BOOST_TEST(!instance->plan().has_value());
}

BOOST_AUTO_TEST_CASE(zones_told_behind_entries_that_may_be_passed_on_are_left_out) {
  for (const bool is_told_first : {true, false}) {
    HarvestCollector collector{HarvestLimits{}};
    const almanac_sink& sink = collector.sink();
    const almanac_document document{.struct_size = sizeof(almanac_document)};
    const almanac_entry entry{.struct_size = sizeof(almanac_entry)};
    const almanac_str id{"My/Own", 6}, other{"Other", 5};
    sink.zone(sink.ctx, id, id);
    if (is_told_first) sink.document(sink.ctx, &document);
    sink.entry(sink.ctx, &entry);
    sink.zone(sink.ctx, other, other);
    if (!is_told_first) sink.document(sink.ctx, &document);
    const Harvest harvest = collector.take();
    BOOST_TEST(harvest.zones.size() == (is_told_first ? 1u : 2u));
    BOOST_TEST(harvest.warnings.size() == (is_told_first ? 1u : 0u));
  }
}

BOOST_AUTO_TEST_SUITE_END()
