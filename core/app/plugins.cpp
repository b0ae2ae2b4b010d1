#include "plugins.hpp"

#include <cstdlib>

namespace almanac {

std::vector<std::filesystem::path> plugin_folders(const Paths& paths, const Config& config) {
  std::vector<std::filesystem::path> folders;
  if (const char* list = std::getenv("ALMANAC_PLUGINS"); list && *list) {
    std::string_view rest = list;
    while (!rest.empty()) {
      const std::size_t colon = rest.find(':');
      if (colon != 0) folders.emplace_back(rest.substr(0, colon));
      rest = colon == rest.npos ? std::string_view() : rest.substr(colon + 1);
    }
  } else {
    const std::filesystem::path here = paths.executable.parent_path();
    std::error_code ec;
    const std::filesystem::path built = here / "plugins";
    folders.push_back(std::filesystem::is_directory(built, ec) ? built : here.parent_path() / ALMANAC_PLUGIN_DIR);
  }
  for (const std::string& folder : config.plugin_folders) folders.push_back(expand_home(folder));
  return folders;
}

std::vector<Problem> load_plugins(PluginRegistry& registry, const Paths& paths, const Config& config) {
  std::vector<Problem> problems;
  for (const auto& folder : plugin_folders(paths, config)) {
    std::error_code ec;
    const std::filesystem::path full = std::filesystem::absolute(folder, ec);
    for (Problem& problem : registry.load_folder(full)) problems.push_back(std::move(problem));
  }
  return problems;
}

}  // namespace almanac
