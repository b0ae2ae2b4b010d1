#include <almanac/app/send_issue.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <support/temp_dir.hpp>

BOOST_AUTO_TEST_SUITE(app_send_issue, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_command_gets_the_message_and_its_arguments_as_they_are) {
  const test::TempDir folder;
  const auto file = folder.path() / "sent; rm -rf";
  const std::string message = "Subject: x\r\n\r\n" + std::string(200'000, 'y');
  BOOST_TEST(send_by_command({"dd", "of=" + file.string(), "status=none"}, message).has_value());
  BOOST_TEST((content(file) == message));
}

BOOST_AUTO_TEST_CASE(a_command_that_fails_is_told) {
  BOOST_TEST(send_by_command({"/nonexistent/sendmail", "-t"}, "x").error().what.find("could not be started") !=
             std::string::npos);
  BOOST_TEST(send_by_command({"false"}, std::string(1'000'000, 'x')).error().what.find("exit code 1") !=
             std::string::npos);
  BOOST_TEST(!send_by_command({}, "x"));
}

BOOST_AUTO_TEST_CASE(a_maildir_gets_one_file_with_plain_line_ends) {
  const test::TempDir folder;
  const auto maildir = folder.path() / "mail" / "Maildir";
  for (int i = 0; i < 2; ++i) {
    const auto file = put_into_maildir(maildir, "1.weekly.2026-W48.almanac", "Subject: x\r\n\r\nhi\r\n");
    BOOST_REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().text()));
    BOOST_TEST(content(*file) == "Subject: x\n\nhi\n");
  }
  BOOST_TEST(std::distance(std::filesystem::directory_iterator(maildir / "new"), {}) == 1);
  BOOST_TEST(std::filesystem::is_empty(maildir / "tmp"));
  BOOST_TEST(std::filesystem::is_directory(maildir / "cur"));
}

BOOST_AUTO_TEST_SUITE_END()
