// B9: secrets that the user gives must not come out anywhere but in the requests that need them.
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <support/loopback/content.hpp>
#include <support/loopback/server.hpp>

#include "served_world.hpp"

BOOST_AUTO_TEST_SUITE(canary, *boost::unit_test::label("e2e"))

using namespace almanac;
using test::Finished;
using test::has;
using test::quick_net;
using test::ServedWorld;
using test::User;

namespace {

constexpr const char* secrets[] = {"canary-user", "canary-password", "canary-token", "canary-header"};

}  // namespace

BOOST_AUTO_TEST_CASE(b9_2_secrets_of_a_source_are_not_told) {
  loopback::Server server;
  server.on("/feed", loopback::document("<rss version=\"2.0\"><channel><title>F</title><item><title>A</title>"
                                        "<guid>1</guid></item></channel></rss>"));
  server.on("/broken", loopback::status(500));
  server.on("/moved", loopback::redirect(302, "/broken?token=canary-token"));
  User user;
  const auto address = [&](const char* path) {
    std::string url = server.url(std::string(path) + "?token=canary-token");
    return url.insert(url.find("//") + 2, "canary-user:canary-password@");
  };
  const std::string header = "header.X-Key=canary-header";
  const std::vector<std::vector<std::string>> commands = {
      {"-v", "-v", "follow", address("/feed"), "--option", header},
      {"-v", "-v", "follow", address("/broken"), "--option", header},
      {"-v", "-v", "follow", "--later", address("/moved"), address("/broken"), "--option", header},
      {"-v", "-v", "follow", "--later", "http://canary-user:canary-password@127.0.0.1:1/x?token=canary-token"},
      {"-v", "-v", "follow", address("/feed")},
      {"-v", "-v", "poll", "--force"},
      {"sources"},
      {"-v", "-v", "upcoming", "posts"},
      {"digest", "--format", "html"},
      {"unfollow", "127.0.0.1:1"},
  };
  for (const auto& words : commands) {
    const Finished done = user.run(words);
    for (const char* secret : secrets)
      BOOST_TEST(!has(done.out + done.err, secret),
                 words[words.size() > 2 ? 2 : 0] << " tells " << secret << ": " << done.out << done.err);
  }
  // And they did get where they are needed.
  BOOST_TEST(server.journal("/feed").front().header("X-Key") == "canary-header");
  BOOST_TEST(server.journal("/feed").front().has("Authorization"));
}

/// What each of the commands and the daemon says and writes, searched for what must not be in it.
struct Watched : ServedWorld {
  /// A source whose address is a secret in every way that addresses are.
  std::string secret_address(const std::string& path) const {
    std::string address = url(path + "?token=canary-token&api_key=canary-key&u=canary1a2b3c4d5e6f7a8b");
    return address.insert(address.find("//") + 2, "canary-user:canary-password@");
  }
  void look_into(const std::string& text, const std::string& whose) const {
    for (const char* secret : {"canary-", "canary1a2b3c", "canary9z8y7x"})
      if (const auto at = text.find(secret); at != text.npos)
        BOOST_ERROR(whose + " tells: " + text.substr(at < 120 ? 0 : at - 120, 240));
  }
  Finished say(std::vector<std::string> words) const {
    std::string line;
    for (const std::string& word : words) line += " " + (has(word, "canary") ? std::string("ADDRESS") : word);
    words.insert(words.begin(), {"-v", "-v", "--no-pager"});
    Finished done = user.run(words);
    look_into(done.out, "the output of" + line);
    look_into(done.err, "the talk of" + line);
    return done;
  }
  /// Everything below the home folder but what has to hold the secrets.
  void look_into_files() const {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(user.home().path())) {
      const std::string path = entry.path().string();
      if (!entry.is_regular_file() || path.starts_with(user.db_path()) || path == user.config_path() ||
          has(path, "given"))
        continue;
      std::ifstream file(path, std::ios::binary);
      look_into({std::istreambuf_iterator<char>(file), {}}, path);
    }
  }
};

/// A request to the daemon's socket and all of its answer.
std::string ask_socket(const std::string& path, const std::string& request) {
  boost::asio::io_context io;
  boost::asio::local::stream_protocol::socket socket(io);
  socket.connect(boost::asio::local::stream_protocol::endpoint(path));
  boost::asio::write(socket, boost::asio::buffer(request + "\n"));
  std::string answer;
  boost::system::error_code ended;
  boost::asio::read(socket, boost::asio::dynamic_buffer(answer), ended);
  return answer;
}

BOOST_FIXTURE_TEST_CASE(b9_2_secrets_in_addresses_come_out_nowhere, Watched) {
  const std::string calendar =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20990701T090000Z\r\n"
      "SUMMARY:Secret hackathon\r\nURL:https://example.org/details\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  // Addresses relative to its own repeat what is secret in it.
  const std::string relative =
      "<rss version=\"2.0\"><channel><title>Relative</title><link>./</link>"
      "<item><title>Beside</title><guid>21</guid><link>beside</link></item>"
      "<item><title>Hackathon below</title><guid>22</guid><link>#part</link><comments>?page=2</comments>"
      "<description>&lt;a href=\"more\"&gt;More&lt;/a&gt;</description></item></channel></rss>";
  const std::string feed =
      "<rss version=\"2.0\"><channel><title></title><item><title>A post</title><guid>1</guid><link>/post</link>"
      "</item></channel></rss>";
  const std::string page = "<html><head><title>Page</title></head><body><p>nothing</p></body></html>";
  const std::string private_path = "calendar/ical/me/private-canary9z8y7x6w5v4u/basic.ics";
  const std::string key_path = "share/canary9z8y7x6w5v4u.ics";
  server.on("/feed", loopback::document(feed));
  server.on("/page", loopback::document(page, "text/html"));
  server.on("/" + private_path, loopback::document(calendar, "text/calendar"));
  server.on("/" + key_path, loopback::document(calendar, "text/calendar"));
  server.on("/private-canary9z8y7x6w5v4u/relative", loopback::document(relative));
  server.on("/relative", loopback::document(relative));
  server.on("/broken", loopback::status(500));
  server.on("/garbage", loopback::document("<rss><channel", "application/rss+xml"));
  server.on("/moved", loopback::redirect(301, "/broken?token=canary-token"));
  server.on("/loop", loopback::redirect(302, "/loop?token=canary-token"));

  say({"follow", secret_address("feed"), "--option", "header.X-Key=canary-header"});
  say({"follow", secret_address("feed")});  // known
  say({"follow", url(private_path)});
  say({"follow", url(key_path)});
  say({"follow", url("private-canary9z8y7x6w5v4u/relative")});
  say({"follow", secret_address("relative")});
  for (const char* path : {"page", "broken", "garbage", "moved", "loop", "nothing"}) {
    say({"follow", secret_address(path)});
    say({"follow", "--later", secret_address(path)});
  }
  say({"follow", "--later", "http://canary-user:canary-password@127.0.0.1:1/x?token=canary-token"});
  say({"follow", "--later", "webcal://canary-user:canary-password@127.0.0.1:1/y?token=canary-token"});
  say({"follow", "http://canary-user:canary-password@[bad/x?token=canary-token"});
  say({"follow", "gopher://canary-user:canary-password@x.example/x?token=canary-token"});
  say({"poll", "--force"});
  say({"poll"});
  say({"poll", secret_address("broken")});
  const Finished listed = say({"sources"});
  BOOST_TEST(has(listed.out, "/private-\u2026/basic.ics"), listed.out);
  BOOST_TEST(has(listed.out, "/share/\u2026.ics"), listed.out);
  say({"sources", "--format", "json"});
  say({"sources", "--broken"});
  say({"sources", "--broken", "--format", "json"});
  say({"source", secret_address("broken"), "--every", "7h"});
  say({"source", "127.0.0.1", "--pause"});
  say({"source", secret_address("broken"), "--undo-move"});
  say({"doctor"});
  say({"doctor", "--format", "json"});
  say({"doctor", "--online"});
  say({"inspect", secret_address("feed")});
  say({"inspect", secret_address("feed"), "--format", "json"});
  say({"inspect", secret_address("page")});
  say({"inspect", secret_address("broken")});
  say({"completions", "sources"});
  for (const char* format : {"table", "json", "jsonl", "csv", "ics", "md", "html", "atom", "jsonfeed"}) {
    say({"upcoming", "all", "--format", format});
    say({"upcoming", "posts", "--format", format});
    if (std::string_view(format) != "table") say({"export", "--format", format});
    say({"search", "hackathon", "--format", format});
  }
  const Finished events = user.run({"upcoming", "all", "--format", "json"});
  const auto known = boost::json::parse(events.out).at("events").as_array();
  BOOST_TEST_REQUIRE(!known.empty());
  BOOST_TEST(has(events.out + user.run({"upcoming", "posts", "--format", "json"}).out, "/private-%E2%80%A6/beside"));
  for (const auto& event : known) {
    const std::string id(event.at("id").as_string());
    say({"show", id});
    say({"show", id, "--format", "json"});
  }
  for (const char* format : {"md", "html", "text", "ics", "json", "eml"}) {
    say({"digest", "--preview", "--even-empty", "--format", format});
    say({"digest", "--even-empty", "--format", format, "-o", (user.home().path() / "digest").string() + "." + format});
  }
  for (const char* ending : {"opml", "ics", "json", "jsonl", "csv", "md", "html", "atom"})
    say({"export", (user.home().path() / "export").string() + "." + ending});
  // The whole addresses come out on demand only, and go back in without being told.
  const std::string given = (user.home().path() / "given.opml").string();
  const Finished whole = user.run({"export", given, "--secrets"});
  BOOST_TEST(whole.code == 0, whole.err);
  say({"import", given, "--dry-run"});
  say({"import", given});

  user.configure(quick_net + "[profile.daily]\nperiod = \"day\"\nformats = [\"md\", \"html\", \"json\"]\ninto = \"" +
                 (user.home().path() / "issues").string() + "\"\n");
  for (const char* form : {"text", "json"}) {
    start({"-v", "-v", "serve", "--log-level", "trace", "--log-format", form});
    say({"status"});
    say({"status", "--format", "json"});
    say({"poll", "--force"});
    say({"poll", secret_address("broken")});
    look_into(ask_socket(socket_path(), R"({"ask":"status"})"), "the socket's status");
    look_into(ask_socket(socket_path(), R"({"ask":"poll","force":true})"), "the socket's poll");
    say({"status"});
    daemon->signal(SIGHUP);
    say({"status", "--format", "json"});
    const Finished end = stop();
    BOOST_TEST(end.code == 0, end.err);
    look_into(end.out + end.err, std::string("the daemon's log in ") + form);
    BOOST_TEST(has(end.err, "basic.ics"), end.err);
  }
  say({"unfollow", secret_address("broken")});
  say({"unfollow", secret_address("broken")});  // not there any more
  look_into_files();

  // Servers are told what is theirs: no secret in any header but those meant for them.
  std::size_t authorised = 0;
  for (const loopback::Request& request : server.journal()) {
    BOOST_TEST(!request.has("Referer"));
    BOOST_TEST(request.header("User-Agent").find("canary") == std::string_view::npos);
    authorised += request.has("Authorization") ? 1 : 0;
  }
  BOOST_TEST(authorised > 0u);
}

BOOST_AUTO_TEST_CASE(b9_1_a_secret_that_is_referred_to_is_sent_and_not_kept) {
  loopback::Server server;
  server.on("/feed", loopback::document("<rss version=\"2.0\"><channel><title>F</title><item><title>A</title>"
                                        "<guid>1</guid></item></channel></rss>"));
  User user;
  auto env = user.env();
  env["MY_TOKEN"] = "canary-token";
  const auto run = [&](std::vector<std::string> words) { return test::run(user.words(std::move(words)), env); };
  const std::string option = "header.Authorization=Bearer ${env:MY_TOKEN}";
  const Finished followed = run({"-v", "-v", "follow", server.url("/feed"), "--option", option});
  BOOST_TEST(followed.code == 0, followed.err);
  BOOST_TEST(!has(followed.err, "stands in the database"));
  BOOST_TEST(server.journal("/feed").front().header("Authorization") == "Bearer canary-token");
  BOOST_TEST(!has(test::run({"sqlite3", user.db_path(), ".dump"}, env).out, "canary"));
  // Without it the poll fails, says what is missing, and asks nobody.
  env.erase("MY_TOKEN");
  const Finished polled = run({"poll", "--force"});
  BOOST_TEST(polled.code != 0);
  BOOST_TEST(has(polled.err, "header.Authorization: the environment has no MY_TOKEN"), polled.err);
  BOOST_TEST(server.journal().size() == 1u);
  // One that is written out is told.
  const Finished edited = run({"source", "1", "--option", "header.X-Api-Key=canary-key"});
  BOOST_TEST(edited.code == 0, edited.err);
  BOOST_TEST(has(edited.err, "the secret stands in the database"), edited.err);
  BOOST_TEST(!has(edited.err, "canary"), edited.err);
  BOOST_TEST(has(run({"doctor"}).out, "source 1: option header.X-Api-Key"));
}

BOOST_AUTO_TEST_SUITE_END()
