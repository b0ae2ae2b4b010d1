#include <boost/test/unit_test.hpp>

#include "read.hpp"
#include "support/golden.hpp"
#include "xml_check.hpp"

BOOST_AUTO_TEST_SUITE(rss_long_feed, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

/// So much that a document counts as long.
std::string long_comment() { return "<!--" + std::string(300u << 10, ' ') + "-->"; }

/// What is found of a text, each between bars.
std::string items_of(std::string_view text) {
  rss::XmlParts parts;
  BOOST_TEST(rss::check_xml(text, &parts).well_formed);
  std::string out = "|";
  for (const auto [from, to] : parts.items) (out += text.substr(from, to - from)) += '|';
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(long_documents_say_what_short_ones_say) {
  std::size_t seen = 0;
  for (const char* folder : {"rss", "atom"}) {
    for (const GoldenCase& golden : golden_cases(std::filesystem::path(ALMANAC_TEST_DATA) / folder)) {
      BOOST_TEST_CONTEXT(golden.file.filename().string()) {
        const std::string body = read_file(golden.file);
        if (!rss::check_xml(body).well_formed) continue;
        const auto brief = read_feed(body, golden.url, golden.options);
        const auto longer = read_feed(body + long_comment(), golden.url, golden.options);
        BOOST_REQUIRE(brief.has_value());
        BOOST_REQUIRE(longer.has_value());
        BOOST_TEST((facts_of(*longer) == facts_of(*brief)));
        BOOST_TEST(longer->entries.size() == brief->entries.size());
        ++seen;
      }
    }
  }
  BOOST_TEST(seen >= 20u);
}

BOOST_AUTO_TEST_CASE(items_inherit_what_stands_around_them) {
  const auto harvest = read_feed(
      "<rss xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:a='http://www.w3.org/2005/Atom'><channel xml:lang='de'>"
      "<item xml:base='https://example.net/x/'><title>one</title><link>y</link><d:subject>here</d:subject></item>"
      "<a:entry><a:title>two</a:title><a:content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>both "
      "<b>of them</b></p></div></a:content></a:entry><foreign:item xmlns:foreign='urn:x'><title>no</title>"
      "</foreign:item><title>behind</title></channel></rss>" +
      long_comment());
  BOOST_REQUIRE(harvest.has_value());
  BOOST_TEST(harvest->document.title == "behind");
  BOOST_REQUIRE(harvest->entries.size() == 2u);
  const Entry &first = harvest->entries[0], &second = harvest->entries[1];
  BOOST_TEST(first.url == "https://example.net/x/y");
  BOOST_TEST(first.language == "de");
  BOOST_REQUIRE(first.categories.size() == 1u);
  BOOST_TEST(first.categories[0] == "here");
  BOOST_TEST(second.content.raw.find("<p>both <b>of them</b></p>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(finds_items_where_feeds_have_them) {
  BOOST_TEST(items_of("<rss><channel><title/><item/><item><item/></item></channel></rss>") ==
             "|<item/>|<item><item/></item>|");
  BOOST_TEST(items_of("<feed><a:entry xmlns:a='u'>x</a:entry><ENTRY ></ENTRY ></feed>") ==
             "|<a:entry xmlns:a='u'>x</a:entry>|<ENTRY ></ENTRY >|");
  BOOST_TEST(items_of("<RDF><items><item/></items><item>1</item></RDF>") == "|<item/>|<item>1</item>|");
  for (const char* none : {"<item><item/></item>", "<entry><item/></entry>", "<rss><image><item/></image></rss>",
                           "<rss><channel><channel><item/></channel></channel></rss>", "<rss><items/></rss>"})
    BOOST_TEST(items_of(none) == "|");
}

BOOST_AUTO_TEST_SUITE_END()
