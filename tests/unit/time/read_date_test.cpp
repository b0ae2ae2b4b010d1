#include <almanac/time/dates/read_date.hpp>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <vector>

BOOST_AUTO_TEST_SUITE(read_date_suite, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

/// Reads from an exact-size heap copy, so that a sanitizer sees every overread; "!" and the message for an error.
std::string read(std::string_view text, const DateReading& reading) {
  const std::unique_ptr<char[]> copy(new char[text.size()]);
  std::copy(text.begin(), text.end(), copy.get());
  const auto moment = read_date({copy.get(), text.size()}, reading);
  if (!moment) return "!" + moment.error().message();
  BOOST_TEST(moment->text == text);
  return iso_text(*moment);
}

struct Case {
  std::string_view text, expected;
};

void check(const std::vector<Case>& cases, const DateReading& reading) {
  for (const auto& [text, expected] : cases) BOOST_TEST_CONTEXT(text) {
      BOOST_TEST(read(text, reading) == expected);
    }
}

const DateReading feed = [] {
  DateReading reading;
  reading.assume_utc = true;
  return reading;
}();
const DateReading event{};

std::chrono::sys_seconds at(std::int64_t seconds) { return std::chrono::sys_seconds{std::chrono::seconds{seconds}}; }

}  // namespace

BOOST_AUTO_TEST_CASE(reads_mail_dates_and_their_common_defects) {
  check({{"Mon, 02 Mar 2026 18:15:30 GMT", "2026-03-02T18:15:30Z"},
         {"Mon, 2 Mar 2026 18:15:30 +0130", "2026-03-02T16:45:30Z"},
         {"2 Mar 2026 18:15:30 GMT", "2026-03-02T18:15:30Z"},
         {"Fri, 2 Mar 2026 18:15:30 GMT", "2026-03-02T18:15:30Z"},  // a wrong weekday says nothing
         {"Mon,02 Mar 2026 18:15:30 -0000", "2026-03-02T18:15:30Z"},
         {"Mon 02 Mar 2026 18:15:30 GMT", "2026-03-02T18:15:30Z"},
         {"Mon, 02 Mar 26 18:15:30 GMT", "2026-03-02T18:15:30Z"},
         {"Mon, 02 Mar 96 18:15 UT", "1996-03-02T18:15:00Z"},
         {"Mon, 02 Mar 126 18:15 UT", "2026-03-02T18:15:00Z"},
         {"Mon, 02 March 2026 18:15:30 EST", "2026-03-02T23:15:30Z"},
         {"Mon, Mar 02 2026 06:15:30 PM", "2026-03-02T18:15:30Z"},
         {"Mon, 02 Mar 2026 6:15 pm CEST", "2026-03-02T16:15:00Z"},
         {"Mon, 02 Mar 2026 18.15.30 GMT", "2026-03-02T18:15:30Z"},
         {"2. marts 2026 kl. 18.15", "2026-03-02T18:15:00Z"},
         {"2 marca 2026, godz. 18:15", "2026-03-02T18:15:00Z"},
         {"Mon, 02 Mar 2026 18:15:30 K", "2026-03-02T18:15:30Z"},  // RFC 5322 §4.3
         {"Mon, 02 Mar 2026 18:15:30 +02:00", "2026-03-02T16:15:30Z"},
         {"Mon, 02 Mar 2026 18:15:30  PDT", "2026-03-03T01:15:30Z"},
         {"Mon, 02 Mar 2026 18:15:30 GMT+0100 (CET)", "2026-03-02T17:15:30Z"},
         {"Mon (day), 02 Mar(ch (third)) 2026 18:15:30 GMT (x)", "2026-03-02T18:15:30Z"},
         {"Mon, 02 Mar 2026", "2026-03-02"},
         {"Mon, 02 Mar 2026 24:00:00 GMT", "2026-03-03T00:00:00Z"},
         {"Wed, 31 Dec 2025 23:59:60 GMT", "2025-12-31T23:59:59Z"},
         {"Mon, 02 Mar 2026 18:15:30 QQZ", "2026-03-02T18:15:30Z"},
         {"Thu, 01 Jan 0100 00:00:01 +0100", "0099-12-31T23:00:01Z"},
         {" Mon, 02 Mar 2026 18:15:30 GMT\n", "2026-03-02T18:15:30Z"},
         {"Mon, 26 January 2026 16:31:00 PT", "2026-01-27T00:31:00Z"},
         {"Mon, 26 January 2026 16:31:00 AT", "2026-01-26T20:31:00Z"},
         {"lun., 02 mars 2026 18:15:30 +0100", "2026-03-02T17:15:30Z"},
         {"Mon, 02 Mar 2026 18:15:30 +0800 CST", "2026-03-02T10:15:30Z"},
         {"Mon, 02 Mar 2026 18:15:30 +02:00:00", "2026-03-02T16:15:30Z"},
         {"Mon, 02 Mar 2026 18:15:30 \xE2\x80\x93"
          "0500",
          "2026-03-02T23:15:30Z"},
         {"Mon, 02 Mar 2026 18:15:30 EST +0100", "2026-03-02T17:15:30Z"},
         {"Mon, 02 Mar 2026 18:15:30 --0500", "2026-03-02T23:15:30Z"},
         {"02 Mar 2026 18:15:30:000 UTC", "2026-03-02T18:15:30Z"},
         {"Montag, 2. M\xC3\xA4rz 2026 um 10 Uhr", "2026-03-02T10:00:00Z"},
         {"2 Mar 2026 GMT", "2026-03-02"},
         {"02.03.2026 +0200", "2026-03-02"}},
        feed);
}

BOOST_AUTO_TEST_CASE(reads_other_old_forms) {
  check({{"Monday, 02-Mar-26 18:15:30 GMT", "2026-03-02T18:15:30Z"},  // RFC 850
         {"Mon Mar  2 18:15:30 2026", "2026-03-02T18:15:30Z"},        // asctime
         {"Mon Mar 2 18:15:30 EST 2026", "2026-03-02T23:15:30Z"},     // date(1)
         {"Mon Mar 2 18:15:30 +0200 2026", "2026-03-02T16:15:30Z"},
         {"Sun Nov 01 2026 09:00:00 GMT+0100 (CET)", "2026-11-01T08:00:00Z"},  // JavaScript
         {"Sun Nov 01 2026 09:00:00 GMT-0530 (Somewhere Standard Time)", "2026-11-01T14:30:00Z"},
         {"Mon, 2026/03/02 18:15:30 EDT", "2026-03-02T22:15:30Z"},
         {"2026/3/2 18:15:30", "2026-03-02T18:15:30Z"},
         {"02.03.2026 18:15:30", "2026-03-02T18:15:30Z"},
         {"1772475330", "2026-03-02T18:15:30Z"},
         {"1772475330123", "2026-03-02T18:15:30Z"},
         {"1772475330.5", "2026-03-02T18:15:30Z"},
         {"/Date(1772475330123)/", "2026-03-02T18:15:30Z"},
         {"/Date(1772475330123-0500)/", "2026-03-02T18:15:30Z"},
         {"20260302181530", "2026-03-02T18:15:30Z"},
         {"202603021815", "2026-03-02T18:15:00Z"}},
        feed);
}

BOOST_AUTO_TEST_CASE(reads_iso_8601_and_its_profiles) {
  check({{"2026-03-02T18:15:30Z", "2026-03-02T18:15:30Z"},
         {"2026-03-02t18:15:30z", "2026-03-02T18:15:30Z"},
         {"2026-03-02T18:15:30.123456+05:45", "2026-03-02T12:30:30Z"},
         {"2026-03-02T18:15:30,5-0330", "2026-03-02T21:45:30Z"},
         {"2026-03-02 18:15:30-05", "2026-03-02T23:15:30Z"},
         {"2026-03-02T18:15+01:00", "2026-03-02T17:15:00Z"},
         {"2026-03-02 T 18:15:30 +01:00", "2026-03-02T17:15:30Z"},
         {"20260302T181530Z", "2026-03-02T18:15:30Z"},
         {"20260302T181530", "2026-03-02T18:15:30"},
         {"20260302T1815", "2026-03-02T18:15:00"},
         {"20260302T18", "2026-03-02T18:00:00"},
         {"20260302", "2026-03-02"},
         {"2026-03-02T181530+01:00", "2026-03-02T17:15:30Z"},
         {"20260302T18:15:30.45+01:00", "2026-03-02T17:15:30Z"},
         {"2026-W10-1", "2026-03-02"},
         {"2026W101T1815Z", "2026-03-02T18:15:00Z"},
         {"2026-W01-1", "2025-12-29"},
         {"2020-W53-7", "2021-01-03"},
         {"2026-061", "2026-03-02"},
         {"2024366", "2024-12-31"},
         {"2026-03", "2026-03-01"},
         {"2026", "2026-01-01"},
         {"2026-3-2", "2026-03-02"},
         {"26-03-02", "2026-03-02"},
         {"-2603", "2026-03-01"},
         {"-26-03", "2026-03-01"},
         {"2026-03-02T18:15.5Z", "2026-03-02T18:15:30Z"},
         {"2026-03-02T24:00:00Z", "2026-03-03T00:00:00Z"},
         {"2026-03-02T18:15:30+01:00[Europe/Paris]", "2026-03-02T17:15:30Z"},
         {"2026-03-02T18:15:30[Europe/Paris]", "2026-03-02T17:15:30Z"},
         {"2026-03-02T18:15:30 Europe/Paris", "2026-03-02T17:15:30Z"},
         {"2026-03-02 18:15 AoE", "2026-03-03T06:15:00Z"},
         {"2026-03-02Z", "2026-03-02"},
         {"2026-03-02+01:00", "2026-03-02"},
         {"2026-03-02T18:15:30:250+01:00", "2026-03-02T17:15:30Z"},
         {"2026-03-02T18:15:30:-0330", "2026-03-02T21:45:30Z"}},
        event);
}

BOOST_AUTO_TEST_CASE(reads_what_programs_print) {
  check({{"Mon Mar 2 18:15:30 PST-0800 2026", "2026-03-03T02:15:30Z"},  // the number says it exactly
         {"Mon Mar 2 2026 18:15:30 CEST+0200", "2026-03-02T16:15:30Z"},
         {"March 2, 2026 at 6:15pm PST-08", "2026-03-03T02:15:00Z"},
         {"2026-03-02 18:15:30.123456 +0300 +03", "2026-03-02T15:15:30Z"},  // Go
         {"2026-03-02 18:15:30 +0100 CET m=+0.000000001", "2026-03-02T17:15:30Z"},
         {"Mon, 02 Mar 2026 18:15:30 +01:00:00", "2026-03-02T17:15:30Z"},
         {"Mon, 02 Mar 2026 18:15:30 0200", "2026-03-02T16:15:30Z"},
         {"Mon, 02 03 2026 18:15:30 +0100", "2026-03-02T17:15:30Z"},  // the weekday tells the day from the month
         {"Mon, 03 02 2026 18:15:30 +0100", "2026-03-02T17:15:30Z"},
         {"Mon, 02 Mar 2026 18:15:30 +0000 GMT", "2026-03-02T18:15:30Z"},
         {"02/Mar/2026:18:15:30 +0100", "2026-03-02T17:15:30Z"},  // logs of web servers
         {"Mar 2 2026 06:15:30:250PM", "2026-03-02T18:15:30Z"},
         {"03-13-26 06:15PM", "2026-03-13T18:15:00Z"},
         {"20260302181530,5+0100", "2026-03-02T17:15:30Z"},
         {"20260302181530Z", "2026-03-02T18:15:30Z"},  // ASN.1, XMLTV
         {"20260302181530.0Z", "2026-03-02T18:15:30Z"},
         {"20260302181530 +0100", "2026-03-02T17:15:30Z"},
         {"1772475330123456", "2026-03-02T18:15:30Z"},
         {"1772475330123456789", "2026-03-02T18:15:30Z"},
         {"2026:03:02 18:15:30", "2026-03-02T18:15:30Z"},  // EXIF
         {"2026-03-02T18:15:30:250+0100", "2026-03-02T17:15:30Z"},
         {"2026-03-02 06:15:30.250 PM", "2026-03-02T18:15:30Z"},
         {"2026-03-02T12:15:30,5 a.m.", "2026-03-02T00:15:30Z"},
         {"\"2026-03-02T18:15:30Z\"", "2026-03-02T18:15:30Z"},
         {"3.31.2026", "2026-03-31"},
         {"2026-03-02Z", "2026-03-02"},  // xs:date: a day is that of its place
         {"2026-03-02+09:00", "2026-03-02"},
         {"2026-03-02[Europe/Paris]", "2026-03-02"},
         {"2 Mar 2026 GMT", "2026-03-02"}},
        feed);
}

BOOST_AUTO_TEST_CASE(reads_halves_of_the_day_in_many_languages) {
  check({{"jueves, 5 de marzo de 2026, 6:30 p. m.", "2026-03-05T18:30:00"},
         {"5 mar 2026, 12:30 a. m.", "2026-03-05T00:30:00"},
         {"Πέμπτη 5 Μαρτίου 2026 στις 6:30 μ.μ.", "2026-03-05T18:30:00"},
         {"5 Μαρ 2026, 12:30 π.μ.", "2026-03-05T00:30:00"},
         {"5. března 2026 v 6:30 odp.", "2026-03-05T18:30:00"},
         {"5 mars 2026 kl. 6:30 em", "2026-03-05T18:30:00"},
         {"5. maaliskuuta 2026 klo 6.30 ip.", "2026-03-05T18:30:00"},
         {"5 Mart 2026 ÖS 6:30", "2026-03-05T18:30:00"},
         {"5 Mei 2026, 6:30 PTG", "2026-05-05T18:30:00"},
         {"5 березня 2026 р. о 6:30 пп", "2026-03-05T18:30:00"},
         {"2026年3月5日晚6:30", "2026-03-05T18:30:00"},
         {"2026年3月5日 中午12:30", "2026-03-05T12:30:00"},
         {"em 5 de março de 2026, 6h30", "2026-03-05T06:30:00"}},
        event);
}

BOOST_AUTO_TEST_CASE(reads_the_forms_that_locales_prescribe) {
  check({{"jeudi 5 mars 2026 à 18 h 30", "2026-03-05T18:30:00"},
         {"15 juill. 2026, 00 h 11 min 07 s", "2026-07-15T00:11:07"},
         {"dijous, 9 d’abril del 2026, a les 18:30", "2026-04-09T18:30:00"},
         {"Kamis, 05 Maret 2026 pukul 18.30", "2026-03-05T18:30:00"},
         {"po 9. 3. 2026 18:30", "2026-03-09T18:30:00"},
         {"čtv 5. bře 2026 18:30", "2026-03-05T18:30:00"},
         {"2026. márc. 5., Cs 18:30", "2026-03-05T18:30:00"},
         {"чт, 9 квіт. 2026 р., 18:30", "2026-04-09T18:30:00"},
         {"5 de marzo de 2026 18:30 hs", "2026-03-05T18:30:00"},
         {"5 марта 2026 г. 18:30 МСК", "2026-03-05T15:30:00Z"},
         {"2026년 3월 5일 목", "2026-03-05"},
         {"平成20.7.4 18:30", "2008-07-04T18:30:00"},
         {"R8.3.5", "2026-03-05"},
         {"T11.5.23", "1922-05-23"},
         {"2026. március 5. 18.30", "2026-03-05T18:30:00"},
         {"2026.03.05. 18 óra 30 perc", "2026-03-05T18:30:00"},
         {"do 5-3-2026 18u30", "2026-03-05T18:30:00"},
         {"5.3.2026 в 18 ч. 30 мин.", "2026-03-05T18:30:00"},
         {"czwartek, 5.3.2026, godzina 18:30", "2026-03-05T18:30:00"},
         {"giovedì, 5.3.26 h 18:30", "2026-03-05T18:30:00"},
         {"2026-03-05 18.30 Uhr", "2026-03-05T18:30:00"},
         {"5 Mar '26, 18 h 30", "2026-03-05T18:30:00"},
         {"5 Mar 2026 6:30 p.m. -0330", "2026-03-05T22:00:00Z"},
         {"2026年3月5日 下午6:30:00 [UTC]", "2026-03-05T18:30:00Z"}},
        event);
}

BOOST_AUTO_TEST_CASE(refuses_impossible_dates_instead_of_moving_them) {
  const std::string impossible = "!" + make_error_code(DateErrc::impossible).message();
  for (const std::string_view text :
       {"2026-02-31", "31 Feb 2026", "Tue, 31 Feb 2026 10:00:00 GMT", "2026-03-02T27:00:00Z", "2026-13-01",
        "2026-00-01", "2026-01-00", "2026-W54-1", "2025-W53-1", "2026-366", "29 February 2025", "2026-03-02T23:60:00Z",
        "2026-03-02T24:00:01Z", "32.01.2026", "13/13/2026", "10.00.2026", "2026/00/10", "20260230T100000Z",
        "March 2026 35"})
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(read(text, feed) == impossible); }
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_date) {
  const std::string no = "!" + make_error_code(DateErrc::not_a_date).message();
  for (const std::string_view text : {"tomorrow",
                                      "n/a",
                                      "TBD",
                                      "2010-",
                                      "10:00",
                                      "Sun, 16 Dec 2012 1:2:3:4 GMT",
                                      "Sun, 16 zzz 2012 11:47:32 GMT",
                                      "Sun, Dec x 2012 11:47:32 GMT",
                                      "Sun, 16 Dec zz 11:47:32 GMT",
                                      "Sun, 16 Dec 2012 11:47:32 +zz:00",
                                      "Sun, 16 Dec 2012 11:47:32 +00:zz",
                                      "12",
                                      "version 1.2.3",
                                      "3 March 4 April 2026",
                                      "https://example.org/2026/03/02",
                                      "(2 March 2026",
                                      "March",
                                      "5 March",
                                      "03 04 2026",
                                      "Sun, 03 04 2026",
                                      "/Date(12)/",
                                      "2026-03-02+",
                                      "2 Mar 2026 +0100 18:15",
                                      "2026-03-02T18:15:30:1:2",
                                      "Mon, 30 Nov -0001 00:00:00 +0000",
                                      "septe. 7, 2026",
                                      "2026-03-02T18:15-047",
                                      "Mon, 02 05 2026 18:15:30 GMT",
                                      "1772475330123456Z"})
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(read(text, feed) == no); }
  BOOST_TEST(read(" \t\n", feed) == "!" + make_error_code(DateErrc::empty).message());
  BOOST_TEST(read(std::string(5000, '1'), feed) == no);
}

BOOST_AUTO_TEST_CASE(stays_within_the_years_1_to_9999) {
  const std::string outside = "!" + make_error_code(DateErrc::out_of_range).message();
  BOOST_TEST(read("0001-01-01T00:00:00Z", feed) == "0001-01-01T00:00:00Z");
  BOOST_TEST(read("9999-12-31T23:59:59Z", feed) == "9999-12-31T23:59:59Z");
  BOOST_TEST(read("0000-01-01T00:00:00Z", feed) == outside);
  BOOST_TEST(read("0001-01-01T00:00:00+01:00", feed) == outside);
  BOOST_TEST(read("9999-12-31T24:00:00Z", feed) == outside);
}

BOOST_AUTO_TEST_CASE(reads_names_of_months_and_days_in_many_languages) {
  check({{"March 5, 2026", "2026-03-05"},
         {"Thursday, March 5th, 2026 at 6:30 p.m.", "2026-03-05T18:30:00"},
         {"5 March 2026 18:30", "2026-03-05T18:30:00"},
         {"Sept. 5, 2026", "2026-09-05"},
         {"5-Avr-2026", "2026-04-05"},
         {"30-Aprol-2026", "2026-04-30"},
         {"Donnerstag, 5. M\xC3\xA4rz 2026, 18:30 Uhr", "2026-03-05T18:30:00"},
         {"Do., 5.3.2026 um 18.30 Uhr", "2026-03-05T18:30:00"},
         {"jeudi 5 mars 2026 \xC3\xA0 18h30", "2026-03-05T18:30:00"},
         {"1er ao\xC3\xBBt 2026", "2026-08-01"},
         {"mar, 03 mar 2026 18:30:00 +0100", "2026-03-03T17:30:00Z"},
         {"martes, 3 de marzo de 2026, 18:30 h", "2026-03-03T18:30:00"},
         {"gioved\xC3\xAC 5 marzo 2026 ore 18:30", "2026-03-05T18:30:00"},
         {"5 de mar\xC3\xA7o de 2026 \xC3\xA0s 18h30", "2026-03-05T18:30:00"},
         {"ter\xC3\xA7"
          "a-feira, 3 de mar\xC3\xA7o de 2026",
          "2026-03-03"},
         {"donderdag 5 maart 2026 om 18:30 uur", "2026-03-05T18:30:00"},
         {"czwartek, 5 marca 2026 r. godz. 18:30", "2026-03-05T18:30:00"},
         {"5 \xD0\xBC\xD0\xB0\xD1\x80\xD1\x82\xD0\xB0 2026 \xD0\xB3. \xD0\xB2 18:30", "2026-03-05T18:30:00"},
         {"\xCE\x9A\xCF\x85\xCF\x81, 11 \xCE\x99\xCE\xBF\xCF\x8D\xCE\xBB 2004 12:00:00 EST", "2004-07-11T17:00:00Z"},
         {"2004-j\xC3\xBAlius-13T9:15-05:00", "2004-07-13T14:15:00Z"},
         {"2026. m\xC3\xA1rcius 5. 18:30", "2026-03-05T18:30:00"},
         {"5. b\xC5\x99"
          "ezna 2026",
          "2026-03-05"},
         {"5 A\xC4\x9Fustos 2026 18:30", "2026-08-05T18:30:00"},
         {"torstaina 5. maaliskuuta 2026 klo 18.30", "2026-03-05T18:30:00"},
         {"2026\xEB\x85\x84 3\xEC\x9B\x94 5\xEC\x9D\xBC \xEC\x98\xA4\xEC\xA0\x84 9:00", "2026-03-05T09:00:00"},
         {"2026. 3. 5. \xEC\x98\xA4\xED\x9B\x84 6:30", "2026-03-05T18:30:00"},
         {"2026\xE5\xB9\xB4"
          "3\xE6\x9C\x88"
          "5\xE6\x97\xA5",
          "2026-03-05"},
         {"2026\xE5\xB9\xB4"
          "3\xE6\x9C\x88"
          "5\xE6\x97\xA5(\xE6\x9C\xA8) 18\xE6\x99\x82"
          "30\xE5\x88\x86",
          "2026-03-05T18:30:00"},
         {"2026\xE5\xB9\xB4"
          "3\xE6\x9C\x88"
          "5\xE6\x97\xA5\xE4\xB8\x8B\xE5\x8D\x88"
          "6:30",
          "2026-03-05T18:30:00"},
         {"\xE4\xBB\xA4\xE5\x92\x8C"
          "8\xE5\xB9\xB4"
          "3\xE6\x9C\x88"
          "5\xE6\x97\xA5",
          "2026-03-05"},
         {"\xEF\xBC\x92\xEF\xBC\x90\xEF\xBC\x92\xEF\xBC\x96/3/5", "2026-03-05"},  // full-width digits
         {"March 2026", "2026-03-01"},
         {"2026\xE5\xB9\xB4"
          "3\xE6\x9C\x88",
          "2026-03-01"},
         {"5 Mar '26", "2026-03-05"}},
        event);
}

BOOST_AUTO_TEST_CASE(decides_slashed_dates_by_what_is_possible_then_weekday_then_habit) {
  DateReading american;
  american.day_first = false;
  check({{"13/04/2026", "2026-04-13"},
         {"04/13/2026", "2026-04-13"},
         {"03/04/2026", "2026-04-03"},
         {"Wed 03/04/2026", "2026-03-04"},
         {"3-4-26", "2026-04-03"},
         {"04.13.2026", "2026-04-13"},
         {"04\\13\\2026", "2026-04-13"},
         {"04 13 2026", "2026-04-13"},
         {"Fri, 03 04 2026 18:15:30 +0100", "2026-04-03T17:15:30Z"},
         {"Wed, 03 04 2026", "2026-03-04"}},
        event);
  check({{"13/04/2026", "2026-04-13"},
         {"03/04/2026", "2026-03-04"},
         {"Fri 03/04/2026", "2026-04-03"},
         {"03.04.2026", "2026-04-03"}},
        american);
}

BOOST_AUTO_TEST_CASE(says_what_was_published_and_what_was_assumed) {
  auto moment = read_date("2026-03-05T09:00+05:30").value();
  BOOST_TEST(moment.zone == "+05:30");
  BOOST_TEST(moment.zone_stated);
  BOOST_TEST((moment.precision == Precision::minute));
  moment = read_date("2026-03-05 09:00 Europe/Berlin").value();
  BOOST_TEST(moment.zone == "Europe/Berlin");
  BOOST_TEST(moment.zone_stated);
  moment = read_date("2026-03-05 09:00:00").value();
  BOOST_TEST(moment.zone.empty());
  BOOST_TEST(!moment.zone_stated);
  BOOST_TEST((moment.kind == MomentKind::local && moment.precision == Precision::second));
  DateReading berlin;
  berlin.default_zone = Zone::find("Europe/Berlin");
  moment = read_date("2026-07-05 09:00", berlin).value();
  BOOST_TEST(iso_text(moment) == "2026-07-05T07:00:00Z");
  BOOST_TEST(!moment.zone_stated);
  BOOST_TEST((read_date("2026-03", event)->precision == Precision::month));
  BOOST_TEST((read_date("2026", event)->precision == Precision::year));
  BOOST_TEST((read_date("March 5, 2026", event)->precision == Precision::day));
  BOOST_TEST(read_date("2026-03-05 09:00 QQZ").error() == make_error_code(DateErrc::unknown_zone));
}

BOOST_AUTO_TEST_CASE(reads_korean_feed_dates_on_the_clock_of_korea) {
  check({{"2004-05-25 \xEC\x98\xA4\xED\x9B\x84 11:23:17", "2004-05-25T14:23:17Z"},
         {"2004\xEB\x85\x84 05\xEC\x9B\x94 28\xEC\x9D\xBC  01:31:15", "2004-05-27T16:31:15Z"}},
        feed);
}

BOOST_AUTO_TEST_CASE(completes_years_near_the_given_instant) {
  DateReading near;
  near.near = at(1798675200);  // 2026-12-31
  check({{"5 January", "2027-01-05"},
         {"5 March 80", "1980-03-05"},
         {"5 March 70", "2070-03-05"},
         {"29 Feb", "2028-02-29"},
         {"15.11.", "2026-11-15"}},
        near);
}

BOOST_AUTO_TEST_SUITE_END()
