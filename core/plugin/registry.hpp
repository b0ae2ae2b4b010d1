#pragma once
#include <almanac_source.h>

#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// One plugin that can be used, and where it came from.
struct LoadedPlugin {
  const almanac_plugin* table;
  std::string path;  ///< of its file; "built in" for one that was linked
};

/// Plugins of this process. Filled by one thread, then only read: any may ask.
class PluginRegistry {
 public:
  /// Loads every *.so of a folder that is not loaded, in order of name. What cannot be loaded is told and left out. A
  /// missing folder is empty.
  std::vector<Problem> load_folder(const std::filesystem::path& folder);
  Result<void, Problem> load_file(const std::filesystem::path& file);
  Result<void, Problem> add(const almanac_plugin* table, std::string path);

  const LoadedPlugin* find(std::string_view id) const;
  /// How sure a plugin is at most (almanac_plugin::sniff).
  static constexpr int certain = 100;
  /// The plugin that is surest of a document beginning so; nullptr when none is sure enough. `prefix`: the first few
  /// kilobytes, UTF-8.
  const LoadedPlugin* choose(std::string_view prefix, std::string_view media_type, int sure_enough = 1) const;
  const std::vector<LoadedPlugin>& all() const noexcept { return plugins_; }

 private:
  std::vector<LoadedPlugin> plugins_;
};

}  // namespace almanac
