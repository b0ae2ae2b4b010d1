// The public contract of `almanac inspect`, one document and in batches.
#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include "installation.hpp"

BOOST_AUTO_TEST_SUITE(inspect, *boost::unit_test::label("e2e"))

using namespace almanac;
using test::Finished;
using test::User;
namespace json = boost::json;

namespace {

const std::string calendar =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@b\r\nDTSTART;TZID=Europe/"
    "Berlin:20260301T100000\r\nDTEND;TZID=Europe/Berlin:20260301T120000\r\n"
    "RRULE:FREQ=DAILY;COUNT=3\r\nSUMMARY:Tea\\, and talk\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

}  // namespace

BOOST_AUTO_TEST_CASE(answers_with_the_documented_shape) {
  const User user;
  const std::string file = user.home().write("tea.ics", calendar).string();
  const Finished done =
      user.run({"inspect", "--format", "json", file, "--between", "2026-03-02T00:00:00", "2026-03-10T00:00:00"});
  BOOST_TEST(done.code == 0, done.err);
  const json::value answer = json::parse(done.out);
  BOOST_TEST(answer.at("ok").as_bool());
  BOOST_TEST(answer.at("document").at("format").as_string() == "icalendar");
  const json::value& entry = answer.at("entries").at(0);
  BOOST_TEST(entry.at("component").as_string() == "VEVENT");
  BOOST_TEST(entry.at("id").as_string() == "a@b");
  BOOST_TEST(entry.at("title").as_string() == "Tea, and talk");
  const json::value& start = entry.at("start");
  BOOST_TEST(start.at("value").as_string() == "2026-03-01T09:00:00Z");
  BOOST_TEST(start.at("local").as_string() == "2026-03-01T10:00:00");
  BOOST_TEST(start.at("tz").as_string() == "Europe/Berlin");
  BOOST_TEST(start.at("zone_stated").as_bool());
  BOOST_TEST(start.at("provenance").as_string() == "structured");
  BOOST_TEST(answer.at("occurrences").as_array().size() == 2u);
  BOOST_TEST(answer.at("occurrences").at(0).at("start").as_string() == "2026-03-02T09:00:00Z");
}

BOOST_AUTO_TEST_CASE(the_language_of_the_response_tells_what_dates_mean_however_long_the_document) {
  const User user;
  const std::string item =
      "<item><title>Ride</title><pubDate>Wed, 03 Feb 2027 10:00:00 GMT</pubDate><description>Ride on 11/03/2027 around "
      "the lake. " +
      std::string(1000, 'x') + "</description></item>";
  for (const int items : {1, 3000}) {
    std::string feed = "<rss version=\"2.0\"><channel><title>Group</title>";
    for (int i = 0; i < items; ++i) feed += item;
    const std::string file = user.home().write("rides.xml", feed + "</channel></rss>").string();
    const auto request = [&](std::string_view language) {
      return R"({"path":")" + file + R"(","headers":{"Content-Language":")" + std::string(language) + "\"}}\n";
    };
    const Finished batch = user.run({"inspect", "--batch"}, request("en-gb") + request("en"));
    BOOST_TEST(batch.code == 0, batch.err);
    const std::size_t second = batch.out.find('\n') + 1;
    const json::value british = json::parse(batch.out.substr(0, second)),
                      undecided = json::parse(batch.out.substr(second));
    for (const json::value& entry : british.at("entries").as_array())
      BOOST_TEST(entry.at("start").at("value").as_string() == "2027-03-11");
    for (const json::value& entry : undecided.at("entries").as_array())
      BOOST_TEST(entry.at("start").at("precision").as_string() == "year");
  }
}

BOOST_AUTO_TEST_CASE(of_a_runaway_rule_as_much_as_fits_is_listed_and_it_is_named) {
  const User user;
  const auto event = [](std::string_view id, std::string_view rule) {
    return "BEGIN:VEVENT\r\nUID:" + std::string(id) + "\r\nDTSTART:20260301T090000Z\r\nRRULE:" + std::string(rule) +
           "\r\nSUMMARY:Talk " + std::string(id) + "\r\nEND:VEVENT\r\n";
  };
  const std::string calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + event("a", "FREQ=DAILY;COUNT=3") +
                               event("b", "FREQ=SECONDLY") + event("c", "FREQ=SECONDLY") + "END:VCALENDAR\r\n";
  const std::string file = user.home().write("runaway.ics", calendar).string();
  const auto see = [&](std::string_view until) {
    const Finished done =
        user.run({"inspect", "--format", "json", file, "--between", "2026-03-01T00:00:00", std::string(until)});
    BOOST_TEST(done.code == 0, done.err);
    return json::parse(done.out);
  };
  const json::value cut = see("2026-03-10T00:00:00"), whole = see("2026-03-01T10:00:00");
  BOOST_TEST(cut.at("occurrences").as_array().size() == 200'003u);
  BOOST_TEST_REQUIRE(cut.at("warnings").as_array().size() == 1u);
  const json::value& warning = cut.at("warnings").at(0);
  BOOST_TEST(warning.at("code").as_string() == "occurrences-cut");
  BOOST_TEST(std::string(warning.at("message").as_string()).find("'Talk b': at most 100000 ") != std::string::npos);
  BOOST_TEST(whole.at("occurrences").as_array().size() == 2 * 3601 + 1u);
  BOOST_TEST(whole.at("warnings").as_array().empty());
}

BOOST_AUTO_TEST_CASE(a_long_document_is_answered_whole_and_in_order) {
  const User user;
  std::string feed = "<rss version=\"2.0\"><channel><title>Group</title>";
  const std::string text(1000, 'x');
  for (int i = 0; i < 3000; ++i)
    feed +=
        "<item><guid>" + std::to_string(i) + "</guid><description>&lt;p&gt;" + text + "&lt;/p&gt;</description></item>";
  feed += "</channel></rss>";
  const std::string file = user.home().write("long.xml", feed).string();
  const std::string request = R"({"id":"7","path":")" + file + R"(","headers":{"Content-Language":"pt"}})" + "\n";
  const Finished one = user.run({"inspect", "--format", "json", file});
  const Finished batch = user.run({"inspect", "--batch"}, request);
  BOOST_TEST(one.code == 0, one.err);
  BOOST_TEST(batch.code == 0, batch.err);
  BOOST_TEST(one.out.back() == '\n');
  const json::value alone = json::parse(one.out), asked = json::parse(batch.out);
  BOOST_TEST(asked.at("id").as_string() == "7");
  BOOST_TEST(asked.at("document").at("language").as_string() == "pt");
  BOOST_TEST((asked.at("entries") == alone.at("entries")));
  const json::array& entries = alone.at("entries").as_array();
  BOOST_TEST_REQUIRE(entries.size() == 3000u);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    BOOST_TEST(entries[i].at("id").as_string() == std::to_string(i));
    BOOST_TEST(entries[i].at("summary").at("text").as_string() == text);
  }
  BOOST_TEST(alone.at("ok").as_bool());
  BOOST_TEST(one.out.find("\"document\"") < one.out.find("\"entries\""));
  BOOST_TEST(one.out.find("\"warnings\"") > one.out.rfind("\"summary\""), "it is written while it is read");
}

BOOST_AUTO_TEST_CASE(a_long_document_that_fails_behind_entries_says_so_behind_them) {
  const User user;
  std::string feed = "<rss version=\"2.0\"><channel><title>Group</title>";
  for (int i = 0; i < 3; ++i) feed += "<item><guid>" + std::to_string(i) + "</guid></item>";
  feed += "<item>";
  for (int i = 0; i < 1'500'000; ++i) feed += "<a/>";  // more than a tree may take
  feed += "</item></channel></rss>";
  const std::string file = user.home().write("heavy.xml", feed).string();
  const Finished one = user.run({"inspect", "--format", "json", file});
  BOOST_TEST(one.code == 1);
  BOOST_TEST(one.err.find("heavy.xml") != std::string::npos, one.err);
  const Finished batch =
      user.run({"inspect", "--batch"}, R"({"id":"7","path":")" + file + "\"}\n{\"id\":\"8\",\"path\":\"/nowhere\"}\n");
  BOOST_TEST(batch.code == 0, batch.err);
  const std::size_t end = batch.out.find('\n');
  for (const std::string& line : {one.out, batch.out.substr(0, end)}) {
    const json::value answer = json::parse(line);
    BOOST_TEST(!answer.at("ok").as_bool());
    BOOST_TEST(!answer.at("error").at("message").as_string().empty());
    BOOST_TEST(answer.at("entries").as_array().size() == 3u);
  }
  BOOST_TEST(json::parse(batch.out.substr(end + 1)).at("id").as_string() == "8");
}

BOOST_AUTO_TEST_CASE(a_long_document_that_nobody_can_read_is_told) {
  const User user;
  const std::string file = user.home().write("long.txt", std::string(3u << 20, 'x')).string();
  const Finished done = user.run({"inspect", "--format", "json", file});
  BOOST_TEST(done.code == 1);
  BOOST_TEST(done.out.empty());
  BOOST_TEST(done.err.find("long.txt") != std::string::npos, done.err);
}

BOOST_AUTO_TEST_CASE(a_batch_lives_on_after_bad_requests) {
  const User user;
  const std::string file = user.home().write("tea.ics", calendar).string();
  const std::string empty = user.home().write("empty.xml", "").string();
  const std::string requests = "{\"id\":\"1\",\"path\":\"" + file +
                               "\"}\nno json\n{\"id\":\"2\",\"path\":\"/nowhere\"}\n{\"id\":\"3\",\"path\":\"" + empty +
                               "\"}\n{\"id\":\"4\",\"path\":\"" + file +
                               "\",\"plugin\":\"nonsense\"}\n{\"id\":\"5\",\"path\":\"" + file + "\"}\n";
  const Finished done = user.run({"inspect", "--batch"}, requests);
  BOOST_TEST(done.code == 0, done.err);
  std::vector<json::value> answers;
  std::string_view rest = done.out;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    answers.push_back(json::parse(rest.substr(0, end)));
    rest.remove_prefix(end + 1);
  }
  BOOST_TEST_REQUIRE(answers.size() == 6u);
  const bool expected[] = {true, false, false, false, false, true};
  for (std::size_t i = 0; i < 6; ++i) BOOST_TEST_CONTEXT(i) {
      BOOST_TEST(answers[i].at("ok").as_bool() == expected[i]);
      if (!expected[i]) BOOST_TEST(!answers[i].at("error").at("message").as_string().empty());
    }
  BOOST_TEST(answers[5].at("id").as_string() == "5");
}

BOOST_AUTO_TEST_CASE(publication_dates_in_the_future_are_told_with_their_source) {
  const User user;
  const auto run = [&](std::vector<std::string> args) {
    args.insert(args.end(), {"--now", "2026-03-01T12:00:00Z"});
    return user.run(args);
  };
  const Finished followed = run({"follow", ALMANAC_TEST_DATA "/reading/dates_in_the_future.xml"});
  BOOST_TEST(followed.code == 0, followed.err);
  const std::string shown = run({"sources"}).out;
  BOOST_TEST(shown.find("pubdate_means") != shown.npos, shown);
  // An unchanged document keeps the hint, one whose dates are declared has none.
  run({"poll", "--force"});
  const std::string later = run({"sources", "--format", "json"}).out;
  BOOST_TEST(later.find("pubdate_means=start?") != later.npos, later);
  BOOST_TEST(run({"source", "1", "--option", "pubdate_means=start"}).code == 0);
  run({"poll", "--force"});
  const std::string settled = run({"sources"}).out;
  BOOST_TEST(settled.find("pubdate_means") == settled.npos, settled);
}

BOOST_AUTO_TEST_CASE(shows_the_clock_of_a_zone_that_only_the_document_knows) {
  const User user;
  const std::string file =
      user.home()
          .write("club.ics",
                 "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Club Time\r\nBEGIN:STANDARD\r\n"
                 "DTSTART:20200101T000000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\n"
                 "END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:a@b\r\nDTSTART;TZID=Club Time:20260301T190000\r\n"
                 "SUMMARY:Tea\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
          .string();
  const Finished entries = user.run({"inspect", file});
  BOOST_TEST(entries.out.find("2026-03-01 19:00 Club Time") != std::string::npos, entries.out);
  const Finished dates = user.run({"inspect", file, "--between", "2026-03-01", "2026-03-02"});
  BOOST_TEST(dates.out.find("2026-03-01 19:00 Club Time") != std::string::npos, dates.out);
}

BOOST_AUTO_TEST_SUITE_END()
