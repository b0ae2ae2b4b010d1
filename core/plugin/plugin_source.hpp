#pragma once
#include <string_view>

#include "plugin_folders.hpp"

namespace almanac {

/// Where whoever reads a document gets its plugin: a registry, or folders of which only what is asked for is loaded.
/// Either must outlive the object.
class PluginSource {
 public:
  PluginSource(const PluginRegistry& loaded) noexcept : loaded_(&loaded) {}
  PluginSource(PluginFolders& folders) noexcept : folders_(&folders) {}

  /// Gets the plugin of an id ready, if there is one: it is likely to be asked for.
  void expect(std::string_view id) const { with(id); }
  /// The plugin of an id; nullptr if there is none.
  const LoadedPlugin* find(std::string_view id) const;
  /// Whether there is none at all.
  bool is_empty() const { return all().all().empty(); }
  /// As PluginRegistry::choose; when a plugin that was expected is certain of the document, no other is asked.
  const LoadedPlugin* choose(std::string_view prefix, std::string_view media_type) const;

 private:
  const PluginRegistry& with(std::string_view id) const { return folders_ ? folders_->with(id) : *loaded_; }
  const PluginRegistry& all() const { return folders_ ? folders_->all() : *loaded_; }

  const PluginRegistry* loaded_ = nullptr;
  PluginFolders* folders_ = nullptr;
};

}  // namespace almanac
