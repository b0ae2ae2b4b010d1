// A mapped file that is cut short while it is read: an error in words, not a crash.
#include <sys/wait.h>
#include <unistd.h>

#include <almanac/base/cut_file_guard.hpp>
#include <almanac/base/mapped_file.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "support/temp_dir.hpp"

BOOST_AUTO_TEST_SUITE(base_cut_file, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(cut_file_ends_the_process_in_words) {
  const test::TempDir folder;
  const std::filesystem::path file = folder.path() / "long.ics";
  std::ofstream(file) << std::string(1'000'000, 'x');
  int ends[2];
  BOOST_REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDERR_FILENO);
    tell_of_cut_file("long.ics was cut short");
    const auto mapped = MappedFile::open(file);
    std::filesystem::resize_file(file, 10);
    ::_exit(mapped && mapped->bytes()[900'000] == 'x' ? 2 : 3);
  }
  ::close(ends[1]);
  int status = 0;
  ::waitpid(child, &status, 0);
  char told[100];
  const auto size = ::read(ends[0], told, sizeof told);
  ::close(ends[0]);
  BOOST_TEST(WIFEXITED(status));
  BOOST_TEST(WEXITSTATUS(status) == 1);
  BOOST_TEST(std::string(told, size > 0 ? static_cast<std::size_t>(size) : 0) == "long.ics was cut short\n");
}

BOOST_AUTO_TEST_SUITE_END()
