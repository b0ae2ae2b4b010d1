#pragma once
#include <almanac/plugin/instance.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

#include "support/harvest_facts.hpp"

extern "C" const almanac_plugin* almanac_builtin_webpage();

namespace almanac::test {

/// What the plugin makes of a page.
inline Result<Harvest, Problem> try_page(std::string body, std::string url = "https://example.org/events/") {
  auto instance = PluginInstance::create(*almanac_builtin_webpage(), {url, {}, {}});
  if (!instance) return instance.error();
  Document document;
  document.body = std::move(body);
  document.url = std::move(url);
  return instance->parse(document);
}

inline Harvest read_page(std::string body) {
  auto harvest = try_page(std::move(body));
  BOOST_REQUIRE(harvest.has_value());
  return std::move(*harvest);
}

inline std::string script(const std::string& json) {
  return "<!doctype html><script type=\"application/ld+json\">" + json + "</script>";
}

/// Checks that the facts are there with these values.
inline void check_facts(const Harvest& harvest, const Facts& expected) {
  const Facts facts = facts_of(harvest);
  for (const auto& [name, value] : expected) {
    BOOST_TEST_CONTEXT(name) {
      const auto found = facts.find(name);
      BOOST_TEST((found == facts.end() ? std::string() : found->second) == value);
    }
  }
}

}  // namespace almanac::test
