#include <almanac/digest/ahead.hpp>

#include "candidates.hpp"

BOOST_AUTO_TEST_SUITE(digest_ahead, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

Zone berlin() { return *Zone::find("Europe/Berlin"); }

Event with_dates(std::vector<Occurrence> occurrences) {
  Event event;
  event.when = When{moment_at(noon - 400 * day), std::nullopt};
  event.occurrences = std::move(occurrences);
  return event;
}

Occurrence timed(std::int64_t start, std::int64_t end) { return {MomentKind::instant, start, end, "UTC", {}, {}}; }

}  // namespace

BOOST_AUTO_TEST_CASE(event_is_over_when_its_last_date_has_ended) {
  const std::int64_t midnight = noon - 12 * 3600;
  struct Case {
    const char* name;
    std::vector<Occurrence> dates;
    bool over;
  };
  const std::vector<Case> cases{
      {"runs", {timed(noon - 60, noon + 1)}, false},
      {"ends this second", {timed(noon - 60, noon)}, true},
      {"begins this second, without an end", {timed(noon, noon)}, false},
      {"began a second ago, without an end", {timed(noon - 1, noon - 1)}, true},
      {"one of a series lies ahead",
       {timed(noon - 9 * day, noon - 9 * day + 60), timed(noon + day, noon + day)},
       false},
      {"today, all day", {{MomentKind::date, midnight, midnight + day, {}, {}, {}}}, false},
      {"yesterday, all day", {{MomentKind::date, midnight - day, midnight, {}, {}, {}}}, true},
      // 13:00 in Berlin at noon UTC.
      {"until 13:00 on the reader's clock", {{MomentKind::local, midnight, noon + 3600, {}, {}, {}}}, true},
      {"until 13:01 on the reader's clock", {{MomentKind::local, midnight, noon + 3660, {}, {}, {}}}, false}};
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.name)
  BOOST_TEST(is_over(with_dates(c.dates), at(noon), berlin()) == c.over);
}

BOOST_AUTO_TEST_CASE(open_deadline_keeps_an_event_from_being_over) {
  auto event = with_dates({timed(noon - day, noon - day + 60)});
  event.deadlines = {Deadline{DeadlineType::paper, moment_at(noon), {}, false}};
  BOOST_TEST(!is_over(event, at(noon), {}));
  BOOST_TEST(is_over(event, at(noon + 1), {}));
  event = {};
  event.deadlines = {Deadline{DeadlineType::paper, moment_at(noon), {}, false}};
  BOOST_TEST(!is_over(event, at(noon), {}));
  BOOST_TEST(is_over(event, at(noon + 1), {}));
}

BOOST_AUTO_TEST_CASE(published_date_decides_where_nothing_else_is_known) {
  Event event;
  BOOST_TEST(!is_over(event, at(noon), {}));
  event.when = When{moment_at(noon - 60), std::nullopt};
  BOOST_TEST(is_over(event, at(noon), {}));
  event.when->end = moment_at(noon + 60);
  BOOST_TEST(!is_over(event, at(noon), {}));
  event.when->start.kind = MomentKind::unread;
  event.when->end.reset();
  BOOST_TEST(!is_over(event, at(noon), {}));
}

BOOST_AUTO_TEST_CASE(date_shown_is_the_first_that_has_not_ended) {
  const auto past = timed(noon - 2 * day, noon - day), runs = timed(noon - 60, noon + 60),
             next = timed(noon + day, noon + 2 * day);
  BOOST_TEST((date_ahead(with_dates({past, runs, next}), at(noon), {}) == runs));
  BOOST_TEST((date_ahead(with_dates({past, next}), at(noon), {}) == next));
  BOOST_TEST((date_ahead(with_dates({past}), at(noon), {}) == past));
  BOOST_TEST(!date_ahead(with_dates({}), at(noon), {}));
}

BOOST_AUTO_TEST_SUITE_END()
