// Whatever goes wrong: one line on stderr that says what, why and what to do; the exit code as documented; nothing
// lost.
#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <support/loopback/content.hpp>
#include <support/loopback/server.hpp>

#include "installation.hpp"

BOOST_AUTO_TEST_SUITE(bad_input, *boost::unit_test::label("e2e"))

using namespace almanac;
using test::Finished;
using test::has;
using test::User;

namespace {

void expect(const Finished& done, int code, std::initializer_list<std::string_view> words) {
  BOOST_TEST(done.code == code, done.err);
  BOOST_TEST(done.err.starts_with("almanac: "), done.err);
  for (const std::string_view word : words) BOOST_TEST(has(done.err, word), std::string(word) + " in: " + done.err);
}

const std::string feed =
    "<?xml version=\"1.0\"?><rss "
    "version=\"2.0\"><channel><title>Good</title><item><title>Item</title><guid>1</guid></item></channel></rss>";

}  // namespace

BOOST_AUTO_TEST_CASE(wrong_words_name_the_nearest_right_one) {
  const User user;
  expect(user.run({"upcomming"}), 2, {"upcomming", "did you mean 'upcoming'"});
  expect(user.run({"follow"}), 2, {"what"});
  expect(user.run({"follow", "https://example.org/", "--kind", "hackaton", "--later"}), 2, {"hackaton", "hackathon"});
  expect(user.run({"follow", "https://example.org/", "--option", "default_zone=UTC", "--later"}), 2,
         {"default_zone", "default_tz"});
  expect(user.run({"follow", "https://example.org/", "--every", "soon", "--later"}), 2, {"--every", "6h"});
  expect(user.run({"follow", "not an address"}), 2, {"not an address"});
  expect(user.run({"upcoming", "knd:hackathon"}), 2, {"knd", "kind"});
  expect(user.run({"upcoming", "--qqq"}), 2, {"no option '--qqq'", "almanac upcoming --help"});
  expect(user.run({"--qqq", "x", "upcoming"}), 2, {"no option '--qqq'", "before the command"});
  expect(user.run({"inspect", "missing.xml"}), 2, {"no such file: missing.xml"});
  expect(user.run({"follow", "feeds/missing.ics"}), 2, {"no such file: feeds/missing.ics"});
  expect(user.run({"upcoming", "--within", "soon"}), 2, {"--within", "30d"});
}

BOOST_AUTO_TEST_CASE(a_wrong_configuration_names_file_line_and_key) {
  User user;
  user.configure("[net]\ncontact = \"me\"\nhost_spaceing = \"1s\"\n");
  expect(user.run({"sources"}), 2, {"almanac.toml:3", "net.host_spaceing", "host_spacing"});
  user.configure("[poll]\nbase = \"sometimes\"\n");
  expect(user.run({"sources"}), 2, {"almanac.toml:2", "poll.base"});
  user.configure("[poll\n");
  expect(user.run({"sources"}), 2, {"almanac.toml:1"});
  std::filesystem::remove(user.config_path());
  expect(user.run({"sources"}), 2, {"almanac.toml"});
}

BOOST_AUTO_TEST_CASE(addresses_that_give_no_feed_are_not_followed) {
  loopback::Server server;
  server.on("/missing", loopback::status(404));
  server.on("/gone", loopback::status(410));
  server.on("/error", loopback::status(500));
  server.on("/empty", loopback::document(""));
  server.on("/page", loopback::document(
                         "<!DOCTYPE html><html><head><title>Log in</title></head><body><form></form></body></html>",
                         "text/html"));
  server.on("/text", loopback::document("just words", "text/plain"));
  server.on("/big", loopback::document(std::string(11 << 20, 'x'), "application/rss+xml"));
  const User user;
  expect(user.run({"follow", server.url("/missing")}), 1, {"/missing", "404"});
  expect(user.run({"follow", server.url("/gone")}), 1, {"410"});
  expect(user.run({"follow", server.url("/error")}), 1, {"500"});
  expect(user.run({"follow", server.url("/empty")}), 1, {"empty"});
  expect(user.run({"follow", server.url("/page")}), 1, {"web page"});
  expect(user.run({"follow", server.url("/text")}), 1, {"/text"});
  expect(user.run({"follow", server.url("/big")}), 1, {"MiB"});
  expect(user.run({"follow", "http://127.0.0.1:9/"}), 1, {"127.0.0.1"});
  expect(user.run({"follow", "/no/such/file.ics"}), 2, {"/no/such/file.ics"});
  BOOST_TEST(has(user.run({"sources"}).err, "no sources yet"));
}

BOOST_AUTO_TEST_CASE(an_address_that_begins_like_a_followed_one_is_another) {
  const User user;
  expect(user.run({"follow", "--later", "http://feeds.example/feed/all"}), 0, {"following"});
  expect(user.run({"follow", "--later", "http://feeds.example/feed"}), 0, {"following"});
  const Finished again = user.run({"follow", "--later", "http://feeds.example/feed"});
  BOOST_TEST(has(again.err, "http://feeds.example/feed is followed already"), again.err);
}

BOOST_AUTO_TEST_CASE(private_addresses_need_permission) {
  loopback::Server server;
  server.on("/feed", loopback::document(feed));
  const User user("");
  expect(user.run({"follow", server.url("/feed")}), 1, {"allow_private"});
  BOOST_TEST(server.connections() == 0u);
  BOOST_TEST(user.run({"follow", server.url("/feed"), "--option", "allow_private=127.0.0.0/8"}).code == 0);
}

BOOST_AUTO_TEST_CASE(one_broken_source_stops_no_other_and_loses_nothing) {
  loopback::Server server;
  server.on("/good", loopback::document(feed));
  server.on("/other", loopback::document(feed));
  const User user;
  BOOST_TEST(user.run({"follow", server.url("/good"), server.url("/other")}).code == 0);
  server.on("/good", loopback::document("<rss><channel><item><title>Cut"));
  server.on("/other", loopback::status(503));
  const Finished both = user.run({"poll", "--force"});
  BOOST_TEST((both.code == 1 || both.code == 3), both.err);
  BOOST_TEST(has(both.err, "/other"), both.err);
  BOOST_TEST(has(user.run({"upcoming", "posts"}).out, "Item"));
  BOOST_TEST(has(user.run({"sources", "--broken"}).out, "503"));
}

BOOST_AUTO_TEST_CASE(a_database_that_cannot_be_used_is_told_and_left_alone) {
  const User user;
  expect(user.run({"upcoming"}), 1, {"nothing is stored yet", "follow"});
  std::filesystem::create_directories(std::filesystem::path(user.db_path()).parent_path());
  std::ofstream(user.db_path())
      << "this is no database, and it is longer than a header of one hundred bytes would be, to be sure of it all.";
  expect(user.run({"upcoming"}), 1, {"almanac.db"});
  BOOST_TEST(std::filesystem::file_size(user.db_path()) > 90u);
  std::filesystem::remove(user.db_path());
  std::filesystem::create_directory(user.db_path());
  expect(user.run({"poll"}), 1, {"almanac.db"});
}

BOOST_AUTO_TEST_CASE(a_plugin_of_another_abi_is_told_and_left_out) {
  loopback::Server server;
  server.on("/feed", loopback::document(feed));
  User user;
  user.configure("[net]\nallow_private = [\"127.0.0.0/8\"]\n[plugins]\nfolders = [\"" ALMANAC_BUILD_DIR
                 "/tests/plugins\"]\n");
  const Finished done = user.run({"plugins"});
  BOOST_TEST(done.code == 0);
  BOOST_TEST(has(done.err, "wrong_abi.so"), done.err);
  BOOST_TEST(has(done.err, "ABI 99"), done.err);
  BOOST_TEST(has(done.out, "rss"), done.out);
}

BOOST_AUTO_TEST_SUITE_END()
