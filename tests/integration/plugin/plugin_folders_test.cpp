#include <almanac/plugin/plugin_source.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <support/temp_dir.hpp>

BOOST_AUTO_TEST_SUITE(plugin_folders, *boost::unit_test::label("integration"))

using namespace almanac;
namespace fs = std::filesystem;

namespace {

/// The plugins that are shipped.
struct Shipped {
  std::vector<Problem> told;
  PluginFolders folders{{ALMANAC_BUILD_DIR "/plugins"}, [this](const Problem& problem) { told.push_back(problem); }};
  PluginSource source{folders};

  std::string loaded() const {
    std::string ids;
    for (const LoadedPlugin& plugin : folders.so_far().all()) ids += std::string(plugin.table->id) + ' ';
    return ids;
  }
  std::string chosen(std::string_view prefix) const {
    const LoadedPlugin* plugin = source.choose(prefix, "");
    return plugin ? plugin->table->id : "none";
  }
};

constexpr const char* all = "ical jsonfeed recipe rss webpage ";
constexpr std::string_view rss = "<rss version='2.0'><channel>", calendar = "BEGIN:VCALENDAR\r\n";

}  // namespace

BOOST_FIXTURE_TEST_CASE(loads_what_is_asked_for_by_its_id, Shipped) {
  BOOST_TEST(loaded() == "");
  BOOST_TEST_REQUIRE(source.find("rss"));
  BOOST_TEST(loaded() == "rss ");
  source.expect("ical");
  source.expect("");
  source.expect("nobody");
  BOOST_TEST(loaded() == "rss ical ");
  BOOST_TEST(folders.all().all().size() == 5u);
  BOOST_TEST(loaded() == "rss ical jsonfeed recipe webpage ");
  BOOST_TEST(told.empty());
}

BOOST_FIXTURE_TEST_CASE(looks_for_an_id_in_all_files_before_it_gives_up, Shipped) {
  BOOST_TEST(source.find("nobody") == nullptr);
  BOOST_TEST(loaded() == all);
}

BOOST_FIXTURE_TEST_CASE(asks_no_other_when_the_expected_plugin_is_certain, Shipped) {
  source.expect("rss");
  BOOST_TEST(chosen(rss) == "rss");
  BOOST_TEST(chosen("<feed xmlns='http://www.w3.org/2005/Atom'>") == "rss");
  BOOST_TEST(loaded() == "rss ");
}

BOOST_FIXTURE_TEST_CASE(asks_all_when_it_is_not, Shipped) {
  source.expect("rss");
  BOOST_TEST(chosen(calendar) == "ical");
  BOOST_TEST(loaded() == "rss ical jsonfeed recipe webpage ");
  BOOST_TEST(chosen("plain words") == "none");
}

BOOST_FIXTURE_TEST_CASE(asks_all_when_none_was_expected, Shipped) {
  BOOST_TEST(chosen(calendar) == "ical");
  BOOST_TEST(loaded() == all);
}

BOOST_AUTO_TEST_CASE(takes_the_first_folder_that_has_the_file) {
  const test::TempDir first, second;
  const fs::path shipped = ALMANAC_BUILD_DIR "/plugins";
  for (const auto& folder : {first.path(), second.path()}) fs::copy_file(shipped / "rss.so", folder / "rss.so");
  std::vector<Problem> told;
  PluginFolders folders({"/nowhere/at/all", first.path(), second.path()},
                        [&](const Problem& problem) { told.push_back(problem); });
  BOOST_TEST_REQUIRE(folders.with("rss").find("rss"));
  BOOST_TEST(folders.so_far().find("rss")->path == (first.path() / "rss.so").string());
  BOOST_TEST(told.empty());
  folders.all();
  BOOST_TEST_REQUIRE(told.size() == 1u);  // of the other
  BOOST_TEST(told.front().what.find("is taken by") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(tells_once_why_an_expected_plugin_cannot_be_loaded) {
  const test::TempDir temp;
  std::ofstream(temp.path() / "rss.so") << "not an ELF file";
  std::vector<Problem> told;
  PluginFolders folders({temp.path()}, [&](const Problem& problem) { told.push_back(problem); });
  BOOST_TEST(folders.with("rss").find("rss") == nullptr);
  BOOST_TEST(PluginSource(folders).choose(rss, "") == nullptr);
  BOOST_TEST_REQUIRE(told.size() == 1u);
  const std::string& what = told.front().what;
  BOOST_TEST(what.starts_with((temp.path() / "rss.so").string() + ": "), what);
  BOOST_TEST(what.find("rss.so") == what.rfind("rss.so"), what);
}

BOOST_AUTO_TEST_SUITE_END()
