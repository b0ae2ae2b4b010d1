#include <almanac/render/words.hpp>
#include <boost/test/unit_test.hpp>

#include "samples.hpp"

BOOST_AUTO_TEST_SUITE(change_words, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::render;
using namespace almanac::samples;

namespace {

using What = EventChange::What;

std::string told(What what, std::string before, std::string after, std::string field = {}) {
  return change_text({what, std::move(field), std::move(before), std::move(after), {}, {}}, berlin());
}

}  // namespace

BOOST_AUTO_TEST_CASE(tells_moved_dates_as_the_program_writes_dates) {
  const struct {
    const char *before, *after, *text;
  } cases[] = {
      {"2026-12-10T09:00:00Z/2026-12-10T11:00:00Z Europe/Berlin",
       "2026-12-10T13:00:00Z/2026-12-10T15:00:00Z Europe/Berlin", "moved: Thu 10 Dec 10:00–12:00 → 14:00–16:00"},
      {"2026-12-10T09:00:00Z Europe/Berlin", "2027-01-14T09:00:00Z Europe/Berlin",
       "moved: Thu 10 Dec 10:00 → Thu 14 Jan 2027 10:00"},
      {"2026-12-10T17:30:00Z America/Los_Angeles", "2026-12-10T18:30:00Z America/Los_Angeles",
       "moved: Thu 10 Dec 18:30 CET → 19:30 CET"},
      {"2026-12-10T09:00:00", "2026-12-11T09:00:00", "moved: Thu 10 Dec 09:00 local → Fri 11 Dec 09:00 local"},
      {"2026-12-10", "2026-12-11", "moved: Thu 10 Dec → Fri 11 Dec"},
      {"2026-12-10/2026-12-13", "2026-12-30/2027-01-02", "moved: 10–12 Dec → 30 Dec – 1 Jan 2027"},
      {"2026-12-10", "2026-12-10T09:00:00Z Europe/Berlin", "moved: Thu 10 Dec → Thu 10 Dec 10:00"},
      // What lasts for days has no time of day in lists, but a change of just that must be seen.
      {"2026-12-10T08:00:00Z/2026-12-11T16:00:00Z Europe/Berlin",
       "2026-12-10T09:00:00Z/2026-12-11T16:00:00Z Europe/Berlin",
       "moved: Thu 10 Dec 09:00 CET – Fri 11 Dec 17:00 CET → Thu 10 Dec 10:00 CET – Fri 11 Dec 17:00 CET"},
      {"", "2026-12-10T09:00:00Z Europe/Berlin", "moved: nothing → Thu 10 Dec 10:00"},
      {"2026-12-10T09:00:00Z W. Europe Standard Time", "", "moved: Thu 10 Dec 10:00 → nothing"},
  };
  for (const auto& c : cases) BOOST_TEST_CONTEXT(c.before) BOOST_TEST(told(What::moved, c.before, c.after) == c.text);
}

BOOST_AUTO_TEST_CASE(tells_deadlines_on_their_own_clock_and_the_readers) {
  BOOST_TEST(
      told(What::extended, "2026-12-06T11:59:00Z AoE", "2026-12-13T11:59:00Z AoE", "paper") ==
      "extended, paper: Sun 6 Dec 12:59 CET (Sat 5 Dec 23:59 AoE) → Sun 13 Dec 12:59 CET (Sat 12 Dec 23:59 AoE)");
  BOOST_TEST(told(What::deadline, "", "2026-12-13T22:59:00Z Europe/Berlin", "cfp") ==
             "deadline, cfp: nothing → Sun 13 Dec 23:59 CET");
  BOOST_TEST(told(What::extended, "2026-12-06", "2026-12-13", "cfp") == "extended, cfp: Sun 6 Dec → Sun 13 Dec");
}

BOOST_AUTO_TEST_CASE(leaves_texts_that_are_no_dates) {
  BOOST_TEST(told(What::place, "Berlin", "Hall 7, 2026-12-10") == "place: Berlin → Hall 7, 2026-12-10");
  BOOST_TEST(told(What::title, "2026-12-10", "2027-12-10") == "title: 2026-12-10 → 2027-12-10");
  BOOST_TEST(told(What::moved, "2026-12-10T09:00:00Z/soon", "2026-02-30") ==
             "moved: 2026-12-10T09:00:00Z/soon → 2026-02-30");
}

BOOST_AUTO_TEST_SUITE_END()
