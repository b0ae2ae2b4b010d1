#pragma once
#include <almanac/plugin/instance.hpp>
#include <string>

extern "C" const almanac_plugin* almanac_builtin_recipe();

namespace almanac::test {

/// An instance of the plugin for a recipe's text, in 2026.
inline Result<PluginInstance, Problem> with_recipe(const std::string& recipe, const std::string& url = {}) {
  return PluginInstance::create(*almanac_builtin_recipe(), {url, "r", {}, recipe, 2026});
}

inline Result<Harvest, Problem> read_list(const std::string& recipe, std::string body,
                                          std::string url = "https://list.example/a", std::uint64_t tag = 0) {
  auto instance = with_recipe(recipe, url);
  if (!instance) return instance.error();
  Document document;
  document.body = std::move(body);
  document.url = std::move(url);
  document.tag = tag;
  return instance->parse(document);
}

}  // namespace almanac::test
