// B9.1: settings refer to secrets.
#include <sys/stat.h>

#include <almanac/app/config.hpp>
#include <almanac/app/secrets.hpp>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <support/temp_dir.hpp>

BOOST_AUTO_TEST_SUITE(secrets, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

struct Secrets {
  test::TempDir folder;
  std::string file = (folder.path() / "token").string();
  Secrets() {
    ::setenv("ALMANAC_TEST_SECRET", "s3cret", 1);
    std::ofstream(file) << "t0ken\nsecond line\n";
    ::chmod(file.c_str(), 0600);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(b9_1_references_are_put_in_their_places, Secrets) {
  struct Row {
    std::string text, whole;
  };
  for (const Row& row :
       {Row{"nothing", "nothing"}, Row{"", ""}, Row{"${env:ALMANAC_TEST_SECRET}", "s3cret"},
        Row{"Bearer ${env:ALMANAC_TEST_SECRET}.", "Bearer s3cret."}, Row{"file:" + file, "t0ken"},
        Row{"a ${file:" + file + "}, ${env:ALMANAC_TEST_SECRET}", "a t0ken, s3cret"}, Row{"$5 {x}", "$5 {x}"}}) {
    BOOST_TEST_CONTEXT(row.text) {
      const auto whole = resolve_references(row.text);
      BOOST_TEST_REQUIRE(whole.has_value());
      BOOST_TEST(*whole == row.whole);
    }
  }
}

BOOST_FIXTURE_TEST_CASE(b9_1_what_refers_to_nothing_is_told_without_secrets, Secrets) {
  for (const std::string& text :
       {std::string("${env:ALMANAC_TEST_NONE}"), std::string("file:/nowhere/token"), std::string("${vault:x}"),
        std::string("${env:ALMANAC_TEST_SECRET"), "file:" + folder.path().string()}) {
    BOOST_TEST_CONTEXT(text) {
      const auto refused = resolve_references(text + "");
      BOOST_TEST_REQUIRE(!refused.has_value());
      BOOST_TEST((refused.error().code == Failure::misconfigured));
      BOOST_TEST(refused.error().hint != "");
      BOOST_TEST(refused.error().text().find("s3cret") == std::string::npos);
    }
  }
}

BOOST_FIXTURE_TEST_CASE(b9_1_a_file_that_others_can_read_is_refused, Secrets) {
  for (const mode_t mode : {0640u, 0604u, 0660u}) {
    ::chmod(file.c_str(), mode);
    const auto refused = resolve_references("file:" + file);
    BOOST_TEST_REQUIRE(!refused.has_value());
    BOOST_TEST(refused.error().hint == "chmod 600 " + file);
  }
}

BOOST_FIXTURE_TEST_CASE(b9_1_the_configuration_holds_references, Secrets) {
  const auto config = folder.path() / "almanac.toml";
  std::ofstream(config) << "[net]\ncontact = \"${env:ALMANAC_TEST_SECRET}\"\n[profile.weekly]\n"
                        << "send = [\"sendmail\", \"file:" << file << "\"]\n";
  const auto read = load_config(config, true);
  BOOST_REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().text()));
  BOOST_TEST(read->net.contact == "s3cret");
  BOOST_TEST(read->profiles.at("weekly").send.at(1) == "t0ken");
  std::ofstream(config) << "[net]\n\ncontact = \"${env:ALMANAC_TEST_NONE}\"\n";
  const auto refused = load_config(config, true);
  BOOST_TEST_REQUIRE(!refused.has_value());
  BOOST_TEST(refused.error().what == config.string() + ":3: the environment has no ALMANAC_TEST_NONE");
}

BOOST_AUTO_TEST_SUITE_END()
