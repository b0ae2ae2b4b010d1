// B8.3: a disk that is full, or cannot be written. Needs the right to mount; says so when it has not.
#include <fstream>
#include <support/small_disk.hpp>

#include "killed.hpp"

BOOST_AUTO_TEST_SUITE(full_disk, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;

namespace {

PollCommit large_commit(SourceId source, std::size_t n) {
  PollCommit commit = commit_of(source, "e" + std::to_string(n), {"\"" + std::to_string(n) + "\"", {}});
  commit.polls[0].entries[0].event.summary = std::string(60'000, static_cast<char>('a' + n % 26));
  return commit;
}

}  // namespace

BOOST_AUTO_TEST_CASE(b8_3_a_full_disk_is_told_loses_nothing_and_is_no_longer_one_when_there_is_room) {
  const SmallDisk disk;
  if (!disk) return;
  const auto file = disk.path() / "almanac.db";
  Store store = must(Store::open(file));
  const SourceId source = add_source(store);
  std::size_t stored = 0;
  std::optional<Problem> problem;
  while (!problem && stored < 1000) {
    const auto counts = store.commit_poll(large_commit(source, stored + 1));
    if (counts)
      ++stored;
    else
      problem = counts.error();
  }
  BOOST_TEST_REQUIRE(problem.has_value());
  BOOST_TEST(problem->code == make_error_code(StoreErrc::full));
  BOOST_TEST(problem->hint.find("free some space") != std::string::npos);
  BOOST_TEST(stored > 5u);
  // Reading goes on, in this process and in others; what was acknowledged is there, with its validators.
  for (int i = 0; i < 2; ++i) {
    BOOST_TEST(stored_of(store, source, stored) == stored);
    BOOST_TEST(must(store.source(source)).validators.etag == "\"" + std::to_string(stored) + "\"");
    BOOST_TEST(must(store.check(true)).empty());
    Store reader = must(Store::open(file, OpenMode::read));
    BOOST_TEST(stored_of(reader, source, stored) == stored);
    BOOST_TEST(!store.commit_poll(large_commit(source, stored + 1)));
  }
  disk.remount(0, "size=12m");
  BOOST_TEST(store.commit_poll(large_commit(source, stored + 1)).has_value());
  BOOST_TEST(stored_of(store, source, stored + 1) == stored + 1);
}

BOOST_AUTO_TEST_CASE(a_disk_that_became_read_only_can_still_be_read) {
  const SmallDisk disk;
  if (!disk) return;
  const auto file = disk.path() / "almanac.db";
  {
    Store store = must(Store::open(file));
    must(store.commit_poll(commit_of(add_source(store), "e1")));
  }
  disk.remount(MS_RDONLY, "size=3m");
  const auto refused = Store::open(file);
  BOOST_TEST_REQUIRE(!refused);
  BOOST_TEST(refused.error().code == make_error_code(StoreErrc::read_only));
  BOOST_TEST(refused.error().hint != "");
  Store reader = must(Store::open(file, OpenMode::read));
  BOOST_TEST(must(reader.sources()).size() == 1u);
}

BOOST_AUTO_TEST_CASE(no_room_for_a_new_database_is_told) {
  const SmallDisk disk;
  if (!disk) return;
  std::ofstream filler(disk.path() / "filler", std::ios::binary);
  const std::string block(64 * 1024, 'x');
  while (filler.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) continue;
  const auto refused = Store::open(disk.path() / "almanac.db");
  BOOST_TEST_REQUIRE(!refused);
  BOOST_TEST(refused.error().code == make_error_code(StoreErrc::full), refused.error().text());
}

BOOST_AUTO_TEST_SUITE_END()
