#include "log_settings.hpp"

#include "app_errc.hpp"

namespace almanac {

Result<LogSettings, Problem> log_settings(const Config& config, const ServeArgs& args, const GlobalArgs& global) {
  LogSettings settings;
  const std::string& level = args.log_level.empty() ? config.log.level : args.log_level;
  const auto least = log_level_from(level);
  if (!least)
    return Problem{AppErrc::bad_config, "log.level: '" + level + "' is no level",
                   "write trace, debug, info, warn, error or off"};
  settings.least = *least;
  if (args.log_level.empty() && global.quiet) settings.least = LogLevel::warn;
  if (args.log_level.empty() && global.verbose > 0)
    settings.least = global.verbose > 1 ? LogLevel::trace : LogLevel::debug;
  const std::string& form = args.log_format.empty() ? config.log.format : args.log_format;
  if (form != "text" && form != "json")
    return Problem{AppErrc::bad_config, "log.format: '" + form + "' is no format", "write text or json"};
  settings.form = form == "json" ? LogForm::json : LogForm::text;
  return settings;
}

}  // namespace almanac
