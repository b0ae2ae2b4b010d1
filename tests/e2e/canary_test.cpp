// B9: secrets that the user gives must not come out anywhere but in the requests that need them.
#include <boost/test/unit_test.hpp>
#include <support/loopback/content.hpp>
#include <support/loopback/server.hpp>

#include "installation.hpp"

using namespace almanac;
using test::Finished;
using test::has;
using test::User;

namespace {

constexpr const char* secrets[] = {"canary-user", "canary-password", "canary-token", "canary-header"};

}  // namespace

BOOST_AUTO_TEST_SUITE(canary, *boost::unit_test::label("e2e"))

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
