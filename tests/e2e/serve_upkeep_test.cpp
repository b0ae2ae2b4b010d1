// B8: the daemon and its database over weeks, and on a disk that is full.
#include <filesystem>
#include <sstream>
#include <support/small_disk.hpp>

#include "served_world.hpp"

BOOST_AUTO_TEST_SUITE(serve_upkeep, *boost::unit_test::label("serve_e2e"))

using namespace almanac;
using namespace std::chrono_literals;
using test::eventually;
using test::Finished;
using test::has;
using test::Process;
using test::ServedWorld;

namespace {

using Seconds = std::chrono::seconds;

/// A line of the log: when (seconds of the day), and what.
struct Told {
  Seconds at;
  std::string words;
};

std::vector<Told> told_by(const std::string& log, std::string_view part) {
  std::vector<Told> out;
  std::istringstream lines(log);
  for (std::string line; std::getline(lines, line);) {
    if (!has(line, part)) continue;
    const auto at = line.find('T') + 1;
    out.push_back({Seconds(std::stoi(line.substr(at, 2)) * 3600 + std::stoi(line.substr(at + 3, 2)) * 60 +
                           std::stoi(line.substr(at + 6, 2))),
                   line});
  }
  return out;
}

}  // namespace

BOOST_FIXTURE_TEST_CASE(b8_3_a_full_disk_pauses_polling_until_there_is_room, ServedWorld) {
  const test::SmallDisk disk;
  if (!disk) return;
  const std::string file = (disk.path() / "almanac.db").string();
  constexpr std::size_t feeds = 1000;  // more than are under way when the first transaction fails
  std::vector<std::string> words{"--db", file, "follow", "--later"};
  for (std::size_t i = 0; i < feeds; ++i) {
    std::string text = "<rss version=\"2.0\"><channel><title>F</title>";
    for (int n = 0; n < 10; ++n)
      text += "<item><title>Thing " + std::to_string(n) + " of group " + std::to_string(i) + "</title><guid>" +
              std::to_string(i) + "-" + std::to_string(n) + "</guid><description>" +
              std::string(2'000, static_cast<char>('a' + n)) + "</description></item>";
    server.on("/f" + std::to_string(i), loopback::document(text + "</channel></rss>"));
    words.push_back(url("f" + std::to_string(i)));
  }
  BOOST_TEST_REQUIRE(user.run(words).code == 0);
  const auto status_now = [&] { return user.run({"--db", file, "status"}).out; };
  daemon = std::make_unique<Process>(user.words({"--db", file, "serve"}), user.env());
  BOOST_TEST_REQUIRE(eventually([&] { return has(status_now(), "polling pauses until there is room"); }), status_now());
  std::this_thread::sleep_for(500ms);  // those under way end
  const std::size_t asked = requests();
  BOOST_TEST(asked > 0u);
  BOOST_TEST(asked < feeds);
  std::this_thread::sleep_for(18s);
  BOOST_TEST(requests() == asked);
  const Finished by_hand = user.run({"--db", file, "poll"});
  BOOST_TEST(by_hand.code == 1, by_hand.err);
  BOOST_TEST(has(by_hand.err, "until there is room"), by_hand.err);
  BOOST_TEST(test::run({"sqlite3", "-readonly", file, "PRAGMA integrity_check"}, user.env()).out == "ok\n");
  // There is room again: it goes on by itself, and asks nobody a second time.
  disk.remount(0, "size=64m");
  BOOST_TEST(eventually([&] { return requests() == feeds; }, 60s), std::to_string(requests()));
  BOOST_TEST(!has(status_now(), "until there is room"));
  const Finished end = stop();
  BOOST_TEST(end.code == 0, end.err);
  BOOST_TEST(has(end.err, "there is room again: polling goes on"), end.err);
  BOOST_TEST(!std::filesystem::exists(file + ".reserve"));
  // What the log says of the next try is true.
  const std::vector<Told> refused = told_by(end.err, "polling pauses until there is room");
  BOOST_TEST_REQUIRE(refused.size() >= 3u, end.err);
  BOOST_TEST(has(refused[0].words, "making some"), refused[0].words);
  for (std::size_t i = 1; i + 1 < refused.size(); ++i) {
    const std::string& said = refused[i].words;
    const int promised = std::stoi(said.substr(said.find("again in ") + 9));
    const auto passed = (refused[i + 1].at - refused[i].at + Seconds(86'400)) % Seconds(86'400);
    BOOST_TEST(promised == 5 << (i - 1), said);
    BOOST_TEST(passed.count() >= promised - 1, said);
    BOOST_TEST(passed.count() <= promised + 8, said);
  }
}

BOOST_FIXTURE_TEST_CASE(b8_4_serve_ends_when_another_database_takes_the_place_of_its_own, ServedWorld) {
  follow_all();
  start();
  wait_for_polls(4);
  const std::string file = user.db_path(), before = file + ".before";
  std::filesystem::rename(file, before);
  BOOST_TEST(user.run({"follow", "--later", url("hackathons.ics")}).code == 0);  // makes a new one
  const Finished end = daemon->wait(20s);
  BOOST_TEST(end.code == 1, end.err);
  BOOST_TEST(has(end.err, "moved, replaced or removed while it was open"), end.err);
  BOOST_TEST(has(end.err, "start again"), end.err);
  start();
  BOOST_TEST(eventually([&] { return status().at("polls").as_int64() == 1; }));
  BOOST_TEST(stop().code == 0);
  BOOST_TEST(test::run({"sqlite3", "-readonly", file, "PRAGMA integrity_check"}, user.env()).out == "ok\n");
}

BOOST_FIXTURE_TEST_CASE(b8_4_the_whole_database_is_checked_once_a_week, ServedWorld) {
  const auto checked = [&] {
    return test::run({"sqlite3", "-readonly", user.db_path(), "SELECT value FROM setting WHERE name = 'checked'"},
                     user.env())
        .out;
  };
  const auto is_checked_at = [&](const char* now) {
    const std::string before = checked();
    start({"--now", now, "serve"});
    const bool is_new = eventually([&] { return checked() != before; }, 3s);
    const bool told = has(stop().err, "checked the whole database: it is sound");
    BOOST_TEST(told == is_new);
    return is_new;
  };
  BOOST_TEST(is_checked_at("2026-03-01T12:00:00Z"));
  BOOST_TEST(!is_checked_at("2026-03-07T12:00:00Z"));
  BOOST_TEST(is_checked_at("2026-03-08T12:00:00Z"));
}

BOOST_FIXTURE_TEST_CASE(a4_2_a_move_is_told_and_undone_by_command, ServedWorld) {
  server.on("/old", loopback::redirect(301, "/new"));
  server.on("/new", loopback::document("<rss version=\"2.0\"><channel><title>Feed</title></channel></rss>"));
  const auto on_day = [](int day) { return "2026-03-0" + std::to_string(day) + "T12:00:00Z"; };
  const auto urls = [&] { return user.run({"sources", "--format", "json"}).out; };
  BOOST_TEST(user.run({"--now", on_day(1), "follow", url("old")}).code == 0);
  BOOST_TEST(user.run({"source", "1", "--undo-move"}).code == 1);  // it has not moved
  for (int day = 2; day <= 8; ++day) BOOST_TEST(user.run({"--now", on_day(day), "poll", "--force"}).code == 0);
  BOOST_TEST(has(urls(), url("new")), urls());
  const Finished told = user.run({"sources"});
  BOOST_TEST(has(told.out, "almanac source 1 --undo-move"), told.out);
  const Finished undone = user.run({"source", "1", "--undo-move"});
  BOOST_TEST(undone.code == 0, undone.err);
  BOOST_TEST(has(undone.err, "asks " + url("old") + " again"), undone.err);
  BOOST_TEST(has(urls(), url("old")), urls());
  BOOST_TEST(!has(urls(), url("new")), urls());
}

/// 302-at-subscribe: what may change tomorrow is not what is followed.
BOOST_FIXTURE_TEST_CASE(a4_3_the_address_that_was_given_is_followed_not_where_it_leads_today, ServedWorld) {
  server.on("/target", loopback::document("<rss version=\"2.0\"><channel><title>Feed</title></channel></rss>"));
  for (const int status : {301, 302, 303, 307, 308}) {
    const std::string name = "given" + std::to_string(status);
    server.on("/" + name, loopback::redirect(status, "/target?" + name));
    const Finished done = user.run({"follow", url(name)});
    BOOST_TEST(done.code == 0, done.err);
  }
  const std::string sources = user.run({"sources", "--format", "json"}).out;
  BOOST_TEST(!has(sources, "/target"), sources);
  for (const char* name : {"301", "302", "303", "307", "308"}) BOOST_TEST(has(sources, url("given") + name), sources);
}

BOOST_AUTO_TEST_SUITE_END()
