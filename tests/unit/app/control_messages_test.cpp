#include "serve/control_messages.hpp"

#include <boost/test/unit_test.hpp>

#include "app_errc.hpp"

BOOST_AUTO_TEST_SUITE(control_messages, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(requests_travel) {
  ControlRequest poll;
  poll.what = ControlRequest::What::poll;
  poll.sources = {"7", "a \"b\"\nc", "\u00e4"};
  poll.force = true;
  for (const ControlRequest& request : {ControlRequest{}, poll}) {
    const std::string line = to_json(request);
    BOOST_TEST(line.find('\n') == line.npos);
    BOOST_TEST((request_from_json(line) == request), line);
  }
}

BOOST_AUTO_TEST_CASE(other_lines_are_no_requests) {
  for (const char* line :
       {"", "{}", "[]", "null", "{\"ask\":\"fly\"}", "{\"ask\":1}", "{\"ask\":\"poll\"", "GET / HTTP/1.1"})
    BOOST_TEST(!request_from_json(line), line);
  // Members of a wrong type are as good as absent.
  const auto odd = request_from_json("{\"ask\":\"poll\",\"sources\":[1,\"x\"],\"force\":\"yes\"}");
  BOOST_TEST_REQUIRE(odd.has_value());
  BOOST_TEST(odd->sources == std::vector<std::string>{"x"});
  BOOST_TEST(!odd->force);
}

BOOST_AUTO_TEST_CASE(b9_2_results_travel_without_secrets) {
  PollAnswer answer;
  Refreshed done;
  done.source.value = 5;
  done.name = "https://me:canary@x.org/?token=canary";
  done.plugin = "rss";
  done.not_modified = true;
  done.not_asked = "the server asks to wait 2 h";
  done.counts = {1, 2, 3, 4};
  done.past = 5;
  done.skipped = 6;
  done.warnings.push_back({"odd", "see http://me:canary@x.org/", {}});
  done.problem = Problem{AppErrc::bad_usage, "http://me:canary@x.org/: refused", "look"};
  answer.done = done;
  const std::string line = to_json(answer);
  BOOST_TEST(line.find("canary") == line.npos, line);
  const auto back = answer_from_json(line);
  BOOST_TEST_REQUIRE((back && back->done));
  BOOST_TEST(back->done->source.value == 5);
  BOOST_TEST(back->done->plugin == "rss");
  BOOST_TEST(back->done->not_modified);
  BOOST_TEST(back->done->not_asked == done.not_asked);
  BOOST_TEST((back->done->counts == done.counts));
  BOOST_TEST(back->done->past == 5u);
  BOOST_TEST(back->done->skipped == 6u);
  BOOST_TEST_REQUIRE(back->done->warnings.size() == 1u);
  BOOST_TEST(back->done->warnings[0].message == "see http://x.org/");
  BOOST_TEST_REQUIRE(back->done->problem.has_value());
  BOOST_TEST(back->done->problem->what == "http://x.org/: refused");
  BOOST_TEST((back->done->problem->code == make_error_code(AppErrc::bad_usage)));
  BOOST_TEST(!back->problem);
  BOOST_TEST(!back->end);
}

BOOST_AUTO_TEST_CASE(totals_and_ends_travel) {
  PollAnswer answer;
  answer.total = 0;
  answer.known = 12;
  answer.next_due = sys_seconds(std::chrono::seconds(1'764'000'000));
  answer.end = answer.interrupted = true;
  const auto back = answer_from_json(to_json(answer));
  BOOST_TEST_REQUIRE(back.has_value());
  BOOST_TEST((back->total == std::size_t{0}));
  BOOST_TEST((back->known == std::size_t{12}));
  BOOST_TEST((back->next_due == answer.next_due));
  BOOST_TEST(back->end);
  BOOST_TEST(back->interrupted);
}

BOOST_AUTO_TEST_SUITE_END()
