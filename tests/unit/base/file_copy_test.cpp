#include <almanac/base/file_copy.hpp>
#include <almanac/base/open_file.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "support/temp_dir.hpp"

BOOST_AUTO_TEST_SUITE(base_file_copy, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

std::string some_bytes(std::size_t size) {
  std::string bytes(size, ' ');
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i / 4096 + i % 251);
  return bytes;
}

}  // namespace

BOOST_AUTO_TEST_CASE(threads_copy_a_file_together) {
  const test::TempDir folder;
  const std::string bytes = some_bytes(9 * large_page + 17);
  std::ofstream(folder.path() / "a", std::ios::binary) << bytes;
  const OpenFile file(folder.path() / "a");
  FileCopy copy(file.fd(), bytes.size());
  std::vector<std::thread> helpers;
  for (int i = 0; i < 3; ++i) helpers.emplace_back([&] { copy.work(); });
  const auto size = copy.finish();
  BOOST_REQUIRE(size.has_value());
  const LargePages pages = copy.take();
  BOOST_TEST((std::string_view(pages.begin(), *size) == bytes));
  for (std::thread& helper : helpers) helper.join();
  copy.work();  // and who comes late finds nothing to do
}

BOOST_AUTO_TEST_CASE(a_file_that_was_cut_short_ends_where_it_ends) {
  const test::TempDir folder;
  const std::string bytes = some_bytes(large_page + 5);
  std::ofstream(folder.path() / "a", std::ios::binary) << bytes;
  const OpenFile file(folder.path() / "a");
  FileCopy copy(file.fd(), 5 * large_page);
  const auto size = copy.finish();
  BOOST_REQUIRE(size.has_value());
  const LargePages pages = copy.take();
  BOOST_TEST((std::string_view(pages.begin(), *size) == bytes));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_no_copy) {
  const test::TempDir folder;
  const OpenFile file(folder.path());
  BOOST_TEST(!FileCopy(file.fd(), 2 * large_page).finish().has_value());
}

BOOST_AUTO_TEST_SUITE_END()
