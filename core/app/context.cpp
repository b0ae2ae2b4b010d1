#include "context.hpp"

#include <almanac/model/redact_text.hpp>
#include <almanac/text/escape.hpp>
#include <almanac/time/dates/read_date.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "app_errc.hpp"
#include "plugins.hpp"

namespace almanac {
namespace {

class AppCategory final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "almanac.app"; }
  std::string message(int value) const override {
    switch (static_cast<AppErrc>(value)) {
      case AppErrc::bad_config:
        return "wrong configuration";
      case AppErrc::bad_usage:
        return "wrong usage";
      case AppErrc::file:
        return "file problem";
    }
    return "unknown error";
  }
  boost::system::error_condition default_error_condition(int) const noexcept override {
    return make_error_condition(Failure::misconfigured);
  }
};

Result<std::unique_ptr<Clock>, Problem> make_clock(const std::string& now) {
  if (now.empty()) return std::unique_ptr<Clock>(new SystemClock);
  DateReading reading;
  reading.assume_utc = true;
  const auto moment = read_date(now, reading);
  if (!moment)
    return Problem{AppErrc::bad_usage, "--now: '" + now + "' is no time", "write it like 2026-03-01T09:00:00Z"};
  return std::unique_ptr<Clock>(new FixedClock(sys_seconds(std::chrono::seconds(moment->seconds))));
}

/// TZ, else the target of /etc/localtime, else /etc/timezone's place is taken by UTC.
Zone system_zone() {
  if (const char* tz = std::getenv("TZ"); tz && *tz)
    if (auto zone = Zone::find(*tz == ':' ? tz + 1 : tz)) return *zone;
  std::error_code ec;
  const std::string target = std::filesystem::read_symlink("/etc/localtime", ec).string();
  if (const auto at = target.find("zoneinfo/"); !ec && at != target.npos)
    if (auto zone = Zone::find(target.substr(at + 9))) return *zone;
  return Zone();
}

}  // namespace

const boost::system::error_category& app_category() noexcept {
  static const AppCategory category;
  return category;
}
error_code make_error_code(AppErrc code) noexcept { return {static_cast<int>(code), app_category()}; }

Problem unreadable(const std::string& file, const error_code& why) {
  return {AppErrc::file, file + ": cannot be read (" + why.message() + ')', "check the path and its permissions"};
}

Result<Context, Problem> Context::make(const GlobalArgs& args) {
  Context context;
  context.args_ = args;
  context.paths_ = find_paths();
  if (!args.config.empty()) context.paths_.config = args.config;
  if (!args.db.empty()) context.paths_.database = args.db;
  context.terminal_ = find_terminal(args.color);
  const bool named = !args.config_may_be_missing && (!args.config.empty() || std::getenv("ALMANAC_CONFIG"));
  auto config = load_config(context.paths_.config, named);
  if (!config) return config.error();
  context.config_ = std::move(*config);
  auto clock = make_clock(args.now);
  if (!clock) return clock.error();
  context.clock_ = std::move(*clock);
  if (!args.tz.empty()) {
    const auto chosen = Zone::find(args.tz);
    if (!chosen)
      return Problem{AppErrc::bad_usage, "--tz: '" + args.tz + "' is not known", "use a name such as Europe/Berlin"};
    context.zone_ = *chosen;
    return context;
  }
  const std::string& zone = context.config_.display.zone;
  const auto shown = zone.empty() ? std::optional(system_zone()) : Zone::find(zone);
  if (!shown)
    return Problem{AppErrc::bad_config, context.paths_.config.string() + ": display.zone: '" + zone + "' is not known",
                   "use a name such as Europe/Berlin"};
  context.zone_ = *shown;
  return context;
}

PluginFolders& Context::plugins_on_demand() {
  if (!plugins_)
    plugins_ = std::make_unique<PluginFolders>(plugin_folders(paths_, config_),
                                               [this](const Problem& problem) { tell(problem); });
  return *plugins_;
}

void Context::tell(const std::string& line) const {
  const std::string text = "almanac: " + escape_terminal(redact_text(line)) + "\n";
  std::fwrite(text.data(), 1, text.size(), stderr);
}
void Context::tell(const Problem& problem) const { tell(problem.text()); }
void Context::remark(const std::string& line) const {
  if (!args_.quiet) tell(line);
}

}  // namespace almanac
