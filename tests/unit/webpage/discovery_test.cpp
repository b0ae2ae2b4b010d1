#include "read_page.hpp"

BOOST_AUTO_TEST_SUITE(discovery, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

std::string urls(const Harvest& harvest) {
  std::string list;
  for (const auto& feed : harvest.discovered) list += (list.empty() ? "" : " ") + feed.url;
  return list;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a5_11_lists_what_the_page_declares_in_document_order) {
  const std::pair<std::string, std::string> cases[] = {
      {"<link rel=alternate type=application/rss+xml href=/a><link rel=alternate type=application/atom+xml href=b>",
       "https://example.org/a https://example.org/events/b"},
      {"<LINK REL='Home ALTERNATE' TYPE='Application/Atom+XML; charset=utf-8' HREF=' x '>",
       "https://example.org/events/x"},
      {"<link rel=alternate type='text/calendar' href=c.ics>", "https://example.org/events/c.ics"},
      {"<link rel=alternate type='application/feed+json' href=f.json>", "https://example.org/events/f.json"},
      {"<link rel='&#97;lternate' type='appl&#x69;cation/rss+xml' href='?a=1&amp;b=2'>",
       "https://example.org/events/?a=1&b=2"},
      {"<link\rrel=alternate\rtype=application/rss+xml\rhref=a>", "https://example.org/events/a"},
      {"<link rel=alternate type=application/rss+xml href=a><base href='https://other.example/d/'>",
       "https://other.example/d/a"},
      {"<base href='/sub/'><base href='/no/'><link rel=alternate type=application/rss+xml href=a>",
       "https://example.org/sub/a"},
      {"<link rel=alternate type=application/rss+xml href=a><link rel=alternate type=application/rss+xml href='./a'>",
       "https://example.org/events/a"},
      {"<link rel=feed href=a>", "https://example.org/events/a"},
      {"<link rel=alternat type=application/rss+xml href=a>", ""},
      {"<link rel=alternatehome type=application/rss+xml href=a>", ""},
      {"<link rev=alternate type=application/rss+xml href=a>", ""},
      {"<link rel=alternate type='application/ rss+xml' href=a>", ""},
      {"<link rel=alternate hreflang=de href=/de>", ""},
      {"<link rel=alternate type=application/json href=/wp-json>", ""},
      {"<link rel=alternate type=application/json title='Feed' href=/wp-json/wp/v2/posts/1>", ""},
      {"<link rel=alternate type=application/json title='JSON Feed' href=/all.json>", "https://example.org/all.json"},
      {"<link rel=alternate type=application/json href=feed.json>", "https://example.org/events/feed.json"},
      {"<link rel=alternate type=application/rss+xml>", ""},
      {"<link rel=alternate type=application/rss+xml href='javascript:x'>", ""},
      {"<!-- <link rel=alternate type=application/rss+xml href=a> -->", ""},
      {"<script>'<link rel=alternate type=application/rss+xml href=a>'</script>", ""},
      {"<meta name=x content='<link rel=alternate type=application/rss+xml href=a>'>", ""},
  };
  for (const auto& [html, expected] : cases) {
    BOOST_TEST_CONTEXT(html) { BOOST_TEST(urls(read_page("<html>" + html)) == expected); }
  }
}

BOOST_AUTO_TEST_CASE(a5_11_leaves_out_feeds_of_comments) {
  const std::string posts = "<link rel=alternate type=application/rss+xml title='Site Feed' href=/feed/>";
  const std::string comments =
      "<link rel=alternate type=application/rss+xml title='Site Comments Feed' href=/comments/feed/>";
  BOOST_TEST(urls(read_page(comments + posts)) == "https://example.org/feed/");
  BOOST_TEST(urls(read_page(comments)) == "https://example.org/comments/feed/");
}

BOOST_AUTO_TEST_CASE(looks_into_the_body_as_second_choice) {
  const std::string feed = "<link rel=alternate type=application/rss+xml href=/feed>";
  const std::string anchors =
      "<a href='webcal://example.org/all.ics'>Sub<b>scribe</b></a><a href=/rss.xml>RSS</a><a href=/about>About</a>";
  BOOST_TEST(urls(read_page(anchors)) == "webcal://example.org/all.ics https://example.org/rss.xml");
  BOOST_TEST(urls(read_page(feed + anchors)) == "https://example.org/feed webcal://example.org/all.ics");
  const Harvest harvest = read_page(anchors);
  BOOST_TEST(harvest.discovered[0].title == "Subscribe");
  BOOST_TEST(harvest.discovered[0].type == "text/calendar");
}

BOOST_AUTO_TEST_CASE(finds_the_calendar_behind_a_frame) {
  const std::string ical = "https://calendar.google.com/calendar/ical/";
  const std::pair<std::string, std::string> cases[] = {
      {"<iframe src='https://calendar.google.com/calendar/embed?height=600&amp;src=abc%40group.calendar.google.com&amp;"
       "ctz=Europe%2FBerlin'></iframe>",
       ical + "abc%40group.calendar.google.com/public/basic.ics"},
      {"<iframe src='https://www.google.com/calendar/embed?src=a@b.example'>", ical + "a@b.example/public/basic.ics"},
      {"<iframe src='https://calendar.google.com/calendar/embed?src=../x'></iframe>", ""},
      {"<iframe src='https://calendar.google.com/calendar/embed?mysrc=x'></iframe>", ""},
      {"<iframe src='https://other.example/calendar/embed?src=x'></iframe>", ""},
      {"<iframe src='https://other.example/feed'></iframe>", ""},
      {"<iframe></iframe><a href=/rss.xml>RSS</a>", "https://example.org/rss.xml"},
  };
  for (const auto& [html, expected] : cases) {
    BOOST_TEST_CONTEXT(html) { BOOST_TEST(urls(read_page("<html>" + html)) == expected); }
  }
}

BOOST_AUTO_TEST_CASE(describes_the_page) {
  check_facts(
      read_page(
          "<html lang=de><head><title>T &amp; t\n x</title><meta name=Description content='d &quot;e&quot;'>"
          "<meta property='og:image' content=/i.png><meta name=generator content=Hugo><link rel=canonical href=/c>"
          "<svg><title>no</title></svg>"),
      {{"document.format", "html"},
       {"document.title", "T & t x"},
       {"document.description", "d \"e\""},
       {"document.language", "de"},
       {"document.image", "https://example.org/i.png"},
       {"document.generator", "Hugo"},
       {"document.url", "https://example.org/c"},
       {"document.self", "https://example.org/c"}});
  check_facts(
      read_page("<meta property='og:title' content=O><meta property='og:description' content=P>"),
      {{"document.title", "O"}, {"document.description", "P"}, {"document.url", "https://example.org/events/"}});
}

BOOST_AUTO_TEST_SUITE_END()
