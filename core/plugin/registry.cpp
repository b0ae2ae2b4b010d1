#include "registry.hpp"

#include <algorithm>

#include "load.hpp"
#include "plugin_errc.hpp"

namespace almanac {

std::vector<Problem> PluginRegistry::load_folder(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code ec;
  for (const auto& item : std::filesystem::directory_iterator(folder, ec))
    if (item.path().extension() == ".so") files.push_back(item.path());
  std::sort(files.begin(), files.end());
  std::vector<Problem> problems;
  for (const auto& file : files) {
    const bool is_loaded = std::any_of(plugins_.begin(), plugins_.end(),
                                       [&](const LoadedPlugin& plugin) { return plugin.path == file.string(); });
    if (is_loaded) continue;
    if (auto loaded = load_file(file); !loaded) problems.push_back(loaded.error());
  }
  return problems;
}

Result<void, Problem> PluginRegistry::load_file(const std::filesystem::path& file) {
  auto table = load_plugin(file);
  if (!table) return table.error();
  return add(*table, file.string());
}

Result<void, Problem> PluginRegistry::add(const almanac_plugin* table, std::string path) {
  if (auto sound = check_table(table, path); !sound) return sound.error();
  if (const LoadedPlugin* other = find(table->id))
    return Problem{PluginErrc::duplicate, path + ": the id " + table->id + " is taken by " + other->path,
                   "remove one of the two"};
  plugins_.push_back({table, std::move(path)});
  return {};
}

const LoadedPlugin* PluginRegistry::find(std::string_view id) const {
  const auto at = std::find_if(plugins_.begin(), plugins_.end(),
                               [&](const LoadedPlugin& plugin) { return id == plugin.table->id; });
  return at == plugins_.end() ? nullptr : &*at;
}

const LoadedPlugin* PluginRegistry::choose(std::string_view prefix, std::string_view media_type,
                                           int sure_enough) const {
  const LoadedPlugin* best = nullptr;
  int surest = sure_enough - 1;
  for (const LoadedPlugin& plugin : plugins_) {
    const int sure = plugin.table->sniff({prefix.data(), prefix.size()}, {media_type.data(), media_type.size()});
    if (sure > surest) {
      surest = sure;
      best = &plugin;
    }
  }
  return best;
}

}  // namespace almanac
