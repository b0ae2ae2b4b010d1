#include "xml_check.hpp"

#include <boost/test/unit_test.hpp>

#include "read.hpp"

BOOST_AUTO_TEST_SUITE(rss_xml_check, *boost::unit_test::label("unit"))

using almanac::rss::check_xml;

BOOST_AUTO_TEST_CASE(well_formed_documents_pass) {
  for (const char* text :
       {"<a/>", "<?xml version='1.0'?>\n<!-- c --><a>t</a>\n<!-- d -->\n", "<a b='1' c=\"'\">&amp;&#10;&#x20AC;</a>",
        "<x:a xmlns:x='u' x:b=''/>", "<a><b xmlns:p='u'><p:c/></b></a>", "<a xml:lang='de'/>", "<a><![CDATA[<&]]></a>",
        "<!DOCTYPE a [<!ENTITY x \"]>\">]><a/>", "<é ü='1'/>", "<a >t</a >", "<a>]] ></a>", "<a b = '1'/>",
        "<a>&lt;b&gt;&quot;&apos;&lt;</a>", "<a b='&lt;'/>"})
    BOOST_TEST_CONTEXT(text) {
      const auto check = check_xml(text);
      BOOST_TEST(check.well_formed, check.problem);
      BOOST_TEST(!check.foreign_entities);
    }
}

BOOST_AUTO_TEST_CASE(what_a_reader_must_not_overlook_is_told_with_its_line) {
  struct Case {
    const char* text;
    unsigned line;
  };
  for (const Case& c : {Case{"", 1},
                        Case{"<a>\n<b></a></b>", 2},
                        Case{"<a>", 1},
                        Case{"<a/>\n\n<b/>", 3},
                        Case{"x<a/>", 1},
                        Case{"<a/>x", 1},
                        Case{"<a>\n&\n</a>", 2},
                        Case{"<a>& b</a>", 1},
                        Case{"<a>&lt</a>", 1},
                        Case{"<a>&t;</a b='", 1},
                        Case{"<a b='&lt' c=';'/>", 1},
                        Case{"<a>&#0;</a>", 1},
                        Case{"<a>&#X41;</a>", 1},
                        Case{"<a b/>", 1},
                        Case{"<a b=c/>", 1},
                        Case{"<a b='1' b='2'/>", 1},
                        Case{"<a b='<'/>", 1},
                        Case{"<a b='&'/>", 1},
                        Case{"<p:a/>", 1},
                        Case{"<a p:b=''/>", 1},
                        Case{"<a><b xmlns:p=''/><p:c/></a>", 1},
                        Case{"<a>]]></a>", 1},
                        Case{"<a><!-- a -- b --></a>", 1},
                        Case{"<a><![CDATA[</a>", 1},
                        Case{" <?xml version='1.0'?><a/>", 1},
                        Case{"<a>1 < 2</a>", 1},
                        Case{"<a b='1'c='2'/>", 1},
                        Case{"<a>\n\n<", 3},
                        Case{"</a>", 1},
                        Case{"<a><!DOCTYPE b></a>", 1},
                        Case{"<a>\n<? b ?></a>", 2},
                        Case{"<a><?= b ?></a>", 1},
                        Case{"<a><?"
                             "?></a>",
                             1}})
    BOOST_TEST_CONTEXT(c.text) {
      const auto check = check_xml(c.text);
      BOOST_TEST(!check.well_formed);
      BOOST_TEST(check.line == c.line);
    }
}

BOOST_AUTO_TEST_CASE(names_of_html_entities_are_noted_not_refused) {
  const auto check = check_xml("<a b='&eacute;'>&nbsp;</a>");
  BOOST_TEST(check.well_formed);
  BOOST_TEST(check.foreign_entities);
  BOOST_TEST(check_xml("<a>&#151;</a>").foreign_entities);
  BOOST_TEST(!check_xml("<a>&#160;&amp;</a>").foreign_entities);
}

BOOST_AUTO_TEST_CASE(trouble_in_a_text_is_found_wherever_it_stands) {
  for (std::size_t before = 0; before < 40; ++before)
    for (const char* const trouble : {"&", "&;", "]]>", "&#0;"})
      for (std::size_t behind = 0; behind < 40; behind += 13) {
        const std::string text = "<a>]" + std::string(before, 'x') + trouble + std::string(behind, '&') + "</a>";
        BOOST_TEST_CONTEXT(text) BOOST_TEST(!check_xml(text).well_formed);
      }
}

BOOST_AUTO_TEST_CASE(whoever_passes_a_limit_learns_which_and_where) {
  std::string deep = "<rss><channel><title>Deep</title>\n";
  for (std::size_t i = 0; i < almanac::rss::max_depth; ++i) deep += "<a>";
  const auto check = check_xml(deep);
  BOOST_TEST(check.over_limit);
  BOOST_TEST(check.line == 2u);
  for (const std::string& document : {deep, "&nope;" + deep}) {
    const auto read = almanac::test::read_feed(document);
    BOOST_REQUIRE(!read.has_value());
    BOOST_TEST_CONTEXT(read.error().what) BOOST_TEST(read.error().what.find("256 elements") != std::string::npos);
  }
  std::string prefixes = "<!--" + std::string(1'000'000, ' ') + "--><a";
  for (int i = 0; i < 200'000; ++i) prefixes += " xmlns:p" + std::to_string(i) + "='urn:x'";  // told of once
  BOOST_TEST(check_xml(prefixes + "/>").over_limit);
}

BOOST_AUTO_TEST_CASE(many_attributes_are_compared_without_growing_slow) {
  std::string text = "<a";
  for (int i = 0; i < 50'000; ++i) text += " b" + std::to_string(i) + "='1'";
  BOOST_TEST(check_xml(text + "/>").well_formed);
  BOOST_TEST(!check_xml(text + " b7='1'/>").well_formed);
}

BOOST_AUTO_TEST_SUITE_END()
