#pragma once
#include <almanac/base/failure.hpp>

#include "args.hpp"
#include "config.hpp"
#include "log_sink.hpp"

namespace almanac {

/// How the daemon logs: the command line before the configuration; without either, "info" as text. -v is debug, -vv
/// trace, -q warnings only.
Result<LogSettings, Problem> log_settings(const Config& config, const ServeArgs& args, const GlobalArgs& global);

}  // namespace almanac
