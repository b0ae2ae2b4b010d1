#include "parsed_text.hpp"

#include <boost/test/unit_test.hpp>

#include "read.hpp"
#include "xml_memory.hpp"
#include "xml_references.hpp"

BOOST_AUTO_TEST_SUITE(rss_parsed_text, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

const std::string long_text(rss::long_text, 'x'), blanks(rss::long_text, ' ');

std::string cdata(const std::string& text) { return "<![CDATA[" + text + "]]>"; }

/// All nodes of a tree in order: names, and texts in brackets.
std::string nodes_of(const rss::ParsedText& text, const pugi::xml_document& tree) {
  std::string out;
  for (pugi::xml_node node = tree.first_child(); node;) {
    (out += node.name()) += '[';
    (out += text.value_of(node)) += ']';
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && !node.next_sibling()) node = node.parent();
    if (node) node = node.next_sibling();
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_tree_reads_the_same_without_its_long_texts) {
  const std::string documents[] = {
      "<a>" + cdata(long_text) + "</a>",
      "<a>" + cdata("") + cdata(long_text + "1") + cdata("short") + cdata(long_text + "2") + "</a>",
      "<a><!-- <![CDATA[" + long_text + " --><b>one" + cdata(long_text + "]] >") + "two</b><c/>" + cdata(long_text) +
          "<d>three</d></a>",
      "<a><b>" + cdata(long_text + "\r\n" + long_text) + "</b><b>" + cdata(long_text + "\n<p>&amp;</p>") + "</b></a>",
      "<a>" + long_text + "</a>",
      "<a>~" + long_text + "<b>~</b>" + long_text + "<!-- -->&lt;" + long_text + cdata(long_text) + "</a>",
      "<a>\n " + long_text + "&lt;p&gt;&#38;&amp;&quot;&apos;&#xE9;&#x1F600;&#13;" + long_text + "&amp; </a>",
      "<a>&amp;" + long_text + "<b>&#9;" + blanks + "</b><b>" + blanks + "</b><b>" + cdata(blanks) + "</b></a>",
      "<a>" + long_text + "\r\n" + long_text + "<b>" + long_text + "</b></a>",
  };
  for (const std::string& document : documents) {
    const rss::XmlMemory memory(1u << 20);
    rss::XmlParts parts;
    BOOST_REQUIRE(rss::check_xml(document, &parts).well_formed);
    BOOST_TEST(!parts.texts.empty());
    rss::ParsedText whole, shortened;
    pugi::xml_document whole_tree, tree;
    BOOST_REQUIRE(whole.parse(document, whole_tree));
    BOOST_REQUIRE(shortened.parse(document, tree, parts.texts));
    BOOST_TEST(nodes_of(shortened, tree) == nodes_of(whole, whole_tree));
    const pugi::xpath_node_set elements = tree.select_nodes("//*"), whole_elements = whole_tree.select_nodes("//*");
    for (std::size_t i = 0; i < elements.size(); ++i)
      BOOST_TEST(shortened.from_name_of(elements[i].node()) == whole.from_name_of(whole_elements[i].node()));
  }
}

BOOST_AUTO_TEST_CASE(only_texts_that_stand_as_they_are_are_left_out) {
  for (const bool is_section : {true, false}) {
    const auto element = [&](const std::string& text) { return "<b>" + (is_section ? cdata(text) : text) + "</b>"; };
    const std::string document = "<a>" + element(long_text.substr(1)) + element(long_text + '\r') + element(long_text) +
                                 element(blanks) + "</a>";
    rss::XmlParts parts;
    BOOST_REQUIRE(rss::check_xml(document, &parts).well_formed);
    BOOST_REQUIRE(parts.texts.size() == 1u);
    const rss::LongText& found = parts.texts[0];
    BOOST_TEST(document.substr(found.from, found.to - found.from) == long_text);
    BOOST_TEST(!found.refers);
  }
}

BOOST_AUTO_TEST_CASE(references_are_resolved_wherever_they_stand) {
  const std::pair<std::string, std::string> forms[] = {
      {"&lt;", "<"},   {"&gt;", ">"},  {"&amp;", "&"},         {"&quot;", "\""},
      {"&apos;", "'"}, {"&#65;", "A"}, {"&#x20AC;", "\u20AC"}, {"&#128512;", "\U0001F600"},
  };
  for (std::size_t before = 0; before < 34; ++before)
    for (std::size_t behind = 0; behind < 34; ++behind) {
      const std::string left(before, 'a'), right(behind, 'b');
      for (const auto& [written, meant] : forms) {
        const std::string text = left + written + written + right;
        std::string out(text.size() + rss::decoding_room, '\0');
        out.resize(rss::decode_references(text, out.data()));
        BOOST_REQUIRE_EQUAL(out, left + meant + meant + right);
      }
    }
}

BOOST_AUTO_TEST_CASE(markup_behind_a_long_section_is_found) {
  const std::string entry = "<entry><title type='html'>" + cdata(long_text) +
                            "</title><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Come <b>all"
                            "</b></p></div></content></entry>";
  for (const std::string& more : {std::string(), "<!--" + std::string(300u << 10, ' ') + "-->"}) {
    const auto harvest = read_feed("<feed xmlns='http://www.w3.org/2005/Atom'>" + entry + entry + "</feed>" + more);
    BOOST_REQUIRE(harvest.has_value());
    BOOST_REQUIRE(harvest->entries.size() == 2u);
    for (const Entry& read : harvest->entries) {
      BOOST_TEST(read.title.raw == long_text);
      BOOST_TEST(read.content.raw.find("<p>Come <b>all</b></p>") != std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
