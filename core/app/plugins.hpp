#pragma once
#include <filesystem>
#include <vector>

#include "config.hpp"
#include "paths.hpp"

namespace almanac {

/// The folders that plugins are loaded from: ALMANAC_PLUGINS (separated by ":") or else the one beside this program (a
/// build tree) or its installed one; then those of the configuration. Absolute.
std::vector<std::filesystem::path> plugin_folders(const Paths& paths, const Config& config);

}  // namespace almanac
