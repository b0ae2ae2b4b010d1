// Whatever is being checked: a signal ends the program soon, and in good order.
#include <sys/types.h>

#include <filesystem>
#include <fstream>

#include "served_world.hpp"

using namespace almanac;
using namespace std::chrono_literals;
using test::eventually;
using test::Finished;
using test::has;
using test::Process;
using test::ServedWorld;

namespace {

/// A database whose check takes minutes: each row of a table costs some hundredth of a second.
struct SlowToCheck : ServedWorld {
  SlowToCheck() {
    BOOST_TEST_REQUIRE(user.run({"follow", "--later", url("forum.xml")}).code == 0);
    sql("PRAGMA ignore_check_constraints = ON;"
        "CREATE TABLE slow(x CHECK (length(hex(zeroblob(10000000 + x))) > 0));"
        "INSERT INTO slow SELECT value FROM generate_series(1, 20000);");
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

BOOST_AUTO_TEST_SUITE(termination, *boost::unit_test::label("e2e"))

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

BOOST_FIXTURE_TEST_CASE(b8_4_serve_ends_in_the_middle_of_the_check_at_its_start, SlowToCheck) {
  as_crashed();
  Process process(user.words({"serve"}), user.env());
  const Finished end = told_to_end(process);
  BOOST_TEST(end.code == 128 + SIGTERM, end.err);  // systemd takes it for a clean end
  BOOST_TEST(!has(end.err, "serving"), end.err);
  is_sound();
}

BOOST_AUTO_TEST_SUITE_END()
