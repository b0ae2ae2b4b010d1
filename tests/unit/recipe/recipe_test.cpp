#include <boost/test/unit_test.hpp>

#include "read_list.hpp"

BOOST_AUTO_TEST_SUITE(recipe_plugin, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;

namespace {

const std::string plain = "format = \"json\"\nrows = \"/*\"\n[fields]\ntitle = \"/t\"\n";

std::string refusal(const std::string& recipe) {
  auto instance = with_recipe(recipe);
  return instance ? "taken" : instance.error().what;
}

}  // namespace

BOOST_AUTO_TEST_CASE(wrong_recipes_are_refused_with_line_and_key) {
  const std::pair<std::string, const char*> cases[]{
      {"format = \"jsn\"\nrows = \"/*\"\n", "line 1: format: "},
      {"format = \"json\"\nrows = \"x\"\n", "line 2: rows: a path is wanted"},
      {"format = \"json\"\nrows = \"/*\"\n", "fields: a recipe must have a table"},
      {"format = \"json\"\nrows = \"/*\"\n[fields]\nurl = \"/u\"\n", "fields.title: "},
      {plain + "ttile = \"/x\"\n", "line 5: fields.ttile: no such key; did you mean 'title'?"},
      {plain + "\u00e9t\u00e9 = \"/x\"\n", "line 5"},
      {plain + "kind = \"hakathon\"\n", "line 5: fields.kind: 'hakathon' is not among its words"},
      {plain + "url = { from = \"/u\", match = \"(\" }\n", "line 5: fields.url.match: wrong expression"},
      {plain + "url = { from = \"u\" }\n", "line 5: fields.url.from: a path"},
      {plain + "url = \"https://x/{u}\"\n", "line 5: fields.url: '{u}' is no path"},
      {plain + "start = { from = \"/s\", epoch = \"us\" }\n", "line 5: fields.start.epoch: "},
      {plain + "[[deadlines]]\ntype = \"cfp\"\n", "deadlines.at: a deadline must say when"},
      {plain + "[[deadlines]]\nat = \"/d\"\ntype = \"cpf\"\n", "line 7: deadlines.type: 'cpf'"},
      {plain + "[paging]\nmost = 3\n", "paging.next: "},
      {"format = \"page\"\nrows = \"/*\"\n", "marker: "},
      {"format = \"json\"\nrows = 3\n", "line 2: rows: a text or a list of texts"},
      {"format = \"json\"\nrows = []\n", "line 2: rows: a recipe must say where"},
      {"format = 3\nrows = \"/*\"\n", "line 1: format: a text is wanted"},
      {"format = \"json\"\nrowz = \"/*\"\nrows = \"/*\"\n[fields]\ntitle = \"/t\"\n", "line 2: rowz: no such key"},
      {plain + "mode = { from = \"/m\", map = { a = \"onlin\" } }\n", "line 5: fields.mode"},
      {plain + "url = { from = \"/u\", mach = \"x\" }\n",
       "line 5: fields.url.mach: no such key; did you mean 'match'?"},
      {plain + "url = { frm = \"/u\" }\n", "line 5: fields.url.frm: no such key; did you mean 'from'?"},
      {plain + "start = { frm = \"/s\", epoch = \"s\" }\n", "line 5: fields.start.frm: no such key"},
      {plain + "url = 3\n", "line 5: fields.url: a path, words in quotes"},
      {plain + "url = [\"/a\", \"b\"]\n", "line 5: fields.url: a list of paths"},
      {plain + "url = \"x{/a\"\n", "line 5: fields.url: a '{' is not closed"},
      {plain + "url = { split = \",\" }\n", "line 5: fields.url.from: 'from', 'template' or 'default'"},
      {plain + "start = { from = \"/s\", range = \"begin\" }\n", "line 5: fields.start.range: 'first' or 'last'"},
      {plain + "start = { from = \"/s\", day = \"yes\" }\n", "line 5: fields.start.day: true or false"},
      {plain + "[[deadlines]]\nat = \"/d\"\n", "deadlines.type: a deadline must say what"},
      {plain + "[[deadlines]]\neach = \"d\"\nat = \"/d\"\ntype = \"cfp\"\n", "line 6: deadlines.each: a path"},
      {plain + "[deadlines]\nat = \"/d\"\n", "line 5: deadlines: tables are wanted: [[deadlines]]"},
      {plain + "[paging]\nnext = \"/n\"\nmost = 1000\n", "line 7: paging.most: a number from 0 to 50"},
      {"format = ", "line 1: "},
      {"", "it is empty"},
  };
  for (const auto& [recipe, wanted] : cases) BOOST_TEST_CONTEXT(recipe) {
      const std::string told = refusal(recipe);
      BOOST_TEST(told.find(wanted) != std::string::npos, told);
    }
}

BOOST_AUTO_TEST_CASE(values_go_through_their_transforms) {
  const auto harvest =
      read_list(plain + R"toml(
id = { from = "/u", match = "/e/(\\d+)" }
url = "https://list.example/e/{/id}"
location = { from = ["/city", "/country"], join = ", " }
topics = { from = "/tags", split = ";" }
mode = { from = "/on", map = { true = "online", false = "in_person" } }
status = { from = "/st", map = { off = "cancelled" } }
cost = { from = "/price", default = "free" }
categories = ["/a/*/n", "$/0/t"]
)toml",
                R"([{"t":" One ","u":"/e/42?x","id":7,"city":"Turin","country":"Italy","tags":"ml; ;ai",
                                     "on":true,"st":"off","a":[{"n":"x"},{"n":"y"}]}])");
  BOOST_REQUIRE(harvest.has_value());
  BOOST_REQUIRE(harvest->entries.size() == 1u);
  const Entry& entry = harvest->entries.front();
  BOOST_TEST(entry.title.raw == "One");
  BOOST_TEST(entry.id == "42");
  BOOST_TEST(entry.url == "https://list.example/e/7");
  BOOST_TEST(entry.location == "Turin, Italy");
  BOOST_TEST(entry.topics == (std::vector<std::string>{"ml", "ai"}), boost::test_tools::per_element());
  BOOST_TEST((entry.mode == Mode::online));
  BOOST_TEST((entry.status == EventStatus::cancelled));
  BOOST_TEST(entry.cost == "free");
  BOOST_TEST(entry.categories.size() == 3u);
}

BOOST_AUTO_TEST_CASE(rows_reach_what_encloses_them_and_their_own_names) {
  const auto harvest = read_list(
      "format = \"json\"\nrows = \"/series/*/editions/*\"\n[fields]\ntitle = \"{^/name} {/year}\"\nid = \"^/@key\"\n"
      "summary = \"$/list\"\n",
      R"({"list":"L","series":{"s1":{"name":"A","editions":[{"year":2026},{"year":2027}]}}})");
  BOOST_REQUIRE(harvest.has_value());
  BOOST_REQUIRE(harvest->entries.size() == 2u);
  BOOST_TEST(harvest->entries[1].title.raw == "A 2027");
  BOOST_TEST(harvest->entries[1].id == "s1");
  BOOST_TEST(harvest->entries[1].summary.raw == "L");
}

BOOST_AUTO_TEST_CASE(addresses_may_stand_in_links_of_markdown) {
  const auto harvest =
      read_list(plain + "url = \"/u\"\n",
                R"j([{"t":"x","u":"[https://a.example](https://a.example/x)"},{"t":"y","u":"[site](b.example)"},
                                     {"t":"z","u":"https://c.example/(d)"}])j");
  BOOST_REQUIRE(harvest.has_value());
  BOOST_REQUIRE(harvest->entries.size() == 3u);
  BOOST_TEST(harvest->entries[0].url == "https://a.example/x");
  BOOST_TEST(harvest->entries[1].url == "https://b.example");
  BOOST_TEST(harvest->entries[2].url == "https://c.example/(d)");
}

BOOST_AUTO_TEST_CASE(times_are_days_instants_or_texts_for_the_host) {
  const auto harvest = read_list(
      plain + R"(
start = { from = "/ms", epoch = "ms", day = true }
end = { from = "/to", range = "last" }
published = { from = "/s", epoch = "s" }
updated = "/text"
[[deadlines]]
type = "paper"
at = { from = "/dl", format = "%d.%m.%Y %H:%M", zone = "/tz", default_zone = "AoE" }
)",
      R"([{"t":"x","ms":1767657600000,"to":"May 3, 2026","s":1767657600,"text":"Mon, 05 Jan 2026 10:00:00 GMT",
                                      "dl":"05.03.2026 18:00","tz":"UTC+2"},{"t":"y","dl":"05.03.2026 18:00"},{"t":"z","dl":"soon"}])");
  BOOST_REQUIRE(harvest.has_value());
  BOOST_REQUIRE(harvest->entries.size() == 3u);
  const Entry& entry = harvest->entries[0];
  BOOST_TEST(iso_text(*entry.start) == "2026-01-06");
  BOOST_TEST(iso_text(*entry.end) == "2026-05-03");
  BOOST_TEST(entry.end_is_last_day);
  BOOST_TEST(iso_text(*entry.published) == "2026-01-06T00:00:00Z");
  BOOST_TEST((entry.updated->kind == MomentKind::unread));
  BOOST_TEST(iso_text(entry.deadlines[0].at) == "2026-03-05T18:00:00");
  BOOST_TEST(entry.deadlines[0].at.zone == "UTC+2");
  BOOST_TEST(entry.deadlines[0].at.zone_stated);
  BOOST_TEST(harvest->entries[1].deadlines[0].at.zone == "AoE");
  BOOST_TEST(!harvest->entries[1].deadlines[0].at.zone_stated);
  BOOST_TEST(harvest->entries[2].deadlines.empty());
  BOOST_TEST(harvest->warnings.size() == 1u);
}

BOOST_AUTO_TEST_CASE(durations_are_seconds_or_clocks) {
  const auto harvest =
      read_list(plain + "duration = \"/d\"\n",
                R"([{"t":"a","d":90},{"t":"b","d":"1:30"},{"t":"c","d":"00:45:30"},{"t":"d","d":"1:x"}])");
  BOOST_REQUIRE(harvest.has_value());
  BOOST_REQUIRE(harvest->entries.size() == 4u);
  BOOST_TEST(harvest->entries[0].duration.value_or(0) == 90);
  BOOST_TEST(harvest->entries[1].duration.value_or(0) == 5400);
  BOOST_TEST(harvest->entries[2].duration.value_or(0) == 2730);
  BOOST_TEST(!harvest->entries[3].duration.has_value());
}

BOOST_AUTO_TEST_CASE(a_row_without_title_is_told_and_where_chooses_rows) {
  const auto harvest = read_list(
      "format = \"json\"\nrows = \"/*\"\n[[where]]\nfrom = \"/phase\"\nmatch = \"^BEFORE$\"\n"
      "[fields]\ntitle = \"/t\"\n",
      R"([{"t":"a","phase":"BEFORE"},{"t":"b","phase":"DONE"},{"phase":"BEFORE"},3])");
  BOOST_REQUIRE(harvest.has_value());
  BOOST_TEST(harvest->entries.size() == 1u);
  BOOST_REQUIRE(harvest->skipped.size() == 1u);
  BOOST_TEST(harvest->skipped[0].index == 2u);
}

BOOST_AUTO_TEST_CASE(rows_that_are_nowhere_are_told_and_an_empty_list_is_none_of_it) {
  const std::string recipe =
      "format = \"json\"\nrows = [\"/events/*\", \"/more/*/events/*\"]\n[fields]\ntitle = \"/t\"\n";
  const auto warned = [&](const std::string& body, std::uint64_t tag = 0) {
    const auto harvest = read_list(recipe, body, "https://list.example/a", tag);
    BOOST_REQUIRE(harvest.has_value());
    return !harvest->warnings.empty() && harvest->warnings[0].code == "no-rows";
  };
  BOOST_TEST(warned(R"({"event":[{"t":"a"}]})"));
  BOOST_TEST(warned(R"({"error":"moved"})"));
  BOOST_TEST(!warned(R"({"events":[]})"));
  BOOST_TEST(!warned(R"({"more":[]})"));
  BOOST_TEST(!warned(R"({"events":[{"t":"a"}]})"));
  BOOST_TEST(!warned(R"({"end":true})", 1));  // behind the last page
}

BOOST_AUTO_TEST_CASE(pages_are_asked_for_until_the_end_or_the_cap) {
  const std::string by_link = plain + "[paging]\nnext = \"/0/next\"\nmost = 3\n";
  const auto first = read_list(by_link, R"([{"t":"a","next":"?page=2"}])");
  BOOST_REQUIRE(first.has_value());
  BOOST_REQUIRE(first->follow_ups.size() == 1u);
  BOOST_TEST(first->follow_ups[0].url == "https://list.example/a?page=2");
  BOOST_TEST(first->follow_ups[0].tag == 1u);
  BOOST_TEST(read_list(by_link, R"([{"t":"a"}])")->follow_ups.empty());
  const auto capped = read_list(by_link, R"([{"t":"a","next":"?page=4"}])", "https://list.example/a?page=3", 2);
  BOOST_TEST(capped->follow_ups.empty());
  BOOST_TEST(capped->warnings.size() == 1u);
  const std::string by_number = plain + "[paging]\nparameter = \"page\"\n";
  BOOST_TEST(read_list(by_number, R"([{"t":"a"}])", "https://list.example/a?page=1&x=2", 0)->follow_ups[0].url ==
             "https://list.example/a?page=2&x=2");
  BOOST_TEST(read_list(by_number, "[]", "https://list.example/a?page=7", 6)->follow_ups.empty());
}

BOOST_AUTO_TEST_CASE(next_year_may_be_missing) {
  const std::string recipe =
      "urls = [\"https://list.example/{year}.csv\", \"https://list.example/{year+1}.csv\"]\n" + plain;
  for (const char* url : {"", "https://list.example/{year}.csv", "https://list.example/%7Byear%7D.csv"})
    BOOST_TEST_CONTEXT(url) {
      auto requests = with_recipe(recipe, url)->plan();
      BOOST_REQUIRE(requests.has_value());
      BOOST_REQUIRE(requests->size() == 2u);
      BOOST_TEST((*requests)[0].url == "https://list.example/2026.csv");
      BOOST_TEST(!(*requests)[0].may_be_missing);
      BOOST_TEST((*requests)[1].url == "https://list.example/2027.csv");
      BOOST_TEST((*requests)[1].may_be_missing);
    }
  auto own = with_recipe(recipe, "file:///tmp/a.csv")->plan();
  BOOST_REQUIRE(own.has_value());
  BOOST_REQUIRE(own->size() == 1u);
  BOOST_TEST((*own)[0].url == "file:///tmp/a.csv");
}

BOOST_AUTO_TEST_CASE(documents_of_another_form_are_refused) {
  for (const char* body : {"{", "<html>", "[1] 2"}) BOOST_TEST(!read_list(plain, body).has_value());
  BOOST_TEST(read_list(plain, "{}")->entries.empty());
}

BOOST_AUTO_TEST_SUITE_END()
