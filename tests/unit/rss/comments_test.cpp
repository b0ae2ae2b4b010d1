// How many answers an entry has: mod_slash, and RFC 4685 for Atom.
#include <boost/test/unit_test.hpp>
#include <string>

#include "read.hpp"

BOOST_AUTO_TEST_SUITE(rss_comments, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

std::int64_t counted_in_rss(const std::string& element) {
  const auto harvest = read_feed(
      "<rss version='2.0' xmlns:s='http://purl.org/rss/1.0/modules/slash/'><channel>"
      "<title>Forum</title><item><title>Thread</title>" +
      element + "</item></channel></rss>");
  BOOST_TEST_REQUIRE(harvest.has_value());
  BOOST_TEST_REQUIRE(harvest->entries.size() == 1u);
  return harvest->entries[0].comment_count;
}

std::int64_t counted_in_atom(const std::string& element) {
  const auto harvest = read_feed(
      "<feed xmlns='http://www.w3.org/2005/Atom' "
      "xmlns:re='http://purl.org/syndication/thread/1.0'><entry><title>Thread</title>" +
      element + "</entry></feed>");
  BOOST_TEST_REQUIRE(harvest.has_value());
  BOOST_TEST_REQUIRE(harvest->entries.size() == 1u);
  return harvest->entries[0].comment_count;
}

}  // namespace

BOOST_AUTO_TEST_CASE(answers_are_counted) {
  BOOST_TEST(counted_in_rss("<s:comments>420</s:comments>") == 420);
  BOOST_TEST(counted_in_rss("<comments>https://example.org/thread</comments>") == 0);
  BOOST_TEST(counted_in_rss("<s:comments>many</s:comments>") == 0);
  BOOST_TEST(counted_in_rss("<s:comments>-3</s:comments>") == 0);
  BOOST_TEST(counted_in_rss("<s:comments>99999999999999999999</s:comments>") >= 0);
  BOOST_TEST(counted_in_atom("<re:total>7</re:total>") == 7);
  BOOST_TEST(counted_in_atom("<link rel='replies' href='https://example.org/r' re:count='12'/>") == 12);
  BOOST_TEST(
      counted_in_atom("<link rel='replies' href='https://example.org/r' re:count='12'/><re:total>30</re:total>") == 30);
  BOOST_TEST(counted_in_atom("<link rel='replies' href='https://example.org/r' count='12'/>") == 0);
}

BOOST_AUTO_TEST_CASE(a_page_of_answers_is_told_from_a_feed_of_them) {
  const auto page_at = [](const std::string& type) {
    const auto harvest = read_feed(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Thread</title><link rel='replies' "
        "href='https://example.org/r' " +
        type + "/></entry></feed>");
    BOOST_TEST_REQUIRE(harvest.has_value());
    return harvest->entries.at(0).comments_url;
  };
  BOOST_TEST(page_at("type='text/html'") == "https://example.org/r");
  BOOST_TEST(page_at("type='application/xhtml+xml'") == "https://example.org/r");
  BOOST_TEST(page_at("type='application/atom+xml'") == "");
  BOOST_TEST(page_at("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
