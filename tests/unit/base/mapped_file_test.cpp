#include <almanac/base/mapped_file.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "support/temp_dir.hpp"

BOOST_AUTO_TEST_SUITE(base_mapped_file, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(shows_the_bytes_of_a_file_also_after_it_let_go_of_them) {
  const test::TempDir folder;
  const auto path = folder.path() / "a";
  const std::string bytes = std::string(200'000, 'x') + std::string("\0y", 2);
  std::ofstream(path, std::ios::binary) << bytes;
  auto opened = MappedFile::open(path);
  BOOST_REQUIRE(opened.has_value());
  MappedFile file = std::move(*opened);
  BOOST_TEST((file.bytes() == bytes));
  file.let_go();
  BOOST_TEST((file.bytes() == bytes));
  file.keep();
  MappedFile moved = std::move(file);
  moved.let_go();
  BOOST_TEST((moved.bytes() == bytes));
}

BOOST_AUTO_TEST_CASE(maps_nothing_but_bytes_of_files) {
  const test::TempDir folder;
  std::ofstream(folder.path() / "empty").flush();
  BOOST_TEST((MappedFile::open(folder.path() / "empty").error() == boost::system::errc::invalid_argument));
  BOOST_TEST((MappedFile::open(folder.path()).error() == boost::system::errc::invalid_argument));
  BOOST_TEST((MappedFile::open(folder.path() / "b").error() == boost::system::errc::no_such_file_or_directory));
  const MappedFile none;
  none.let_go();
  BOOST_TEST(none.bytes().empty());
}

BOOST_AUTO_TEST_SUITE_END()
