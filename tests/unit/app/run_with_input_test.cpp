#include <sys/wait.h>

#include <almanac/app/run_with_input.hpp>
#include <boost/test/unit_test.hpp>
#include <string>

BOOST_AUTO_TEST_SUITE(app_run_with_input, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(gives_the_status_of_a_command_that_reads_all_or_nothing) {
  const std::string much(1'000'000, 'x');
  struct Case {
    std::vector<std::string> command;
    int code;
  };
  for (const Case& c :
       {Case{{"cmp", "-n", "1000000", "-s", "-", "/dev/zero"}, 1}, Case{{"true"}, 0}, Case{{"false"}, 1}})
    for (const auto patience :
         {std::optional<std::chrono::milliseconds>{}, std::optional(std::chrono::milliseconds(60'000))}) {
      const auto status = run_with_input(c.command, much, patience);
      BOOST_TEST_REQUIRE(status.has_value());
      BOOST_TEST(WIFEXITED(*status));
      BOOST_TEST(WEXITSTATUS(*status) == c.code);
    }
}

BOOST_AUTO_TEST_CASE(kills_a_command_that_takes_too_long_whether_it_reads_or_not) {
  const std::string much(1'000'000, 'x');
  for (const std::string& text : {std::string{}, much}) {
    const auto status = run_with_input({"sleep", "600"}, text, std::chrono::milliseconds(100));
    BOOST_TEST_REQUIRE(!status.has_value());
    BOOST_TEST((status.error() == boost::system::errc::timed_out));
  }
}

BOOST_AUTO_TEST_CASE(says_what_cannot_be_started) {
  BOOST_TEST((run_with_input({"/nonexistent/pager"}, "x").error() == boost::system::errc::no_such_file_or_directory));
  BOOST_TEST((run_with_input({}, "x").error() == boost::system::errc::no_such_file_or_directory));
}

BOOST_AUTO_TEST_SUITE_END()
