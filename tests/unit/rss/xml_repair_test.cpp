#include "xml_repair.hpp"

#include <boost/test/unit_test.hpp>

#include "xml_check.hpp"

BOOST_AUTO_TEST_SUITE(rss_xml_repair, *boost::unit_test::label("unit"))

using namespace almanac::rss;

BOOST_AUTO_TEST_CASE(broken_markup_becomes_what_its_author_meant) {
  struct Case {
    const char *broken, *repaired;
  };
  for (const Case& c :
       {Case{"<rss>a & b < c", "<rss>a &amp; b &lt; c</rss>"},
        Case{"<rss><a><b></a></rss>", "<rss><a><b></b></a></rss>"},
        Case{"<rss></x></rss>", "<rss></rss>"},
        Case{"<rss a=1 b c='<' a='2'/>", "<rss a=\"1\" b=\"b\" c=\"&lt;\"/>"},
        Case{"junk<br><rss>x</rss>junk<y>", "<rss>x</rss>"},
        Case{"<rss>a<br>b<hr/></rss>", "<rss>a<br/>b<hr/></rss>"},
        Case{"<rss><item>1<item>2</rss>", "<rss><item>1</item><item>2</item></rss>"},
        Case{"<rss>&eacute;&nosuch;&#0;</rss>", "<rss>é&amp;nosuch;</rss>"},
        Case{"<rss><a><![CDATA[x</a></rss>", "<rss><a><![CDATA[x]]></a></rss>"},
        Case{"<rss><!-- x", "<rss></rss>"},
        Case{"<rss><a b=\"x>y</a></rss>", "<rss><a b=\"x\">y</a></rss>"},
        Case{"<rss><PubDate>1</pubdate></rss>", "<rss><PubDate>1</PubDate></rss>"},
        Case{"<rss><a", "<rss></rss>"},
        Case{"<rss><title>a<link>b</link></rss>", "<rss><title>a</title><link>b</link></rss>"},
        Case{"<rss><a b=\"x c=\"y\">z</a></rss>", "<rss><a b=\"x\" c=\"y\">z</a></rss>"},
        Case{"<rss><a b=x\"/>y</rss>", "<rss><a b=\"x\"/>y</rss>"},
        Case{"<rss><a b=\"1\" /\n<c>y</c></rss>", "<rss><a b=\"1\"/><c>y</c></rss>"},
        Case{"<rss>a&ltgt;b&ampx;</rss>", "<rss>a&lt;gt;b&amp;x;</rss>"},
        Case{"<rss><a><![CDATA[x</a><a><![CDATA[y]]></a></rss>", "<rss><a><![CDATA[x]]></a><a><![CDATA[y]]></a></rss>"},
        Case{"<rss><a><![CDATA[x<![CDATA[y</a>]]></a></rss>", "<rss><a><![CDATA[x<![CDATA[y</a>]]></a></rss>"},
        Case{"<rss><title>a</titel><link>b</lin<k></rss>", "<rss><title>a</title><link>b</link><k></k></rss>"},
        Case{"<rss><title>a</b> c</title></rss>", "<rss><title>a c</title></rss>"},
        Case{"<rss>par<t of it, L<IP/~4 <b>z</b></rss>", "<rss>par&lt;t of it, L&lt;IP/~4 <b>z</b></rss>"},
        Case{"<rss><title A b</title><item\n<link>c</link></rss>",
             "<rss><title> A b</title><item><link>c</link></item></rss>"},
        Case{"<rss><? x ?><title><?= y ?>a<?"
             "?></title></rss>",
             "<rss><title>a</title></rss>"},
        Case{"<rss>&#X41;&lt;</rss>", "<rss>&#65;&lt;</rss>"}})
    BOOST_TEST_CONTEXT(c.broken) {
      const std::string repaired = repair_xml(c.broken, Repair::everything);
      BOOST_TEST(repaired == c.repaired);
      BOOST_TEST(check_xml(repaired).well_formed);
    }
}

BOOST_AUTO_TEST_CASE(half_a_fact_at_the_end_is_none) {
  struct Case {
    const char *broken, *repaired;
  };
  for (const Case& c :
       {Case{"<rss><item><title>a</title><link>https://exam", "<rss><item><title>a</title></item></rss>"},
        Case{"<rss><item><title>a</title></item> <item> <title>Half a ti", "<rss><item><title>a</title></item> </rss>"},
        Case{"<rss><item/><item>", "<rss><item/></rss>"},
        Case{"<rss><item><title>a</title><description>half a t",
             "<rss><item><title>a</title><description>half a t</description></item></rss>"},
        Case{"<f:feed><f:entry><f:title>a</f:title><dc:date>202",
             "<f:feed><f:entry><f:title>a</f:title></f:entry></f:feed>"},
        Case{"<rss><item><title>a</title><ev:startdate>2026-1", "<rss><item><title>a</title></item></rss>"},
        Case{"<feed><entry><author><name>a</name><uri>https://exam",
             "<feed><entry><author><name>a</name></author></entry></feed>"},
        Case{"<feed><entry><content><div><p>half a par",
             "<feed><entry><content><div><p>half a par</p></div></content></entry></feed>"},
        Case{"<rss><title>a</item></rss>", "<rss><title>a</title></rss>"}})
    BOOST_TEST_CONTEXT(c.broken) { BOOST_TEST(repair_xml(c.broken, Repair::everything) == c.repaired); }
}

BOOST_AUTO_TEST_CASE(an_element_left_open_takes_nothing_of_what_follows) {
  struct Case {
    const char *broken, *repaired;
  };
  for (const Case& c :
       {Case{"<rss><channel><description>a<item><title>b</title></item></channel></rss>",
             "<rss><channel><description>a</description><item><title>b</title></item></channel></rss>"},
        Case{"<rss><channel></<x:list><x:y>1</x:y><item>b</item></channel></rss>",
             "<rss><channel><x:list><x:y>1</x:y></x:list><item>b</item></channel></rss>"},
        Case{"<a:feed><a:x><a:entry>1<a:y><a:entry>2</a:feed>",
             "<a:feed><a:x></a:x><a:entry>1<a:y></a:y></a:entry><a:entry>2</a:entry></a:feed>"},
        Case{"<feed><entry><b><t:entry>1</entry></feed>", "<feed><entry><b><t:entry>1</t:entry></b></entry></feed>"},
        Case{"<rss><item><description>a <b>b<pubDate>c</item></rss>",
             "<rss><item><description>a <b>b</b></description><pubDate>c</pubDate></item></rss>"},
        Case{"<rss><item><description><title>a</title><link>b</item></rss>",
             "<rss><item><description><title>a</title><link>b</link></description></item></rss>"},
        Case{"<rss><item><dc:date>a<dc:subject>b<title>c</item></rss>",
             "<rss><item><dc:date>a</dc:date><dc:subject>b</dc:subject><title>c</title></item></rss>"},
        Case{"<rss><item><sx:sync><sx:by>a</sx:by><title>b</item></rss>",
             "<rss><item><sx:sync><sx:by>a</sx:by></sx:sync><title>b</title></item></rss>"},
        Case{"<rss><item><gd:a><media:group><media:title>b</media:group></item></rss>",
             "<rss><item><gd:a></gd:a><media:group><media:title>b</media:title></media:group></item></rss>"},
        Case{"<rss><item><itunes:season>1<itunes:owner><itunes:name>a</itunes:owner></item></rss>",
             "<rss><item><itunes:season>1</itunes:season><itunes:owner><itunes:name>a</itunes:name></itunes:owner></"
             "item>"
             "</rss>"},
        Case{"<feed><entry><activity:object><id>a<title>b</activity:object></entry></feed>",
             "<feed><entry><activity:object><id>a</id><title>b</title></activity:object></entry></feed>"},
        Case{"<feed><entry><author><name>a<uri>b</author></entry></feed>",
             "<feed><entry><author><name>a<uri>b</uri></name></author></entry></feed>"},
        Case{"<rss><item><image><url>a<title>b</item></rss>",
             "<rss><item><image><url>a<title>b</title></url></image></item></rss>"}})
    BOOST_TEST_CONTEXT(c.broken) BOOST_TEST(repair_xml(c.broken, Repair::everything) == c.repaired);
}

BOOST_AUTO_TEST_CASE(only_references_change_when_nothing_else_is_wrong) {
  BOOST_TEST(repair_xml("<a b='&eacute;'>&nbsp;<![CDATA[&nbsp;]]>&amp;&lt;</a>", Repair::references) ==
             "<a b='é'>\xC2\xA0<![CDATA[&nbsp;]]>&amp;&lt;</a>");
  BOOST_TEST(repair_xml("<a b='&#x93;'>&#151;&#160;</a>", Repair::references) == "<a b='“'>—&#160;</a>");
}

BOOST_AUTO_TEST_CASE(more_than_the_deepest_nesting_is_refused) {
  std::string deep = "<rss>";
  for (std::size_t i = 0; i < max_depth; ++i) deep += "<a>";
  BOOST_CHECK_THROW(repair_xml(deep, Repair::everything), std::length_error);
}

BOOST_AUTO_TEST_SUITE_END()
