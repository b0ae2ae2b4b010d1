#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/base/failure.hpp>
#include <almanac/plugin/plugin_folders.hpp>
#include <almanac/time/zones/zone.hpp>
#include <memory>
#include <string>

#include "args.hpp"
#include "config.hpp"
#include "paths.hpp"
#include "terminal.hpp"

namespace almanac {

/// What every command gets: settings, the clock, and the way to the user. Made once in `main`.
class Context {
 public:
  /// Reads the configuration. Fails with a problem to show, and nothing else happens.
  static Result<Context, Problem> make(const GlobalArgs& args);

  const Paths& paths() const noexcept { return paths_; }
  const Config& config() const noexcept { return config_; }
  const Clock& clock() const noexcept { return *clock_; }
  sys_seconds now() const { return clock_->now(); }
  const Terminal& terminal() const noexcept { return terminal_; }
  const GlobalArgs& args() const noexcept { return args_; }
  /// The zone that dates are shown in: configured, else the system's, else UTC.
  const Zone& zone() const noexcept { return zone_; }

  /// The plugins, of which those are loaded that are asked for; what cannot be is told on stderr once. The context
  /// stays where it is from then on.
  PluginFolders& plugins_on_demand();
  /// All of them, loaded.
  const PluginRegistry& plugins() { return plugins_on_demand().all(); }

  /// One line on stderr: "almanac: what (hint)". Controls are removed, addresses lose their secrets.
  void tell(const Problem& problem) const;
  void tell(const std::string& line) const;
  /// The same, but silent with --quiet.
  void remark(const std::string& line) const;

 private:
  Context() = default;
  GlobalArgs args_;
  Paths paths_;
  Config config_;
  std::unique_ptr<Clock> clock_;
  Terminal terminal_;
  Zone zone_;
  std::unique_ptr<PluginFolders> plugins_;
};

}  // namespace almanac
