#include <almanac/catalog/catalogue.hpp>
#include <almanac/catalog/recipe_files.hpp>
#include <almanac/catalog/topic_file.hpp>
#include <almanac/ingest/source_options.hpp>
#include <boost/test/unit_test.hpp>
#include <regex>
#include <set>

BOOST_AUTO_TEST_SUITE(catalogue, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

std::string refusal(const std::string& toml) {
  const auto read = read_catalogue(toml, "c.toml");
  return read ? "taken" : read.error().what;
}

const std::string good =
    "[[source]]\nname = \"larch\"\ntitle = \"Larch\"\nurl = \"https://larch.example/a\"\ncertainty = \"A\"\n";

}  // namespace

BOOST_AUTO_TEST_CASE(every_shipped_source_is_well_formed) {
  const auto read = load_catalogue(ALMANAC_FEEDS);
  BOOST_REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().what));
  BOOST_TEST(read->entries.size() >= 90u);
  std::set<std::string> urls;
  for (const CatalogueEntry& entry : read->entries) BOOST_TEST_CONTEXT(entry.name) {
      BOOST_TEST(urls.insert(entry.source.url).second);
      BOOST_TEST(entry.source.kind.has_value());
      BOOST_TEST(!entry.format.empty());
      BOOST_TEST(!entry.region.empty());
      BOOST_TEST(entry.source.every.has_value());
      if (!entry.source.recipe.empty()) BOOST_TEST(read_recipe_file(ALMANAC_FEEDS, entry.source.recipe).has_value());
      BOOST_TEST(read_source_options(entry.source.options).has_value());
    }
}

BOOST_AUTO_TEST_CASE(no_shipped_source_is_bound_to_one_edition) {
  const auto read = load_catalogue(ALMANAC_FEEDS);
  BOOST_REQUIRE(read.has_value());
  const std::regex edition("(19|20)[0-9][0-9]([^0-9a-z]|$)|/meeting/[0-9]");
  for (const CatalogueEntry& entry : read->entries) BOOST_TEST_CONTEXT(entry.name) {
      BOOST_TEST(!std::regex_search(entry.source.url, edition));
      BOOST_TEST(!entry.rights.empty());
      BOOST_TEST((entry.name.size() <= 32));
      BOOST_TEST((entry.disabled.empty() ? entry.certainty <= 'C' : entry.bundles.empty()));
    }
}

BOOST_AUTO_TEST_CASE(the_bundle_to_start_with_is_small_certain_and_varied) {
  const auto read = load_catalogue(ALMANAC_FEEDS);
  BOOST_REQUIRE(read.has_value());
  std::set<Kind> kinds;
  for (const CatalogueEntry* entry : read->bundle("starter")) {
    BOOST_TEST((entry->certainty <= 'B'), entry->name);
    kinds.insert(entry->source.kind.value_or(Kind::other));
  }
  BOOST_TEST(read->bundle("starter").size() <= 12u);
  BOOST_TEST(kinds.size() >= 4u);
}

BOOST_AUTO_TEST_CASE(topics_are_read_in_order_and_refused_with_line_and_key) {
  const auto shipped = load_topics(ALMANAC_FEEDS);
  BOOST_REQUIRE_MESSAGE(shipped.has_value(), (shipped ? "" : shipped.error().what));
  BOOST_TEST(shipped->size() >= 30u);
  BOOST_TEST(shipped->front().first == "ml");
  const auto refused = [](const char* toml) {
    const auto topics = read_topics(toml, "t.toml");
    return topics ? std::string("taken") : topics.error().what;
  };
  BOOST_TEST(refused("a = [\"x\"]\nb = 3\n").find("t.toml, line 2: b: ") == 0u);
  BOOST_TEST(refused("a = [\"x\",\n3]\n").find("t.toml, line 2: a: a word") == 0u);
  BOOST_TEST(refused("a = [").find("t.toml, line 1: ") == 0u);
}

BOOST_AUTO_TEST_CASE(the_promised_bundles_hold_sources) {
  const auto read = load_catalogue(ALMANAC_FEEDS);
  BOOST_REQUIRE(read.has_value());
  for (const char* bundle : {"starter", "ml", "conferences", "deadlines", "hackathons", "forums", "europe"})
    BOOST_TEST_CONTEXT(bundle) { BOOST_TEST(read->bundle(bundle).size() >= 3u); }
}

BOOST_AUTO_TEST_CASE(finds_searches_and_suggests) {
  const auto read = load_catalogue(ALMANAC_FEEDS);
  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->find("Confs-Tech") != nullptr);
  BOOST_TEST(read->find("confs") == nullptr);
  BOOST_TEST(read->nearest("conf-tech") == "confs-tech");
  BOOST_TEST(read->nearest("@startr") == "@starter");
  BOOST_TEST(read->search({"Discourse", "julia"}).size() == 1u);
  BOOST_TEST(read->search({}).size() == read->entries.size());
}

BOOST_AUTO_TEST_CASE(wrong_catalogues_are_refused_with_line_and_key) {
  BOOST_TEST(refusal(good) == "taken");
  const std::pair<std::string, const char*> cases[]{
      {good + "ttle = \"x\"\n", "c.toml, line 6: ttle: no such key"},
      {good + "kind = \"party\"\n", "line 6: kind: "},
      {good + "every = \"1d\"\n", "line 6: every: "},
      {good + "disabled = \"old\"\nbundles = [\"ml\"]\n", "line 7: bundles: "},
      {good + good, "occurs twice"},
      {"[[source]]\nname = \"A b\"\ntitle = \"x\"\nurl = \"https://a.example\"\ncertainty = \"A\"\n", "line 2: name: "},
      {"x = 1\n", "line 1: x: no such key"},
      {"[[source]\n", "line 1: "},
  };
  for (const auto& [toml, wanted] : cases) BOOST_TEST_CONTEXT(toml) {
      BOOST_TEST(refusal(toml).find(wanted) != std::string::npos, refusal(toml));
    }
}

BOOST_AUTO_TEST_CASE(recipes_are_found_by_loose_names) {
  BOOST_TEST(read_recipe_file(ALMANAC_FEEDS, "confs.tech").has_value());
  const auto unknown = read_recipe_file(ALMANAC_FEEDS, "conf-tech");
  BOOST_REQUIRE(!unknown.has_value());
  BOOST_TEST(unknown.error().hint.find("confs-tech") != std::string::npos);
  BOOST_TEST(!read_recipe_file(ALMANAC_FEEDS, "./missing.toml").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
