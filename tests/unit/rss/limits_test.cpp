#include <boost/test/unit_test.hpp>
#include <chrono>

#include "feed_reader.hpp"
#include "read.hpp"
#include "support/repeated.hpp"
#include "walker.hpp"

BOOST_AUTO_TEST_SUITE(rss_limits, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

std::string feed_of(const std::string& inside) {
  return "<rss version=\"2.0\"><channel><title>t</title>" + inside + "</channel></rss>";
}

/// Seconds that a document takes.
double seconds_for(const std::string& body) {
  const auto start = std::chrono::steady_clock::now();
  static_cast<void>(read_feed(body));
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

BOOST_AUTO_TEST_CASE(b0_elements_may_be_256_deep_and_no_deeper) {
  constexpr std::size_t around = 2;  // <rss><channel>
  for (const std::size_t depth : {255u, 256u, 257u}) {
    const std::size_t inner = depth - around;
    BOOST_TEST_CONTEXT(depth) {
      BOOST_TEST(read_feed(feed_of(repeated("<a>", inner) + repeated("</a>", inner))).has_value() == (depth <= 256));
    }
  }
}

BOOST_AUTO_TEST_CASE(deep_documents_are_refused_whether_well_formed_or_not) {
  for (const std::size_t depth : {300u, 200'000u}) {
    BOOST_TEST(!read_feed(feed_of(test::repeated("<a>", depth) + test::repeated("</a>", depth))).has_value());
    BOOST_TEST(!read_feed(feed_of(test::repeated("<a>", depth))).has_value());
  }
  BOOST_TEST(read_feed(feed_of("<item><description>" + test::repeated("<b>", 200) + test::repeated("</b>", 200) +
                               "</description></item>"))
                 .has_value());
}

BOOST_AUTO_TEST_CASE(b0_entries_beyond_the_limit_are_told_and_left_out) {
  const auto harvest = read_feed(feed_of(repeated("<item><title>t</title></item>", rss::max_entries + 5)));
  BOOST_REQUIRE(harvest.has_value());
  BOOST_TEST(harvest->entries.size() == rss::max_entries);
  BOOST_REQUIRE(!harvest->warnings.empty());
  BOOST_TEST(harvest->warnings.front().code == "too-many-entries");
}

BOOST_AUTO_TEST_CASE(b0_a_field_is_cut_at_one_mebibyte_on_a_character_border) {
  const auto harvest =
      read_feed(feed_of("<item><description>a" + test::repeated("é", rss::max_field) + "</description></item>"));
  BOOST_REQUIRE(harvest.has_value());
  BOOST_TEST(harvest->entries[0].summary.raw.size() == rss::max_field - 1);
}

BOOST_AUTO_TEST_CASE(hostile_documents_take_linear_time) {
  // Each would take minutes if a step looked at the rest of the document again.
  const std::vector<std::string> documents = {
      feed_of("<item" +
              [] {
                std::string a;
                for (int i = 0; i < 200'000; ++i) a += " a" + std::to_string(i) + "=\"\"";
                return a;
              }() +
              "/>"),
      feed_of(test::repeated("<![CDATA[", 200'000)),
      feed_of(test::repeated("<!--", 300'000)),
      feed_of(test::repeated("<?", 500'000)),
      test::repeated("<!DOCTYPE [", 200'000),
      feed_of(test::repeated("<!DOCTYPE [", 100'000)),
      feed_of(test::repeated("</x>", 300'000)),
      feed_of(test::repeated("<b></i>", 100)) + test::repeated("&", 1'000'000),
      feed_of(test::repeated("<p a='", 200'000)),
      feed_of("<item><description>" + test::repeated("&lt;b class=\"dt-start\"&gt;", 40'000) + "</description></item>"),
      feed_of("<item>" + test::repeated("<category>same</category><link rel='x' href='/y'/>", 40'000) + "</item>"),
      "<rss>" + test::repeated("<a", 500'000) + ">",
      "<rss>" + test::repeated("<a b=", 300'000) + "'>",
      feed_of("<title>" + test::repeated("x<b/>", 200'000) + "</title>"),
      feed_of(test::repeated("<x><item/></x>", 50'000)),
      feed_of(test::repeated("<x><item/><y><item/></y></x>", 30'000)),
  };
  for (std::size_t i = 0; i < documents.size(); ++i) BOOST_TEST_CONTEXT("document " << i) {
      BOOST_TEST(seconds_for(documents[i]) < 5.0);
    }
}

BOOST_AUTO_TEST_CASE(a_tree_beyond_its_budget_is_a_limit_not_a_crash) {
  const auto harvest = read_feed(feed_of("<item>" + test::repeated("<a b=''/>", 1'200'000) + "</item>"));
  BOOST_TEST(!harvest.has_value());
  BOOST_TEST(read_feed(feed_of("<item/>")).has_value());  // and the next document is read as ever
}

BOOST_AUTO_TEST_CASE(declared_entities_do_not_grow) {
  std::string doctype = "<!DOCTYPE rss [<!ENTITY a0 \"haha\">";
  for (int i = 1; i < 10; ++i) {
    const std::string inner = "&a" + std::to_string(i - 1) + ";";
    doctype += "<!ENTITY a" + std::to_string(i) + " \"" + test::repeated(inner, 10) + "\">";
  }
  const auto harvest = read_feed(doctype + "]><rss><channel><title>&a9;</title></channel></rss>");
  BOOST_REQUIRE(harvest.has_value());
  BOOST_TEST(harvest->document.title == "&a9;");
}

BOOST_AUTO_TEST_CASE(references_to_forbidden_characters_do_not_cut_the_text) {
  const auto harvest = read_feed(feed_of("<item><title>a&#0;b&#x1F;c&#xD800;d</title></item>"));
  BOOST_REQUIRE(harvest.has_value());
  BOOST_TEST(harvest->entries[0].title.raw == "abcd");
  BOOST_TEST(!harvest->document.well_formed);
}

BOOST_AUTO_TEST_SUITE_END()
