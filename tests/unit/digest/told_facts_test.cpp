#include <functional>

#include "candidates.hpp"

BOOST_AUTO_TEST_SUITE(digest_told_facts, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {
Event event_told() {
  auto event = closing(1, "A", noon + day).listed.event;
  event.city = "Berlin";
  event.country = "DE";
  return event;
}
}  // namespace

BOOST_AUTO_TEST_CASE(news_changes_the_fingerprint) {
  using Change = std::function<void(Event&)>;
  const std::pair<const char*, Change> changes[] = {
      {"start", [](Event& e) { e.when->start.seconds += 3600; }},
      {"end", [](Event& e) { e.when->end = moment_at(noon); }},
      {"all day", [](Event& e) { e.when->start.kind = MomentKind::date; }},
      {"no date", [](Event& e) { e.when.reset(); }},
      {"status", [](Event& e) { e.status = EventStatus::cancelled; }},
      {"city", [](Event& e) { e.city = "Bern"; }},
      {"country", [](Event& e) { e.country = "CH"; }},
      {"city and country run together", [](Event& e) { e.city = "BerlinDE", e.country = ""; }},
      {"deadline moved", [](Event& e) { e.deadlines[0].at.seconds += 60; }},
      {"deadline of another type", [](Event& e) { e.deadlines[0].type = DeadlineType::cfp; }},
      {"deadline gone", [](Event& e) { e.deadlines.clear(); }},
  };
  for (const auto& [about, change] : changes) {
    BOOST_TEST_CONTEXT(about) {
      auto event = event_told();
      change(event);
      BOOST_TEST(told_facts(event) != told_facts(event_told()));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_news_does_not) {
  auto event = event_told();
  event.title = "Another title";
  event.summary = "More words";
  event.topics = {"ml"};
  event.url = "https://example.org/";
  event.status = EventStatus::confirmed;  // nothing was said before
  event.changed = at(noon);
  BOOST_TEST(told_facts(event) == told_facts(event_told()));
}

BOOST_AUTO_TEST_CASE(is_never_zero) { BOOST_TEST(told_facts(Event{}) != 0u); }

BOOST_AUTO_TEST_SUITE_END()
