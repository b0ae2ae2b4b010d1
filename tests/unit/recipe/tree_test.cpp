#include "tree.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(recipe_tree, *boost::unit_test::label("unit"))

using namespace almanac::recipe;

namespace {

std::string tree(Format format, std::string_view body, std::string_view marker = {}) {
  TreeError error;
  const auto value = read_tree(format, body, marker, error);
  return error.message.empty() ? boost::json::serialize(value) : "error: " + error.message;
}

}  // namespace

BOOST_AUTO_TEST_CASE(csv_is_a_list_of_objects) {
  BOOST_TEST(tree(Format::csv, "\xEF\xBB\xBFName, Day\r\n\"Larch, \"\"2026\"\"\",2026-03-01\n\nshort\n") ==
             R"([{"Name":"Larch, \"2026\"","Day":"2026-03-01"},{"Name":"short"}])");
  BOOST_TEST(tree(Format::csv, "") == "[]");
  BOOST_TEST(tree(Format::csv, "a\n\"open") == R"([{"a":"open"}])");
}

BOOST_AUTO_TEST_CASE(yaml_scalars_are_texts_but_for_null_and_bool) {
  BOOST_TEST(tree(Format::yaml, "a: 1\nb: ~\nc: true\nd: 'true'\ne: [x, {f: 2026-01-01}]\n") ==
             R"({"a":"1","b":null,"c":true,"d":"true","e":["x",{"f":"2026-01-01"}]})");
  BOOST_TEST(tree(Format::yaml, "a: &x {k: v}\nb: *x\n") == R"({"a":{"k":"v"},"b":{"k":"v"}})");
}

BOOST_AUTO_TEST_CASE(yaml_that_grows_by_aliases_meets_the_limit) {
  std::string text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "*a" + std::to_string(i - 1), name = "a" + std::to_string(i);
    text += name + ": &" + name + " [";
    for (int k = 0; k < 10; ++k) text += (k ? "," : "") + before;
    text += "]\n";
  }
  BOOST_TEST(tree(Format::yaml, text).starts_with("error: "));
}

BOOST_AUTO_TEST_CASE(json_that_ends_in_its_first_comment_is_an_error_of_its_last_line) {
  for (const std::string_view body : {"/", "\n// no more", "\n\n/* open"}) {
    TreeError error;
    read_tree(Format::json, body, {}, error);
    BOOST_TEST_CONTEXT(body) {
      BOOST_TEST(error.message.starts_with("this is no JSON: "));
      BOOST_TEST(error.line == 1 + std::count(body.begin(), body.end(), '\n'));
    }
  }
}

BOOST_AUTO_TEST_CASE(deep_documents_are_refused) {
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += "<a>";
  for (int i = 0; i < 200; ++i) deep += "</a>";
  BOOST_TEST(tree(Format::xml, deep).starts_with("error: "));
  for (const Format format : {Format::json, Format::yaml}) {
    BOOST_TEST(tree(format, std::string(200, '[') + std::string(200, ']')).starts_with("error: "));
    BOOST_TEST(tree(format, std::string(100'000, '[')).starts_with("error: "));
  }
}

BOOST_AUTO_TEST_CASE(xml_elements_are_lists_but_for_lone_texts) {
  BOOST_TEST(tree(Format::xml, "<a><b id='1'>x &amp; y</b><c>t</c><d/><e>1</e><e>2</e></a>") ==
             R"({"a":[{"b":[{"@id":"1","#text":"x & y"}],"c":"t","d":"","e":["1","2"]}]})");
  BOOST_TEST(tree(Format::xml, "<a><b></a>").starts_with("error: this is no XML"));
  BOOST_TEST(tree(Format::xml, "").starts_with("error: "));
}

BOOST_AUTO_TEST_CASE(a_page_gives_the_json_behind_its_marker) {
  BOOST_TEST(tree(Format::page, "<div id=app data-page=\"{&quot;a&quot;:[1]}\"></div>", "data-page=\"") ==
             R"({"a":[1]})");
  BOOST_TEST(tree(Format::page, "<script id=\"d\" type=\"application/json\">{\"a\":2}</script>", "<script id=\"d\"") ==
             R"({"a":2})");
  BOOST_TEST(tree(Format::page, "<p>", "data-page=\"").starts_with("error: "));
}

BOOST_AUTO_TEST_CASE(errors_name_the_line) {
  TreeError error;
  read_tree(Format::json, "[\n1,\n}", {}, error);
  BOOST_TEST(error.line == 3u);
  TreeError in_yaml;
  read_tree(Format::yaml, "a: 1\nb: [\n", {}, in_yaml);
  BOOST_TEST(!in_yaml.message.empty());
  BOOST_TEST(in_yaml.line >= 2u);
}

BOOST_AUTO_TEST_SUITE_END()
