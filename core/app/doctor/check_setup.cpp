#include <fmt/format.h>

#include <algorithm>
#include <almanac/net/http_client.hpp>
#include <filesystem>
#include <set>

#include "../digest_wish.hpp"
#include "../filter_names.hpp"
#include "../log_settings.hpp"
#include "../named_filters.hpp"
#include "../plugins.hpp"
#include "check.hpp"

namespace almanac {
namespace {

/// Without these, sources that `almanac follow` knows how to begin with cannot be read.
constexpr const char* shipped[] = {"ical", "jsonfeed", "recipe", "rss", "webpage"};

}  // namespace

void check_configuration(const Context& context, Checks& out) {
  constexpr const char* name = "configuration";
  const Config& config = context.config();
  const std::string file = context.paths().config.string();
  const std::size_t before = out.size();
  const FilterBook book = book_of(context);
  std::set<std::string> told;  // a profile may say again what is wrong with a filter that it names
  for (const Problem& problem : check_named_filters({config, context.paths().config, book})) {
    out.push_back({Check::Level::fail, name, problem.what, problem.hint});
    told.insert(problem.what);
  }
  for (const auto& [profile, settings] : config.profiles)
    if (auto wish = digest_wish(context, profile); !wish && told.insert(wish.error().what).second)
      out.push_back({Check::Level::fail, name, wish.error().what, wish.error().hint});
  if (auto logging = log_settings(config, {}, {}); !logging)
    out.push_back({Check::Level::fail, name, file + ": " + logging.error().what, logging.error().hint});
  AddressRules rules;
  for (const std::string& range : config.net.allow_private)
    if (!rules.add(range))
      out.push_back({Check::Level::fail, name,
                     file + ": net.allow_private: '" + range + "' is no address range or host",
                     "write it like 192.168.1.0/24"});
  if (config.net.contact.empty())
    out.push_back({Check::Level::warn, name, "publishers cannot tell who polls them",
                   "set net.contact in " + file + " to an e-mail address or a page"});
  const auto is_failure = [](const Check& check) { return check.level == Check::Level::fail; };
  if (std::any_of(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), is_failure)) return;
  std::error_code ec;
  const bool exists = std::filesystem::exists(context.paths().config, ec);
  out.push_back({Check::Level::ok,
                 name,
                 exists ? fmt::format("{} ({} {})", file, config.profiles.size(),
                                      config.profiles.size() == 1 ? "profile" : "profiles")
                        : "defaults: there is no " + file,
                 {}});
}

void check_plugins(const Context& context, Checks& out) {
  const std::vector<std::filesystem::path> looked_in = plugin_folders(context.paths(), context.config());
  PluginFolders plugins(looked_in, [&](const Problem& problem) {
    out.push_back({Check::Level::fail, "plugins", problem.what, problem.hint});
  });
  const PluginRegistry& registry = plugins.all();
  std::string names, missing;
  for (const LoadedPlugin& plugin : registry.all())
    names += (names.empty() ? "" : ", ") + std::string(plugin.table->id);
  for (const char* id : shipped)
    if (!registry.find(id)) missing += (missing.empty() ? "" : ", ") + std::string(id);
  std::string folders;
  for (const auto& folder : looked_in) folders += (folders.empty() ? "" : ", ") + folder.string();
  if (!missing.empty())
    out.push_back({Check::Level::fail, "plugins", "not there: " + missing + " (looked in " + folders + ")",
                   "install almanac again, or correct ALMANAC_PLUGINS"});
  else
    out.push_back({Check::Level::ok, "plugins", names, {}});
  std::error_code ec;
  const std::filesystem::path feeds = feeds_folder(context.paths());
  if (!std::filesystem::exists(feeds / "catalogue.toml", ec))
    out.push_back({Check::Level::warn, "catalogue", "no catalogue in " + feeds.string(),
                   "names and @bundles cannot be followed; install almanac again, or correct ALMANAC_FEEDS"});
}

}  // namespace almanac
