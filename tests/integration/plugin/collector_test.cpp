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

BOOST_AUTO_TEST_SUITE_END()
