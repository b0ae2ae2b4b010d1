#include <almanac/schedule/host_pace.hpp>
#include <almanac/schedule/host_pauses.hpp>
#include <almanac/schedule/moving.hpp>
#include <almanac/schedule/outage.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(manners, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace std::chrono;

namespace {

const sys_seconds now{seconds(1'767'225'600)};
constexpr const char *old_address = "http://a.example/feed", *new_address = "http://b.example/feed";

/// The move after good polls, one every `gap`, that end at `to`.
Move after_polls(int polls, hours gap, const char* to = new_address, bool permanent = true) {
  Move move;
  for (int i = 0; i < polls; ++i) move = after_journey(move, {old_address, to, permanent}, now + gap * i);
  return move;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a3_2_the_registered_part_is_one_owners) {
  BOOST_TEST(registered_part("staff.tumblr.com") == "tumblr.com");
  BOOST_TEST(registered_part("a.b.c.example.org") == "example.org");
  BOOST_TEST(registered_part("news.bbc.co.uk") == "bbc.co.uk");
  BOOST_TEST(registered_part("co.uk") == "co.uk");
  BOOST_TEST(registered_part("example.org") == "example.org");
  BOOST_TEST(registered_part("localhost") == "localhost");
  BOOST_TEST(registered_part("192.168.1.7") == "192.168.1.7");
  BOOST_TEST(registered_part("fd00::1") == "fd00::1");
}

BOOST_AUTO_TEST_CASE(a3_2_a_429_holds_for_the_whole_host_and_two_for_the_owner) {
  HostPauses pauses;
  pauses.note_throttled("a.tumblr.com", now + hours(1), now);
  BOOST_TEST(pauses.find("a.tumblr.com", now).has_value());
  BOOST_TEST(!pauses.find("a.tumblr.com", now + hours(1)).has_value());
  BOOST_TEST(!pauses.find("b.tumblr.com", now).has_value());
  pauses.note_throttled("a.tumblr.com", now + minutes(5), now);
  BOOST_TEST((pauses.find("a.tumblr.com", now)->until == now + hours(1)));
  BOOST_TEST(pauses.note_throttled("b.tumblr.com", now + hours(2), now).host == ".tumblr.com");
  BOOST_TEST((pauses.find("c.tumblr.com", now)->until == now + hours(2)));
  BOOST_TEST(!pauses.find("tumblr.example", now).has_value());
}

BOOST_AUTO_TEST_CASE(a3_2_429s_of_two_hosts_that_are_days_apart_are_not_their_owners) {
  HostPauses pauses;
  pauses.note_throttled("a.tumblr.com", now + hours(1), now);
  BOOST_TEST(pauses.note_throttled("b.tumblr.com", now + hours(80), now + hours(72)).host == "b.tumblr.com");
  BOOST_TEST(!pauses.find("c.tumblr.com", now + hours(73)).has_value());
  BOOST_TEST(pauses.note_throttled("a.tumblr.com", now + hours(90), now + hours(85)).host == ".tumblr.com");
}

BOOST_AUTO_TEST_CASE(a3_2_pauses_of_a_clock_that_was_ahead_keep_nobody_away) {
  HostPauses pauses;
  const sys_seconds ahead = now + hours(24 * 365 * 12);
  pauses.restore({"a.example", ahead, "x"});
  pauses.note_throttled("b.example", ahead + hours(1), ahead);
  for (const char* host : {"a.example", "b.example"}) {
    BOOST_TEST_CONTEXT(host) {
      BOOST_TEST(!pauses.find(host, now).has_value());
      BOOST_TEST((pauses.note_throttled(host, now + hours(2), now).until == now + hours(2)));
      BOOST_TEST(pauses.find(host, now).has_value());
    }
  }
}

BOOST_AUTO_TEST_CASE(a3_2_a_503_holds_for_its_source_and_two_for_the_host) {
  HostPauses pauses;
  BOOST_TEST(!pauses.note_unavailable("a.example", SourceId{1}, now + hours(1), now).has_value());
  BOOST_TEST(!pauses.note_unavailable("a.example", SourceId{1}, now + hours(1), now).has_value());
  BOOST_TEST(!pauses.find("a.example", now).has_value());
  BOOST_TEST(pauses.note_unavailable("a.example", SourceId{2}, now + hours(1), now).has_value());
  BOOST_TEST(pauses.find("a.example", now).has_value());
}

BOOST_AUTO_TEST_CASE(a4_2_a_permanent_redirect_is_adopted_after_five_polls_over_a_week) {
  const auto at = [](int polls, hours gap) { return now + gap * (polls - 1); };
  BOOST_TEST(is_confirmed(after_polls(5, hours(42)), old_address, at(5, hours(42))));
  BOOST_TEST(!is_confirmed(after_polls(4, hours(60)), old_address, at(4, hours(60))));
  BOOST_TEST(!is_confirmed(after_polls(100, hours(1)), old_address, at(100, hours(1))));
  BOOST_TEST(!is_confirmed(Move{}, old_address, now));
}

BOOST_AUTO_TEST_CASE(a4_2_a_flapping_redirect_begins_anew) {
  Move move = after_polls(4, hours(48));
  move = after_journey(move, {old_address, "http://c.example/feed", true}, now + hours(192));
  BOOST_TEST(move.polls == 1);
  BOOST_TEST(after_journey(move, {old_address, old_address, true}, now).to == "");
}

BOOST_AUTO_TEST_CASE(a4_3_temporary_redirects_are_never_adopted) {
  const Move move = after_polls(50, hours(24), new_address, false);
  BOOST_TEST(!is_confirmed(move, old_address, now + hours(24 * 50)));
}

BOOST_AUTO_TEST_CASE(a4_2_https_in_the_place_of_http_is_adopted_at_once) {
  const Move move = after_polls(1, hours(0), "https://a.example/feed");
  BOOST_TEST(is_confirmed(move, old_address, now));
  BOOST_TEST(!is_confirmed(after_polls(1, hours(0), "https://a.example/other"), old_address, now));
}

BOOST_AUTO_TEST_CASE(an_outage_here_is_several_silent_hosts_and_none_that_answers) {
  OutageWatch outage;
  outage.note_silence("a");
  outage.note_silence("a");
  outage.note_silence("b");
  BOOST_TEST(!outage.is_out());
  outage.note_silence("c");
  BOOST_TEST(outage.is_out());
  outage.note_answer();
  BOOST_TEST(!outage.is_out());
}

BOOST_AUTO_TEST_SUITE_END()
