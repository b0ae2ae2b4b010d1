// The script that every plugin has to pass, linked and loaded: what the host may ask of it, and what it may answer.
#include <almanac/plugin/instance.hpp>
#include <almanac/plugin/plugin_errc.hpp>
#include <almanac/plugin/registry.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <memory>
#include <string>

#include "builtin_plugins.hpp"

BOOST_AUTO_TEST_SUITE(plugin_conformance, *boost::unit_test::label("integration"))

using namespace almanac;

namespace {

/// A document that the plugin reads, with `count` entries; empty when the script does not know its format.
std::string sample(std::string_view plugin, int count) {
  std::string items;
  for (int i = 0; i < count; ++i) {
    const std::string n = std::to_string(i);
    if (plugin == "rss")
      items +=
          "<item><title>T" + n + "</title><guid>g" + n + "</guid><link>https://example.org/" + n + "</link></item>";
    if (plugin == "ical")
      items += "BEGIN:VEVENT\r\nUID:u" + n + "\r\nDTSTART:20260301T090000Z\r\nSUMMARY:T" + n + "\r\nEND:VEVENT\r\n";
    if (plugin == "jsonfeed") items += (i ? "," : "") + std::string("{\"id\":\"") + n + "\",\"title\":\"T" + n + "\"}";
    if (plugin == "webpage")
      items +=
          "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Event\",\"name\":\"T" +
          n + "\",\"startDate\":\"2026-03-01\",\"url\":\"https://example.org/" + n + "\"}</script>";
  }
  if (plugin == "rss")
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title>" + items + "</channel></rss>";
  if (plugin == "ical") return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + items + "END:VCALENDAR\r\n";
  if (plugin == "jsonfeed")
    return "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"t\",\"items\":[" + items + "]}";
  if (plugin == "webpage") return "<!DOCTYPE html><html><head><title>t</title>" + items + "</head><body></body></html>";
  return {};
}

Document document(std::string body) {
  Document out;
  out.body = std::move(body);
  out.url = "https://example.org/feed";
  return out;
}

/// A body on the heap in its exact size, so that AddressSanitizer sees reads past it.
Result<Harvest, Problem> parse(const almanac_plugin& plugin, const std::string& body,
                               const HarvestLimits& limits = {}) {
  auto instance = PluginInstance::create(plugin, {"https://example.org/feed", "", {}});
  BOOST_TEST_REQUIRE(instance.has_value(), std::string(plugin.id));
  return instance->parse(document(body), limits);
}

void run_script(const almanac_plugin& plugin) {
  const std::string id = plugin.id;
  BOOST_TEST_CONTEXT(id) {
    BOOST_TEST(std::string(plugin.version).find('.') != std::string::npos);
    BOOST_TEST(std::string(plugin.summary) != "");
    BOOST_TEST(std::string(plugin.formats) != "");

    // Sniffing: never certain of nothing, within its range whatever comes.
    for (const std::string& prefix :
         {std::string(), std::string("\0\xff\xfe", 3), std::string(4096, '<'), sample(id, 1)}) {
      const int sure = plugin.sniff({prefix.data(), prefix.size()}, {nullptr, 0});
      BOOST_TEST((sure >= 0 && sure <= 100));
    }

    // Configuration that is no JSON is refused or ignored, never a crash.
    void* self = nullptr;
    const char* reason = nullptr;
    const std::string broken = "{\"url\": ";
    const almanac_status status = plugin.create({broken.data(), broken.size()}, &self, &reason);
    BOOST_TEST((status == ALMANAC_OK) == (self != nullptr));
    if (self) plugin.destroy(self);

    // Planning names the source's address.
    auto instance = PluginInstance::create(plugin, {"https://example.org/feed", "", {}});
    BOOST_TEST_REQUIRE(instance.has_value());
    const auto requests = instance->plan();
    BOOST_TEST_REQUIRE(requests.has_value());
    BOOST_TEST_REQUIRE(requests->size() == 1u);
    BOOST_TEST(requests->front().url == "https://example.org/feed");

    // Bodies of the wrong form are errors with words.
    for (const std::string& body :
         {std::string(), std::string("   "), std::string("plain text"), std::string("\0\0\0", 3),
          std::string(100'000, '<'), std::string("{\"a\":[[[[[[")}) {
      const auto read = parse(plugin, body);
      if (!read) BOOST_TEST(!read.error().what.empty());
    }

    const std::string good = sample(id, 3);
    BOOST_TEST_REQUIRE(!good.empty(), "the script has no document for this plugin: add one");
    BOOST_TEST(plugin.sniff({good.data(), good.size()}, {nullptr, 0}) > 0);
    const auto three = parse(plugin, good);
    BOOST_TEST_REQUIRE(three.has_value());
    BOOST_TEST(three->entries.size() == 3u);
    BOOST_TEST(three->entries.at(2).title.raw == "T2");
    BOOST_TEST(!three->document.format.empty());

    // Cut anywhere: an answer or an error, never a read past the end.
    for (std::size_t cut = 0; cut < good.size(); cut += 7) (void)parse(plugin, std::string(good.data(), cut));

    // Many entries, and a sink that says stop.
    const std::string many = sample(id, 10'000);
    const auto all = parse(plugin, many);
    BOOST_TEST_REQUIRE(all.has_value());
    BOOST_TEST(all->entries.size() == 10'000u);
    HarvestLimits limits;
    limits.entries = 10;
    const auto few = parse(plugin, many, limits);
    BOOST_TEST_REQUIRE(few.has_value());
    BOOST_TEST(few->entries.size() == 10u);
    BOOST_TEST(few->warnings.back().code == "limit");
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(linked_plugins_keep_the_contract) {
  BOOST_TEST_REQUIRE(!test::builtin_plugins().empty());
  for (const almanac_plugin* plugin : test::builtin_plugins())
    if (std::string_view(plugin->id) != "recipe") run_script(*plugin);
}

BOOST_AUTO_TEST_CASE(loaded_plugins_keep_the_contract) {
  PluginRegistry registry;
  const auto problems = registry.load_folder(ALMANAC_BUILD_DIR "/plugins");
  for (const Problem& problem : problems) BOOST_ERROR(problem.text());
  BOOST_TEST(registry.all().size() == test::builtin_plugins().size());
  for (const LoadedPlugin& plugin : registry.all())
    if (std::string_view(plugin.table->id) != "recipe") run_script(*plugin.table);
}

BOOST_AUTO_TEST_CASE(a_plugin_file_exports_exactly_one_symbol) {
  for (const almanac_plugin* plugin : test::builtin_plugins()) {
    const std::string command = std::string("nm -D --defined-only " ALMANAC_BUILD_DIR "/plugins/") + plugin->id +
                                ".so | grep -c ' [TBDRVW] ' | grep -qx 1";
    BOOST_TEST_CONTEXT(plugin->id) BOOST_TEST(std::system(command.c_str()) == 0);
  }
}

BOOST_AUTO_TEST_SUITE_END()
