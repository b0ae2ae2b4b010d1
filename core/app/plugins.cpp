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
  for (auto& folder : folders) {
    std::error_code ec;
    folder = std::filesystem::absolute(folder, ec);
  }
  return folders;
}

}  // namespace almanac
