#include <algorithm>
#include <almanac/ingest/match/compare.hpp>
#include <almanac/ingest/match/judge.hpp>
#include <almanac/ingest/match/match_keys.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>

BOOST_AUTO_TEST_SUITE(ingest_match, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::match;
using namespace std::chrono_literals;

namespace {

/// One row of a list: what it says about one thing. `days` 0: no end is published.
struct Row {
  std::string title, url;
  std::string place = {};
  std::chrono::year_month_day start = {};
  int days = 1;
  Kind kind = Kind::conference;
};

Moment date(std::chrono::sys_days day) {
  Moment moment;
  moment.kind = MomentKind::date;
  moment.precision = Precision::day;
  moment.seconds = std::chrono::sys_seconds(day).time_since_epoch().count();
  return moment;
}

Entry entry_of(const Row& row) {
  Entry entry;
  entry.title.plain = row.title;
  entry.url = row.url;
  entry.location = row.place;
  entry.kind = row.kind;
  if (row.start.ok()) {
    const std::chrono::sys_days first{row.start};
    entry.start = date(first);
    if (row.days) entry.end = date(first + std::chrono::days{row.days});
  }
  return entry;
}

Judgement judge_rows(const Row& a, const Row& b) {
  return judge(match_facts(entry_of(a), 1), match_facts(entry_of(b), 2));
}

struct Pair {
  Row a, b;
};

std::string words(const Pair& pair) { return pair.a.title + " / " + pair.b.title; }

constexpr std::chrono::year_month_day june{2026y / 6 / 10}, june11{2026y / 6 / 11}, october{2026y / 10 / 5};

}  // namespace

BOOST_AUTO_TEST_CASE(tells_that_two_lists_mean_one_event) {
  const Pair pairs[] = {
      {{"QuuxConf", "https://quuxconf.example", "Lyon, France", june},
       {"QuuxConf 2026", "https://www.quuxconf.example/en/?utm_source=list", "Lyon (France)", june}},
      {{"Frob Camp", "https://frob.example/2026", "Ghent, Belgium", june},
       {"FrobCamp 2026", "https://2026.frob.example", "Gent", june}},
      {{"Quux Conference Oslo", "https://quux.example/oslo", "Oslo, Norway", june},
       {"Quux Conference", "https://quux.example/oslo", "Oslo", june}},
      {{"Widgets Live!", "https://widgets.example", "Rome, Italy", june},
       {"Widgets Live 2026", "https://other.example/widgets", "Roma", june11}},
      {{"WDLive! Rome", "https://widgets.example/rome", "Rome", june},
       {"Widget Days Live! Rome 2026", "https://widgets.example/Rome", "Rome", june}},
      {{"FOO (Round 1) 2026", "https://foo.example/2026", "Turin", june},
       {"FOO (Second Review Cycle) 2026", "https://foo.example/2026", "Turin", june}},
      {{"Herbsttagung Quux Herbst 2026", "https://quux.example", "Mainz", october},
       {"Herbsttagung Quux Fall", "https://quux.example", "Mainz", october}},
      {{"Replay: the frobbing conference", "https://replay.example", "Porto", june},
       {"Replay 2026 | Frobber", "https://replay.example", "Porto", june}},
      {{"Quux Nordics 2026: Deadline extended", "https://quux.example/news/1", "Lyon", june},
       {"Quux Nordics", "https://quux.example", "Lyon", june}},
      {{"CFP: Quux Frobs 2026 (extended)", "", "Lyon", june}, {"Quux Frobs", "https://quux.example", "Lyon", june}},
      {{"Quux Nordics – Call for Proposals", "", "Lyon", june}, {"Quux Nordics: speakers announced", "", "Lyon", june}},
      {{"QuuxConf 2026", "https://quuxconf.example", "Clear Water, FL, U.S.A.", june},
       {"QuuxConf 2026", "https://q.example", "Clearwater, Florida", june}},
      {{"Frob Summit 2026", "https://frob.example", "Lyon", {}},
       {"Frob Summit", "https://frob.example", "Lyon", october}},
      {{"FROB 2026", "https://frob.example/2026", "Lyon", 2025y / 6 / 10},
       {"FROB 2026", "https://frob.example/2026", "Lyon", june}},
      {{"Quux Day Lyon", "https://quux.example/lyon", "Lyon", june},
       {"Quux Day Lyon", "https://quux.example/lyon", "Lyon", 2026y / 7 / 1}},
      {{"Build a frobber", "https://frobber.devpost.com/?ref=x", "", june, 0, Kind::competition},
       {"FROB IT!", "https://frobber.devpost.com", "Online", june, 30, Kind::hackathon}},
      {{"Quux Kaigi 2026", "https://quux.example", "Nara, Japan", june, 3},
       {"Quux Kaigi 2026", "https://quux.example", "Kobe, Japan", june, 3}},
  };
  for (const Pair& pair : pairs) {
    BOOST_TEST_CONTEXT(words(pair)) {
      const Judgement there = judge_rows(pair.a, pair.b), back = judge_rows(pair.b, pair.a);
      BOOST_TEST(there.because == back.because);
      BOOST_TEST((there.verdict == Verdict::same));
      BOOST_TEST(!there.because.empty());
      // What is judged to be one event must also be found by a key.
      const auto a = match_keys(match_facts(entry_of(pair.a), 1)), b = match_keys(match_facts(entry_of(pair.b), 2));
      BOOST_TEST(std::any_of(a.begin(), a.end(),
                             [&](std::uint64_t key) { return std::binary_search(b.begin(), b.end(), key); }));
    }
  }
}

// What one list tells apart by its titles is two things, on one page and in one place, too.
BOOST_AUTO_TEST_CASE(likeness_of_titles_joins_nothing_of_one_list) {
  const Pair pairs[] = {
      {{"Yoga", "https://club.example", "Lyon", june}, {"Yoga for children", "https://club.example", "Lyon", june}},
      {{"QUX 2026 Session: frobs for science", "https://qux.example", "Lyon", june},
       {"QUX 2026 Session: frobs for climate", "https://qux.example", "Lyon", june}},
      {{"Quux Hack Day Hall A", "https://qux.example", "Lyon", june},
       {"Quux Hack Day Hall B", "https://qux.example", "Lyon", june}},
  };
  for (const Pair& pair : pairs) BOOST_TEST_CONTEXT(words(pair)) {
      const Judgement judged = judge(match_facts(entry_of(pair.a), 1), match_facts(entry_of(pair.b), 1));
      BOOST_TEST((judged.verdict != Verdict::same), judged.because);
    }
}

BOOST_AUTO_TEST_CASE(keeps_different_events_apart) {
  const Pair pairs[] = {
      {{"Quux Day Lille", "https://quux.example/day-2026", "Lille, France", june},
       {"Quux Day Bordeaux", "https://quux.example/day-2026", "Bordeaux, France", june}},
      {{"Frob{ON}", "https://frob.example/tour", "New York, NY", june},
       {"Frob{ON}", "https://frob.example/tour", "San Francisco, CA", june}},
      {{"QuuxConf 2026", "https://quux.example", "Lyon", june},
       {"QuuxConf 2027", "https://quux.example", "Lyon", 2027y / 6 / 9}},
      {{"QuuxConf", "https://quux.example", "Lyon", june}, {"QuuxConf", "https://quux.example", "Lyon", 2027y / 6 / 9}},
      {{"Quux Summit Spring 2026", "https://quux.example", "Lyon", june},
       {"Quux Summit Fall 2026", "https://quux.example", "Lyon", june11}},
      {{"Frob Workshop at QuuxConf", "https://quux.example", "Lyon", june},
       {"QuuxConf", "https://quux.example", "Lyon", june}},
      {{"frobcon@quux devcon", "https://quux.example/frobcon", "Berlin", june},
       {"quux devcon", "https://quux.example", "Berlin", june}},
      {{"Frob Track @ QuuxConf", "https://quux.example/en", "Lyon", june},
       {"Baz Asia x QuuxConf", "https://quux.example/en", "Lyon", june}},
      {{"Quux Meetup #12", "https://meetup.com/quux", "Lyon", june, 1, Kind::meetup},
       {"Quux Meetup #13", "https://meetup.com/quux", "Lyon", june11, 1, Kind::meetup}},
      {{"Quux Meetup", "https://meetup.com/quux", "Lyon", june, 1, Kind::meetup},
       {"Quux Meetup", "https://meetup.com/quux", "Lyon", 2026y / 7 / 8, 1, Kind::meetup}},
      {{"FrobDev", "https://frobdev.example", "Lyon", june}, {"BazDev", "https://bazdev.example", "Lyon", june}},
      {{"Global Quux Bootcamp 2026", "https://lu.ma/x", "Online", june},
       {"Global Quux Bootcamp - Peru 2026", "https://q.example", "Lima (Peru)", june}},
      {{"QuuxConf Online", "https://quux.example", "Online", june}, {"QuuxConf", "https://baz.example", "Lyon", june}},
      {{"Quux Lyon: SQL basics", "", "Lyon", june, 1, Kind::meetup},
       {"Quux Lyon: SQL advanced", "", "Lyon", june, 1, Kind::meetup}},
      {{"Women in Quux Lyon: intro to ML", "https://meetup.com/quux", "Lyon", june, 1, Kind::meetup},
       {"Women in Quux Lyon: advanced ML", "https://meetup.com/quux", "Lyon", june, 1, Kind::meetup}},
      {{"Big Quux Users Lyon: Django", "", "Lyon", june, 1, Kind::meetup},
       {"Big Quux Users Lyon: Flask", "", "Lyon", june, 1, Kind::meetup}},
      {{"Beginner Quux class A", "https://quux.example", "Lyon", june},
       {"Beginner Quux class B", "https://quux.example", "Lyon", june}},
      {{"Quux Online Conference", "https://quux.example", "Online", june},
       {"Quux", "https://quux.example", "Online", 2026y / 8 / 8}},
  };
  for (const Pair& pair : pairs) {
    BOOST_TEST_CONTEXT(words(pair)) {
      const Judgement there = judge_rows(pair.a, pair.b);
      BOOST_TEST((there.verdict != Verdict::same), there.because);
      BOOST_TEST((judge_rows(pair.b, pair.a).verdict == there.verdict));
    }
  }
}

BOOST_AUTO_TEST_CASE(knows_an_event_by_other_names_of_its_edition_its_kind_and_its_city) {
  const char* const page = "https://quux.example";
  const Pair pairs[] = {
      {{"The 12th QuuxConf", page, "Lyon", june}, {"QuuxConf XII", page, "Lyon", june}},
      {{"12. Quuxtagung", page, "Mainz", june}, {"Quuxtagung 2026", page, "Mainz", june}},
      {{"12e Journées Quux", page, "Nantes", june}, {"Journées Quux 2026", page, "Nantes", june}},
      {{"La 12ème rencontre Quux", page, "Nantes", june}, {"Rencontre Quux", page, "Nantes, France", june}},
      {{"XII Jornadas Quux", page, "Madrid", june}, {"Jornadas Quux 2026", page, "Madrid", june}},
      {{"12ª Jornada Quux", page, "Porto", june}, {"Jornada Quux", page, "Porto", june}},
      {{"第12回 Quux研究会", page, "京都", june}, {"Quux研究会 2026", page, "Kyoto, Japan", june}},
      {{"第12届Quux大会", page, "上海", june}, {"Quux大会 2026", page, "Shanghai", june}},
      {{"Quux-Tage 2026", page, "Köln", june}, {"Quux Days", page, "Cologne, Germany", june}},
      {{"Congreso Quux", page, "Córdoba", june}, {"Congreso Quux 2026", page, "Cordoba, Spain", june}},
      {{"QuuxConf", page, "Düsseldorf", june}, {"QuuxConf 2026", page, "Duesseldorf", june}},
      {{"QuuxConf", page, "Łódź, Poland", june}, {"QuuxConf 2026", page, "Lodz", june}},
      {{"QuuxConf", page, "İstanbul", june}, {"QuuxConf '26", page, "Istanbul, Turkey", june}},
      {{"QuuxConf", page, "København", june}, {"QuuxConf 2026", page, "Kopenhagen", june}},
      {{"QuuxConf", page, "Ciudad de México", june}, {"QuuxConf 2026", page, "Mexico City", june}},
      {{"QuuxConf", page, "Den Haag", june}, {"QuuxConf 2026", page, "The Hague, Netherlands", june}},
      {{"QuuxConf Online 2026", page, "Online", june}, {"QuuxConf 2026 (virtual)", page, "", june}},
      {{"QuuxConf 2028", "https://quux.example/2028", "Lyon", 2028y / 2 / 29, 3},
       {"QuuxConf", "https://www.quux.example/2028/", "Lyon, France", 2028y / 2 / 29, 3}},
      {{"QuuxConf Herfst 2026", page, "Gent", october}, {"QuuxConf Autumn", page, "Ghent", october}},
  };
  for (const Pair& pair : pairs) {
    BOOST_TEST_CONTEXT(words(pair)) {
      const Judgement there = judge_rows(pair.a, pair.b);
      BOOST_TEST((there.verdict == Verdict::same), there.because);
      BOOST_TEST((judge_rows(pair.b, pair.a).verdict == there.verdict));
    }
  }
}

BOOST_AUTO_TEST_CASE(parts_and_neighbours_of_an_event_stay_apart_in_any_language) {
  const char *const page = "https://quux.example/2026", *const part = "https://quux.example/2026/part";
  const Row whole{"QuuxConf 2026", page, "Lyon, France", june, 3};
  const char* const parts[] = {"1st Workshop on Frobs (co-located with QuuxConf 2026)",
                               "Frobs in Conjunction with QuuxConf 2026",
                               "QuuxConf 2026 Tutorials",
                               "QuuxConf 2026 Doctoral Consortium",
                               "QuuxConf Satellite: Frobs",
                               "Atelier QuuxConf",
                               "Taller de frobs QuuxConf",
                               "QuuxConf Kids",
                               "QuuxConf Junior 2026",
                               "QuuxConf Side Event",
                               "QuuxConf Afterparty",
                               "QuuxConf Hackathon"};
  for (const char* title : parts) BOOST_TEST_CONTEXT(title)
  BOOST_TEST((judge_rows(whole, {title, part, "Lyon, France", june, 3}).verdict != Verdict::same));
  const Pair pairs[] = {
      {{"QuuxConf XII", page, "Lyon", june}, {"QuuxConf XIII", page, "Lyon", june11}},
      {{"QuuxConf Asia 2026", page, "Online", june}, {"QuuxConf Europe 2026", page, "Online", june}},
      {{"Quux Day Málaga", page, "Málaga", june}, {"Quux Day Malmö", page, "Malmö", june}},
      {{"QuuxConf '26", page, "Lyon", june}, {"QuuxConf '27", page, "Lyon", 2027y / 6 / 9}},
      {{"QuuxConf Voorjaar", page, "Gent", june}, {"QuuxConf Najaar", page, "Gent", june11}},
  };
  for (const Pair& pair : pairs)
    BOOST_TEST_CONTEXT(words(pair)) BOOST_TEST((judge_rows(pair.a, pair.b).verdict != Verdict::same));
}

BOOST_AUTO_TEST_CASE(titles_that_name_nothing_need_a_common_site) {
  const auto verdict = [](const char* a, const char* url_a, const char* b, const char* url_b) {
    return judge_rows({a, url_a, "Lyon, France", june}, {b, url_b, "Lyon", june}).verdict;
  };
  const char *const one = "https://quux.example/meeting", *const two = "https://frob.example/2026";
  BOOST_TEST((verdict("Annual Meeting 2026", one, "Annual Meeting", two) != Verdict::same));
  BOOST_TEST((verdict("Lyon Summit", one, "Lyon Meeting", two) != Verdict::same));
  BOOST_TEST((verdict("Lyon Summit", one, "Lyon Meeting", one) != Verdict::same));
  BOOST_TEST((verdict("Annual Meeting 2026", one, "Annual Meeting", one) == Verdict::same));
  BOOST_TEST((verdict("Annual Meeting 2026", one, "Annual Meeting", "https://quux.example") == Verdict::same));
}

BOOST_AUTO_TEST_CASE(cities_of_one_name_in_two_countries_are_two) {
  const auto verdict = [](const char* country_a, const char* country_b, const char* url_b) {
    Entry a = entry_of({"Global Quux Day", "https://quux.example/cambridge", "Cambridge", june}),
          b = entry_of({"Global Quux Day", url_b, "Cambridge", june});
    a.country = country_a;
    b.country = country_b;
    return judge(match_facts(a, 1), match_facts(b, 2)).verdict;
  };
  const char* const other = "https://frob.example/day";
  BOOST_TEST((verdict("GB", "US", other) == Verdict::apart));
  BOOST_TEST((verdict("GB", "", other) == Verdict::same));
  BOOST_TEST((verdict("GB", "GB", other) == Verdict::same));
  BOOST_TEST((verdict("HK", "CN", other) == Verdict::same));
  // One page: a list errs about the country.
  BOOST_TEST((verdict("GB", "US", "https://quux.example/cambridge") == Verdict::same));
}

BOOST_AUTO_TEST_CASE(page_below_that_names_its_subject_is_a_part) {
  const Row whole{"QuuxConf 2026", "https://quux.example/2026", "Lyon, France", june, 3};
  const auto verdict = [&](const char* title, const char* url) {
    return judge_rows(whole, {title, url, "Lyon, France", june, 3}).verdict;
  };
  BOOST_TEST((verdict("QuuxConf Security 2026", "https://quux.example/2026/security") != Verdict::same));
  BOOST_TEST((verdict("QuuxConf Contributor Day", "https://quux.example/2026") != Verdict::same));
  BOOST_TEST((verdict("Quuxers' Association - QuuxConf 2026", "https://quux.example/2026/program") == Verdict::same));
  BOOST_TEST((verdict("QuuxConf", "https://quux.example/2026/tickets") == Verdict::same));
}

BOOST_AUTO_TEST_CASE(year_alone_is_an_edition_without_a_date) {
  Entry undated = entry_of({"QuuxConf", "https://quux.example/conf", "Lyon", 2026y / 1 / 1, 0});
  undated.start->precision = Precision::year;
  BOOST_TEST(!match_facts(undated, 1).first_day);
  BOOST_TEST((match_facts(undated, 1).years == std::vector{2026}));
  const auto verdict = [&](std::chrono::year_month_day start) {
    return judge(match_facts(undated, 1),
                 match_facts(entry_of({"QuuxConf", "https://quux.example/conf", "Lyon", start}), 2))
        .verdict;
  };
  BOOST_TEST((verdict(october) == Verdict::same));
  BOOST_TEST((verdict(2027y / 10 / 5) == Verdict::apart));
}

BOOST_AUTO_TEST_CASE(year_far_ahead_in_a_title_is_no_edition) {
  const Row list{"Agenda 2030 Quux Forum", "https://quux.example/forum", "Lyon", june};
  BOOST_TEST((match_facts(entry_of(list), 1).years == std::vector{2026}));
  const Row other{"Agenda 2030 Quux Forum 2026", "https://quux.example/forum", "Lyon", june};
  BOOST_TEST((judge_rows(list, other).verdict == Verdict::same));
  BOOST_TEST((match_facts(entry_of({"QuuxConf 2027", "", "Lyon", june}), 1).years == std::vector{2027}));
}

BOOST_AUTO_TEST_CASE(groups_that_meet_often_have_namesakes) {
  const auto verdict = [](Kind kind, const char* url, std::chrono::year_month_day day) {
    return judge_rows({"Quux Evening", "https://one.example/a", "Lyon", june, 1, kind},
                      {"Quux Evening", url, "Lyon", day, 1, kind})
        .verdict;
  };
  const char *const one = "https://one.example/a", *const two = "https://two.example/b";
  BOOST_TEST((verdict(Kind::meetup, two, june11) != Verdict::same));
  BOOST_TEST((verdict(Kind::meetup, two, june) == Verdict::same));
  BOOST_TEST((verdict(Kind::meetup, one, june11) == Verdict::same));
  BOOST_TEST((verdict(Kind::conference, two, june11) == Verdict::same));
  BOOST_TEST((verdict(Kind::talk, one, 2026y / 7 / 1) != Verdict::same));
}

BOOST_AUTO_TEST_CASE(languages_of_one_letter_are_told_apart) {
  const char* const titles[] = {"C Evening Lyon", "C++ Evening Lyon", "C# Evening Lyon", "F# Evening Lyon"};
  for (const char* a : titles)
    for (const char* b : titles)
      BOOST_TEST((judge_rows({a, "https://a.example", "Lyon", june, 1, Kind::meetup},
                             {b, "https://b.example", "Lyon", june, 1, Kind::meetup})
                      .verdict == Verdict::same) == (std::string_view(a) == b));
}

BOOST_AUTO_TEST_CASE(compares_addresses_without_what_does_not_matter) {
  const std::pair<const char*, const char*> rows[] = {
      {"https://WWW.Example.org/a/?utm_source=x&ref=y#top", "example.org/a"},
      {"http://example.org:8080/en/index.html", "example.org"},
      {"https://example.org/Events?id=7&utm_medium=m", "example.org/events?id=7"},
      {"https://user@example.org/#!/page", "example.org/#!/page"},
      {"https://example.org", "example.org"},
  };
  for (const auto& [given, wanted] : rows) {
    const auto address = canonical_address(given);
    BOOST_REQUIRE(address);
    BOOST_TEST(address->text == wanted);
    BOOST_TEST(address->host_text() ==
               std::string_view(wanted).substr(0, std::string_view(wanted).find_first_of("/?")));
  }
  for (const char* bad : {"", "mailto:a@b.example", "https://", "ftp://x.example/"})
    BOOST_TEST(!canonical_address(bad));
}

BOOST_AUTO_TEST_CASE(start_that_is_a_deadline_counts_as_unknown) {
  Entry entry = entry_of({"QuuxConf 2026", "https://quux.example", "Lyon", june, 0});
  Deadline deadline;
  deadline.type = DeadlineType::cfp;
  deadline.at = *entry.start;
  entry.deadlines.push_back(deadline);
  BOOST_TEST(!match_facts(entry, 1).first_day);
}

BOOST_AUTO_TEST_CASE(start_that_is_a_deadline_on_some_clock_counts_as_unknown) {
  Entry entry = entry_of({"QuuxConf 2026", "https://quux.example", "Lyon", june, 0});
  Deadline deadline;
  deadline.type = DeadlineType::cfp;
  deadline.at = *entry.start;
  deadline.at.kind = MomentKind::instant;
  deadline.at.seconds += 36 * 3600 - 60;  // 23:59 AoE
  entry.deadlines = {deadline};
  BOOST_TEST(!match_facts(entry, 1).first_day);
  entry.deadlines[0].at.seconds += 60;  // the next day everywhere
  BOOST_TEST(match_facts(entry, 1).first_day.has_value());
}

BOOST_AUTO_TEST_CASE(call_for_a_later_edition_is_not_the_past_event) {
  Entry call = entry_of({"QuuxConf", "https://quux.example", "Lyon", {}});
  Deadline deadline;
  deadline.type = DeadlineType::cfp;
  deadline.at = date(std::chrono::sys_days{october});
  call.deadlines = {deadline};
  const auto judged = [&](std::chrono::year_month_day start) {
    return judge(match_facts(call, 1), match_facts(entry_of({"QuuxConf", "https://quux.example", "Lyon", start}), 2))
        .verdict;
  };
  BOOST_TEST((judged(june) == Verdict::apart));
  BOOST_TEST((judged(2026y / 11 / 20) == Verdict::same));
  BOOST_TEST((judged(2027y / 3 / 20) == Verdict::same));
}

BOOST_AUTO_TEST_CASE(survives_empty_and_strange_entries) {
  for (const std::string& title : {std::string(), std::string("2026"), std::string(10'000, 'x'),
                                   std::string("\xff\xfe ()|:"), std::string(5000, '(')}) {
    Entry entry;
    entry.title.plain = title;
    entry.location = title;
    const MatchFacts facts = match_facts(entry, 1);
    BOOST_TEST(!facts.titles.empty());
    match_keys(facts);
    BOOST_TEST((judge(facts, facts).verdict != Verdict::apart));
  }
}

BOOST_AUTO_TEST_SUITE_END()
