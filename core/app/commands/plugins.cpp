#include "../plugins.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <almanac/render/json_writer.hpp>

#include "../commands.hpp"

namespace almanac {

int run_plugins(Context& context, const PluginsArgs& args) {
  const auto& plugins = context.plugins().all();
  std::string out;
  if (args.format == "json") {
    JsonWriter json;
    json.open_array();
    for (const LoadedPlugin& plugin : plugins) {
      json.open_object();
      json.member("id", std::string_view(plugin.table->id));
      json.member("version", std::string_view(plugin.table->version));
      json.member("summary", std::string_view(plugin.table->summary));
      json.member("formats", std::string_view(plugin.table->formats));
      json.member("path", std::string_view(plugin.path));
      json.close_object();
    }
    json.close_array();
    out = json.take() + '\n';
  } else {
    std::size_t id = 2, version = 7, formats = 7;
    for (const LoadedPlugin& plugin : plugins) {
      id = std::max(id, std::string_view(plugin.table->id).size());
      version = std::max(version, std::string_view(plugin.table->version).size());
      formats = std::max(formats, std::string_view(plugin.table->formats).size());
    }
    out += fmt::format("{:<{}}  {:<{}}  {:<{}}  {}\n", "ID", id, "VERSION", version, "FORMATS", formats, "PATH");
    for (const LoadedPlugin& plugin : plugins)
      out += fmt::format("{:<{}}  {:<{}}  {:<{}}  {}\n", plugin.table->id, id, plugin.table->version, version,
                         plugin.table->formats, formats, plugin.path);
  }
  write_out(out);
  if (!plugins.empty()) return exit_ok;
  for (const auto& folder : plugin_folders(context.paths(), context.config()))
    context.tell("no plugins in " + folder.string());
  return exit_failed;
}

}  // namespace almanac
