#pragma once
#include <almanac/plugin/instance.hpp>

extern "C" const almanac_plugin* almanac_builtin_rss();

namespace almanac::test {

/// What the plugin makes of a document.
inline Result<Harvest, Problem> read_feed(std::string body, std::string url = "https://example.org/feed",
                                          std::map<std::string, std::string> options = {}) {
  auto instance = PluginInstance::create(*almanac_builtin_rss(), {url, {}, std::move(options)});
  if (!instance) return instance.error();
  Document document;
  document.body = std::move(body);
  document.url = std::move(url);
  return instance->parse(document);
}

}  // namespace almanac::test
