#pragma once
#include <almanac_source.h>

#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/model/harvest.hpp>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

class HarvestCollector;

/// What a plugin is told about its source.
struct PluginConfig {
  std::string url;
  std::string recipe;
  std::map<std::string, std::string> options;
  std::string recipe_text;  ///< the recipe itself
  int year = 1970;          ///< the present one, UTC
};

/// How much the host takes from one call of a plugin. What lies beyond is told as a warning.
struct HarvestLimits {
  std::size_t entries = 20'000;
  std::size_t follow_ups = 100;
  std::size_t notes = 200;             ///< warnings, skipped items, zones, discovered links: each
  std::size_t text_bytes = 64u << 20;  ///< all texts of all entries together
  std::size_t list_items = 2'000;      ///< one list of one entry: links, categories …
};

/// Takes the entries of a document one at a time, in document order, and may move from them. False: no more is wanted.
using EntryTaker = std::function<bool(Entry&)>;

/// Gets what a plugin has told when it tells of the document before the first entry: no zones follow then.
using BeginTaker = std::function<void(const Harvest&)>;

/// One plugin made ready for one source. Move-only; used by one thread at a time. The plugin's code lives as long as
/// the process.
class PluginInstance {
 public:
  /// Fails with PluginErrc::bad_config and the plugin's reason.
  static Result<PluginInstance, Problem> create(const almanac_plugin& plugin, const PluginConfig& config);

  /// The requests of one poll.
  Result<std::vector<PlannedRequest>, Problem> plan();
  /// Reads one document (UTF-8). A broken document is an error; a broken item is listed in the harvest.
  Result<Harvest, Problem> parse(const Document& document, const HarvestLimits& limits = {});
  /// The same, but every entry goes to `take` as soon as it is read, and the harvest has none. When `take` wanted no
  /// more, the harvest holds what was said until then.
  Result<Harvest, Problem> parse(const Document& document, const EntryTaker& take, const HarvestLimits& limits = {});
  /// The same of a document whose body is held elsewhere.
  Result<Harvest, Problem> parse(const Document& document, std::string_view body, const EntryTaker& take,
                                 const BeginTaker& begin = {}, const HarvestLimits& limits = {});

 private:
  struct Destroy {
    const almanac_plugin* plugin;
    void operator()(void* self) const noexcept { plugin->destroy(self); }
  };
  PluginInstance(const almanac_plugin& plugin, void* self) : plugin_(&plugin), self_(self, Destroy{&plugin}) {}
  Result<Harvest, Problem> parse(const Document& document, std::string_view body, HarvestCollector& collector);

  const almanac_plugin* plugin_;
  std::unique_ptr<void, Destroy> self_;
};

}  // namespace almanac
