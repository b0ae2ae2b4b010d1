// Processes that are killed at any instant. ALMANAC_TORTURE_ROUNDS sets how often (1000 by night; the default fits a
// build), ALMANAC_TORTURE_SEED which instants.
#include <almanac/store/schema.hpp>
#include <chrono>
#include <random>
#include <thread>

#include "killed.hpp"

BOOST_AUTO_TEST_SUITE(torture, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;

namespace {

/// Writes for ever: entries with validators, then an issue; says the number once it is on disk.
[[noreturn]] void write_for_ever(const std::filesystem::path& file, std::uint32_t next, int acks) {
  auto store = Store::open(file);
  if (!store) ::_exit(1);
  for (const SourceId source = store->sources()->front().id;; ++next) {
    const std::string name = "e" + std::to_string(next);
    const Validators validators{"\"" + std::to_string(next) + "\"", {}};
    if (!store->commit_poll(commit_of(source, name, validators))) ::_exit(2);
    if (!store->record_issue(issue_after(next, name))) ::_exit(3);
    if (next % 16 == 0 && !store->checkpoint()) ::_exit(4);
    if (::write(acks, &next, sizeof next) != sizeof next) ::_exit(5);
  }
}

std::uint32_t last_ack(int acks, std::uint32_t before) {
  std::uint32_t value = before;
  while (::read(acks, &value, sizeof value) == sizeof value) continue;
  return value;
}

}  // namespace

BOOST_AUTO_TEST_CASE(kill_at_any_instant_loses_no_acknowledged_commit) {
  std::mt19937 random(from_environment("ALMANAC_TORTURE_SEED", 20261128));
  const unsigned rounds = from_environment("ALMANAC_TORTURE_ROUNDS", 100);
  std::unique_ptr<TempDir> folder;
  std::uint32_t acked = 0;
  SourceId source;
  for (unsigned round = 0; round < rounds; ++round) {
    if (round % 25 == 0) {
      folder = std::make_unique<TempDir>();
      Store store = must(Store::open(folder->path() / "almanac.db"));
      source = add_source(store);
      acked = 0;
    }
    const auto file = folder->path() / "almanac.db";
    int acks[2];
    BOOST_TEST_REQUIRE(::pipe(acks) == 0);
    const std::uint32_t next = acked + 1;
    {
      Child writer([&] { write_for_ever(file, next, acks[1]); });
      ::close(acks[1]);
      std::this_thread::sleep_for(std::chrono::microseconds(500 + random() % 40'000));
      writer.kill();
      BOOST_TEST_REQUIRE(writer.wait() == 128 + SIGKILL);
    }
    const std::uint32_t told = last_ack(acks[0], acked);
    ::close(acks[0]);

    Store store = must(Store::open(file));
    BOOST_TEST_REQUIRE(must(store.check(true)).empty());
    BOOST_TEST_REQUIRE(stored_of(store, source, told) == told, "round " << round);
    // What was written and not acknowledged may be there or not, but whole: entry and validators, then the issue.
    const bool has_next = stored_of(store, source, told + 1) > told;
    acked = told + (has_next ? 1 : 0);
    const std::string etag = must(store.source(source)).validators.etag;
    BOOST_TEST_REQUIRE(etag == (acked ? "\"" + std::to_string(acked) + "\"" : ""), "round " << round);
    const auto last = must(store.last_issue("p"));
    const std::int64_t issues = last ? last->number : 0;
    BOOST_TEST_REQUIRE((issues == told || issues == acked), "round " << round);
    const auto tell = [&] {
      Issue issue;
      issue.profile = "p";
      issue.period = "e" + std::to_string(acked);
      issue.made = noon + std::chrono::seconds(acked);
      BOOST_TEST_REQUIRE(must(store.record_issue(issue)).number == acked);
    };
    if (has_next && issues < acked) tell();
    if (acked) tell();  // telling once more tells nothing twice
  }
}

BOOST_AUTO_TEST_CASE(b8_6_a_migration_that_is_killed_is_done_the_next_time) {
  std::mt19937 random(from_environment("ALMANAC_TORTURE_SEED", 20261128));
  const unsigned rounds = from_environment("ALMANAC_TORTURE_ROUNDS", 100) / 5;
  namespace sd = store_detail;
  for (unsigned round = 0; round < rounds; ++round) {
    const TempDir folder;
    const auto file = folder.path() / "almanac.db";
    {
      sd::Connection old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      old.number("PRAGMA journal_mode=WAL");
      sd::migrate(old, file, sd::migrations().first(1));
      old.execute(
          "INSERT INTO source(url, name, plugin, recipe, tags, options, added, etag, last_modified, validators_for, "
          "state, due_reason, failures, gone_streak, last_error) VALUES('https://example.org/feed', 'Old', '', '', '', "
          "x'', 0, '\"1\"', '', '', 0, '', 0, 0, '')");
    }
    {
      Child opener([&] {
        auto store = Store::open(file);
        ::pause();
      });
      std::this_thread::sleep_for(std::chrono::microseconds(random() % 12'000));
    }
    Store store = must(Store::open(file));
    const auto sources = must(store.sources());
    BOOST_TEST_REQUIRE(sources.size() == 1u);
    BOOST_TEST(sources[0].validators.etag == "\"1\"");
    BOOST_TEST(must(store.check(true)).empty());
    BOOST_TEST(std::filesystem::exists(folder.path() / "almanac.db.v1.bak"));
  }
}

BOOST_AUTO_TEST_CASE(several_processes_write_at_once_and_none_is_refused) {
  const TempDir folder;
  const auto file = folder.path() / "almanac.db";
  constexpr std::size_t writers = 4, commits = 60;
  std::vector<SourceId> sources;
  {
    Store store = must(Store::open(file));
    for (std::size_t i = 0; i < writers; ++i)
      sources.push_back(add_source(store, "https://example.org/" + std::to_string(i)));
  }
  std::vector<std::unique_ptr<Child>> children;
  for (const SourceId source : sources)
    children.push_back(std::make_unique<Child>([&file, source] {
      auto store = Store::open(file);
      if (!store) ::_exit(1);
      for (std::size_t i = 1; i <= commits; ++i)
        if (!store->commit_poll(commit_of(source, "e" + std::to_string(i)))) ::_exit(2);
    }));
  for (int i = 0; i < 20; ++i) {
    Store reader = must(Store::open(file, OpenMode::read));
    BOOST_TEST(must(reader.sources()).size() == writers);
  }
  for (const auto& child : children) BOOST_TEST(child->wait() == 0);
  Store store = must(Store::open(file));
  for (const SourceId source : sources) BOOST_TEST(stored_of(store, source, commits) == commits);
  BOOST_TEST(must(store.check(true)).empty());
}

BOOST_AUTO_TEST_SUITE_END()
