#include "plugin_folders.hpp"

#include <string>

namespace almanac {

const PluginRegistry& PluginFolders::all() {
  if (is_complete_) return loaded_;
  is_complete_ = true;
  for (const auto& folder : folders_)
    for (const Problem& problem : loaded_.load_folder(folder)) tell_(problem);
  return loaded_;
}

const PluginRegistry& PluginFolders::with(std::string_view id) {
  if (is_complete_ || id.empty() || loaded_.find(id)) return loaded_;
  for (const auto& folder : folders_) {
    const std::filesystem::path file = folder / (std::string(id) + ".so");
    std::error_code ec;
    if (!std::filesystem::exists(file, ec)) continue;
    if (!loaded_.load_file(file)) all();  // tells why, and another may have the id
    break;
  }
  return loaded_;
}

}  // namespace almanac
