// The command line as a person meets it, with the built program.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <support/sample/sample_feeds.hpp>

#include "installation.hpp"

BOOST_AUTO_TEST_SUITE(ask, *boost::unit_test::label("e2e"))

using namespace almanac;
using test::Finished;
using test::has;
using test::User;

namespace {

std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A calendar of three events around a pinned now.
constexpr const char* calendar =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
    "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261205T090000Z\r\nDTEND:20261205T170000Z\r\n"
    "SUMMARY:Zebra hackathon\r\nLOCATION:Potsdam\\, "
    "Germany\r\nGEO:52.40;13.06\r\nURL:https://zebra.example/\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:2\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20261210\r\nDTEND;VALUE=DATE:20261212\r\n"
    "SUMMARY:Aardvark days\r\nLOCATION:Porto\\, Portugal\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:3\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20270115T180000Z\r\nSUMMARY:Monkey "
    "meetup\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n";

/// Someone who imported it.
struct Reader {
  Reader() {
    std::ofstream(file("days.ics"), std::ios::binary) << calendar;
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

BOOST_AUTO_TEST_CASE(alone_it_says_what_to_do_next_in_five_lines) {
  const User user;
  const Finished alone = user.run({});
  BOOST_TEST(alone.code == 0);
  BOOST_TEST(std::count(alone.out.begin(), alone.out.end(), '\n') == 5);
  for (const char* step : {"almanac init", "almanac follow", "almanac poll", "almanac upcoming"})
    BOOST_TEST(has(alone.out, step), step);
}

BOOST_AUTO_TEST_CASE(explains_filters_and_commands_and_suggests) {
  const User user;
  BOOST_TEST(has(user.run({"help", "filters"}).out, "near:berlin/200km"));
  BOOST_TEST(has(user.run({"help", "upcoming"}).out, "--group-by"));
  struct Case {
    std::vector<std::string> words;
    const char* said;
  };
  for (const Case& c : {Case{{"help", "upcomming"}, "did you mean 'upcoming'?"},
                        Case{{"upcomming"}, "no command 'upcomming': did you mean 'upcoming'?"},
                        Case{{"upcoming", "--formt", "json"}, "no option '--formt': did you mean '--format'?"},
                        Case{{"upcoming", "--tz", "Mars/Olympus"}, "--tz: 'Mars/Olympus' is not known"},
                        Case{{"upcoming", "--fields", "titel"}, "did you mean 'title'?"}}) {
    BOOST_TEST_CONTEXT(c.said) {
      const Finished done = user.run(c.words);
      BOOST_TEST(done.code == 2);
      BOOST_TEST(has(done.err, c.said), done.err);
      BOOST_TEST(done.out.empty());
    }
  }
}

BOOST_FIXTURE_TEST_CASE(lists_by_filter_field_order_and_zone, Reader) {
  BOOST_TEST(run({"upcoming", "--fields", "date,title", "--sort", "title", "--format", "csv"}).out ==
             "date,title\r\n2026-12-10,Aardvark days\r\n2027-01-15T18:00:00Z,Monkey meetup\r\n"
             "2026-12-05T09:00:00Z,Zebra hackathon\r\n");
  BOOST_TEST(
      run({"upcoming", "--fields", "title,source", "--limit", "1", "--format", "json"}).out ==
      "{\"schema\":\"almanac.events/1\",\"events\":[{\"title\":\"Zebra hackathon\",\"sources\":[\"days.ics\"]}]}\n");
  BOOST_TEST(has(run({"upcoming", "zebra"}).out, "Sat 5 Dec 10:00"));
  BOOST_TEST(has(user.run({"--now", "2026-12-01T09:00:00Z", "--tz", "Asia/Tokyo", "upcoming", "zebra"}).out,
                 "Sat 5 Dec 18:00"));
  const std::string near = run({"upcoming", "near:berlin/50km"}).out;
  BOOST_TEST((has(near, "Zebra") && !has(near, "Aardvark") && !has(near, "Monkey")), near);
  BOOST_TEST(has(run({"upcoming", "near:porto/10km"}).out, "Aardvark"));
  const Finished wrong = run({"upcoming", "tpoic:ml"});
  BOOST_TEST(wrong.code != 0);
  BOOST_TEST(has(wrong.err, "filter, column 1: unknown field 'tpoic' (did you mean 'topic'?)"), wrong.err);
  const std::string months = run({"upcoming", "--group-by", "month"}).out;
  BOOST_TEST(
      (months.find("December 2026") < months.find("Zebra") && months.find("January 2027") < months.find("Monkey")),
      months);
}

BOOST_FIXTURE_TEST_CASE(a_term_that_begins_with_a_dash_is_no_option, Reader) {
  const Finished without = run({"upcoming", "-hackathon", "--limit", "5", "-days"});
  BOOST_TEST(without.code == 0, without.err);
  BOOST_TEST(has(without.out, "Monkey"));
  BOOST_TEST(!has(without.out, "Zebra"));
  BOOST_TEST(!has(without.out, "Aardvark"));
  BOOST_TEST(has(run({"upcoming", "-place:porto", "-q"}).out, "Zebra"));
  BOOST_TEST(has(run({"export", "-(zebra or monkey)", "--format", "csv"}).out, "Aardvark"));
  BOOST_TEST(run({"upcoming", "-x"}).code == 2);
  BOOST_TEST(has(run({"upcoming", "--sort", "tilte"}).err, "--sort: not 'tilte': did you mean 'title'?"));
  BOOST_TEST(has(run({"upcoming", "--format=foo"}).err, "--format: not 'foo': it takes table, json,"));
  BOOST_TEST(has(run({"upcoming", "--limti", "3"}).err, "did you mean '--limit'?"));
}

BOOST_FIXTURE_TEST_CASE(shows_months_as_grids, Reader) {
  const std::string grid = run({"upcoming", "--calendar", "--within", "60d"}).out;
  for (const char* part : {"December 2026", "January 2027", " 5:1", "10:1", "11:1", "15:1"})
    BOOST_TEST(has(grid, part), grid);
  BOOST_TEST(!has(grid, "12:1"), grid);
  for (std::size_t at = 0; at < grid.size();) {
    const auto end = grid.find('\n', at);
    BOOST_TEST(end - at <= 100u);
    at = end + 1;
  }
}

BOOST_FIXTURE_TEST_CASE(calendars_ring_on_request_and_exports_name_their_format, Reader) {
  BOOST_TEST(run({"export", file("out.ics")}).code == 0);
  BOOST_TEST(has(content(file("out.ics")), "SUMMARY:Zebra hackathon\r\n"));
  BOOST_TEST(run({"export", file("out.opml")}).code == 0);
  BOOST_TEST(has(content(file("out.opml")), "text=\"days.ics\""));
  BOOST_TEST(has(run({"export", "--format", "jsonl", "zebra"}).out, "\"title\":\"Zebra hackathon\""));
}

BOOST_AUTO_TEST_CASE(an_opml_list_goes_from_one_library_to_the_next) {
  const User first, second;
  const std::string file = (first.home().path() / "list.opml").string();
  BOOST_TEST(first
                 .run({"follow", "--later", "https://larch.example/feed", "--kind", "hackathon", "--tag", "work",
                       "--every", "6h", "--option", "default_tz=Europe/Berlin", "--name", "Larch"})
                 .code == 0);
  BOOST_TEST(first.run({"export", file}).code == 0);
  const Finished import = second.run({"import", file});
  BOOST_TEST(import.code == 0, import.err);
  BOOST_TEST(has(import.err, "1 source followed, 0 known already"), import.err);
  BOOST_TEST(has(second.run({"import", file}).err, "0 sources followed, 1 known already"));
  for (const char* part :
       {"\"kind\":\"hackathon\"", "\"tags\":[\"work\"]", "\"every_seconds\":21600", "\"name\":\"Larch\""})
    BOOST_TEST(has(second.run({"sources", "--format", "json"}).out, part), part);
}

BOOST_AUTO_TEST_CASE(init_writes_a_configuration_that_works) {
  const User user;
  std::filesystem::remove(user.config_path());
  BOOST_TEST(user.run({"init"}).code == 2);  // no terminal to ask on
  BOOST_TEST(has(user.run({"init", "--place", "Nowhereville"}).err, "no place known as 'Nowhereville'"));
  const Finished init = user.run({"init", "--interests", "machine learning, C++, River Barges", "--place", "Berlin",
                                  "--far", "80", "--bundle", "none"});
  BOOST_TEST(init.code == 0, init.err);
  const std::string config = content(user.config_path());
  BOOST_TEST(has(config, "near:\\\"Berlin/80km\\\" or online"), config);
  BOOST_TEST(has(config, "mine = \"topic:ml or topic:cpp or \\\"river barges\\\"\""), config);
  BOOST_TEST(has(user.run({"init", "--place", "Berlin"}).err, "is there already"));
  BOOST_TEST(user.run({"follow", "--later", "https://larch.example/feed"}).code == 0);
  for (const char* filter : {"mine", "near-me", "@mine -@near-me"}) {
    const Finished list = user.run({"upcoming", filter});
    BOOST_TEST(list.code == 0, list.err);
  }
  const Finished digest = user.run({"digest", "weekly", "--preview", "--even-empty"});
  BOOST_TEST(digest.code == 0, digest.err);
  BOOST_TEST(user.run({"completions", "profiles"}).out == "weekly\n");
  BOOST_TEST(user.run({"completions", "filters"}).out == "@mine\n@near-me\n");
  BOOST_TEST(has(user.run({"completions", "sources"}).out, "https://larch.example/feed"));
}

BOOST_AUTO_TEST_CASE(completions_are_shell_and_the_manual_is_one) {
  const User user;
  const std::string bash = user.run({"completions", "bash"}).out;
  const Finished checked = test::run({"bash", "-n"}, user.env(), bash);
  BOOST_TEST(checked.code == 0, checked.err);
  const std::string asked = "almanac() { " ALMANAC_BUILD_DIR "/almanac \"$@\"; }\n" + bash +
                            "COMP_WORDS=(almanac upcoming --gr); COMP_CWORD=2; _almanac; echo \"${COMPREPLY[@]}\"\n"
                            "COMP_WORDS=(almanac digest --format m); COMP_CWORD=3; _almanac; echo \"${COMPREPLY[@]}\"\n"
                            "COMP_WORDS=(almanac upc); COMP_CWORD=1; _almanac; echo \"${COMPREPLY[@]}\"\n";
  BOOST_TEST(test::run({"bash", "-s"}, user.env(), asked).out == "--group-by\nmd\nupcoming\n");
  BOOST_TEST(user.run({"completions", "tcsh"}).code == 2);
  const std::string manual = user.run({"help", "manual"}).out;
  for (const char* part : {".TH ALMANAC 1", ".SS upcoming", ".SS init", "\\-\\-group\\-by", ".SH FILTERS"})
    BOOST_TEST(has(manual, part), part);
}

// The shells are no packages that almanac needs: looked at where they are.
BOOST_AUTO_TEST_CASE(zsh_and_fish_take_their_completions) {
  const User user;
  const std::string home = user.home().path().string();
  const auto is_there = [](const char* shell) { return std::filesystem::exists(std::string("/usr/bin/") + shell); };
  if (is_there("zsh")) {
    const std::string script = user.run({"completions", "zsh"}).out;
    const Finished checked = test::run({"zsh", "-f", "-n"}, user.env(), script);
    BOOST_TEST(checked.code == 0, checked.err);
  }
  if (!is_there("fish")) return;
  std::ofstream(home + "/almanac.fish") << user.run({"completions", "fish"}).out;
  const auto completed = [&](const std::string& line) {
    return test::run({"fish", "-N", "-c",
                      "function almanac; " ALMANAC_BUILD_DIR "/almanac $argv; end; source " + home +
                          "/almanac.fish; complete -C '" + line + "'"},
                     user.env())
        .out;
  };
  BOOST_TEST(completed("almanac fol").starts_with("follow\t"), completed("almanac fol"));
  BOOST_TEST(completed("almanac upcoming --group-by w").starts_with("week"));
  BOOST_TEST(completed("almanac help filt") == "filters\n");
  BOOST_TEST(completed("almanac upcoming hack") == "hackathons\n");
}

BOOST_AUTO_TEST_CASE(a_filter_on_the_spot_is_answered_and_remembered_by_nobody) {
  const User user;
  const std::string home = user.home().path().string();
  std::ofstream(home + "/days.ics", std::ios::binary) << calendar;
  user.configure("[profile.weekly]\ninto = \"" + home + "/out\"\n");
  const auto run = [&](std::vector<std::string> args) {
    args.insert(args.begin(), {"--now", "2026-12-01T09:00:00Z"});
    return user.run(std::move(args));
  };
  BOOST_TEST(run({"import", home + "/days.ics"}).code == 0);
  const auto asked = [&](std::vector<std::string> args, const char* there, const char* not_there) {
    args.insert(args.begin(), "digest");
    const Finished digest = run(std::move(args));
    BOOST_TEST(has(digest.out, there), digest.out + digest.err);
    BOOST_TEST(!has(digest.out, not_there), digest.out);
    BOOST_TEST(has(digest.err, "nothing of it is remembered"), digest.err);
  };
  asked({"--filter", "zebra"}, "Zebra hackathon", "Aardvark");
  asked({"--filter", "aardvark"}, "Aardvark days", "Zebra");
  asked({"--filter", "zebra", "--preview"}, "Zebra hackathon", "Aardvark");
  BOOST_TEST(run({"digest", "weekly"}).code == 0);
  asked({"weekly", "--filter", "zebra", "-o", "-"}, "Zebra hackathon", "Aardvark");
  BOOST_TEST(has(run({"digest"}).out, "Aardvark days"));
  BOOST_TEST(run({"digest", "--filter", "zebra", "--of", "2026-W40"}).code == 2);
  BOOST_TEST(run({"digest", "weekly", "--filter", "zebra", "-o", home + "/out/"}).code == 0);
  BOOST_TEST(has(content(home + "/out/latest-weekly.md"), "Aardvark days"));
  BOOST_TEST(!has(content(home + "/out/2026-W49-weekly-filter.md"), "Aardvark days"));
}

BOOST_AUTO_TEST_CASE(a_digest_goes_through_templates_and_by_mail_once) {
  const User user;
  const std::string home = user.home().path().string();
  std::ofstream(home + "/days.ics", std::ios::binary) << calendar;
  std::filesystem::create_directory(home + "/templates");
  std::ofstream(home + "/templates/digest.md.mustache")
      << "{{#sections}}{{#groups}}{{#items}}<{{title}}|{{why}}>\n{{/items}}{{/groups}}{{/sections}}";
  user.configure("[profile.weekly]\ninto = \"" + home + "/out\"\nformats = [\"md\", \"html\"]\ntemplates = \"" + home +
                 "/templates\"\nmaildir = \"" + home +
                 "/Maildir\"\nsend = [\"dd\", \"oflag=append\", \"conv=notrunc\", \"status=none\", \"of=" + home +
                 "/sent\"]\nmail_to = \"Jürgen <me@example.org>, you@example.org\"\n");
  const auto run = [&](std::vector<std::string> args) {
    args.insert(args.begin(), {"--now", "2026-12-01T09:00:00Z"});
    return user.run(std::move(args));
  };
  BOOST_TEST(run({"import", home + "/days.ics"}).code == 0);
  const Finished preview = run({"digest", "weekly", "--preview", "--format", "md"});
  BOOST_TEST(has(preview.out, "<Zebra hackathon|"), preview.out + preview.err);
  BOOST_TEST(!std::filesystem::exists(home + "/sent"));
  for (int i = 0; i < 2; ++i) {
    const Finished digest = run({"digest", "weekly"});
    BOOST_TEST(digest.code == 0, digest.err);
  }
  BOOST_TEST(has(content(home + "/out/latest-weekly.md"), "<Aardvark days|"));
  const std::string sent = content(home + "/sent");
  const std::string to = "To: =?UTF-8?Q?J=C3=BCrgen?= <me@example.org>,\r\n you@example.org\r\n";
  BOOST_TEST(has(sent, to), sent);
  BOOST_TEST(has(run({"digest", "weekly", "--format", "eml", "-o", "-"}).out, to));
  BOOST_TEST(sent.find("Message-ID") == sent.rfind("Message-ID"));
  BOOST_TEST(std::distance(std::filesystem::directory_iterator(home + "/Maildir/new"), {}) == 1);
  std::ofstream(home + "/templates/digest.md.mustache") << "{{#open}}";
  const Finished broken = run({"digest", "weekly", "--preview", "--format", "md"});
  BOOST_TEST(broken.code == 1);
  BOOST_TEST(has(broken.err, "digest.md.mustache: the template is no Mustache"), broken.err);
}

BOOST_AUTO_TEST_SUITE_END()
