#include <almanac/render/dates.hpp>
#include <almanac/render/words.hpp>
#include <boost/test/unit_test.hpp>

#include "samples.hpp"

BOOST_AUTO_TEST_SUITE(dates, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::render;
using namespace almanac::samples;

namespace {

std::chrono::sys_days day(std::string_view iso) { return std::chrono::floor<std::chrono::days>(instant(iso)); }

ListedEvent shown(MomentKind kind, std::string_view start, std::string_view end) {
  auto listed = floating("t", start);
  listed.shown->kind = kind;
  listed.shown->end = at(end);
  listed.event.when.reset();
  return listed;
}

}  // namespace

BOOST_AUTO_TEST_CASE(writes_ranges_without_repeating_month_or_year) {
  const struct {
    const char *first, *last, *text;
  } cases[] = {
      {"2026-11-25", "2026-11-25", "Wed 25 Nov"},
      {"2026-05-12", "2026-05-14", "12–14 May"},
      {"2026-11-30", "2026-12-02", "30 Nov – 2 Dec"},
      {"2026-12-30", "2027-01-02", "30 Dec – 2 Jan 2027"},
      {"2027-12-30", "2028-01-02", "30 Dec 2027 – 2 Jan 2028"},
      {"2027-05-12", "2027-05-14", "12–14 May 2027"},
      {"2027-05-30", "2027-06-02", "30 May – 2 Jun 2027"},
      {"2027-01-14", "2027-01-14", "Thu 14 Jan 2027"},
      {"2026-05-14", "2026-05-12", "Thu 14 May"},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.first << " … " << c.last)
  BOOST_TEST(day_range_text(day(c.first), day(c.last), berlin()) == c.text);
}

BOOST_AUTO_TEST_CASE(says_how_many_days_are_left) {
  const struct {
    const char *start, *end, *text;
  } cases[] = {
      {"2026-11-25", "2026-11-26", "today"},      {"2026-11-26", "2026-11-27", "tomorrow"},
      {"2026-11-30", "2026-12-02", "in 5 days"},  {"2026-11-23", "2026-11-28", "2 days left"},
      {"2026-11-23", "2026-11-27", "1 day left"}, {"2026-11-23", "2026-11-26", "last day"},
      {"2026-11-24", "2026-11-25", "yesterday"},  {"2026-11-20", "2026-11-22", "4 days ago"},
      {"2026-11-25", "2026-11-28", "today"},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.start << " … " << c.end)
  BOOST_TEST(days_left_text(shown(MomentKind::date, c.start, c.end), berlin()) == c.text);
  BOOST_TEST(days_left_text(post("p", "2026-11-24T10:00:00"), berlin()) == "");
}

BOOST_AUTO_TEST_CASE(uses_the_readers_clock_and_names_it_when_another_was_planned) {
  const auto here = timed("t", "2026-11-25T17:30:00", "2026-11-25T20:00:00", "Europe/Berlin");
  BOOST_TEST(when_text(here, berlin(), DateDetail::brief) == "Wed 25 Nov 18:30");
  BOOST_TEST(when_text(here, berlin(), DateDetail::full) == "Wed 25 Nov 18:30–21:00");
  BOOST_TEST(!when_there_text(here, berlin()));
  const auto paris = timed("t", "2026-11-25T17:30:00", "2026-11-25T20:00:00", "Europe/Paris");
  BOOST_TEST(when_text(paris, berlin(), DateDetail::brief) == "Wed 25 Nov 18:30");  // the same clock by another name
  const auto west = timed("t", "2026-11-27T03:00:00", "2026-11-27T05:00:00", "America/Los_Angeles");
  BOOST_TEST(when_text(west, berlin(), DateDetail::brief) == "Fri 27 Nov 04:00 CET");
  BOOST_TEST(when_there_text(west, berlin()).value_or("") == "Thu 26 Nov 19:00 PST");
  BOOST_TEST(when_text(timed("t", "2026-11-26T09:00:00", "2026-11-28T17:00:00", "Europe/Berlin"), berlin(),
                       DateDetail::full) == "26–28 Nov");
  BOOST_TEST(when_text(floating("t", "2026-12-09T18:00:00"), berlin(), DateDetail::full) == "Wed 9 Dec 18:00 local");
}

BOOST_AUTO_TEST_CASE(shows_no_more_precision_than_was_published) {
  auto vague = all_day("t", "2027-06-01", "2027-06-02");
  vague.event.when->start.precision = Precision::month;
  BOOST_TEST(when_text(vague, berlin(), DateDetail::brief) == "Jun 2027");
  BOOST_TEST(days_left_text(vague, berlin()) == "");
  vague.event.when->start.precision = Precision::year;
  BOOST_TEST(when_text(vague, berlin(), DateDetail::brief) == "2027");
  auto undated = post("t", "2026-11-24T10:00:00");
  undated.event.published.reset();
  BOOST_TEST(when_text(undated, berlin(), DateDetail::brief) == "no date");
}

BOOST_AUTO_TEST_CASE(counts_down_to_the_second_a_deadline_closes) {
  const auto aoe = deadline(DeadlineType::paper, "2026-11-29T11:59:00", "AoE");
  BOOST_TEST(closes_text(aoe, berlin()) == "closes in 4 d 3 h");
  BOOST_TEST(deadline_time_text(aoe, berlin()) == "Sun 29 Nov 12:59 CET (Sat 28 Nov 23:59 AoE)");
  Deadline whole_day;
  whole_day.at.kind = MomentKind::date;
  whole_day.at.seconds = at("2026-11-30");
  BOOST_TEST(closing_second(whole_day) == at("2026-12-01T11:59:59"));
  BOOST_TEST(deadline_time_text(whole_day, berlin()) == "Tue 1 Dec 12:59 CET (end of Mon 30 Nov, AoE assumed)");
  auto guessed = deadline(DeadlineType::paper, "2026-11-29T11:59:00", "UTC");
  guessed.at.zone_stated = false;
  BOOST_TEST(deadline_time_text(guessed, berlin()) == "Sun 29 Nov 12:59 CET (Sun 29 Nov 11:59 UTC assumed)");
  BOOST_TEST(closes_text(deadline(DeadlineType::cfp, "2026-11-22T08:00:00", "UTC"), berlin()) == "closed 3 d ago");
  // Authors only wait for a notification.
  BOOST_TEST(closes_text(deadline(DeadlineType::notification, "2026-11-22T08:00:00", "UTC"), berlin()) == "3 d ago");
}

BOOST_AUTO_TEST_CASE(writes_durations_in_two_units) {
  const struct {
    std::int64_t seconds;
    const char* text;
  } cases[] = {{-5, "less than a minute"},
               {59, "less than a minute"},
               {60, "1 min"},
               {3600, "1 h"},
               {3660, "1 h 1 min"},
               {86'400, "1 d"},
               {273'600, "3 d 4 h"},
               {14 * 86'400 + 3600, "14 d"}};
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.seconds) BOOST_TEST(duration_text(c.seconds) == c.text);
}

BOOST_AUTO_TEST_CASE(puts_iso_texts_into_words_and_leaves_others) {
  const struct {
    const char *iso, *text;
  } cases[] = {{"2026-11-26", "Thu 26 Nov"},
               {"2026-11-26T18:30:00", "Thu 26 Nov 18:30"},
               {"2026-11-26T18:30:00Z", "Thu 26 Nov 19:30 CET"},
               {"2026-02-30", "2026-02-30"},
               {"Berlin", "Berlin"},
               {"10 letters", "10 letters"},
               {"", ""},
               {"2026-11-26T18:30:00X", "2026-11-26T18:30:00X"}};
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.iso) BOOST_TEST(iso_in_words(c.iso, berlin()) == c.text);
}

BOOST_AUTO_TEST_CASE(links_only_to_web_addresses_that_cannot_end_a_link) {
  for (const char* bad : {"", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@b.example",
                          "/relative", "https://user:pass@example.org/", "JAVASCRIPT:x", "vbscript:x"})
    BOOST_TEST_CONTEXT(bad) BOOST_TEST(!web_link(bad));
  BOOST_TEST(web_link("https://example.org/a b").value_or("") == "https://example.org/a%20b");
  for (const auto& text : hostile_texts()) {
    const auto link = web_link("https://example.org/?q=" + text + "#" + text);
    if (!link) continue;
    BOOST_TEST_CONTEXT(text) BOOST_TEST(link->find_first_of(" \r\n\t\"'<>\\^`{|}()[]\x1b") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(groups_in_the_order_of_the_list) {
  const auto list = events();
  const auto weeks = group_events(list, GroupBy::week, berlin());
  BOOST_TEST_REQUIRE(weeks.size() == 7u);
  BOOST_TEST(weeks[0].heading == "Week 48 · 23–29 Nov");
  BOOST_TEST(weeks[0].events.size() == 3u);
  BOOST_TEST(weeks[3].heading == "Week 53 · 28 Dec – 3 Jan 2027");
  BOOST_TEST(group_events(list, GroupBy::month, berlin())[1].heading == "December 2026");
  BOOST_TEST(group_events(list, GroupBy::kind, berlin())[0].heading == "Conferences");
  BOOST_TEST(group_events(list, GroupBy::place, berlin())[1].heading == "Berlin, DE");
  BOOST_TEST(group_events(list, GroupBy::none, berlin()).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
