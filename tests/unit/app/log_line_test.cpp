#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include "log_settings.hpp"

BOOST_AUTO_TEST_SUITE(log_lines, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(b9_2_three_forms_of_one_line_without_secrets) {
  const auto line = [](LogForm form, bool journal) {
    return log_line(form, journal, "2026-11-28T21:04:05Z", LogLevel::warn, "poll",
                    "http://me:canary@x.org/?key=canary: \"refused\"");
  };
  BOOST_TEST(line(LogForm::text, false) == "2026-11-28T21:04:05Z warn poll: http://x.org/?key=\u2026: \"refused\"\n");
  BOOST_TEST(line(LogForm::text, true) == "<4>poll: http://x.org/?key=\u2026: \"refused\"\n");
  const auto object = boost::json::parse(line(LogForm::json, true)).as_object();
  BOOST_TEST(object.at("time").as_string() == "2026-11-28T21:04:05Z");
  BOOST_TEST(object.at("level").as_string() == "warn");
  BOOST_TEST(object.at("layer").as_string() == "poll");
  BOOST_TEST(object.at("message").as_string() == "http://x.org/?key=\u2026: \"refused\"");
}

BOOST_AUTO_TEST_CASE(b5_1_nothing_breaks_out_of_a_line) {
  for (const LogForm form : {LogForm::text, LogForm::json}) {
    for (const bool journal : {false, true}) {
      const std::string line =
          log_line(form, journal, "2026-11-28T21:04:05Z", LogLevel::warn, "poll", "a\nb\r\x1b[31mc\u009bd\u202ee");
      BOOST_TEST(line.find('\n') == line.size() - 1);
      for (const char* text : {"\r", "\x1b"}) BOOST_TEST(line.find(text) == line.npos, line);
      // What only a terminal obeys is left to those that JSON is written for.
      if (form == LogForm::text)
        for (const char* text : {"\u009b", "\u202e"}) BOOST_TEST(line.find(text) == line.npos, line);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_command_line_wins_over_the_configuration) {
  struct Row {
    const char *configured, *said;
    int verbose;
    bool quiet;
    LogLevel wanted;
  };
  const Row rows[] = {{"info", "", 0, false, LogLevel::info},   {"error", "", 0, false, LogLevel::error},
                      {"error", "", 1, false, LogLevel::debug}, {"error", "", 2, false, LogLevel::trace},
                      {"info", "", 0, true, LogLevel::warn},    {"info", "off", 2, true, LogLevel::off}};
  for (const Row& row : rows) {
    Config config;
    config.log.level = row.configured;
    ServeArgs args;
    args.log_level = row.said;
    GlobalArgs global;
    global.verbose = row.verbose;
    global.quiet = row.quiet;
    const auto settings = log_settings(config, args, global);
    BOOST_TEST_REQUIRE(settings.has_value());
    BOOST_TEST((settings->least == row.wanted), row.configured << ' ' << row.said << ' ' << row.verbose);
  }
  Config config;
  config.log.level = "loud";
  BOOST_TEST(log_settings(config, {}, {}).error().what == "log.level: 'loud' is no level");
  config.log.level = "info";
  config.log.format = "xml";
  BOOST_TEST(log_settings(config, {}, {}).error().what == "log.format: 'xml' is no format");
}

BOOST_AUTO_TEST_SUITE_END()
