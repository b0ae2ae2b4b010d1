// sample_server FOLDER: serves sample feeds on a free loopback port, prints the address, and ends when stdin does.
#include <unistd.h>

#include <cstdio>
#include <exception>

#include "sample_feeds.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: sample_server FOLDER (ends when its standard input ends)\n", stderr);
    return 2;
  }
  try {
    almanac::loopback::Server server;
    almanac::sample::serve(server, argv[1], std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    std::printf("%s\n", server.url("").c_str());
    std::fflush(stdout);
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) > 0) {
    }
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "sample_server: %s\n", error.what());
    return 1;
  }
}
