#include <sys/stat.h>

#include <almanac/digest/write_issue.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "../../support/temp_dir.hpp"

BOOST_AUTO_TEST_SUITE(digest_write_issue, *boost::unit_test::label("unit"))

using namespace almanac;
namespace fs = std::filesystem;

namespace {

const IssueName name{"2026-W48", "ml", "md"};

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
struct stat info(const fs::path& file) {
  struct stat found {};
  BOOST_REQUIRE(::lstat(file.c_str(), &found) == 0);
  return found;
}
unsigned mode(const fs::path& file) { return info(file).st_mode & 07777U; }

}  // namespace

BOOST_AUTO_TEST_CASE(writes_a_private_file_in_a_private_folder_and_points_to_it) {
  const test::TempDir dir;
  const auto folder = dir.path() / "a" / "digests";
  const auto file = write_issue(folder, name, "# ml\n");
  BOOST_REQUIRE(file.has_value());
  BOOST_TEST(*file == folder / "2026-W48-ml.md");
  BOOST_TEST(content(*file) == "# ml\n");
  BOOST_TEST(mode(*file) == 0600U);
  BOOST_TEST(mode(folder) == 0700U);
  BOOST_TEST(fs::read_symlink(folder / "latest-ml.md") == "2026-W48-ml.md");
  BOOST_TEST(std::distance(fs::directory_iterator(folder), {}) == 2);  // nothing temporary is left
}

BOOST_AUTO_TEST_CASE(latest_follows_the_newest_issue) {
  const test::TempDir dir;
  BOOST_REQUIRE(write_issue(dir.path(), name, "one").has_value());
  BOOST_REQUIRE(write_issue(dir.path(), {"2026-W49", "ml", "md"}, "two").has_value());
  BOOST_TEST(content(dir.path() / "latest-ml.md") == "two");
  BOOST_TEST(content(dir.path() / "2026-W48-ml.md") == "one");
}

BOOST_AUTO_TEST_CASE(equal_bytes_are_left_alone_and_others_replaced) {
  const test::TempDir dir;
  const auto file = *write_issue(dir.path(), name, "same");
  const auto before = info(file);
  BOOST_REQUIRE(write_issue(dir.path(), name, "same").has_value());
  BOOST_TEST(info(file).st_ino == before.st_ino);
  BOOST_TEST(info(file).st_mtim.tv_nsec == before.st_mtim.tv_nsec);
  BOOST_REQUIRE(write_issue(dir.path(), name, "diff").has_value());
  BOOST_TEST(content(file) == "diff");
  BOOST_TEST(info(file).st_ino != before.st_ino);
}

BOOST_AUTO_TEST_CASE(link_in_the_files_place_is_replaced_and_never_followed) {
  const test::TempDir dir;
  const auto victim = dir.write("victim", "precious");
  const auto folder = dir.path() / "digests";
  fs::create_directory(folder);
  fs::create_symlink(victim, folder / "2026-W48-ml.md");
  fs::create_symlink(victim, folder / "latest-ml.md");
  BOOST_REQUIRE(write_issue(folder, name, "precious").has_value());  // not even if the bytes are equal
  BOOST_TEST(S_ISREG(info(folder / "2026-W48-ml.md").st_mode));
  BOOST_TEST(fs::read_symlink(folder / "latest-ml.md") == "2026-W48-ml.md");
  BOOST_REQUIRE(write_issue(folder, name, "other").has_value());
  BOOST_TEST(content(victim) == "precious");
}

BOOST_AUTO_TEST_CASE(link_in_the_place_of_the_temporary_file_is_removed) {
  const test::TempDir dir;
  const auto victim = dir.write("victim", "precious");
  const auto temporary = ".2026-W48-ml.md." + std::to_string(::getpid()) + ".tmp";
  fs::create_symlink(victim, dir.path() / temporary);
  BOOST_REQUIRE(write_issue(dir.path(), name, "new").has_value());
  BOOST_TEST(content(victim) == "precious");
  BOOST_TEST(content(dir.path() / "2026-W48-ml.md") == "new");
}

BOOST_AUTO_TEST_CASE(folder_that_anybody_may_write_to_is_refused) {
  const test::TempDir dir;
  fs::permissions(dir.path(), fs::perms::all);
  const auto file = write_issue(dir.path(), name, "x");
  BOOST_REQUIRE(file.has_error());
  BOOST_TEST(file.error().hint.find("anybody") != std::string::npos);
  BOOST_TEST(fs::is_empty(dir.path()));
}

BOOST_AUTO_TEST_CASE(a_file_in_the_folders_place_is_an_error) {
  const test::TempDir dir;
  BOOST_TEST(write_issue(dir.write("file", "x"), name, "x").has_error());
  BOOST_TEST(write_issue(dir.path() / "file" / "deeper", name, "x").has_error());
  BOOST_TEST(content(dir.path() / "file") == "x");
}

BOOST_AUTO_TEST_CASE(a_folder_in_the_files_place_is_an_error_that_leaves_nothing) {
  const test::TempDir dir;
  fs::create_directory(dir.path() / "2026-W48-ml.md");
  BOOST_TEST(write_issue(dir.path(), name, "x").has_error());
  BOOST_TEST(std::distance(fs::directory_iterator(dir.path()), {}) == 1);
}

BOOST_AUTO_TEST_CASE(names_that_could_leave_the_folder_are_refused) {
  const test::TempDir dir;
  for (const auto& bad :
       {IssueName{"2026-W48", "../ml", "md"}, IssueName{"..", "ml", "md"}, IssueName{"a", "", "md"},
        IssueName{"a", "b/c", "md"}, IssueName{"a", "b", "m.d"}, IssueName{"a", "b\n", "md"}, IssueName{"a", "ü", "md"},
        IssueName{"a", std::string(65, 'x'), "md"}, IssueName{"a", std::string("b\0c", 3), "md"}})
    BOOST_TEST_CONTEXT(bad.file()) { BOOST_TEST(write_issue(dir.path(), bad, "x").has_error()); }
  BOOST_TEST(fs::is_empty(dir.path()));
}

BOOST_AUTO_TEST_SUITE_END()
