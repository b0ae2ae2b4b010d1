#pragma once
#include <memory>

#include "../context.hpp"

namespace almanac {

/// `almanac serve`: polls what is due and writes digests on time until SIGTERM or SIGINT; SIGHUP reads the
/// configuration anew (a broken one is told, and the old one stays). A second SIGTERM or SIGINT ends the process at
/// once. Gives the exit code.
int run_daemon(Context& context, const ServeArgs& args);

}  // namespace almanac
