#include <almanac/base/read_file.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "support/temp_dir.hpp"

BOOST_AUTO_TEST_SUITE(base_read_file, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(gives_all_bytes_or_the_systems_reason) {
  const test::TempDir folder;
  const auto path = folder.path() / "a";
  const std::string bytes = std::string(200'000, 'x') + std::string("\0y", 2);
  std::ofstream(path, std::ios::binary) << bytes;
  BOOST_TEST((*read_file(path) == bytes));
  BOOST_TEST((*read_file(path, bytes.size()) == bytes));
  BOOST_TEST((read_file(path, bytes.size() - 1).error() == boost::system::errc::file_too_large));
  BOOST_TEST((read_file(folder.path() / "b").error() == boost::system::errc::no_such_file_or_directory));
  BOOST_TEST((read_file(folder.path()).error() == boost::system::errc::is_a_directory));
  BOOST_TEST(read_file("/proc/self/status")->starts_with("Name:"));  // of a size that nobody knows
}

BOOST_AUTO_TEST_SUITE_END()
