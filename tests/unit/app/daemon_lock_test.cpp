#include "serve/daemon_lock.hpp"

#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <optional>
#include <support/temp_dir.hpp>

BOOST_AUTO_TEST_SUITE(daemon_lock, *boost::unit_test::label("unit"))

using namespace almanac;

BOOST_AUTO_TEST_CASE(b8_6_one_at_a_time_and_free_again_at_the_end) {
  const test::TempDir folder;
  const auto database = folder.path() / "a.db";
  BOOST_TEST(!DaemonLock::holder(database));
  {
    auto first = DaemonLock::take(database);
    BOOST_TEST_REQUIRE(first.has_value());
    BOOST_TEST((DaemonLock::holder(database) == ::getpid()));
    const auto second = DaemonLock::take(database);
    BOOST_TEST_REQUIRE(!second.has_value());
    BOOST_TEST(second.error().what ==
               "a daemon runs on " + database.string() + " already (process " + std::to_string(::getpid()) + ")");
    BOOST_TEST(DaemonLock::take(folder.path() / "b.db").has_value());
  }
  BOOST_TEST(!DaemonLock::holder(database));
  BOOST_TEST(DaemonLock::take(database).has_value());
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_told) {
  const auto lock = DaemonLock::take("/nowhere/at/all.db");
  BOOST_TEST_REQUIRE(!lock.has_value());
  BOOST_TEST(lock.error().what.find("/nowhere/at/all.db.serve: No such file") == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
