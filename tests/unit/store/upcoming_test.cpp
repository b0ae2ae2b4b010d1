// Which date of an event a list is about, and when an event takes place.
#include <algorithm>
#include <almanac/query/parse_filter.hpp>
#include <almanac/store/store.hpp>
#include <boost/test/unit_test.hpp>

#include "temp_store.hpp"

BOOST_AUTO_TEST_SUITE(store_upcoming, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

ListQuery asked(const char* filter) {
  ListQuery query;
  query.filter = *parse_filter(filter);
  query.viewer.now = at(noon);
  return query;
}

/// A weekly series that begins in a week, and whose first dates do not take place.
Event weekly(int dates, int cancelled) {
  Event event = simple_event("Weekly Frob", noon + 7 * day);
  event.occurrences.clear();
  for (int week = 1; week <= dates; ++week) {
    Occurrence date = instant(noon + week * 7 * day);
    if (week <= cancelled) date.status = EventStatus::cancelled;
    date.recurrence_id = std::to_string(week);
    event.occurrences.push_back(date);
  }
  return event;
}

std::size_t found(Store& store, const char* filter) { return must(store.upcoming(asked(filter))).rows.size(); }

}  // namespace

BOOST_AUTO_TEST_CASE(cancelled_date_of_a_series_hides_no_other) {
  TempStore t;
  const SourceId source = must(t.store.add_source({}));
  poll(t.store, source, {entry_for("a", weekly(4, 2)), entry_for("b", weekly(2, 2))});
  const auto listed = must(t.store.upcoming(asked(""))).rows;
  BOOST_TEST_REQUIRE(listed.size() == 2u);
  BOOST_TEST((listed[0].shown->status == EventStatus::cancelled));  // nothing else is left of that series
  BOOST_TEST(listed[1].shown->start == noon + 21 * day);
  const auto shown = must(t.store.event(listed[1].public_id, asked("").viewer));
  BOOST_TEST(shown.listed.shown->start == noon + 21 * day);
  ListQuery every = asked("");
  every.every_occurrence = true;
  BOOST_TEST(must(t.store.upcoming(every)).rows.size() == 6u);
}

BOOST_AUTO_TEST_CASE(event_of_several_days_takes_place_on_each) {
  TempStore t;
  const SourceId source = must(t.store.add_source({}));
  constexpr std::int64_t midnight = noon - day / 2;
  Event days = simple_event("Three days", noon), party = simple_event("Friday to Sunday", noon), long_one = days;
  days.occurrences = {all_day(midnight + 10 * day, 3)};       // 11 to 13 June
  party.occurrences = {instant(noon + 10 * day, 2 * day)};    // 11 June 12:00 to 13 June 12:00
  long_one.occurrences = {all_day(midnight - 20 * day, 90)};  // 12 May to 9 August
  poll(t.store, source, {entry_for("a", days), entry_for("b", party), entry_for("c", long_one)});
  BOOST_TEST(found(t.store, "date:2026-06-10") == 1u);
  BOOST_TEST(found(t.store, "date:2026-06-11") == 3u);
  BOOST_TEST(found(t.store, "date:2026-06-13") == 3u);
  BOOST_TEST(found(t.store, "date:2026-06-14") == 1u);
  BOOST_TEST(found(t.store, "date:2026-08-09..2026-08-20") == 1u);
  BOOST_TEST(found(t.store, "date:2026-08-10..2026-08-20") == 0u);
  BOOST_TEST(found(t.store, "date:2026-06-13 or date:2026-08-09") == 3u);
  BOOST_TEST(found(t.store, "-date:2026-06-12") == 0u);
}

BOOST_AUTO_TEST_CASE(deadlines_that_a_filter_names_are_those_that_are_listed) {
  TempStore t;
  const SourceId source = must(t.store.add_source({}));
  Event event = simple_event("Conference", noon + 100 * day);
  for (const auto& [type, days] : {std::pair(DeadlineType::paper, 10), {DeadlineType::registration, 60}}) {
    Deadline deadline;
    deadline.type = type;
    deadline.at.kind = MomentKind::instant;
    deadline.at.seconds = noon + days * day;
    event.deadlines.push_back(deadline);
  }
  poll(t.store, source, {entry_for("a", event)});
  const auto listed = [&](const char* filter) { return must(t.store.deadlines(asked(filter))).rows.size(); };
  BOOST_TEST(listed("") == 2u);
  BOOST_TEST(listed("paper<20d") == 1u);
  BOOST_TEST(listed("deadline<20d") == 1u);
  BOOST_TEST(listed("deadline<90d") == 2u);
  BOOST_TEST(listed("paper<20d or registration<90d") == 2u);
  BOOST_TEST(found(t.store, "paper<20d") == 1u);
}

BOOST_AUTO_TEST_CASE(search_takes_filters_and_words_of_every_script) {
  TempStore t;
  const SourceId source = must(t.store.add_source({}));
  std::vector<IngestedEntry> entries;
  for (const char* title :
       {"第10回東京ハッカソン開催", "기계학습컨퍼런스 2026", "Treffen in der Straße", "Dev Days Tromsø",
        "Łódź C++ Meetup", "C# and F# Meetup", "Old Crypto Hackathon", "New Hackathon"})
    entries.push_back(entry_for(title, simple_event(title, noon + (title[0] == 'O' ? -9 : 9) * day)));
  poll(t.store, source, entries);
  must(t.store.index_pending_text(100));
  const auto titles = [&](const char* filter) {
    std::string all;
    for (const auto& row : must(t.store.search(*parse_filter(filter), asked("").viewer)).rows)
      all += row.event.title + '\n';
    BOOST_TEST(found(t.store, filter) == static_cast<std::size_t>(std::count(all.begin(), all.end(), '\n')) -
                                             (all.find("Old") == all.npos ? 0 : 1));
    return all;
  };
  BOOST_TEST(titles("東京") == "第10回東京ハッカソン開催\n");
  BOOST_TEST(titles("ハッカソン") == "第10回東京ハッカソン開催\n");
  BOOST_TEST(titles("컨퍼런스") == "기계학습컨퍼런스 2026\n");
  BOOST_TEST(titles("strasse") == "Treffen in der Straße\n");
  BOOST_TEST(titles("STRASSE") == titles("straße"));
  BOOST_TEST(titles("tromso") == "Dev Days Tromsø\n");
  BOOST_TEST(titles("lodz") == "Łódź C++ Meetup\n");
  BOOST_TEST(titles("c++") == "Łódź C++ Meetup\n");
  BOOST_TEST(titles("c#") == "C# and F# Meetup\n");
  BOOST_TEST(titles("hackathon") == "New Hackathon\nOld Crypto Hackathon\n");
  BOOST_TEST(titles("hackathon -crypto") == "New Hackathon\n");
  BOOST_TEST(titles("crypto or \"new hackathon\"") == "New Hackathon\nOld Crypto Hackathon\n");
}

BOOST_AUTO_TEST_SUITE_END()
