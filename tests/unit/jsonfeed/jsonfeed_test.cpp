#include <almanac/plugin/instance.hpp>
#include <boost/test/unit_test.hpp>

#include "feed.hpp"
#include "sniff.hpp"
#include "support/golden.hpp"

BOOST_AUTO_TEST_SUITE(jsonfeed_plugin, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

extern "C" const almanac_plugin* almanac_builtin_jsonfeed();

namespace {

Result<Harvest, Problem> read_feed(std::string body, std::string url = "https://example.org/feed.json") {
  auto instance = PluginInstance::create(*almanac_builtin_jsonfeed(), {url, {}, {}});
  if (!instance) return instance.error();
  Document document;
  document.body = std::move(body);
  document.url = std::move(url);
  return instance->parse(document);
}

}  // namespace

BOOST_AUTO_TEST_CASE(documents_give_the_facts_written_beside_them) {
  std::size_t seen = 0;
  for (const GoldenCase& golden : golden_cases(std::filesystem::path(ALMANAC_TEST_DATA) / "jsonfeed")) {
    BOOST_TEST_CONTEXT(golden.file.filename().string()) {
      const auto harvest = read_feed(read_file(golden.file), golden.url);
      BOOST_TEST(harvest.has_value());
      if (harvest) check_facts(golden.facts, facts_of(*harvest));
      ++seen;
    }
  }
  BOOST_TEST(seen >= 2u);
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_json_feed) {
  for (const char* body :
       {"", "{", "[]", "{}", "{\"items\":[]}", "<rss/>", "{\"title\":\"t\",\"items\":{}}", "null", "\"jsonfeed.org\""})
    BOOST_TEST_CONTEXT(body) { BOOST_TEST(!read_feed(body).has_value()); }
}

BOOST_AUTO_TEST_CASE(a_bad_item_is_told_and_the_others_stay) {
  const auto harvest =
      read_feed("\xEF\xBB\xBF{\"title\":\"t\",\"items\":[1,{\"id\":\"a\"},null,{\"id\":1.5,\"tags\":[1,null,\"x\"]}]}");
  BOOST_REQUIRE(harvest.has_value());
  BOOST_TEST(harvest->entries.size() == 2u);
  BOOST_TEST(harvest->skipped.size() == 2u);
  BOOST_TEST(harvest->skipped[1].index == 2u);
  BOOST_TEST(harvest->entries[1].categories.size() == 2u);
}

BOOST_AUTO_TEST_CASE(mends_what_generators_get_wrong) {
  struct Case {
    std::string items;
    const char* title;
    std::size_t entries;
  };
  const std::string tab = "\t", line = "\n";
  for (const Case& c : {
           Case{"[{\"id\":\"1\",\"title\":\"a" + tab + "b" + line + "c\x01\"}]}", "a\tb\nc", 1},
           Case{R"([{"id":"1","title":"C:\dir \d \' \/"}]})", "C:\\dir \\d ' /", 1},
           Case{R"([{"id":"1","title":"\ud83d\ude00 \ud83d! \ude00"}]})", "\U0001F600 \uFFFD! \uFFFD", 1},
           Case{R"([{"id":"1","title":"a","tags":["x"],"attachments":[{"url":"u"}]},{"id":"2","title":"b)", "a", 1},
           Case{R"([{"id":"1","title":"a"},{"id":"2"},{"id":"3","attachments":[{"url":"u"},)", "a", 2},
           Case{R"([{"id":"1","title":"a"}])", "a", 1},
       }) {
    BOOST_TEST_CONTEXT(c.items) {
      const auto harvest = read_feed("{\"title\":\"t\",\"items\":" + c.items);
      BOOST_REQUIRE(harvest.has_value());
      BOOST_REQUIRE(harvest->entries.size() == c.entries);
      BOOST_TEST(harvest->entries[0].title.raw == c.title);
      BOOST_TEST(!harvest->document.well_formed);
    }
  }
  for (const char* body :
       {"{\"title\":\"t\",\"items\":[{\"id\":", "{\"title\":\"t\",\"items\":[1 2]}", "{\"title\":t}"})
    BOOST_TEST_CONTEXT(body) { BOOST_TEST(!read_feed(body).has_value()); }
}

BOOST_AUTO_TEST_CASE(reads_one_attachment_without_a_list) {
  for (const char* one :
       {R"({"url":"https://e.example/1"})", R"("https://e.example/1")", R"(["https://e.example/1"])"}) {
    const auto harvest = read_feed(R"({"title":"t","items":[{"id":"a","attachments":)" + std::string(one) + "}]}");
    BOOST_REQUIRE(harvest.has_value());
    BOOST_REQUIRE(harvest->entries.at(0).enclosures.size() == 1u);
    BOOST_TEST(harvest->entries[0].enclosures[0].url == "https://e.example/1");
  }
}

BOOST_AUTO_TEST_CASE(reads_sizes_that_are_texts) {
  const auto harvest =
      read_feed(R"({"title":"t","items":[{"id":"a","attachments":[{"url":"http://e.example/1","size_in_bytes":"12"},)"
                R"({"url":"http://e.example/2","size_in_bytes":"12 MB"}]}]})");
  BOOST_REQUIRE(harvest.has_value());
  const auto& attached = harvest->entries.at(0).enclosures;
  BOOST_REQUIRE(attached.size() == 2u);
  BOOST_TEST(attached[0].length.value_or(0) == 12);
  BOOST_TEST(!attached[1].length.has_value());
}

BOOST_AUTO_TEST_CASE(relative_addresses_of_a_file_stand_against_its_home_page) {
  const std::string body =
      R"({"title":"t","home_page_url":"https://home.example/blog/","items":[{"id":"a","url":"p"}]})";
  const auto file = read_feed(body, ""), fetched = read_feed(body);
  BOOST_REQUIRE(file.has_value());
  BOOST_REQUIRE(fetched.has_value());
  BOOST_TEST(file->entries.at(0).url == "https://home.example/blog/p");
  BOOST_TEST(fetched->entries.at(0).url == "https://example.org/p");
}

BOOST_AUTO_TEST_CASE(limits_hold) {
  std::string deep(100'000, '[');
  BOOST_TEST(!read_feed("{\"title\":\"t\",\"items\":" + deep).has_value());
  std::string many = "{\"title\":\"t\",\"items\":[{\"id\":\"a\"}";
  for (std::size_t i = 0; i < jsonfeed::max_entries + 3; ++i) many += ",{}";
  const auto harvest = read_feed(many + "]}");
  BOOST_REQUIRE(harvest.has_value());
  BOOST_TEST(harvest->entries.size() == jsonfeed::max_entries);
  std::string wide = "{\"title\":\"t\",\"items\":[";
  for (int i = 0; i < 5'000'000; ++i) wide += "[],";
  BOOST_TEST(!read_feed(wide + "1]}").has_value());
  const auto long_text = read_feed("{\"title\":\"" + std::string(jsonfeed::max_field + 10, 'x') + "\",\"items\":[]}");
  BOOST_REQUIRE(long_text.has_value());
  BOOST_TEST(long_text->document.title.size() == jsonfeed::max_field);
}

BOOST_AUTO_TEST_CASE(sniffs_feeds_and_leaves_other_json_alone) {
  BOOST_TEST(jsonfeed::sniff_feed(" {\"version\":\"https://jsonfeed.org/version/1\"", "text/html") == 100);
  BOOST_TEST(jsonfeed::sniff_feed("{\"items\":[],\"feed_url\":\"\"", "application/json") >= 50);
  BOOST_TEST(jsonfeed::sniff_feed("{\"items\":[{\"name\":1}]}", "application/json") == 0);
  BOOST_TEST(jsonfeed::sniff_feed("[{\"name\":\"x\"}]", "application/json") == 0);
  BOOST_TEST(jsonfeed::sniff_feed("<rss>", "application/feed+json") == 0);
}

BOOST_AUTO_TEST_CASE(numbered_items_are_a_list) {
  const auto harvest = read_feed(
      R"({"version":"https://jsonfeed.org/version/1.1","items":{"3":{"id":"a","url":"https://e.example/a"},"5":{"id":"b"}}})");
  BOOST_REQUIRE(harvest.has_value());
  BOOST_REQUIRE(harvest->entries.size() == 2u);
  BOOST_TEST(harvest->entries[0].url == "https://e.example/a");
  BOOST_TEST(harvest->entries[1].id == "b");
}

BOOST_AUTO_TEST_SUITE_END()
