// Ranges, lists and times as people write them in passing.
#include "read_prose.hpp"

BOOST_AUTO_TEST_SUITE(prose, *boost::unit_test::label("unit"))

using namespace almanac::test;

BOOST_AUTO_TEST_CASE(days_of_a_month_may_be_parted_by_commas) {
  check({{"Quux days", "On May 3rd, 4th and 5th, 2027, in a barn.", "2027-05-03/2027-05-06"},
         {"Quux days", "June 10, 11, 12 and 13 in a barn.", "2027-06-10/2027-06-14"},
         {"Quux days", "June 10, 40 seats and 13 tables", "2027-06-10"}});
}

BOOST_AUTO_TEST_CASE(both_ends_may_follow_their_times) {
  check({{"Quux hack", "From 6 p.m. on Friday, March 5 to 9 a.m. on Sunday, March 7.",
          "2027-03-05T18:00:00/2027-03-07T09:00:00"},
         {"Quux hack", "From 18:00 on 5 March to 9:00 on 7 March 2027.", "2027-03-05T18:00:00/2027-03-07T09:00:00"}});
}

BOOST_AUTO_TEST_CASE(no_range_goes_back) {
  check({{"Meeting", "It is brought forward from 30 September to Thursday, 23 September 2027.", "2027-09-23"},
         {"Meeting", "From 28 December 2027 to 3 January 2028.", "2027-12-28/2028-01-04"}});
}

BOOST_AUTO_TEST_CASE(what_an_event_belongs_to_may_be_longer) {
  check({{"Workshop at QuuxConf",
          "Half a day at QuuxConf (22-25 June 2027, Ulm). The workshop is on Tuesday, 22 June 2027, 13:00-17:00.",
          "2027-06-22T13:00:00/2027-06-22T17:00:00"}});
}

BOOST_AUTO_TEST_CASE(the_half_of_a_day_is_shared_by_times_that_follow) {
  check({{"Quux night", "12 May 2027, doors 7pm, talks 7:30", "2027-05-12T19:30:00"},
         {"Quux night", "12 May 2027, 6 for 6:30", "2027-05-12T18:00:00"},
         {"Quux day", "12 May 2027, 10:30", "2027-05-12T10:30:00"}});
}

BOOST_AUTO_TEST_CASE(four_figures_are_a_time_where_a_word_says_so) {
  check({{"Exercise", "5 June 2027, 0800-1600 Zulu", "2027-06-05T08:00:00Z@UTC/2027-06-05T16:00:00Z@UTC"},
         {"Exercise", "5 June 2027, 0930 UTC", "2027-06-05T09:30:00Z@UTC"}});
}

BOOST_AUTO_TEST_CASE(figures_with_a_stop_have_the_day_first) {
  check({{"Testing", "Thursday 4 March, doors 8.30, first talk 9.15.", "2027-03-04"}});
}

BOOST_AUTO_TEST_CASE(both_ends_may_have_stops) {
  check({{"Webinar", "Onsdag 15. september 2027 kl. 12.00-12.45.", "2027-09-15T12:00:00/2027-09-15T12:45:00"}});
}

BOOST_AUTO_TEST_CASE(days_and_weeks_are_counted_from_today) {
  check({{"Meetup", "We meet two weeks from today at 17:30.", "2027-02-17T17:30:00"},
         {"Meetup", "The day after tomorrow at half past seven in the evening.", "2027-02-05T19:30:00"},
         {"Meetup", "We meet 10 days from tomorrow at 17:30.", "2027-02-14T17:30:00"}});
}

BOOST_AUTO_TEST_CASE(a_stroke_may_part_day_weekday_and_time) {
  check({{"Meeting", "When: 14.10.2027 / Thursday / 19:00", "2027-10-14T19:00:00"}});
}

BOOST_AUTO_TEST_CASE(one_verb_may_close_two_things) {
  check({{"Quux Forum 2027", "Early registration closes 15 October, late registration 5 November.",
          "2027 registration=2027-10-16T11:59:59Z registration=2027-11-06T11:59:59Z"}});
}

BOOST_AUTO_TEST_CASE(what_is_handed_in_during_a_contest_is_made_then) {
  const auto read_contest = [](std::string_view text, bool is_contest) {
    almanac::ProseReading reading;
    reading.published = *almanac::read_date("2027-02-03T10:00:00Z");
    reading.is_contest = is_contest;
    return show(almanac::read_prose("Quux", text, reading));
  };
  const std::string_view text = "Submission period: March 1 - April 7, 2027. Judging runs from April 9 to April 20.";
  BOOST_TEST(read_contest(text, true) == "2027-03-01/2027-04-08");
  BOOST_TEST(read_contest("Submissions open from 1 March 2027 16:00 to 4 March 2027 16:00 (UTC)", true) ==
             "2027-03-01T16:00:00Z@UTC/2027-03-04T16:00:00Z@UTC");
  BOOST_TEST(read_contest("The contest closes on 30 May 2027, 23:59. It starts on 15 March 2027.", true) ==
             "2027-03-15 submission=2027-05-30T23:59:00");
  BOOST_TEST(read_contest("Submission period: 1 March - 7 April 2027", false) == "- submission=2027-04-08T11:59:59Z");
}

BOOST_AUTO_TEST_CASE(a_closing_word_leads_to_a_day_in_two_figures) {
  check({{"Robot rumble", "Sat 4/17/2027 noon-5pm. Sign up by 4/10.",
          "2027-04-17T12:00:00/2027-04-17T17:00:00 registration=2027-04-11T11:59:59Z"},
         {"Föreläsning", "onsdagen den 10 februari 2027 kl. 13.15. Anmälan senast 5/2.",
          "2027-02-10T13:15:00 registration=2027-02-06T11:59:59Z"},
         {"Quux", "Sign up by 4/10.", "-"}});
}

BOOST_AUTO_TEST_CASE(notices_and_consultations_have_words_of_their_own) {
  check({{"Notice of meeting", "The meeting will be held on Saturday, the 20th day of March 2027, at 11.00 a.m.",
          "2027-03-20T11:00:00"},
         {"A draft standard", "The consultation will close at 5pm on Friday 28 May 2027.",
          "- submission=2027-05-28T17:00:00"},
         {"Quux Days 2027: Call for Speakers", "22 September 2027\n\nCall closes at 11:59 PM\n\n30 April 2027",
          "2027-09-22 cfp=2027-04-30T23:59:00"}});
}

BOOST_AUTO_TEST_CASE(a_sentence_may_close_what_the_one_before_names) {
  check(
      {{"Steel City Summit",
        "Call for Speakers is open. Closes at 11:59 PM on 14 March 2027. Event starts 23 April 2027.",
        "2027-04-23 cfp=2027-03-14T23:59:00"},
       {"Low-Code Saturday",
        "20 March 2027\n\nCall opens at 12:00 AM\n\n01 Jan 2027\n\nCall closes at 11:59 PM\n\n28 Feb 2027",
        "2027-03-20 cfp=2027-02-28T23:59:00"},
       {"Summer school 2027",
        "Late registration: until June 18. Scholarship applications: April 23; decisions by May 3.",
        "2027 registration=2027-06-19T11:59:59Z application=2027-04-24T11:59:59Z notification=2027-05-04T11:59:59Z"}});
}

BOOST_AUTO_TEST_CASE(who_wrote_it_when_is_no_event) {
  check({{"PlatformDay: save the date", "February 3, 2027 by admin - News\n\nIt returns in early November 2027.",
          "2027-11"},
         {"A contest", "February 3, 2027 - Start Date.", "2027-02-03"}});
}

BOOST_AUTO_TEST_CASE(many_closing_days_take_linear_time) {
  std::string text = "Call for papers. ";
  while (text.size() < 400'000) text += "Closes on 3 May 2027. ";
  almanac::ProseReading reading;
  reading.published = *almanac::read_date("2027-02-03T10:00:00Z");
  reading.is_contest = true;
  BOOST_TEST(almanac::read_prose("Quux", text, reading).deadlines.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_deadline_is_pushed_in_many_words) {
  check({{"QuuxCon CFP: two more weeks", "We are pushing it to March 14, 2027.", "- cfp=2027-03-15T11:59:59Z+"},
         {"Quux", "Send us your talk until 30 April 2027.", "- cfp=2027-05-01T11:59:59Z"},
         {"Quux", "Free, but please book before 12 March.", "- registration=2027-03-13T11:59:59Z"},
         {"Walk", "We walk on 6 June. Rain date: 13 June.", "2027-06-06"}});
}

BOOST_AUTO_TEST_SUITE_END()
