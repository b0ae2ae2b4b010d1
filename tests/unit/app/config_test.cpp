// The annotated example and the code know the same settings.
#include <almanac/app/config.hpp>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <regex>
#include <set>
#include <support/temp_dir.hpp>

BOOST_AUTO_TEST_SUITE(app_config, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

struct Example {
  std::string text;            ///< with every setting in force
  std::set<std::string> keys;  ///< as config_keys() names them
};

/// The example with its commented settings uncommented: "# key = value" and "# [table]".
Example example() {
  Example out;
  static const std::regex setting("^(# )?([a-z_-]+) = (.*)$"), table("^(# )?\\[([a-z]+)(\\.[a-z-]+)?\\]$");
  std::ifstream file(ALMANAC_EXAMPLE);
  std::string where;
  for (std::string line; std::getline(file, line);) {
    std::smatch found;
    if (std::regex_match(line, found, table)) {
      where = found[2].str() + (found[3].matched ? ".*" : "");
      out.text += '[' + found[2].str() + found[3].str() + "]\n";
    } else if (std::regex_match(line, found, setting)) {
      out.keys.insert(where + '.' + (where == "filter" || where == "topics" ? "*" : found[2].str()));
      out.text += found[2].str() + " = " + found[3].str() + '\n';
    }
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_example_holds_every_setting_and_no_other) {
  std::set<std::string> known;
  for (const std::string& key : config_keys())
    if (key.find('.') != key.npos) known.insert(key);
  BOOST_TEST(known.size() > 15u);
  BOOST_TEST(example().keys == known, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_example_reads_with_every_setting_in_force) {
  const test::TempDir folder;
  const auto file = folder.path() / "almanac.toml";
  std::ofstream(file) << example().text;
  const auto config = load_config(file, true);
  BOOST_REQUIRE_MESSAGE(config.has_value(), (config ? "" : config.error().text()));
  BOOST_TEST(config->profiles.contains("weekly"));
  BOOST_TEST(config->filters.contains("near-me"));
}

BOOST_AUTO_TEST_CASE(the_defaults_it_shows_are_the_codes) {
  const test::TempDir folder;
  const auto file = folder.path() / "almanac.toml";
  std::string text = example().text;
  std::ofstream(file) << text.substr(0, text.find("[filter]"));
  const auto shown = load_config(file, true);
  BOOST_REQUIRE_MESSAGE(shown.has_value(), (shown ? "" : shown.error().text()));
  const Config code;
  BOOST_TEST((shown->poll.base == code.poll.base && shown->poll.floor == code.poll.floor &&
              shown->poll.ceiling == code.poll.ceiling && shown->poll.concurrency == code.poll.concurrency));
  BOOST_TEST((shown->net.host_spacing == code.net.host_spacing && shown->net.contact == code.net.contact &&
              shown->net.host_connections == code.net.host_connections));
}

BOOST_AUTO_TEST_CASE(an_unknown_key_names_its_line_and_the_nearest_one) {
  const test::TempDir folder;
  const auto file = folder.path() / "almanac.toml";
  std::ofstream(file) << "[net]\n\ncontcat = \"me\"\n";
  const auto config = load_config(file, true);
  BOOST_TEST_REQUIRE(!config);
  BOOST_TEST(config.error().what == file.string() + ":3: unknown key 'net.contcat'");
  BOOST_TEST(config.error().hint == "did you mean 'contact'?");
}

BOOST_AUTO_TEST_CASE(what_a_digest_does_not_know_is_refused_with_its_line_and_the_nearest_word) {
  const test::TempDir folder;
  const auto file = folder.path() / "almanac.toml";
  const auto read = [&](const std::string& line) {
    std::ofstream(file) << "[profile.weekly]\n\n" + line + "\n";
    return load_config(file, true);
  };
  const struct {
    const char *line, *what, *hint;
  } bad[] = {
      {"sections = [\"deadlines\", \"post\"]", "'post' is no section of a digest", "did you mean 'posts'?"},
      {"sections = [\"posts\", \"posts\"]", "'posts' stands twice among the sections", "name each once"},
      {"language = \"DE\"", "profile.weekly.language must be a language of dates: en, de, fr, es, it, pt or nl", ""},
      {"sections = []", "profile.weekly.sections must be a list of sections", ""},
      {"topics = [\"\"]", "profile.weekly.topics must be a list of topics", ""},
      {"weights = { topics = 3 }", "unknown key 'profile.weekly.weights.topics'", "did you mean 'topic'?"},
      {"weights = { topic = -1 }", "profile.weekly.weights.topic must be a number from 0 to 1000", ""},
      {"weights = { topic = nan }", "profile.weekly.weights.topic must be a number from 0 to 1000", ""},
  };
  for (const auto& c : bad) BOOST_TEST_CONTEXT(c.line) {
      const auto config = read(c.line);
      BOOST_TEST_REQUIRE(!config);
      BOOST_TEST(config.error().what == file.string() + ":3: " + c.what);
      BOOST_TEST(config.error().hint == c.hint);
    }
  const auto good =
      read("sections = [\"posts\", \"changed\"]\ntopics = [\"rust\"]\nweights = { topic = 2.5, soon = 0 }");
  BOOST_REQUIRE_MESSAGE(good.has_value(), (good ? "" : good.error().text()));
  const ProfileConfig& profile = good->profiles.at("weekly");
  BOOST_TEST(profile.sections == (std::vector<std::string>{"posts", "changed"}), boost::test_tools::per_element());
  BOOST_TEST(profile.weights.topic == 2.5);
  BOOST_TEST(profile.weights.soon == 0.0);
  BOOST_TEST(profile.weights.word == RankWeights{}.word);
}

BOOST_AUTO_TEST_CASE(what_is_no_mail_address_is_refused_with_its_line) {
  const test::TempDir folder;
  const auto file = folder.path() / "almanac.toml";
  const auto read = [&](const std::string& line) {
    std::ofstream(file) << "[profile.weekly]\n\n" + line + "\n";
    return load_config(file, true);
  };
  for (const char* good : {"mail_to = \"\"", "mail_to = \"Jürgen <j@example.org>\"",
                           "mail_to = \"a@example.org, \\\"B, C\\\" <b@example.org>\"", "mail_from = \"a@b.example\""})
    BOOST_TEST_CONTEXT(good) BOOST_TEST(read(good).has_value());
  for (const char* bad :
       {"mail_to = \"no address\"", "mail_to = \"a@b.example, no address\"", "mail_from = \"a@b.example, c@d.example\"",
        "mail_to = \"a@b.example\\nBcc: c@d.example\"", "mail_to = \"me@@b.example\"", "mail_to = \"Me <me@b.example\"",
        "mail_to = [\"a@b.example\"]"}) {
    BOOST_TEST_CONTEXT(bad) {
      const auto config = read(bad);
      BOOST_TEST_REQUIRE(!config);
      BOOST_TEST(config.error().what.starts_with(file.string() + ":3: profile.weekly.mail_"), config.error().what);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
