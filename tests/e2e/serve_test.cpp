// The daemon as a process: polls, answers, reloads, ends, comes back; and the command line beside it.
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <support/loopback/content.hpp>
#include <thread>

#include "served_world.hpp"

BOOST_AUTO_TEST_SUITE(serving, *boost::unit_test::label("serve_e2e"))

using namespace almanac;
using namespace std::chrono_literals;
using test::eventually;
using test::Finished;
using test::has;
using test::Process;
using test::quick_net;
using test::ServedWorld;
using test::User;

namespace {

/// The time in a while, as `--now` takes it.
std::string after(std::chrono::minutes span) {
  const std::time_t when = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now() + span);
  std::tm parts{};
  ::gmtime_r(&when, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace

BOOST_FIXTURE_TEST_CASE(polls_what_is_due_and_commands_work_beside_it, ServedWorld) {
  follow_all();
  start();
  wait_for_polls(4);
  for (const char* path : {"/hackathons.ics", "/conferences.xml", "/meetup.ics", "/forum.xml"})
    BOOST_TEST(server.journal(path).size() == 1u);
  const Finished coming = user.run({"upcoming", "hackathons", "--within", "60d"});
  BOOST_TEST(has(coming.out, "Climate Data Hackathon"), coming.out + coming.err);
  // Words can find it, too.
  BOOST_TEST(eventually([&] { return has(user.run({"search", "causal"}).out, "Papers and Pretzels"); }));

  const Finished status = user.run({"status"});
  BOOST_TEST(has(status.out, "running for"), status.out);
  BOOST_TEST(has(status.out, "4 done since the start, 0 failed"), status.out);
  BOOST_TEST(has(status.out, "sources    4"), status.out);

  // Nothing is fetched a second time, by whatever way.
  const Finished poll = user.run({"poll"});
  BOOST_TEST(poll.code == 0, poll.err);
  BOOST_TEST(has(poll.err, "nothing is due"), poll.err);
  const std::string id = coming.out.substr(coming.out.find('\n') - 10);
  const Finished events = user.run({"upcoming", "hackathons", "--format", "json"});
  const auto first = boost::json::parse(events.out).at("events").at(0).at("id");
  BOOST_TEST(user.run({"star", std::string(first.as_string())}).code == 0);
  BOOST_TEST(requests() == 4u);

  // Following beside it is one request, as ever.
  server.on("/new.xml", loopback::document("<rss version=\"2.0\"><channel><title>New</title><item><title>Thing"
                                           "</title><guid>1</guid></item></channel></rss>"));
  const Finished follow = user.run({"follow", url("new.xml")});
  BOOST_TEST(follow.code == 0, follow.err);
  const Finished end = stop();
  BOOST_TEST(end.code == 0, end.err);
  BOOST_TEST(server.journal("/new.xml").size() == 1u);
  BOOST_TEST(!std::filesystem::exists(socket_path()));
}

BOOST_FIXTURE_TEST_CASE(a_poll_asks_the_daemon, ServedWorld) {
  follow_all();
  start();
  wait_for_polls(4);
  const Finished poll = user.run({"poll", "--force"});
  BOOST_TEST(poll.code == 0, poll.err);
  BOOST_TEST(has(poll.err, "4 sources: 0 new"), poll.err);
  BOOST_TEST(requests() == 8u);
  BOOST_TEST(status().at("polls").as_int64() == 8);
  const Finished one = user.run({"poll", "forum.xml", "-v"});
  BOOST_TEST(one.code == 0, one.err);
  BOOST_TEST(has(one.err, "not modified"), one.err);
  BOOST_TEST(requests() == 9u);
  const Finished none = user.run({"poll", "no such source"});
  BOOST_TEST(none.code == 1, none.err);
  BOOST_TEST(has(none.err, "no source"), none.err);
  // Two at once are one fetch each.
  Process a(user.words({"poll", "--force"}), user.env()), b(user.words({"poll", "--force"}), user.env());
  BOOST_TEST(a.wait().code == 0);
  BOOST_TEST(b.wait().code == 0);
  BOOST_TEST(requests() <= 17u);
  stop();
}

BOOST_FIXTURE_TEST_CASE(without_a_daemon_status_says_what_to_do, ServedWorld) {
  const Finished none = user.run({"status"});
  BOOST_TEST(none.code == 1);
  BOOST_TEST(has(none.err, "no daemon runs"), none.err);
  BOOST_TEST(has(none.err, "almanac serve"), none.err);
  BOOST_TEST(!status().at("running").as_bool());
}

BOOST_FIXTURE_TEST_CASE(b8_6_a_second_daemon_is_refused_and_the_socket_is_private, ServedWorld) {
  start();
  const Finished second = user.run({"serve"});
  BOOST_TEST(second.code == 1);
  BOOST_TEST(has(second.err, "runs on " + user.db_path() + " already (process " + std::to_string(daemon->pid())),
             second.err);
  struct stat socket {};
  BOOST_TEST_REQUIRE(::stat(socket_path().c_str(), &socket) == 0);
  BOOST_TEST((socket.st_mode & 0777) == 0600u);
  BOOST_TEST(daemon->running());
  const Finished end = stop(SIGINT);
  BOOST_TEST(end.code == 0, end.err);
}

BOOST_FIXTURE_TEST_CASE(killed_and_started_again_it_goes_on_and_asks_nothing_twice, ServedWorld) {
  follow_all();
  start();
  wait_for_polls(4);
  daemon->signal(SIGKILL);
  daemon->wait();
  BOOST_TEST(std::filesystem::exists(socket_path()));
  BOOST_TEST(has(user.run({"status"}).err, "no daemon runs"));
  // With a stale socket, a poll works by itself.
  const Finished poll = user.run({"poll"});
  BOOST_TEST(poll.code == 0, poll.err);
  start();
  BOOST_TEST(status().at("polls").as_int64() == 0);
  BOOST_TEST(requests() == 4u);
  stop();
  const Finished check = test::run({"sqlite3", user.db_path(), "PRAGMA integrity_check"}, user.env());
  BOOST_TEST(check.out == "ok\n", check.out + check.err);
}

BOOST_FIXTURE_TEST_CASE(a2_9_killed_while_it_asks_it_does_not_ask_again_before_the_usual_time, ServedWorld) {
  loopback::Response slow = loopback::document("<rss version=\"2.0\"><channel><title>Slow</title></channel></rss>");
  slow.delay = 30s;
  server.on("/slow", slow);
  BOOST_TEST(user.run({"follow", "--later", url("slow")}).code == 0);
  start();
  BOOST_TEST_REQUIRE(eventually([&] { return requests() == 1; }));
  daemon->signal(SIGKILL);
  daemon->wait();
  start();
  std::this_thread::sleep_for(1500ms);
  BOOST_TEST(requests() == 1u);
  const Finished sources = user.run({"sources"});
  BOOST_TEST(has(sources.out, "60 min after the last: a poll of it was under way"), sources.out);
  // A crash loop is no way round it, nor is a poll by hand.
  for (int i = 0; i < 3; ++i) {
    daemon->signal(SIGKILL);
    daemon->wait();
    start();
  }
  stop();
  user.run({"--now", after(59min), "poll"});
  BOOST_TEST(requests() == 1u);
}

BOOST_FIXTURE_TEST_CASE(ends_soon_although_servers_hang, ServedWorld) {
  loopback::Response slow = loopback::document("x");
  slow.delay = 60s;
  std::vector<std::string> words{"follow", "--later"};
  for (int i = 0; i < 12; ++i) {
    server.on("/slow" + std::to_string(i), slow);
    words.push_back(url("slow" + std::to_string(i)));
  }
  BOOST_TEST(user.run(words).code == 0);
  start();
  BOOST_TEST_REQUIRE(eventually([&] { return requests() == 8; }));
  BOOST_TEST(status().at("under_way").as_int64() >= 8);
  const Finished end = stop();
  BOOST_TEST(end.code == 0, end.err);
  // Those that were not asked are due as before.
  const Finished due =
      test::run({"sqlite3", user.db_path(), "SELECT count(*) FROM source WHERE next_due IS NULL"}, user.env());
  BOOST_TEST(due.out == "4\n", due.out);
}

BOOST_FIXTURE_TEST_CASE(sighup_takes_a_new_configuration_and_refuses_a_broken_one, ServedWorld) {
  follow_all();
  start();
  wait_for_polls(4);
  user.configure(quick_net + "[profile.daily]\nperiod = \"dya\"\n");
  daemon->signal(SIGHUP);
  BOOST_TEST(eventually([&] { return has(user.run({"status"}).out, "'dya' is no period"); }));
  user.configure(quick_net + "[poll\n");
  daemon->signal(SIGHUP);
  // The command cannot read it either, so it gets another one.
  const std::string other = (user.home().path() / "other.toml").string();
  std::ofstream(other) << "";
  BOOST_TEST(eventually([&] { return has(user.run({"--config", other, "status"}).out, "almanac.toml:"); }));
  const std::string folder = (user.home().path() / "out").string();
  user.configure(quick_net + "[profile.daily]\nperiod = \"day\"\nat = \"00:00\"\ninto = \"" + folder + "\"\n");
  daemon->signal(SIGHUP);
  BOOST_TEST(eventually([&] { return std::filesystem::exists(folder + "/latest-daily.md"); }));
  BOOST_TEST(!has(user.run({"status"}).out, "trouble"));
  BOOST_TEST(requests() == 4u);
  const Finished end = stop();
  BOOST_TEST(has(end.err, "the new configuration is not used"), end.err);
  BOOST_TEST(has(end.err, "using the new configuration"), end.err);
}

BOOST_FIXTURE_TEST_CASE(writes_a_digest_once_a_period_however_often_it_starts, ServedWorld) {
  follow_all();
  BOOST_TEST(user.run({"poll"}).code == 0);
  const std::string folder = (user.home().path() / "out").string();
  user.configure(quick_net + "[profile.weekly]\nat = \"Mon 08:00\"\nzone = \"Europe/Berlin\"\ninto = \"" + folder +
                 "\"\n");
  const auto monday = [] {
    using namespace std::chrono;
    const auto today = floor<days>(system_clock::now());
    return today + (Monday - weekday(today)) + days(7);
  }();
  const auto at = [&](int days_later, const char* time) {
    const std::chrono::year_month_day day(monday + std::chrono::days(days_later));
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%s:00+01:00", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), time);
    return std::string(text);
  };
  const auto files = [&] {
    std::size_t count = 0;
    std::error_code ec;
    for (const auto& file : std::filesystem::directory_iterator(folder, ec)) count += file.is_symlink() ? 0 : 1;
    return count;
  };
  const auto serve_at = [&](const std::string& now, const std::string& said) {
    start({"--now", now, "serve"});
    BOOST_TEST(eventually([&] { return has(user.run({"status"}).out, said); }), now + ": " + user.run({"status"}).out);
    stop();
  };
  serve_at(at(0, "07:59"), "weekly: next in 60 s");
  BOOST_TEST(files() == 0u);
  serve_at(at(0, "08:01"), "out/");
  BOOST_TEST(files() == 1u);
  serve_at(at(0, "08:02"), "was written before");
  BOOST_TEST(files() == 1u);
  // What the reader did with the file is the reader's business.
  std::filesystem::remove_all(folder);
  serve_at(at(3, "12:00"), "was written before");
  BOOST_TEST(files() == 0u);
  // Back in time: no second one for an earlier week.
  serve_at(at(-4, "12:00"), "was written before");
  BOOST_TEST(files() == 0u);
}

BOOST_FIXTURE_TEST_CASE(mails_the_issue_that_could_not_be_sent_at_its_next_try, ServedWorld) {
  follow_all();
  BOOST_TEST(user.run({"poll"}).code == 0);
  const std::string home = user.home().path().string();
  const auto configure = [&](const std::string& command) {
    user.configure(quick_net + "[profile.monthly]\nperiod = \"month\"\nat = \"1 00:00\"\ninto = \"" + home +
                   "/out\"\nmail_to = \"me@example.org\"\nsend = [" + command + "]\n");
  };
  const auto serve_until = [&](const std::string& said) {
    start();
    BOOST_TEST(eventually([&] { return has(user.run({"status"}).out, said); }), user.run({"status"}).out);
    stop();
  };
  configure("\"false\"");
  serve_until("false");
  configure("\"dd\", \"oflag=append\", \"conv=notrunc\", \"status=none\", \"of=" + home + "/sent\"");
  serve_until("out/");
  serve_until("was written before");
  std::ifstream file(home + "/sent", std::ios::binary);
  const std::string sent{std::istreambuf_iterator<char>(file), {}};
  BOOST_TEST(has(sent, "To: me@example.org\r\n"), sent);
  BOOST_TEST(sent.find("Message-ID") == sent.rfind("Message-ID"));
}

BOOST_FIXTURE_TEST_CASE(makes_up_for_the_time_when_it_did_not_run, ServedWorld) {
  follow_all();
  BOOST_TEST(user.run({"poll"}).code == 0);
  const std::string folder = (user.home().path() / "out").string();
  // Midnight of this month's first day is long over.
  user.configure(quick_net + "[profile.monthly]\nperiod = \"month\"\nat = \"1 00:00\"\ninto = \"" + folder + "\"\n");
  start();
  BOOST_TEST(eventually([&] { return std::filesystem::exists(folder + "/latest-monthly.md"); }));
  stop();
}

BOOST_FIXTURE_TEST_CASE(goes_on_when_the_store_is_locked, ServedWorld) {
  follow_all();
  const int lock = ::open((user.db_path() + ".lock").c_str(), O_RDWR | O_CREAT, 0600);
  BOOST_TEST_REQUIRE(::flock(lock, LOCK_EX) == 0);
  daemon = std::make_unique<Process>(user.words({"serve"}), user.env());
  BOOST_TEST(eventually([&] { return has(daemon->told(), "is being written by"); }));
  BOOST_TEST(daemon->running());
  ::flock(lock, LOCK_UN);
  ::close(lock);
  wait_for_polls(4);
  BOOST_TEST(stop().code == 0);
}

BOOST_FIXTURE_TEST_CASE(tells_the_service_manager, ServedWorld) {
  const std::string path = (user.home().path() / "notify").string();
  const int manager = ::socket(AF_UNIX, SOCK_DGRAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof address.sun_path - 1);
  BOOST_TEST_REQUIRE(::bind(manager, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  timeval limit{5, 0};
  ::setsockopt(manager, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  const auto next = [&] {
    char text[256];
    const ssize_t size = ::recv(manager, text, sizeof text, 0);
    return std::string(text, size > 0 ? static_cast<std::size_t>(size) : 0);
  };
  start({"serve"}, {{"NOTIFY_SOCKET", path}, {"WATCHDOG_USEC", "400000"}});
  std::vector<std::string> said;
  for (int i = 0; i < 5; ++i) said.push_back(next());
  BOOST_TEST(std::count(said.begin(), said.end(), "READY=1") == 1);
  BOOST_TEST(std::count(said.begin(), said.end(), "WATCHDOG=1") == 4);
  stop();
  std::string last;
  for (std::string text = next(); !text.empty(); text = next()) {
    last = text;
    if (last == "STOPPING=1") break;
  }
  BOOST_TEST(last == "STOPPING=1");
  ::close(manager);
}

BOOST_FIXTURE_TEST_CASE(b9_2_secrets_of_addresses_appear_nowhere, ServedWorld) {
  // Refused, missing, no feed, unreadable, and good: every way to be told of.
  loopback::Response denied;
  denied.status = 401;
  server.on("/denied", denied);
  server.on("/page", loopback::document("<html><body>no feed</body></html>"));
  server.on("/good", loopback::document("<rss version=\"2.0\"><channel><item><title>T</title><guid>1</guid></item>"
                                        "</channel></rss>"));
  std::vector<std::string> words{"follow", "--later"};
  for (const char* path : {"denied", "missing", "page", "good"}) {
    std::string address = url(path) + "?token=canary-query&a=b";
    address.insert(address.find("://") + 3, "canary-user:canary-password@");
    words.push_back(address);
  }
  words.push_back("http://canary-user:canary-password@127.0.0.1:1/closed?api_key=canary-query");
  std::string all;
  const auto keep = [&](const Finished& done) { all += done.out + done.err; };
  keep(user.run(words));
  start({"serve", "--log-level", "trace"});
  wait_for_polls(5);
  keep(user.run({"status"}));
  keep(user.run({"status", "--format", "json"}));
  keep(user.run({"poll", "--force", "-v", "-v"}));
  keep(user.run({"poll", "127.0.0.1"}));
  keep(user.run({"sources"}));
  keep(user.run({"sources", "--broken"}));
  keep(user.run({"sources", "--format", "json"}));
  keep(user.run({"upcoming", "posts", "--format", "json"}));
  keep(stop());
  keep(user.run({"poll", "--force", "-v", "-v"}));
  keep(user.run(words));
  keep(test::run(
      {"sqlite3", user.db_path(), "SELECT last_error, due_reason, name FROM source; SELECT error FROM fetch_log"},
      user.env()));
  BOOST_TEST(has(all, "404"), all);
  BOOST_TEST(!has(all, "canary"), all);
}

BOOST_FIXTURE_TEST_CASE(logs_are_lines_of_text_or_json, ServedWorld) {
  follow_all();
  start({"serve", "--log-format", "json", "--log-level", "debug"});
  wait_for_polls(4);
  const Finished end = stop();
  std::istringstream lines(end.err);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto object = boost::json::parse(line).as_object();
    for (const char* name : {"time", "level", "layer", "message"}) BOOST_TEST(object.contains(name), line);
  }
  BOOST_TEST(count >= 7u);
  start({"-q", "serve"});
  const Finished quiet = stop();
  BOOST_TEST(quiet.err == "", quiet.err);
}

BOOST_AUTO_TEST_SUITE_END()
