#include "read_page.hpp"

BOOST_AUTO_TEST_SUITE(markup_items, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

BOOST_AUTO_TEST_CASE(reads_microdata) {
  check_facts(read_page(R"(<html><div itemscope itemtype="https://schema.org/Event">
      <a itemprop="url" href="/e/1"><span itemprop="name">Meet &amp; <b>Greet</b></span></a>
      <meta itemprop="startDate" content="2026-02-01T19:00+01:00"><time itemprop="endDate" datetime="2026-02-01T21:00+01:00">9 pm</time>
      <div itemprop="location" itemscope itemtype="https://schema.org/Place"><span itemprop="name">Hall</span>
        <div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><span itemprop="addressLocality">Bonn</span></div></div>
      <link itemprop="eventStatus" href="https://schema.org/EventCancelled">
    </div><div itemscope itemtype="https://schema.org/Person"><span itemprop="name">No event</span></div>)"),
              {{"entries", "1"},
               {"entries[0].title", "Meet & Greet"},
               {"entries[0].url", "https://example.org/e/1"},
               {"entries[0].start", "2026-02-01T19:00+01:00"},
               {"entries[0].end", "2026-02-01T21:00+01:00"},
               {"entries[0].location", "Hall, Bonn"},
               {"entries[0].city", "Bonn"},
               {"entries[0].status", "cancelled"}});
}

BOOST_AUTO_TEST_CASE(reads_rdfa) {
  check_facts(
      read_page(R"(<html><meta property="og:title" content="Page"><div vocab="https://schema.org/" typeof="Event">
      <a property="url" href="/e/1"><span property="name">Meet &amp; <b>Greet</b></span></a><i property="dc:title">no</i>
      <meta property="startDate" content="2026-02-01T19:00+01:00"><time property="endDate" datetime="2026-02-01T21:00+01:00">9 pm</time>
      <div property="location" typeof="Place"><span property="name">Hall</span>
        <div property="address" typeof="PostalAddress"><span property="addressLocality">Bonn</span></div></div>
    </div><div typeof="Person"><span property="name">No event</span></div>)"),
      {{"entries", "1"},
       {"entries[0].title", "Meet & Greet"},
       {"entries[0].url", "https://example.org/e/1"},
       {"entries[0].start", "2026-02-01T19:00+01:00"},
       {"entries[0].end", "2026-02-01T21:00+01:00"},
       {"entries[0].location", "Hall, Bonn"},
       {"entries[0].city", "Bonn"}});
  check_facts(read_page(R"(<html><p typeof="schema:Event sioc:Item"><b property="schema:name dc:title">A</b>
      <b property="schema:startDate" content="2026-02-01">1 Feb</b></p>)"),
              {{"entries", "1"}, {"entries[0].title", "A"}, {"entries[0].start", "2026-02-01"}});
}

BOOST_AUTO_TEST_CASE(takes_rdfa_of_schema_org_alone_and_beside_no_microdata) {
  const std::string event = R"(<b property="name">A</b><b property="startDate" content="2026-02-01">1 Feb</b>)";
  check_facts(read_page(R"(<html><p typeof="Event">)" + event), {{"entries", "0"}});
  check_facts(read_page(R"(<html><p vocab="https://ogp.example/" typeof="Event">)" + event), {{"entries", "0"}});
  check_facts(
      read_page(R"(<html><div vocab="https://schema.org/" itemscope itemtype="https://schema.org/Event" typeof="Event">
      <b itemprop="name" property="alternateName">A</b><b property="name">B</b>
      <time itemprop="startDate" property="startDate" datetime="2026-02-01">1 Feb</time></div>)"),
      {{"entries", "1"}, {"entries[0].title", "A"}, {"entries[0].start", "2026-02-01"}});
}

BOOST_AUTO_TEST_CASE(reads_h_event) {
  check_facts(read_page(R"(<html><article class="post h-event"><h1 class="p-name">Homebrew Club</h1>
      <time class="dt-start" datetime="2026-02-01 18:30">1 Feb</time> to <span class="dt-end">2026-02-01 19:30</span>
      <a class="u-url" href="club">link</a>
      <div class="p-location h-card"><a class="u-url p-name" href="https://mozilla.example/">Mozilla</a>, <span>Berlin</span></div>
      <p class="p-summary">Come &amp; see</p><i class="p-category">indieweb</i><i class="p-category">web</i></article>)"),
              {{"entries", "1"},
               {"entries[0].title", "Homebrew Club"},
               {"entries[0].start", "2026-02-01 18:30"},
               {"entries[0].end", "2026-02-01 19:30"},
               {"entries[0].url", "https://example.org/events/club"},
               {"entries[0].location", "Mozilla, Berlin"},
               {"entries[0].summary", "Come & see"},
               {"entries[0].categories[0]", "indieweb"},
               {"entries[0].categories[1]", "web"}});
}

BOOST_AUTO_TEST_CASE(reads_hcalendar) {
  check_facts(
      read_page(
          R"(<html><ul><li class="vevent"><span class="summary">One</span><abbr class="dtstart" title="2026-03-01">1 March</abbr>
      <li class="vevent"><a class="url summary" href="https://two.example/">Two</a><abbr class="dtstart" title="2026-03-02">2 March</abbr></ul>
      <p class="summary">not part of an event)"),
      {{"entries", "2"},
       {"entries[0].title", "One"},
       {"entries[0].start", "2026-03-01"},
       {"entries[1].title", "Two"},
       {"entries[1].url", "https://two.example/"}});
}

// A day as end is the last one, but in hCalendar, which took over the day after from iCalendar.
BOOST_AUTO_TEST_CASE(tells_what_a_day_as_end_means) {
  const auto end_is_last_day = [](const std::string& body) { return read_page(body).entries.at(0).end_is_last_day; };
  BOOST_TEST(
      end_is_last_day(script(R"({"@type":"Event","name":"A","startDate":"2026-01-01","endDate":"2026-01-02"})")));
  BOOST_TEST(
      end_is_last_day("<div class=h-event><p class=p-name>A</p><time class=dt-start>2026-01-01</time>"
                      "<time class=dt-end>2026-01-02</time></div>"));
  BOOST_TEST(
      end_is_last_day("<div itemscope itemtype=https://schema.org/Event><p itemprop=name>A</p><time "
                      "itemprop=startDate>2026-01-01</time><time itemprop=endDate>2026-01-02</time></div>"));
  BOOST_TEST(
      !end_is_last_day("<div class=vevent><p class=summary>A</p><abbr class=dtstart>2026-01-01</abbr>"
                       "<abbr class=dtend>2026-01-03</abbr></div>"));
}

BOOST_AUTO_TEST_CASE(an_element_inside_states_the_date) {
  const std::string event = "<div class=h-event><p class=p-name>A</p>";
  for (const char* start : {"<p class=dt-start>on <time datetime='2026-01-02T10:00'>Friday</time></p>",
                            "<p class=dt-start><i class=value-title title='2026-01-02T10:00'> </i>Friday</p>",
                            "<p class=dt-start><i class=value>2026-01-02</i> at <i class=value>10:00</i></p>"}) {
    BOOST_TEST_CONTEXT(start) {
      const std::string read = facts_of(read_page(event + start + "</div>"))["entries[0].start"];
      BOOST_TEST((read == "2026-01-02T10:00" || read == "2026-01-02 at 10:00"));
    }
  }
}

BOOST_AUTO_TEST_CASE(takes_one_notation_of_a_page) {
  check_facts(read_page(script(R"({"@type":"Event","name":"A","startDate":"2026-01-01"})") +
                        "<div class=h-event><p class=p-name>A</p><time class=dt-start datetime=2026-01-01></div>"),
              {{"entries", "1"}});
}

BOOST_AUTO_TEST_CASE(survives_tags_that_do_not_match) {
  check_facts(read_page("<div class=h-event></span></b><p class=p-name>A<p class=dt-start>2026-01-01"),
              {{"entries", "1"}, {"entries[0].title", "A"}, {"entries[0].start", "2026-01-01"}});
}

BOOST_AUTO_TEST_SUITE_END()
