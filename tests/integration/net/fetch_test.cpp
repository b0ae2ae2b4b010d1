#include <boost/test/unit_test.hpp>

#include "net_fixture.hpp"

using namespace almanac;
using namespace almanac::test;
namespace lb = almanac::loopback;

BOOST_AUTO_TEST_SUITE(fetching, *boost::unit_test::label("integration"))

BOOST_AUTO_TEST_CASE(gets_a_document_with_its_facts) {
  lb::Server server;
  lb::Response feed = lb::document("<rss/>", "application/rss+xml; charset=utf-8");
  feed.headers.emplace_back("ETag", "W/\"a b\"");
  feed.headers.emplace_back("Last-Modified", "not-a-date");
  feed.headers.emplace_back("Cache-Control", "max-age=60");
  feed.headers.emplace_back("Cache-Control", "public");
  server.on("/feed", feed);
  Net net;
  const Outcome outcome = net.fetch(server.url("/feed"));
  BOOST_REQUIRE(outcome);
  const FetchedDocument& got = document_of(outcome);
  BOOST_TEST(got.body == "<rss/>");
  BOOST_TEST(got.facts.status == 200);
  BOOST_TEST(got.facts.final_url.text() == server.url("/feed"));
  BOOST_TEST(got.facts.content_type == "application/rss+xml; charset=utf-8");
  BOOST_TEST(got.facts.validators.etag == "W/\"a b\"");
  BOOST_TEST(got.facts.validators.last_modified == "not-a-date");
  BOOST_TEST(got.facts.cache_control == "max-age=60, public");
  BOOST_TEST(got.facts.wire_bytes == 6u);
}

BOOST_AUTO_TEST_SUITE_END()
