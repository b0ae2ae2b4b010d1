#include "microformats.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

BOOST_AUTO_TEST_SUITE(rss_microformats, *boost::unit_test::label("unit"))

using almanac::rss::find_marked_event;

BOOST_AUTO_TEST_CASE(finds_the_first_event_only) {
  struct Case {
    const char *html, *start, *end, *location;
  };
  for (const Case& c : {
           Case{"<time class=\"dt-start\" datetime=\"2026-01-02\">x</time>", "2026-01-02", "", ""},
           Case{"<abbr title=2026-01-02T10:00 class='a dtstart b'>x</abbr>", "2026-01-02T10:00", "", ""},
           Case{"<span class=dtstart>3 May 2026</span><span class=dtend>4 May</span>", "3 May 2026", "4 May", ""},
           Case{"<b class='p-location'>A <b>nested</b> &amp; C</b><time class='dt-start' datetime='2026'></time>",
                "2026", "", "A nested & C"},
           Case{"<i class=dt-start title=1></i><i class=dt-start title=2></i><i class=dt-end title=3></i>", "1", "",
                ""},
           Case{"<b class=dt-start><i class=value>2026-05-03</i> at <i class=value>7:30pm</i></b> – "
                "<b class=dt-end><i class=value>9pm</i></b>",
                "2026-05-03 7:30pm", "2026-05-03 9pm", ""},
           Case{"<b class=dtstart><i class='value-title' title='2026-05-03T10:00Z'> </i>in May</b>",
                "2026-05-03T10:00Z", "", ""},
           Case{"<data class=dt-start value='2026-05-03'>x</data>", "2026-05-03", "", ""},
           Case{"<li class=dtstart>on <time datetime='2026-05-03T10:00'>Sunday</time></li>", "2026-05-03T10:00", "",
                ""},
           Case{"the word dtstart alone", "", "", ""},
           Case{"<p class=\"dt-started\">no</p>", "", "", ""},
           Case{"<p class=\"dt-start", "", "", ""},
       }) {
    BOOST_TEST_CONTEXT(c.html) {
      const auto event = find_marked_event(c.html);
      BOOST_TEST(event.start == c.start);
      BOOST_TEST(event.end == c.end);
      BOOST_TEST(event.location == c.location);
    }
  }
}

BOOST_AUTO_TEST_CASE(finds_the_mark_wherever_it_stands) {
  for (std::size_t before = 0; before < 40; ++before)
    for (const char* word : {"dtstart", "dt-start"}) {
      const std::string tag = "<time class='" + std::string(word) + "' title=1>";
      BOOST_TEST(find_marked_event(std::string(before, 'd') + tag).start == "1");
      BOOST_TEST(find_marked_event(std::string(before, 't') + "<i class=dt>dt dt-" + tag + " dt").start == "1");
      BOOST_TEST(find_marked_event(std::string(before, ' ') + "d" + word).start.empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()
