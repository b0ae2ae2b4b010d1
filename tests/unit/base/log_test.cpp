#include <almanac/base/log.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(log_lines, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(writes_wanted_levels_as_single_lines_without_controls) {
  std::vector<std::string> lines;
  set_log_sink([&](LogLevel, std::string_view layer,
                   std::string_view message) { lines.push_back(std::string(layer) + ": " + std::string(message)); },
               LogLevel::info);
  log(LogLevel::debug, "net", "not wanted");
  log(LogLevel::warn, "net", "title\r\nfake line \x1b[31m");
  set_log_sink({}, LogLevel::off);
  log(LogLevel::error, "net", "nobody listens");
  BOOST_TEST(lines == std::vector<std::string>{"net: title\\x0d\\x0afake line \\x1b[31m"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
