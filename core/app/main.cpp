#include "cli.hpp"

int main(int argc, char** argv) { return almanac::run_command_line(argc, argv); }
