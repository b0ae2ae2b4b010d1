// Files and formats that go from almanac to other programs, and back.
#include <sys/stat.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "installation.hpp"

BOOST_AUTO_TEST_SUITE(exchange, *boost::unit_test::label("e2e"))

using namespace almanac;
using test::Finished;
using test::has;
using test::User;

namespace {

std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

std::string event(const std::string& uid, const std::string& lines) {
  return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20261101T000000Z\r\n" + lines + "END:VEVENT\r\n";
}

/// Someone who imported a series of four dates, days in Porto and a meetup.
struct Reader {
  Reader() {
    std::ofstream(file("days.ics"), std::ios::binary)
        << "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" +
               event("1",
                     "DTSTART:20261202T180000Z\r\nDTEND:20261202T200000Z\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\n"
                     "SUMMARY:Larch meetup\r\n") +
               event("2",
                     "DTSTART;VALUE=DATE:20261210\r\nDTEND;VALUE=DATE:20261213\r\nSUMMARY:Aardvark days\r\n"
                     "LOCATION:Porto\\, Portugal\r\n") +
               event("3", "DTSTART:20270115T180000Z\r\nSUMMARY:Monkey meetup\r\n") + "END:VCALENDAR\r\n";
    const Finished done = run({"import", file("days.ics")});
    BOOST_TEST_REQUIRE(done.code == 0, done.err);
  }
  std::string file(const std::string& name) const { return (user.home().path() / name).string(); }
  Finished run(std::vector<std::string> args) const {
    args.insert(args.begin(), {"--now", "2026-12-01T09:00:00Z", "--tz", "Europe/Berlin"});
    return user.run(std::move(args));
  }
  User user;
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(every_format_says_when_there_is_more, Reader) {
  for (const char* format : {"table", "json", "jsonl", "csv", "ics", "md", "html", "atom", "jsonfeed"}) {
    BOOST_TEST_CONTEXT(format) {
      BOOST_TEST(
          has(run({"upcoming", "--limit", "1", "--format", format}).err, "there are more than these 1: --limit"));
      BOOST_TEST(has(run({"search", "meetup", "--limit", "1", "--format", format}).err, "there are more than these 1"));
      BOOST_TEST(run({"upcoming", "--limit", "3", "--format", format}).err.empty());
    }
  }
  for (const char* command : {"upcoming", "search"}) {
    const Finished nothing = run({command, "meetup", "--limit", "0"});
    BOOST_TEST(nothing.code == 2);
    BOOST_TEST(has(nothing.err, "--limit: a list of 0 rows shows nothing"), nothing.err);
  }
}

BOOST_FIXTURE_TEST_CASE(calendars_have_every_date_of_what_they_list, Reader) {
  BOOST_TEST(count(run({"upcoming", "larch", "--format", "ics"}).out, "BEGIN:VEVENT") == 4u);
  BOOST_TEST(count(run({"search", "larch", "--format", "ics"}).out, "BEGIN:VEVENT") == 4u);
  BOOST_TEST(run({"upcoming", "larch", "--format", "ics"}).out.substr(200) != "");
  BOOST_TEST(count(run({"export", "larch", "--format", "ics"}).out, "BEGIN:VEVENT") == 4u);
}

BOOST_FIXTURE_TEST_CASE(the_last_day_is_shown_and_not_the_day_behind_it, Reader) {
  const std::string list = run({"upcoming", "aardvark", "--format", "json"}).out;
  const auto at = list.find("\"id\":\"") + 6;
  const std::string shown = run({"show", list.substr(at, list.find('"', at) - at)}).out;
  BOOST_TEST(has(shown, "last day"), shown);
  BOOST_TEST(has(shown, "Sat 12 Dec"), shown);
  BOOST_TEST(!has(shown, "Sun 13 Dec"), shown);
}

BOOST_FIXTURE_TEST_CASE(each_filter_makes_a_feed_of_its_own, Reader) {
  const auto head = [&](std::vector<std::string> args) {
    args.insert(args.end(), {"--format", "atom"});
    const std::string feed = run(std::move(args)).out;
    return feed.substr(0, feed.find("<updated>"));
  };
  const std::string all = head({"upcoming"}), meetups = head({"upcoming", "title:meetup"});
  BOOST_TEST(has(all, "<id>urn:x-almanac:events</id>"), all);
  BOOST_TEST(has(meetups, "<title>Upcoming events (title:meetup)</title>"), meetups);
  const std::vector<std::string> heads{all,
                                       meetups,
                                       head({"upcoming", "title:days"}),
                                       head({"upcoming", "posts"}),
                                       head({"upcoming", "meetups"}),
                                       head({"upcoming", "deadlines"}),
                                       head({"upcoming", "--within", "30d"}),
                                       head({"export"})};
  for (std::size_t i = 0; i < heads.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      BOOST_TEST(heads[i].substr(0, heads[i].find("</id>")) != heads[j].substr(0, heads[j].find("</id>")));
  BOOST_TEST(meetups == head({"upcoming", "title:meetup"}));
}

BOOST_FIXTURE_TEST_CASE(exports_know_their_files_by_the_ending, Reader) {
  BOOST_TEST(run({"export", file("OUT.ICS")}).code == 0);
  BOOST_TEST(has(content(file("OUT.ICS")), "BEGIN:VCALENDAR"));
  for (const char* name : {"events.txt", "x.xyz", "out/EX"}) {
    const Finished done = run({"export", name});
    BOOST_TEST(done.code == 2, name);
    BOOST_TEST(done.out.empty());
    BOOST_TEST(has(done.err, ".opml, .ics, .json, .jsonl, .csv, .md, .html or .atom"), done.err);
  }
  BOOST_TEST(run({"export", "\"node.js\""}).code == 0);
  BOOST_TEST(has(run({"export", "aardvark", "--format", "csv"}).out, "Aardvark days"));
}

BOOST_FIXTURE_TEST_CASE(lists_of_sources_are_chosen_by_what_sources_have, Reader) {
  BOOST_TEST(user.run({"follow", "--later", "https://larch.example/feed", "--tag", "trees"}).code == 0);
  BOOST_TEST(run({"export", file("x.opml"), "tag:trees"}).code == 0);
  BOOST_TEST(has(content(file("x.opml")), "larch.example"));
  BOOST_TEST(!has(content(file("x.opml")), "days.ics"));
  std::filesystem::remove(file("x.opml"));
  const Finished wrong = run({"export", file("x.opml"), "kind:hackathon"});
  BOOST_TEST(wrong.code == 2);
  BOOST_TEST(has(wrong.err, "cannot be chosen by 'kind:hackathon'"), wrong.err);
  BOOST_TEST(!std::filesystem::exists(file("x.opml")));
}

BOOST_FIXTURE_TEST_CASE(lists_of_sources_go_back_as_they_were, Reader) {
  const std::string secret = "https://oak.example/ical/private-abcdef0123456789abcdef/basic.ics";
  BOOST_TEST(user.run({"follow", "--later", secret, "--name", "Oak"}).code == 0);
  BOOST_TEST(run({"export", file("masked.opml")}).code == 0);
  BOOST_TEST(run({"export", file("whole.opml"), "--secrets"}).code == 0);
  struct stat status {};
  BOOST_TEST(::stat(file("whole.opml").c_str(), &status) == 0);
  BOOST_TEST((status.st_mode & 0777) == 0600u);
  const User second, third;
  const Finished masked = second.run({"import", file("masked.opml")});
  BOOST_TEST(masked.code == 3, masked.err);
  BOOST_TEST(has(masked.err, "left out: Oak: its address holds a key that was left out of the list"), masked.err);
  BOOST_TEST(has(masked.err, "is a file of this machine; --files takes"), masked.err);
  const Finished whole = third.run({"import", "--files", file("whole.opml")});
  BOOST_TEST(whole.code == 0, whole.err);
  BOOST_TEST(has(whole.err, "2 sources followed"), whole.err);
  const std::string sources = third.run({"sources", "--format", "json"}).out;
  BOOST_TEST(count(sources, "\"state\":\"paused\"") == 1u, sources);  // the calendar that was imported once
}

BOOST_FIXTURE_TEST_CASE(deadlines_come_in_every_format_and_refuse_the_rest, Reader) {
  for (const char* format : {"table", "json", "jsonl", "csv", "ics", "md", "html", "atom", "jsonfeed"}) {
    const Finished done = run({"upcoming", "deadlines", "--format", format, "--sort", "title"});
    BOOST_TEST(done.code == 0, done.err);
  }
  const std::vector<std::vector<std::string>> refused{
      {"deadlines", "--group-by", "week"}, {"--group-by", "week", "--format", "csv"},
      {"deadlines", "--fields", "title"},  {"deadlines", "--fields", "title", "--format", "csv"},
      {"--calendar", "--format", "json"},  {"deadlines", "--calendar"},
      {"--calendar", "--group-by", "week"}};
  for (std::vector<std::string> args : refused) {
    args.insert(args.begin(), "upcoming");
    const Finished done = run(args);
    BOOST_TEST(done.code == 2, args[1]);
    BOOST_TEST(done.out.empty());
    BOOST_TEST(!done.err.empty());
  }
}

BOOST_FIXTURE_TEST_CASE(broken_filters_are_told_before_they_are_used, Reader) {
  user.configure("[filter]\ngood = \"topic:ml\"\nx = \"kind:hackaton\"\na = \"@b\"\nb = \"@a\"\n");
  const Finished doctor = user.run({"doctor"});
  BOOST_TEST(has(doctor.out, "almanac.toml:3: filter.x, column 6: unknown kind 'hackaton'"), doctor.out);
  BOOST_TEST(has(doctor.out, "did you mean 'hackathon'?"), doctor.out);
  BOOST_TEST(has(doctor.out, "'a' and 'b' name each other"), doctor.out);
  BOOST_TEST(!has(doctor.out, "ok    configuration"));
  const Finished used = run({"upcoming", "@x"});
  BOOST_TEST(used.code != 0);
  BOOST_TEST(has(used.err, "almanac.toml:3: filter.x, column 6: unknown kind 'hackaton'"), used.err);
  const Finished circle = run({"upcoming", "@a"});
  BOOST_TEST(circle.code != 0);
  BOOST_TEST(count(circle.err, "name each other") == 1u, circle.err);
  BOOST_TEST(run({"upcoming", "@good"}).code == 0);
}

BOOST_FIXTURE_TEST_CASE(names_of_topics_countries_and_languages_are_understood, Reader) {
  BOOST_TEST(has(run({"upcoming", "country:portugal", "--format", "csv"}).out, "Aardvark days"));
  BOOST_TEST(has(run({"upcoming", "country:pt", "--format", "csv"}).out, "Aardvark days"));
  BOOST_TEST(has(run({"upcoming", "country:portugl"}).err, "unknown country 'portugl' (did you mean 'portugal'?)"));
  BOOST_TEST(has(run({"upcoming", "lang:englsh"}).err, "did you mean 'english'?"));
  BOOST_TEST(run({"upcoming", "lang:english"}).code == 0);
  BOOST_TEST(has(run({"upcoming", "topic:mashine-learning"}).err, "did you mean 'machine learning'?"));
}

BOOST_FIXTURE_TEST_CASE(completions_offer_what_is_taken, Reader) {
  user.configure("[filter]\nmine = \"topic:ml\"\n");
  const auto words = [&](const std::string& list) { return '\n' + user.run({"completions", list}).out; };
  for (const char* kind : {"conference", "hackathon", "meetup", "other"})
    BOOST_TEST(has(words("kinds"), std::string("\n") + kind + '\n'), kind);
  BOOST_TEST(!has(words("kinds"), "deadlines"));
  for (const char* term :
       {"\n@mine\n", "\nkind:hackathon\n", "\nmode:hybrid\n", "\ntopic:ml\n", "\ncountry:\n", "\nstar\n"})
    BOOST_TEST(has(words("terms"), term), term);
  BOOST_TEST(has(words("lists"), "\ndeadlines\n"));
  BOOST_TEST(has(words("zones"), "\nEurope/Berlin\n"));
  BOOST_TEST(has(words("fields"), "\ntitle\n"));
  const std::string asked =
      "almanac() { " ALMANAC_BUILD_DIR "/almanac \"$@\"; }\n" + user.run({"completions", "bash"}).out +
      "ask() { COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _almanac; echo \"${COMPREPLY[*]}\"; }\n"
      "ask almanac follow --kind ha\nask almanac upcoming @m\nask almanac upcoming @ m\nask almanac upcoming kind : "
      "hack\n"
      "ask almanac upcoming --tz Europe/Berl\nask almanac upcoming --fields date,ti\nask almanac upcoming --sort ti\n"
      "ask almanac upcoming --group-by w\nask almanac upcoming dead\n";
  BOOST_TEST(test::run({"bash", "-s"}, user.env(), asked).out ==
             "hackathon\n@mine\n@mine\nhackathon\nEurope/Berlin\ndate,title\ntitle\nweek\ndeadlines deadline:\n");
}

BOOST_AUTO_TEST_SUITE_END()
