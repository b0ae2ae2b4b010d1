// What is a post, though it names a day, a place or an event.
#include <boost/test/unit_test.hpp>

#include "read_text.hpp"

BOOST_AUTO_TEST_SUITE(posts, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::facts;
using almanac::test::read;

namespace {

struct Case {
  std::string_view title, text;
};

}  // namespace

BOOST_AUTO_TEST_CASE(news_and_posts_are_no_events) {
  const Case cases[] = {
      {"Quux 2.0 for phones", "Today Quux launches a new app for phones in its store."},
      {"Storm over Ireland", "A violent storm reaches Ireland and France this Wednesday."},
      {"Court on repairs",
       "The makers of cars ask the court in Boston to look again at what the people of the state have voted for, as "
       "the "
       "ruling took too long for all who repair them. The law is effective June 1, the attorney said."},
      {"Search 2027", "In 2027 people searched trillions of times."},
      {"Silt: Silt", "In my last post I described what I call partial knowledge."},
      {"A walk through Lhasa", ""},
  };
  for (const auto& [title, text] : cases) BOOST_TEST_CONTEXT(title) {
      const TextFacts facts = read(title, text);
      BOOST_TEST((facts.kind == Kind::post));
      BOOST_TEST(!facts.dates.when.has_value());
      BOOST_TEST(facts.city == "");
    }
}

BOOST_AUTO_TEST_CASE(events_are_told_by_a_day_or_by_clear_words) {
  BOOST_TEST((read("Festa", "14 May 2027, Porto Digital, Recife, Brasil").kind != Kind::post));
  BOOST_TEST((read("Rust meetup tonight in Berlin", "Talks and tea.").kind == Kind::meetup));
  BOOST_TEST((read("Hackathon in Tartu", "Join us, the date follows.").kind == Kind::hackathon));
  BOOST_TEST((read("Talk", "What happens in Porto, for all.", true).city == "Porto"));
}

BOOST_AUTO_TEST_SUITE_END()
