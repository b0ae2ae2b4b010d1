#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "cli.hpp"

int main(int argc, char** argv) {
  const int code = almanac::run_command_line(argc, argv);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // which report at a usual end
  // Whatever holds data has ended by now. Plugins and tables need not be taken down one by one: the system does it.
  std::cout.flush();
  std::fflush(nullptr);
  std::_Exit(code);
#endif
  return code;
}
