#include "plugin_source.hpp"

namespace almanac {

const LoadedPlugin* PluginSource::find(std::string_view id) const {
  const LoadedPlugin* const found = with(id).find(id);
  return found ? found : all().find(id);
}

const LoadedPlugin* PluginSource::choose(std::string_view prefix, std::string_view media_type) const {
  if (folders_)
    if (const LoadedPlugin* sure = folders_->so_far().choose(prefix, media_type, PluginRegistry::certain)) return sure;
  return all().choose(prefix, media_type);
}

}  // namespace almanac
