#include <almanac/ingest/derive_events.hpp>
#include <almanac/ingest/read_document.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(ingest_derive, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

constexpr sys_seconds now{std::chrono::seconds{1'780'315'200}};  // 2026-06-01T12:00:00Z

Entry vevent(std::string uid, std::string title, std::string place, std::int64_t sequence = 0) {
  Entry entry;
  entry.component = Component::vevent;
  entry.id = std::move(uid);
  entry.title.plain = std::move(title);
  entry.location = std::move(place);
  entry.sequence = sequence;
  entry.start.emplace();
  entry.start->kind = MomentKind::date;
  entry.start->seconds = 1'783'900'800;
  return entry;
}

std::vector<IngestedEntry> derived(std::vector<Entry> entries) {
  return derive_events(std::move(entries), {}, ZoneBook{}, SourceOptions{}, now).entries;
}

}  // namespace

// RFC 5545 §3.8.7.4
BOOST_AUTO_TEST_CASE(later_version_takes_the_place_of_an_earlier_one) {
  const auto entries = derived({vevent("q@x", "Quux", "Lyon", 1), vevent("q@x", "Quux moves", "Oslo", 2)});
  BOOST_REQUIRE(entries.size() == 1u);
  BOOST_TEST(entries[0].entry.location == "Oslo");
}

BOOST_AUTO_TEST_CASE(one_id_for_things_in_several_places_makes_several_entries) {
  const std::vector<Entry> tour{vevent("q@x", "Quux{ON}", "Lyon"), vevent("q@x", "Quux{ON}", "Oslo"),
                                vevent("q@x", "Quux{ON}", "Rome")};
  const auto entries = derived(tour);
  BOOST_REQUIRE(entries.size() == 3u);
  BOOST_TEST(entries[0].key != entries[1].key);
  BOOST_TEST(entries[1].key != entries[2].key);
  BOOST_TEST(derived(tour)[2].key == entries[2].key);  // the same from poll to poll
}

namespace {

/// A weekly series of four evenings, and what replaces its second date.
std::vector<Entry> series_with(Entry instance) {
  Entry master = vevent("q@x", "Weekly Quux", "Lyon, France");
  master.start->kind = instance.start->kind = MomentKind::instant;
  master.start->zone = instance.start->zone = "UTC";
  master.recurrence.rules = {"FREQ=WEEKLY;COUNT=4"};
  instance.start->seconds += 7 * 86'400;
  instance.recurrence.id = instance.start;
  return {master, instance};
}

}  // namespace

BOOST_AUTO_TEST_CASE(date_of_a_series_with_another_title_or_place_is_an_event_of_its_own) {
  for (const Entry& instance :
       {vevent("q@x", "Quux Christmas special", "Lyon, France"), vevent("q@x", "Weekly Quux", "Hamburg, Germany")}) {
    const auto entries = derived(series_with(instance));
    BOOST_REQUIRE(entries.size() == 2u);
    BOOST_TEST(entries[0].event.occurrences.size() == 3u);
    BOOST_TEST(entries[1].event.occurrences.size() == 1u);
    BOOST_TEST(entries[1].event.title == instance.title.plain);
    BOOST_TEST(entries[1].event.location == instance.location);
    BOOST_TEST(entries[1].key == derived(series_with(instance))[1].key);  // the same from poll to poll
  }
}

BOOST_AUTO_TEST_CASE(date_of_a_series_at_another_time_stays_one_of_its_dates) {
  Entry later = vevent("q@x", "Weekly  QUUX", "");
  later.start->seconds += 3600;
  BOOST_TEST(derived(series_with(later)).size() == 1u);
  Entry off = vevent("q@x", "Cancelled: Weekly Quux", "Lyon, France");
  off.status = EventStatus::cancelled;
  const auto entries = derived(series_with(off));
  BOOST_REQUIRE(entries.size() == 1u);
  BOOST_TEST(entries[0].event.occurrences.size() == 4u);
}

BOOST_AUTO_TEST_CASE(language_of_a_document_is_that_of_its_entries) {
  ReadResult read;
  read.harvest.document.language = "en";
  read.harvest.entries = {vevent("a@x", "Quux", "Lyon"), vevent("b@x", "Foo", "Lyon")};
  read.harvest.entries[1].language = "fr";
  const auto entries =
      derive_events(read.harvest.entries, read.harvest.document.language, read.zones, SourceOptions{}, now).entries;
  BOOST_REQUIRE(entries.size() == 2u);
  BOOST_TEST(entries[0].event.language == "en");
  BOOST_TEST(entries[1].event.language == "fr");
}

BOOST_AUTO_TEST_CASE(row_that_stands_twice_is_one_entry) {
  Entry twice = vevent("", "Quux", "Lyon");
  twice.component = Component::none;
  Entry elsewhere = twice;
  elsewhere.url = "https://quux.example/2026";
  BOOST_TEST(derived({twice, twice}).size() == 1u);
  BOOST_TEST(derived({twice, elsewhere}).size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
