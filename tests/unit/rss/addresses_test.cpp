#include <boost/test/unit_test.hpp>

#include "read.hpp"

BOOST_AUTO_TEST_SUITE(rss_addresses, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

BOOST_AUTO_TEST_CASE(an_address_is_read_however_it_is_written) {
  struct Case {
    const char *link, *url;
  };
  for (const Case& c :
       {Case{"talks/3.html", "https://example.org/talks/3.html"},
        Case{"my talks/3.html", "https://example.org/my%20talks/3.html"},
        Case{"//talks.example.org/3", "https://talks.example.org/3"},
        Case{"www.example.org/3", "http://www.example.org/3"}, Case{"WWW.example.org", "http://WWW.example.org"},
        Case{"https://example.org/a/\n    very/long/one", "https://example.org/a/very/long/one"},
        Case{"see the programme", ""}, Case{"&lt;a href='https://example.org/3'&gt;Talk&lt;/a&gt;", ""},
        Case{"?id=3", "https://example.org/feed?id=3"}})
    BOOST_TEST_CONTEXT(c.link) {
      const auto harvest = read_feed("<rss><channel><item><link>" + std::string(c.link) + "</link><comments>" + c.link +
                                     "</comments></item></channel></rss>");
      BOOST_REQUIRE(harvest.has_value());
      BOOST_TEST(harvest->entries.at(0).url == c.url);
      BOOST_TEST(harvest->entries.at(0).comments_url == c.url);
    }
}

BOOST_AUTO_TEST_SUITE_END()
