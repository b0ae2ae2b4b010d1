#include "support/golden.hpp"

#include <boost/test/unit_test.hpp>

#include "read.hpp"

BOOST_AUTO_TEST_SUITE(rss_golden, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

BOOST_AUTO_TEST_CASE(documents_give_the_facts_written_beside_them) {
  std::size_t seen = 0;
  for (const char* folder : {"rss", "atom"}) {
    for (const GoldenCase& golden : golden_cases(std::filesystem::path(ALMANAC_TEST_DATA) / folder)) {
      BOOST_TEST_CONTEXT(golden.file.filename().string()) {
        const auto harvest = read_feed(read_file(golden.file), golden.url, golden.options);
        BOOST_TEST(harvest.has_value());
        if (harvest) check_facts(golden.facts, facts_of(*harvest));
        ++seen;
      }
    }
  }
  BOOST_TEST(seen >= 26u);
}

BOOST_AUTO_TEST_CASE(refuses_what_is_no_feed) {
  for (const char* body :
       {"", "   \n", "{}", "plain words", "<html><head><title>Log in</title></head><body><p>Hello</p></body></html>",
        "<!DOCTYPE html><html><body>captive portal<br></body></html>", "<opml version='2.0'/>", "<", "<rss", "&amp;"}) {
    BOOST_TEST_CONTEXT(body) { BOOST_TEST(!read_feed(body).has_value()); }
  }
}

BOOST_AUTO_TEST_CASE(a_single_atom_entry_is_a_feed_of_one) {
  const auto harvest = read_feed("<entry xmlns='http://www.w3.org/2005/Atom'><id>1</id><title>t</title></entry>");
  BOOST_REQUIRE(harvest.has_value());
  BOOST_TEST(harvest->entries.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_feed_may_stand_in_a_page_an_envelope_or_a_second_root) {
  const std::string rss = "<rss version='2.0'><channel><title>c</title><item><title>t</title></item></channel></rss>";
  const std::string atom =
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>c</title><entry><title>t</title></entry></feed>";
  for (const std::string& body :
       {"<html xmlns='http://www.w3.org/1999/xhtml'><head/><body><div>" + atom + "</div></body></html>",
        "<html><body>" + rss + "</body></html>", "<rss version='2.0'>" + rss + "</rss>",
        "<response>" + rss + "</response>", "<s:Envelope xmlns:s='urn:s'><s:Body>" + atom + "</s:Body></s:Envelope>"}) {
    BOOST_TEST_CONTEXT(body) {
      const auto harvest = read_feed(body);
      BOOST_REQUIRE(harvest.has_value());
      BOOST_TEST(harvest->document.title == "c");
      BOOST_REQUIRE(harvest->entries.size() == 1u);
      BOOST_TEST(harvest->entries[0].title.raw == "t");
    }
  }
}

BOOST_AUTO_TEST_CASE(items_may_stand_in_an_element_around_all_of_them) {
  const auto harvest = read_feed(
      "<rss version='2.0'><channel><title>c</title><articles><item><title>a</title></item><item><title>b</title></item>"
      "</articles></channel></rss>");
  BOOST_REQUIRE(harvest.has_value());
  BOOST_TEST(harvest->document.title == "c");
  BOOST_REQUIRE(harvest->entries.size() == 2u);
  BOOST_TEST(harvest->entries[1].title.raw == "b");
  const auto menu = read_feed(
      "<rss><channel><menu><item><title>a</title></item></menu><item><title>b</title></item></channel></rss>");
  BOOST_REQUIRE(menu.has_value());
  BOOST_TEST(menu->entries.size() == 1u);
}

BOOST_AUTO_TEST_CASE(passes_on_that_the_sink_stops) {
  almanac_sink sink{};
  sink.entry = [](void*, const almanac_entry*) -> almanac_status { return ALMANAC_E_STOP; };
  sink.document = [](void*, const almanac_document*) -> almanac_status { return ALMANAC_OK; };
  sink.warn = [](void*, almanac_str, almanac_str, uint32_t) -> almanac_status { return ALMANAC_OK; };
  const almanac_plugin& plugin = *almanac_builtin_rss();
  void* self = nullptr;
  const char* reason = nullptr;
  BOOST_REQUIRE(plugin.create({"{}", 2}, &self, &reason) == ALMANAC_OK);
  const std::string_view body = "<rss><channel><item/><item/></channel></rss>";
  const almanac_response response{sizeof(almanac_response), 200, 0, {}, {}, {body.data(), body.size()}};
  BOOST_TEST(plugin.parse(self, &response, &sink) == ALMANAC_E_STOP);
  plugin.destroy(self);
  BOOST_TEST(plugin.create({"[]", 2}, &self, &reason) == ALMANAC_E_CONFIG);
}

BOOST_AUTO_TEST_SUITE_END()
