#include <almanac/store/entry_codec.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(store_entry_codec, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::store_detail;

BOOST_AUTO_TEST_CASE(what_an_entry_says_of_itself_comes_back) {
  Entry entry;
  entry.id = "one";
  entry.title = {.raw = "Evening of talks", .plain = "Evening of talks"};
  entry.start = Moment{.kind = MomentKind::instant, .seconds = 1'800'000'000, .zone = "Europe/Berlin"};
  entry.duration = 2 * 86'400 + 3'600;
  entry.duration_days = 2;
  entry.recurrence.rules = {"FREQ=WEEKLY"};
  entry.sequence = 4;
  entry.comment_count = 17;
  for (const bool leans : {false, true}) {
    const Event event;
    const std::string bytes = encode_entry(entry, "key", leans ? &event : nullptr);
    BOOST_TEST(leans_on_event(bytes) == leans);
    const Entry back = decode_entry(bytes, event);
    BOOST_TEST((back.duration == entry.duration));
    BOOST_TEST(back.duration_days == entry.duration_days);
    BOOST_TEST(back.recurrence.rules == entry.recurrence.rules);
    BOOST_TEST(back.sequence == entry.sequence);
    BOOST_TEST(back.comment_count == entry.comment_count);
    BOOST_TEST((back.start && back.start->seconds == entry.start->seconds && back.start->zone == entry.start->zone));
  }
}

BOOST_AUTO_TEST_SUITE_END()
