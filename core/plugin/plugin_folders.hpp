#pragma once
#include <functional>
#include <string_view>
#include <vector>

#include "registry.hpp"

namespace almanac {

/// The plugins of some folders, loaded when they are needed; what cannot be loaded is told then. One thread at a time
/// until `all` has returned, then any may ask.
class PluginFolders {
 public:
  using Tell = std::function<void(const Problem&)>;

  /// The folders are absolute; those that do not exist are empty.
  PluginFolders(std::vector<std::filesystem::path> folders, Tell tell)
      : folders_(std::move(folders)), tell_(std::move(tell)) {}

  /// All of them.
  const PluginRegistry& all();
  /// At least the one of an id, if it is in a file of that name: the first folder that has one counts.
  const PluginRegistry& with(std::string_view id);
  /// What is loaded.
  const PluginRegistry& so_far() const noexcept { return loaded_; }

 private:
  std::vector<std::filesystem::path> folders_;
  Tell tell_;
  PluginRegistry loaded_;
  bool is_complete_ = false;
};

}  // namespace almanac
