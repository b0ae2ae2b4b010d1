#include <almanac/plugin/instance.hpp>
#include <almanac/plugin/load.hpp>
#include <almanac/plugin/plugin_errc.hpp>
#include <almanac/plugin/registry.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <support/temp_dir.hpp>

BOOST_AUTO_TEST_SUITE(plugin_loading, *boost::unit_test::label("integration"))

using namespace almanac;
namespace fs = std::filesystem;

namespace {

const fs::path folder = ALMANAC_BUILD_DIR "/tests/plugins";

void expect(const fs::path& file, PluginErrc code, std::string_view words) {
  BOOST_TEST_CONTEXT(file.string()) {
    const auto loaded = load_plugin(file);
    BOOST_TEST_REQUIRE(!loaded.has_value());
    BOOST_TEST(loaded.error().code == make_error_code(code));
    BOOST_TEST(loaded.error().what.find(words) != std::string::npos, loaded.error().text());
    BOOST_TEST(loaded.error().what.find(file.string()) != std::string::npos);
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(says_why_a_file_cannot_be_loaded) {
  expect(folder / "wrong_abi.so", PluginErrc::wrong_abi, "ABI 99");
  expect(folder / "short_table.so", PluginErrc::wrong_abi, "incomplete");
  expect(folder / "no_symbol.so", PluginErrc::not_loadable, "almanac_source_entry");
  expect(folder / "missing.so", PluginErrc::not_loadable, "No such file");
  const test::TempDir temp;
  const fs::path text = temp.path() / "text.so";
  std::ofstream(text) << "not an ELF file";
  expect(text, PluginErrc::not_loadable, "");
  expect("relative.so", PluginErrc::not_trusted, "absolute");
}

BOOST_AUTO_TEST_CASE(refuses_files_that_others_may_write) {
  const test::TempDir temp;
  const fs::path copy = temp.path() / "flooding.so";
  fs::copy_file(folder / "flooding.so", copy);
  fs::permissions(copy, fs::perms::group_write, fs::perm_options::add);
  expect(copy, PluginErrc::not_trusted, "others may write");
  fs::create_directory(temp.path() / "folder.so");
  expect(temp.path() / "folder.so", PluginErrc::not_trusted, "regular file");
}

BOOST_AUTO_TEST_CASE(a_folder_gives_what_can_be_loaded_and_tells_the_rest) {
  PluginRegistry registry;
  const auto problems = registry.load_folder(folder);
  BOOST_TEST(problems.size() == 3u);
  BOOST_TEST(registry.all().size() == 2u);
  BOOST_TEST_REQUIRE(registry.find("flooding"));
  BOOST_TEST(registry.load_file(folder / "flooding.so").error().code == make_error_code(PluginErrc::duplicate));
  BOOST_TEST(registry.load_folder("/nowhere/at/all").empty());
}

BOOST_AUTO_TEST_CASE(keeps_a_throwing_plugin_inside_its_walls) {
  PluginRegistry registry;
  BOOST_TEST_REQUIRE(registry.load_file(folder / "throwing.so").has_value());
  BOOST_TEST(registry.choose("<rss>", "") == nullptr);
  auto instance = PluginInstance::create(*registry.find("throwing")->table, {});
  BOOST_TEST_REQUIRE(instance.has_value());
  BOOST_TEST(instance->plan().error().code == make_error_code(PluginErrc::misbehaved));
  BOOST_TEST(instance->parse({}).error().code == make_error_code(PluginErrc::limit));
}

BOOST_AUTO_TEST_SUITE_END()
