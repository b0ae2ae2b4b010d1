#include "sniff.hpp"

#include <boost/test/unit_test.hpp>
#include <string_view>

BOOST_AUTO_TEST_SUITE(rss_sniff, *boost::unit_test::label("unit"))

using almanac::rss::sniff_feed;

BOOST_AUTO_TEST_CASE(knows_feeds_by_their_first_element) {
  struct Case {
    std::string_view text, type;
    int least, most;
  };
  for (const Case& c :
       {Case{"<?xml version='1.0'?><!-- <html> --><rss version='2.0'>", "text/html", 90, 100},
        Case{"<feed xmlns='http://www.w3.org/2005/Atom'>", "", 90, 100}, Case{"<atom:feed xmlns:atom=''>", "", 90, 100},
        Case{"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", "", 90, 100}, Case{"\n\n <rss>", "", 90, 100},
        Case{"Notice: x<br/>\n<rss version='2.0'>", "", 50, 70},
        Case{"<!DOCTYPE html><html>", "application/rss+xml", 0, 20}, Case{"<html>", "text/html", 0, 0},
        Case{"<html><body><feed xmlns='http://www.w3.org/2005/Atom'>", "text/html", 50, 70},
        Case{"<html><!-- <rdf:RDF xmlns='http://web.resource.org/cc/'> --><p>&lt;rss version=", "text/html", 0, 0},
        Case{"BEGIN:VCALENDAR", "text/calendar", 0, 0}, Case{"{\"version\":1}", "", 0, 0}, Case{"", "", 0, 0},
        Case{"<iCalendar xmlns='urn:ietf:params:xml:ns:xcal'>", "", 0, 0}})
    BOOST_TEST_CONTEXT(c.text) {
      BOOST_TEST(sniff_feed(c.text, c.type) >= c.least);
      BOOST_TEST(sniff_feed(c.text, c.type) <= c.most);
    }
}

BOOST_AUTO_TEST_SUITE_END()
