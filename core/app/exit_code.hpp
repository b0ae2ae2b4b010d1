#pragma once

namespace almanac {

/// What the process tells its caller. Documented and stable.
enum ExitCode : int {
  exit_ok = 0,
  exit_failed = 1,
  exit_usage = 2,   ///< the command line or the configuration is wrong
  exit_partly = 3,  ///< some of it worked
};

}  // namespace almanac
