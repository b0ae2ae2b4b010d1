// What stands beside a date: dots that lead to it, brackets, other days of the same matter, hours in the next line.
#include "read_prose.hpp"

BOOST_AUTO_TEST_SUITE(prose_beside, *boost::unit_test::label("unit"))

using namespace almanac::test;

BOOST_AUTO_TEST_CASE(dots_may_lead_to_a_date) {
  check({{"Second call: Quux Workshop 2027",
          "5-7 October 2027, Patras, Greece\nFull papers due ....... 7 May 2027\nNotification ............ 2 July 2027",
          "2027-10-05/2027-10-08 paper=2027-05-08T11:59:59Z notification=2027-07-03T11:59:59Z"},
         {"Second call: Quux Workshop 2027",
          "Patras, Greece, 19 July 2027\nAbstract submission . . 16 April 2027\nAuthor notification . . . 28 May 2027",
          "2027-07-19 abstract=2027-04-17T11:59:59Z notification=2027-05-29T11:59:59Z"},
         {"Quux night", "We wait and wait... 5 March 2027 it is, 7 pm.", "2027-03-05T19:00:00"}});
}

BOOST_AUTO_TEST_CASE(a_sentence_in_brackets_is_an_aside) {
  check({{"Breakfast", "Tea on Thursday 11 March 2027, 7:45-9:00. (The fair itself is open 9 to 11 March.)",
          "2027-03-11T07:45:00/2027-03-11T09:00:00"},
         {"Quux", "In the old mill. (14-16 May 2027)", "2027-05-14/2027-05-17"}});
}

BOOST_AUTO_TEST_CASE(a_zone_may_be_said_once_or_behind_a_word) {
  check({{"Hike", "We start at 6:15 am on Saturday, 6 March 2027. All times MST.", "2027-03-06T13:15:00Z@-07:00"},
         {"Quux", "18 March 2027, 6 pm onwards (PDT)", "2027-03-19T01:00:00Z@-07:00"},
         {"Quux 2027", "The paper deadline is 22 March 2027 (hard, AoE).", "2027 paper=2027-03-23T11:59:59Z@AoE"},
         {"Quux 2027", "Paper submission: 22 March 2027 (firm, 23:59 AoE)", "2027 paper=2027-03-23T11:59:00Z@AoE"},
         {"Quux 2027 – Call for Speakers",
          "22 September 2027\nCall closes at 11:59 PM\n30 April 2027\nCall closes in Central Daylight Time (UTC-05:00) "
          "timezone.",
          "2027-09-22 cfp=2027-05-01T04:59:00Z@-05:00"}});
}

BOOST_AUTO_TEST_CASE(hours_may_have_stops_quarters_and_parts_of_the_day) {
  check({{"Quux", "Saturday 3 April 2027 from 10.00 to 16.30", "2027-04-03T10:00:00/2027-04-03T16:30:00"},
         {"Quux", "3 April 2027, at 7 in the evening", "2027-04-03T19:00:00"},
         {"Quux", "3 April 2027, a quarter past seven in the evening", "2027-04-03T19:15:00"},
         {"Quux-avond", "Woensdag 14 april om kwart over zeven 's avonds", "2027-04-14T19:15:00"},
         {"Quux-Abend", "Mittwoch, 14. April, Viertel vor acht abends", "2027-04-14T19:45:00"},
         {"Quux", "Three quarters of the 14 April tickets are gone.", "2027-04-14"}});
}

BOOST_AUTO_TEST_CASE(the_hour_may_follow_its_day_in_the_next_sentence) {
  check(
      {{"Quux meetup", "Tomorrow! 7pm at the mill.", "2027-02-04T19:00:00"},
       {"Quux meetup", "Tomorrow\n7pm at the mill.", "2027-02-04T19:00:00"},
       {"Lectures", "Thu 4 March 2027: Ice\nThu 11 March 2027: Sand\nThu 18 March 2027: Salt\nEach at 19:45, Old Hall",
        "2027-03-04T19:45:00"},
       {"Workshop 2027", "Workshop: 20 April 2027\nAll deadlines are 11:59 PM UTC.", "2027-04-20"}});
}

BOOST_AUTO_TEST_CASE(the_hour_may_stand_in_the_rule_or_the_line_before_its_day) {
  check({{"Fix-it night", "Every last Wednesday of the month, 6 to 9 pm, Tulsa. Next: Wednesday, April 28.",
          "2027-04-28T18:00:00/2027-04-28T21:00:00"},
         {"Effects", "Doors at 18:00, talk at 18:45.\n\nWednesday, February 24, 2027", "2027-02-24T18:45:00"},
         {"Quux night", "It starts on 30 March 2027 at 22:00 and ends at 02:00.",
          "2027-03-30T22:00:00/2027-03-31T02:00:00"},
         {"Quux", "12 May 2027 at 6 pm and ends at 9", "2027-05-12T18:00:00/2027-05-12T21:00:00"}});
}

BOOST_AUTO_TEST_CASE(the_finer_of_two_dates_of_a_year_holds) {
  check({{"Save the date: spring 2028", "It will be held in April 2028.", "2028-04"},
         {"Save the date: spring 2028", "It will be held on 5 April 2028.", "2028-04-05"}});
}

BOOST_AUTO_TEST_CASE(days_to_choose_from_are_no_day) {
  check({{"Date poll", "Should we meet on 5, 12 or 19 October 2027?", "2027"},
         {"Terminumfrage", "Am 5. oder 12. Oktober 2027?", "2027"},
         {"Quux", "Am 5. und 12. Oktober 2027", "2027-10-05/2027-10-13"}});
}

BOOST_AUTO_TEST_CASE(ranges_have_more_words) {
  check({{"Quux", "Monday through Wednesday, 14 to 16 June 2027.", "2027-06-14/2027-06-17"},
         {"Quux", "Register through Wednesday, 16 June 2027.", "- registration=2027-06-17T11:59:59Z"},
         {"Kurs", "Fünf Abende, jeweils Mittwoch, 24.02. bis 24.03.2027, 18.30-20.30 Uhr",
          "2027-02-24T18:30:00/2027-03-25"},
         {"フェス", "2027年7月10日（土）・11日（日）に開催します。", "2027-07-10/2027-07-12"},
         {"Quux-cursus", "Van 6 t.e.m. 27 november 2027 in Gent.", "2027-11-06/2027-11-28"},
         {"Quux", "Event dates: June 25, 2027, June 26, 2027", "2027-06-25/2027-06-27"},
         {"Quux", "Posted June 25, 2026. June 26, 2027 in the mill.", "2027-06-26"}});
}

BOOST_AUTO_TEST_CASE(what_moves_has_one_day_left) {
  check({{"Quux", "It moves from 4 March to 11 March 2027.", "2027-03-11"},
         {"Quux", "It moves from 6-8 May to 13-15 May 2027.", "2027-05-13/2027-05-16"},
         {"Quux 2027", "The abstract deadline, originally Monday 1 March 2027, is now Friday 12 March 2027.",
          "2027 abstract=2027-03-13T11:59:59Z+"},
         {"Quux 2027", "The paper deadline was originally 1 March 2027. Registration closes on 5 May 2027.",
          "2027 registration=2027-05-06T11:59:59Z"},
         {"Quux 2027", "Paper: ~~ 5 April 2027 (strict)", "2027 paper=2027-04-06T11:59:59Z+"},
         {"Quux Hack", "El plazo de inscripción, que terminaba el 3 de mayo, se amplía hasta el 10 de mayo de 2027.",
          "- registration=2027-05-11T11:59:59Z+"}});
}

BOOST_AUTO_TEST_CASE(the_head_of_a_table_speaks_for_its_columns) {
  check(
      {{"Call for contributions",
        "Quux 2027, 20-23 September 2027\n\nTrack Due Decision\nPapers 1 March 2027 10 May 2027\nTutorial proposals "
        "15 March 2027 12 April 2027",
        "2027-09-20/2027-09-24 paper=2027-03-02T11:59:59Z notification=2027-05-11T11:59:59Z "
        "cfp=2027-03-16T11:59:59Z notification=2027-04-13T11:59:59Z"},
       {"Quux phases", "Phase From To\nBuilding 2027-03-01 2027-04-15\nTesting 2027-04-16 2027-05-02", "2027-03-01"}});
}

BOOST_AUTO_TEST_CASE(more_things_close_and_more_is_told_beside_an_event) {
  check({{"Quux", "Talks are welcome until 10 March.", "- cfp=2027-03-11T11:59:59Z"},
         {"Quux", "Tickets from 85. Sales end March 22nd, 2027.", "- registration=2027-03-23T11:59:59Z"},
         {"Quux", "12 May 2027. Speakers are chosen by us; we will get back to everyone by 4 April.",
          "2027-05-12 notification=2027-04-05T11:59:59Z"},
         {"Quux", "Submission (by mail, or in person): 12 March 2027", "- submission=2027-03-13T11:59:59Z"},
         {"Quux", "12 May 2027, 9:00. Last edited: 02.02.2027, 08:00.", "2027-05-12T09:00:00"},
         {"Early bird ends tonight", "Tonight at 23:59 CET the early bird rate ends. Quux: 12-13 March 2027.",
          "2027-03-12/2027-03-14 registration=2027-02-03T22:59:00Z@+01:00"},
         {"Quux", "12-14 May 2027\nAuthor feedback: 12-14 April 2027", "2027-05-12/2027-05-15"},
         {"Föreläsning", "Anmäl dig senast den 3 maj.", "- registration=2027-05-04T11:59:59Z"},
         {"Tagung", "Abstracts (max. 500 Wörter): bis 15. März 2027", "- abstract=2027-03-16T11:59:59Z"},
         {"年會", "報名至 2027年7月31日", "- registration=2027-08-01T11:59:59Z"},
         {"Quux", "Teams register until 10 September at 12 noon (Finnish time).",
          "- registration=2027-09-10T09:00:00Z@Europe/Helsinki"},
         {"Quux", "12 May 2027. Judging: 2 June 2027", "2027-05-12"}});
}

BOOST_AUTO_TEST_SUITE_END()
