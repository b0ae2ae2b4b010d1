// From nothing to a digest, with the built program, sample feeds and a server on loopback.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <support/loopback/watch_manners.hpp>
#include <support/sample/sample_feeds.hpp>

#include "installation.hpp"

BOOST_AUTO_TEST_SUITE(main_job, *boost::unit_test::label("e2e"))

using namespace almanac;
using test::Finished;
using test::has;
using test::User;

namespace {

/// Every server that the built program meets complains of bad manners: wrong or missing headers, validators that it did
/// not give.
loopback::PolitenessRules program_rules() {
  loopback::PolitenessRules rules;
  rules.remembers = true;
  return rules;
}
struct Watch : loopback::WatchManners {
  Watch() : WatchManners(program_rules()) {}
};

struct SampleWorld {
  SampleWorld() {
    sample::serve(server, ALMANAC_SAMPLE_FEEDS,
                  std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  }
  std::string url(const std::string& name) const { return server.url("/" + name); }
  loopback::Server server;
  User user;
};

}  // namespace

BOOST_TEST_GLOBAL_FIXTURE(Watch);

BOOST_FIXTURE_TEST_CASE(follows_polls_lists_digests_and_polls_again, SampleWorld) {
  const Finished follow = user.run({"follow", url("hackathons.ics"), "--kind", "hackathon"});
  BOOST_TEST(follow.code == 0, follow.err);
  BOOST_TEST(has(follow.err, "3 entries"), follow.err);
  BOOST_TEST(user.run({"follow", url("conferences.xml"), "--kind", "conference"}).code == 0);
  BOOST_TEST(user.run({"follow", url("meetup.ics"), url("forum.xml")}).code == 0);
  // One subscription is one request.
  for (const char* path : {"/hackathons.ics", "/conferences.xml", "/meetup.ics", "/forum.xml"})
    BOOST_TEST(server.journal(path).size() == 1u);

  const Finished hackathons = user.run({"upcoming", "hackathons", "--within", "60d"});
  BOOST_TEST(hackathons.code == 0, hackathons.err);
  for (const char* title : {"Climate Data Hackathon", "Health AI Hackathon", "Winter Code Jam"})
    BOOST_TEST(has(hackathons.out, title), hackathons.out);
  BOOST_TEST(!has(hackathons.out, "Pretzels"));
  BOOST_TEST(hackathons.out.find("Climate") < hackathons.out.find("Winter"));

  const Finished json = user.run({"upcoming", "all", "--format", "json"});
  BOOST_TEST(has(json.out, "\"North Sea Conference on Machine Learning\""), json.out);
  BOOST_TEST(has(json.out, "Papers and Pretzels"), json.out);
  BOOST_TEST(has(user.run({"upcoming", "deadlines"}).out, "North Sea"));
  BOOST_TEST(has(user.run({"upcoming", "posts"}).out, "climate hackathon"));
  BOOST_TEST(has(user.run({"search", "causal"}).out, "Papers and Pretzels"));

  const std::string folder = (user.home().path() / "digests").string();
  const Finished digest = user.run({"digest", "--output", folder, "--format", "md"});
  BOOST_TEST(digest.code == 0, digest.err);
  std::size_t files = 0;
  for (const auto& item : std::filesystem::directory_iterator(folder)) files += item.is_symlink() ? 0 : 1;
  BOOST_TEST(files == 1u);
  BOOST_TEST(std::filesystem::is_symlink(folder + "/latest-all.md"));

  const Finished again = user.run({"poll", "--force"});
  BOOST_TEST(again.code == 0, again.err);
  BOOST_TEST(has(again.err, "4 not modified"), again.err);
  for (const auto& request : server.journal("/hackathons.ics"))
    BOOST_TEST(has(std::string(request.header("User-Agent")), "almanac/"));
  BOOST_TEST(server.journal("/hackathons.ics").back().has("If-None-Match"));

  const Finished none = user.run({"poll"});
  BOOST_TEST(none.code == 0);
  BOOST_TEST(has(none.err, "nothing is due"), none.err);
}

BOOST_FIXTURE_TEST_CASE(shows_one_event_with_its_facts_and_sources, SampleWorld) {
  BOOST_TEST(user.run({"follow", url("hackathons.ics"), "--kind", "hackathon"}).code == 0);
  const std::string json = user.run({"upcoming", "hackathons", "--format", "json"}).out;
  const std::size_t at = json.find("\"id\":\"");
  BOOST_TEST_REQUIRE(at != std::string::npos);
  const std::string id = json.substr(at + 6, json.find('"', at + 6) - at - 6);
  const Finished show = user.run({"show", id});
  BOOST_TEST(show.code == 0, show.err);
  BOOST_TEST(has(show.out, "Berlin"), show.out);
  BOOST_TEST(has(show.out, "https://hackathons.example/climate"), show.out);
  BOOST_TEST(user.run({"star", id}).code == 0);
  BOOST_TEST(has(user.run({"upcoming", "--mine"}).out, "Climate"));
  BOOST_TEST(user.run({"hide", id}).code == 0);
  BOOST_TEST(!has(user.run({"upcoming", "hackathons"}).out, "Climate"));
}

BOOST_AUTO_TEST_SUITE_END()
