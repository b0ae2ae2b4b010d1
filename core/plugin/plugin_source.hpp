#pragma once
#include <functional>
#include <utility>

#include "registry.hpp"

namespace almanac {

/// Plugins for when they are needed: those of a registry, which must outlive the object, or those that are loaded then.
class PluginSource {
 public:
  using Load = std::function<const PluginRegistry&()>;

  PluginSource(const PluginRegistry& loaded) : load_([&loaded]() -> const PluginRegistry& { return loaded; }) {}
  explicit PluginSource(Load load) : load_(std::move(load)) {}

  const PluginRegistry& get() const { return load_(); }

 private:
  Load load_;
};

}  // namespace almanac
