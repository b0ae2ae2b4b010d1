#include <almanac/time/zones/windows_zones.hpp>
#include <almanac/time/zones/zone.hpp>
#include <almanac/time/zones/zone_rules.hpp>
#include <almanac/time/zones/zone_tzif.hpp>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "local_time.hpp"

BOOST_AUTO_TEST_SUITE(zone, *boost::unit_test::label("unit"))

using almanac::Zone;

namespace {

std::string found(std::string_view name) {
  const auto zone = Zone::find(name);
  return zone ? zone->name() : std::string{"none"};
}

std::string utc(std::string_view zone, std::int64_t local) {
  return almanac::iso_text(almanac::MomentKind::instant, Zone::find(zone).value().to_utc(local));
}

}  // namespace

BOOST_AUTO_TEST_CASE(resolves_names_as_they_are_published) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Europe/Berlin", "Europe/Berlin"},
      {"europe/berlin", "Europe/Berlin"},
      {"AMERICA/ARGENTINA/BUENOS_AIRES", "America/Argentina/Buenos_Aires"},
      {"America/New York", "America/New_York"},
      {"US/Pacific", "America/Los_Angeles"},
      {"\"Europe/Paris\"", "Europe/Paris"},
      {" Europe/Paris ", "Europe/Paris"},
      {"Z", "UTC"},
      {"utc", "UTC"},
      {"GMT", "UTC"},
      {"Etc/UTC", "UTC"},
      {"UTC+0", "UTC"},
      {"UTC-12", "-12:00"},
      {"UTC-12:00", "-12:00"},
      {"UTC+5:30", "+05:30"},
      {"GMT+02", "+02:00"},
      {"GMT+0200", "+02:00"},
      {"+05:30", "+05:30"},
      {"-0800", "-08:00"},
      {"UTC\xE2\x88\x92"
       "7",
       "-07:00"},
      {"AoE", "AoE"},
      {"aoe", "AoE"},
      {"Anywhere on Earth", "AoE"},
      {"Etc/GMT+12", "Etc/GMT+12"},
      {"W. Europe Standard Time", "Europe/Berlin"},
      {"eastern standard time", "America/New_York"},
      {"Dateline Standard Time", "Etc/GMT+12"},
      {"PST", "-08:00"},
      {"PT", "America/Los_Angeles"},
      {"EST", "-05:00"},
      {"CEST", "+02:00"},
      {"CET", "Europe/Brussels"},
      {"BST", "Europe/London"},
      {"IST", "Asia/Kolkata"},
      {"/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "Europe/Berlin"},
      {"/mozilla.org/20050126_1/America/Argentina/Cordoba", "America/Argentina/Cordoba"},
      {"tzone://Microsoft/Utc", "UTC"},
      {"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"},
      {"(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"},
      {"Pacific Time (US & Canada)", "America/Los_Angeles"},
      {"Mountain Daylight Time", "America/Denver"},
      {"(GMT+01.00) Amsterdam / Berlin / Bern", "Europe/Amsterdam"},
      {"Dinner Time (for all)", "none"},
      {"europe - berlin", "Europe/Berlin"},
      {"America, New York", "America/New_York"},
      {"etc/gmt-5", "Etc/GMT-5"},
      {"(UTC-07:00) La Paz, Mazatlan", "America/Mazatlan"},
      {"(UTC-07:00) Arizona", "America/Phoenix"},
      {"(UTC-03:00) Brasilia", "America/Sao_Paulo"},
      {"(UTC+05:00) Brasilia", "none"},
      {"(UTC-12:00) International Date Line West", "Etc/GMT+12"},
      {"(UTC-05:00) Indiana (East)", "America/Indiana/Indianapolis"},
      {"(UTC+13:00) Samoa", "Pacific/Apia"},
      {"(UTC-05:00) Bogota, Lima, Quito, Rio Branco", "America/Bogota"},
      {"(UTC+06:30) Yangon (Rangoon)", "Asia/Yangon"},
      {"Greenwich Mean Time", "UTC"},
      {"Berlin", "none"},
      {"(UTC) Dublin, Edinburgh, Lisbon, London", "Europe/Dublin"},
      {"tzone://Microsoft/Custom", "none"},
      {"Customized Time Zone", "none"},
      {"", "none"},
      {"localtime", "none"},
      {"../../etc/passwd", "none"},
      {"/etc/passwd", "none"},
      {"Europe", "none"},
      {"zone.tab", "none"},
      {"UTC+99", "none"},
      {"+", "none"},
  };
  for (const auto& [name, want] : cases) BOOST_TEST_CONTEXT(name) BOOST_TEST(found(name) == want);
}

BOOST_AUTO_TEST_CASE(resolves_descriptions_that_leave_no_doubt) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Berlin", "Europe/Berlin"},
      {"berlin", "Europe/Berlin"},
      {"New York", "America/New_York"},
      {"New_York", "America/New_York"},
      {"Kolkata", "Asia/Kolkata"},
      {"Calcutta", "Asia/Kolkata"},
      {"S\xC3\xA3o Paulo", "America/Sao_Paulo"},
      {"Z\xC3\xBCrich", "Europe/Zurich"},
      {"Istanbul", "Europe/Istanbul"},  // in Asia and in Europe, of one zone
      {"Port au Prince", "America/Port-au-Prince"},
      {"St. Johns", "America/St_Johns"},
      {"Hawaii", "Pacific/Honolulu"},
      {"GMT+0100 (Berlin)", "Europe/Berlin"},
      {"GMT+0200 (Berlin)", "Europe/Berlin"},
      {"GMT+01:00 (Europe/Berlin)", "Europe/Berlin"},
      {"GMT+0100 (Central European Standard Time)", "Europe/Warsaw"},
      {"UTC+01:00 Vienna", "Europe/Vienna"},
      {"Berlin (GMT+01:00)", "Europe/Berlin"},
      {"Berlin (CET)", "Europe/Berlin"},
      {"(UTC+01:00) Bern, Berlin", "Europe/Berlin"},
      // What stands there contradicts itself, or is not sure.
      {"GMT-0500 (Berlin)", "none"},
      {"(UTC-05:00) London, Ontario", "none"},
      {"London, Ontario", "none"},
      {"San Juan", "none"},
      {"Petersburg", "none"},
      {"Victoria", "none"},
      {"South", "none"},
      {"Samoa", "none"},
      {"Europe", "none"},
      {"Munich", "none"},
      {"(UTC+01:00) Nowhere", "none"},
      {"GMT+0100 (Nowhere)", "none"},
      {"Customized Time Zone", "none"},
      {"Office", "none"},
      {"ET Berlin", "none"},
      {"()", "none"},
      {")(", "none"},
      {"(", "none"},
  };
  for (const auto& [name, want] : cases) BOOST_TEST_CONTEXT(name) {
      const auto zone = Zone::find_described(name);
      BOOST_TEST((zone ? zone->name() : std::string{"none"}) == want);
    }
}

BOOST_AUTO_TEST_CASE(resolved_names_resolve_to_themselves) {
  for (const std::string_view name :
       {"PST", "AoE", "UTC+5:30", "US/Pacific", "CET", "Romance Standard Time", "Etc/GMT-3"})
    BOOST_TEST_CONTEXT(name) BOOST_TEST(found(found(name)) == found(name));
}

BOOST_AUTO_TEST_CASE(every_windows_name_leads_to_a_zone_of_the_system) {
  for (const std::string_view name : {"Romance Standard Time", "GMT Standard Time", "UTC-11", "Tokyo Standard Time",
                                      "Yukon Standard Time", "E. Europe Standard Time"})
    BOOST_TEST_CONTEXT(name) {
      BOOST_TEST(almanac::iana_of_windows_zone(name).has_value());
      BOOST_TEST(found(name) != "none");
    }
}

// RFC 5545 §3.3.5: the offset before a gap; the first of two.
BOOST_AUTO_TEST_CASE(reads_gaps_and_overlaps_as_the_standard_says) {
  struct Case {
    std::string_view zone;
    std::int64_t local;
    std::string_view want;
  };
  const Case cases[] = {
      {"Europe/Berlin", civil(2026, 3, 29, 1, 59, 59), "2026-03-29T00:59:59Z"},
      {"Europe/Berlin", civil(2026, 3, 29, 2, 30), "2026-03-29T01:30:00Z"},
      {"Europe/Berlin", civil(2026, 3, 29, 3, 0), "2026-03-29T01:00:00Z"},
      {"Europe/Berlin", civil(2026, 10, 25, 1, 59), "2026-10-24T23:59:00Z"},
      {"Europe/Berlin", civil(2026, 10, 25, 2, 0), "2026-10-25T00:00:00Z"},
      {"Europe/Berlin", civil(2026, 10, 25, 2, 30), "2026-10-25T00:30:00Z"},
      {"Europe/Berlin", civil(2026, 10, 25, 3, 0), "2026-10-25T02:00:00Z"},
      {"America/New_York", civil(2026, 3, 8, 2, 30), "2026-03-08T07:30:00Z"},
      {"America/New_York", civil(2026, 11, 1, 1, 30), "2026-11-01T05:30:00Z"},
      {"Australia/Lord_Howe", civil(2026, 10, 4, 2, 15), "2026-10-03T15:45:00Z"},
      {"Australia/Lord_Howe", civil(2026, 4, 5, 1, 45), "2026-04-04T14:45:00Z"},
      // Samoa left out a whole day.
      {"Pacific/Apia", civil(2011, 12, 30, 12, 0), "2011-12-30T22:00:00Z"},
      {"Pacific/Apia", civil(2011, 12, 31, 0, 0), "2011-12-30T10:00:00Z"},
      // After the last listed change the endless rule goes on; 2026 and 2426 share a calendar.
      {"Europe/Berlin", civil(2426, 3, 29, 2, 30), "2426-03-29T01:30:00Z"},
      {"Europe/Berlin", civil(2426, 10, 25, 2, 30), "2426-10-25T00:30:00Z"},
      {"Europe/Berlin", civil(2040, 7, 1, 12), "2040-07-01T10:00:00Z"},
      {"Europe/Berlin", civil(9999, 12, 31, 23, 59, 59), "9999-12-31T22:59:59Z"},
      {"Australia/Sydney", civil(2100, 1, 1), "2099-12-31T13:00:00Z"},
      {"Europe/Dublin", civil(2050, 7, 1, 12), "2050-07-01T11:00:00Z"},
      // Before zones there was local mean time.
      {"Europe/Berlin", civil(1601, 1, 1), "1600-12-31T23:06:32Z"},
      {"AoE", civil(2026, 1, 31, 23, 59, 59), "2026-02-01T11:59:59Z"},
      {"Etc/GMT+12", civil(2026, 1, 31, 23, 59, 59), "2026-02-01T11:59:59Z"},
  };
  for (const auto& c : cases)
    BOOST_TEST_CONTEXT(c.zone << " " << almanac::iso_text(almanac::MomentKind::local, c.local))
  BOOST_TEST(utc(c.zone, c.local) == c.want);
}

BOOST_AUTO_TEST_CASE(names_the_zone_as_people_do) {
  const auto berlin = Zone::find("Europe/Berlin").value();
  BOOST_TEST(berlin.abbreviation_at(civil(2026, 7, 1)) == "CEST");
  BOOST_TEST(berlin.abbreviation_at(civil(2026, 1, 1)) == "CET");
  BOOST_TEST(berlin.abbreviation_at(civil(2060, 7, 1)) == "CEST");
  BOOST_TEST(berlin.offset_at(civil(2026, 7, 1)) == 7200);
  BOOST_TEST(Zone::find("Asia/Dubai").value().abbreviation_at(0) == "+04:00");
  BOOST_TEST(Zone::fixed(-12600).name() == "-03:30");
  BOOST_TEST(Zone().is_utc());
  BOOST_TEST(!berlin.is_utc());
}

BOOST_AUTO_TEST_CASE(a_cursor_answers_as_the_zone_does) {
  for (const std::string_view name :
       {"Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "UTC"}) {
    const auto zone = Zone::find(name).value();
    almanac::ZoneCursor cursor(zone);
    std::int64_t wrong = 0;
    for (auto t = civil(2024, 1, 1); t < civil(2027, 1, 1); t += 1799) {
      wrong += cursor.to_utc(t) != zone.to_utc(t);
      wrong += cursor.to_local(t) != zone.to_local(t);
    }
    for (auto t = civil(2045, 1, 1); t > civil(2030, 1, 1); t -= 35'999) wrong += cursor.to_utc(t) != zone.to_utc(t);
    BOOST_TEST_CONTEXT(name) BOOST_TEST(wrong == 0);
  }
}

BOOST_AUTO_TEST_CASE(the_ends_of_time_do_not_overflow) {
  for (const auto t : {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
    const auto zone = Zone::find("Europe/Berlin").value();
    BOOST_TEST(zone.to_utc(t) != 0);
    BOOST_TEST(zone.to_local(t) != 0);
  }
}

BOOST_AUTO_TEST_CASE(refuses_files_that_are_not_zones) {
  BOOST_TEST(!almanac::read_tzif("", "x"));
  BOOST_TEST(!almanac::read_tzif("TZif", "x"));
  std::string huge = "TZif2" + std::string(15, '\0') + std::string(24, '\x7f');
  BOOST_TEST(!almanac::read_tzif(huge, "x"));
}

BOOST_AUTO_TEST_CASE(reads_posix_rules_or_nothing) {
  BOOST_TEST(almanac::read_posix_tail("CET-1CEST,M3.5.0,M10.5.0/3").has_value());
  BOOST_TEST(almanac::read_posix_tail("<+0330>-3:30").value().standard == 12600);
  BOOST_TEST(almanac::read_posix_tail("EST5EDT,J60/-1:30,364/25").value().begins.time == -5400);
  for (const std::string_view bad : {"", "CE-1", "CET", "CET-1CEST", "CET-1CEST,M13.1.0,M10.5.0",
                                     "CET-1CEST,M3.6.0,M10.5.0", "<+03-3", "CET-1CEST,M3.5.0,M10.5.0x"})
    BOOST_TEST_CONTEXT(bad) BOOST_TEST(!almanac::read_posix_tail(bad).has_value());
}

BOOST_AUTO_TEST_CASE(threads_share_what_was_found) {
  std::vector<std::thread> threads;
  std::atomic<int> right = 0;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&right] {
      for (const std::string_view name : {"Asia/Tokyo", "Europe/Madrid", "America/Toronto", "no such zone"})
        right += Zone::find(name).has_value();
    });
  for (auto& thread : threads) thread.join();
  BOOST_TEST(right == 12);
}

BOOST_AUTO_TEST_SUITE_END()
