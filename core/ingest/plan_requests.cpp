#include "plan_requests.hpp"

#include <almanac/plugin/instance.hpp>

#include "ingest_errc.hpp"

namespace almanac {

Result<std::vector<PlannedRequest>, Problem> plan_requests(const Source& source, const std::string& recipe,
                                                           const PluginRegistry& plugins, int year) {
  const std::string& id = source.recipe.empty() || !source.plugin.empty() ? source.plugin : "recipe";
  if (id.empty()) return std::vector<PlannedRequest>{{source.url, {}, 0, false}};
  const LoadedPlugin* plugin = plugins.find(id);
  if (!plugin)
    return Problem{IngestErrc::no_plugin, "the plugin '" + id + "' is not loaded",
                   "'almanac plugins' lists those that are"};
  auto instance = PluginInstance::create(*plugin->table, {source.url, source.recipe, source.options, recipe, year});
  if (!instance) return instance.error();
  return instance->plan();
}

}  // namespace almanac
