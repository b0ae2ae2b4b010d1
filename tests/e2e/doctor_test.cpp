// What `almanac doctor` and `almanac sources` say of good and bad installations.
#include <sys/stat.h>

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <support/loopback/content.hpp>
#include <support/loopback/server.hpp>

#include "installation.hpp"

BOOST_AUTO_TEST_SUITE(doctor, *boost::unit_test::label("e2e"))

using namespace almanac;
using test::Finished;
using test::has;
using test::User;

namespace {

const std::string quick_net =
    "[net]\nallow_private = [\"127.0.0.0/8\"]\nhost_spacing = \"0ms\"\nhost_connections = 8\n";

/// The level of the worst check of a name; "" when there is none.
std::string level_of(const Finished& doctor, std::string_view name) {
  std::string worst;
  const auto said = boost::json::parse(doctor.out);
  for (const auto& item : said.at("checks").as_array()) {
    const std::string level(item.at("level").as_string());
    if (item.at("name").as_string() != boost::json::string_view(name.data(), name.size())) continue;
    if (worst.empty() || level == "fail" || (level == "warn" && worst == "ok")) worst = level;
  }
  return worst;
}

struct World {
  World() {
    server.on("/good", loopback::document("<rss version=\"2.0\"><channel><title>Good one</title><item><title>T</title>"
                                          "<guid>1</guid></item></channel></rss>"));
    BOOST_TEST_REQUIRE(user.run({"follow", server.url("/good")}).code == 0);
  }
  Finished doctor() const { return user.run({"doctor", "--format", "json"}); }
  loopback::Server server;
  User user;
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(finds_nothing_wrong_with_a_sound_installation, World) {
  const Finished said = doctor();
  BOOST_TEST(said.code == 0, said.out);
  for (const char* name : {"database", "daemon", "plugins", "disk", "sources"})
    BOOST_TEST(level_of(said, name) == "ok", name);
  // Nobody to write to: worth a word, no failure.
  BOOST_TEST(level_of(said, "configuration") == "warn");
  const Finished text = user.run({"doctor"});
  BOOST_TEST(text.code == 0);
  BOOST_TEST(has(text.out, "set net.contact in"), text.out);
  BOOST_TEST(has(text.out, "sound; "), text.out);
  BOOST_TEST(server.journal().size() == 1u);
}

BOOST_FIXTURE_TEST_CASE(names_what_is_wrong_with_the_database, World) {
  ::chmod(user.db_path().c_str(), 0644);
  const Finished open = doctor();
  BOOST_TEST(open.code == 0, open.out);
  BOOST_TEST(level_of(open, "database") == "warn");
  BOOST_TEST(has(open.out, "chmod 600"), open.out);
  ::chmod(user.db_path().c_str(), 0600);
  // A row that points to nothing.
  test::run({"sqlite3", user.db_path(), "PRAGMA foreign_keys=OFF; DELETE FROM source;"}, user.env());
  const Finished torn = doctor();
  BOOST_TEST(torn.code == 1, torn.out);
  BOOST_TEST(level_of(torn, "database") == "fail");
  BOOST_TEST(has(torn.out, "points to nothing in source"), torn.out);
  std::ofstream(user.db_path(), std::ios::trunc) << "this is no database at all, but some text that is long enough";
  const Finished other = doctor();
  BOOST_TEST(other.code == 1, other.out);
  BOOST_TEST(has(other.out, "not a database"), other.out);
}

BOOST_FIXTURE_TEST_CASE(names_what_is_wrong_with_the_configuration, World) {
  user.configure(quick_net + "[log]\nlevel = \"loud\"\n[profile.weekly]\nat = \"Mo 25:00\"\n");
  const Finished said = doctor();
  BOOST_TEST(said.code == 1, said.out);
  BOOST_TEST(level_of(said, "configuration") == "fail");
  BOOST_TEST(has(said.out, "'Mo 25:00' is no time of a week"), said.out);
  BOOST_TEST(has(said.out, "'loud' is no level"), said.out);
}

BOOST_FIXTURE_TEST_CASE(names_missing_plugins, World) {
  auto env = user.env();
  env["ALMANAC_PLUGINS"] = user.home().path().string();
  const Finished said = test::run(user.words({"doctor", "--format", "json"}), env);
  BOOST_TEST(said.code == 1, said.out);
  BOOST_TEST(level_of(said, "plugins") == "fail");
  BOOST_TEST(has(said.out, "not there: ical, jsonfeed, recipe, rss, webpage"), said.out);
  const std::string feed = user.home().write("feed.xml", "<rss version='2.0'><channel></channel></rss>").string();
  const Finished unread = test::run(user.words({"inspect", feed}), env);
  BOOST_TEST(unread.code == 1);
  BOOST_TEST(has(unread.err, "no plugin is loaded ('almanac doctor' tells where"), unread.err);
}

BOOST_FIXTURE_TEST_CASE(sources_say_when_they_come_next_and_why, World) {
  loopback::Response missing;
  missing.status = 404;
  server.on("/missing", missing);
  BOOST_TEST(user.run({"follow", "--later", "--every", "6h", "--name", "Calm", server.url("/good?calm")}).code == 0);
  server.on("/good?calm", loopback::document("<rss version=\"2.0\"><channel><title>x</title></channel></rss>"));
  BOOST_TEST(user.run({"follow", "--later", "--name", "Lost", server.url("/missing")}).code == 0);
  BOOST_TEST(user.run({"poll"}).code == 3);
  BOOST_TEST(user.run({"poll", "Lost"}).code == 1);
  const Finished all = user.run({"sources"});
  BOOST_TEST(has(all.out, "after the last: base interval"), all.out);
  BOOST_TEST(has(all.out, "6 h after the last: every 6 h as you asked"), all.out);
  BOOST_TEST(has(all.out, "404 not found (2 failures in a row)"), all.out);
  BOOST_TEST(has(all.out, "2 h after the last: 2 failures in a row"), all.out);
  const Finished broken = user.run({"sources", "--broken"});
  BOOST_TEST(has(broken.out, "Lost"), broken.out);
  BOOST_TEST(!has(broken.out, "Calm"), broken.out);
  const Finished json = user.run({"sources", "--format", "json"});
  BOOST_TEST(has(json.out, "\"interval_seconds\":"), json.out);
  BOOST_TEST(level_of(doctor(), "sources") == "warn");
}

BOOST_AUTO_TEST_SUITE_END()
