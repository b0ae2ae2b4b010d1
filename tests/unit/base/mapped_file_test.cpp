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
  MappedFile moved = std::move(file);
  BOOST_TEST((moved.bytes() == bytes));
}

BOOST_AUTO_TEST_CASE(a_copy_stays_whatever_happens_to_the_file) {
  const test::TempDir folder;
  const auto path = folder.path() / "a";
  const std::string bytes = std::string(3'000'000, 'x') + std::string("\0y", 2);  // more than a large page
  std::ofstream(path, std::ios::binary) << bytes;
  auto opened = MappedFile::open(path);
  BOOST_REQUIRE(opened.has_value());
  opened->copy();
  std::filesystem::resize_file(path, 10);
  BOOST_TEST((opened->bytes() == bytes));
  MappedFile moved = std::move(*opened);
  moved.let_go();
  moved.copy();
  BOOST_TEST((moved.bytes() == bytes));
}

BOOST_AUTO_TEST_CASE(a_copy_of_a_file_that_was_cut_short_has_what_is_left) {
  const test::TempDir folder;
  const auto path = folder.path() / "a";
  std::ofstream(path, std::ios::binary) << std::string(1'000'000, 'x');
  auto opened = MappedFile::open(path);
  BOOST_REQUIRE(opened.has_value());
  std::filesystem::resize_file(path, 10);
  opened->copy();
  BOOST_TEST(opened->bytes() == "xxxxxxxxxx");
}

BOOST_AUTO_TEST_CASE(maps_nothing_but_bytes_of_files) {
  const test::TempDir folder;
  std::ofstream(folder.path() / "empty").flush();
  BOOST_TEST((MappedFile::open(folder.path() / "empty").error() == boost::system::errc::invalid_argument));
  BOOST_TEST((MappedFile::open(folder.path()).error() == boost::system::errc::invalid_argument));
  BOOST_TEST((MappedFile::open(folder.path() / "b").error() == boost::system::errc::no_such_file_or_directory));
  MappedFile none;
  none.let_go();
  none.copy();
  BOOST_TEST(none.bytes().empty());
}

BOOST_AUTO_TEST_SUITE_END()
