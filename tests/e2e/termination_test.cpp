// Whatever is being checked: a signal ends the program soon, and in good order.
#include <sys/types.h>

#include <filesystem>
#include <fstream>

#include "served_world.hpp"

BOOST_AUTO_TEST_SUITE(termination, *boost::unit_test::label("e2e"))

using namespace almanac;
using namespace std::chrono_literals;
using test::eventually;
using test::Finished;
using test::has;
using test::Process;
using test::ServedWorld;

namespace {

/// A database whose check takes minutes: each row of a table costs some hundredth of a second. A column that is
/// computed does that in connections that only read, too, where SQLite skips CHECK; it comes later, so that rows are
/// cheap to put in.
struct SlowToCheck : ServedWorld {
  SlowToCheck() {
    BOOST_TEST_REQUIRE(user.run({"follow", "--later", url("forum.xml")}).code == 0);
    sql("CREATE TABLE slow(x);"
        "INSERT INTO slow SELECT value FROM generate_series(1, 20000);"
        "PRAGMA writable_schema = ON;"
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE slow(x, y AS (length(hex(zeroblob(10000000 + x)))) VIRTUAL NOT "
        "NULL)' WHERE name = 'slow';");
  }
  std::string sql(const std::string& text) const {
    const Finished done = test::run({"sqlite3", user.db_path(), text}, user.env());
    BOOST_TEST(done.code == 0, done.err);
    return done.out;
  }
  /// As after a crash of the machine: something in the WAL that was written before it started.
  void as_crashed() const {
    std::ofstream(user.db_path() + "-wal") << std::string(100, 'x');
    std::ofstream(user.db_path() + ".lock") << "1 another-boot\n";
  }
  /// Runs for a while, is told to end, and does so.
  Finished told_to_end(Process& process) const {
    std::this_thread::sleep_for(1500ms);
    BOOST_TEST_REQUIRE(process.running());
    process.signal(SIGTERM);
    const auto before = std::chrono::steady_clock::now();
    Finished end = process.wait(15s);
    BOOST_TEST((std::chrono::steady_clock::now() - before < 5s));
    return end;
  }
  void is_sound() const {
    sql("DROP TABLE slow");
    BOOST_TEST(sql("PRAGMA integrity_check") == "ok\n");
    BOOST_TEST(sql("SELECT count(*) FROM source") == "1\n");
  }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(b8_4_serve_ends_in_the_middle_of_the_check_of_a_large_file_after_a_crash, SlowToCheck) {
  sql("CREATE TABLE large AS SELECT zeroblob(70000000) AS x");
  as_crashed();
  start();
  wait_for_polls(1);  // a check of minutes keeps nobody from being polled
  const Finished end = told_to_end(*daemon);
  BOOST_TEST(end.code == 0, end.err);
  BOOST_TEST(has(end.err, "stopped"), end.err);
  is_sound();
}

BOOST_FIXTURE_TEST_CASE(b8_4_serve_ends_in_the_middle_of_its_weekly_check, SlowToCheck) {
  start();
  wait_for_polls(1);
  const Finished end = told_to_end(*daemon);
  BOOST_TEST(end.code == 0, end.err);
  BOOST_TEST(!has(end.err, "it is sound"), end.err);                                // else the check was over before
  BOOST_TEST(sql("SELECT count(*) FROM setting WHERE name = 'checked'") == "0\n");  // and comes again
  is_sound();
}

BOOST_FIXTURE_TEST_CASE(b8_4_serve_ends_while_it_forgets_what_is_long_over, SlowToCheck) {
  // Seconds of it: each event takes about half a thousandth of one.
  sql("INSERT INTO event(public_id, kind, status, mode, title, url, summary, \"when\", location, venue, city, region, "
      "country, join_url, cost, language, topics, first_seen, changed) SELECT value, 6, 0, 0, 'Old', '', '', x'', '', "
      "'', '', '', '', '', '', '', '', 1000, 1000 FROM generate_series(1, 20000);"
      "CREATE TRIGGER slow_to_forget AFTER DELETE ON event BEGIN SELECT length(hex(zeroblob(200000))); END;");
  start();
  wait_for_polls(1);
  const Finished end = told_to_end(*daemon);
  BOOST_TEST(end.code == 0, end.err);
  const int left = std::stoi(sql("SELECT count(*) FROM event WHERE title = 'Old'"));
  BOOST_TEST(left > 0);
  BOOST_TEST(left < 20000);
  is_sound();
}

BOOST_FIXTURE_TEST_CASE(b8_4_serve_ends_in_the_middle_of_the_check_at_its_start, SlowToCheck) {
  as_crashed();
  Process process(user.words({"serve"}), user.env());
  const Finished end = told_to_end(process);
  BOOST_TEST(end.code == 128 + SIGTERM, end.err);  // systemd takes it for a clean end
  BOOST_TEST(!has(end.err, "serving"), end.err);
  is_sound();
}

BOOST_AUTO_TEST_SUITE_END()
