#pragma once

namespace almanac {

/// Reads the command line and runs the command it names. Returns the exit code; never throws.
int run_command_line(int argc, char** argv);

}  // namespace almanac
