// B8.2: the power fails in the middle of any write. ALMANAC_TORTURE_ROUNDS sets how often, ALMANAC_TORTURE_SEED when.
#include <sys/stat.h>

#include "killed.hpp"
#include "losing_disk.hpp"

BOOST_AUTO_TEST_SUITE(power, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;

namespace {

/// What was acknowledged at some instant.
struct Acked {
  std::uint32_t polls = 0, issues = 0, polls_before_issue = 0;
};

/// What became of it.
struct Found {
  bool is_sound = false;
  std::uint32_t polls = 0, issues = 0;
};

/// Polls with validators, an issue after every third, the WAL written back now and then.
void work(Store& store, SourceId source, std::uint32_t steps, Acked& acked) {
  for (std::uint32_t n = 1; n <= steps; ++n) {
    const std::string name = "e" + std::to_string(n);
    must(store.commit_poll(commit_of(source, name, {"\"" + std::to_string(n) + "\"", {}})));
    acked.polls = n;
    if (n % 3 == 0) {
      must(store.record_issue(issue_after(n, name)));
      acked.polls_before_issue = n;
      ++acked.issues;
    }
    if (n % 7 == 0) must(store.checkpoint());
  }
}

/// A disk on which the power fails at a random instant of the work, and what is found afterwards.
std::pair<Acked, Found> lose_power(std::mt19937& random, bool disk_lies) {
  const TempDir folder, after;
  constexpr std::uint32_t steps = 14;
  Acked acked, at_crash;
  SourceId source;
  {
    const auto file = folder.path() / "almanac.db";
    {
      Store made = must(Store::open(file));
      source = add_source(made);
      must(made.checkpoint());
    }
    LosingDisk disk(disk_lies);
    Store store = must(Store::open(file));
    disk.crash_at(1 + random() % 160, [&] {
      at_crash = acked;
      disk.write_survivors(folder.path(), after.path(), random);
    });
    work(store, source, steps, acked);
  }
  const auto file = after.path() / "almanac.db";
  if (!std::filesystem::exists(file)) return {{}, {true, 0, 0}};  // the work was done before
  for (const auto& entry : std::filesystem::directory_iterator(after.path())) ::chmod(entry.path().c_str(), 0600);
  Found found;
  auto store = Store::open(file);
  if (!store) return {at_crash, found};
  const auto wrong = store->check(true);
  if (!wrong || !wrong->empty()) return {at_crash, found};
  found.polls = static_cast<std::uint32_t>(stored_of(*store, source, steps));
  const auto last = must(store->last_issue("p"));
  found.issues = last ? static_cast<std::uint32_t>(last->number) : 0;
  // Validators are never newer than the entries, and entries never without those before them.
  const std::string etag = must(store->source(source)).validators.etag;
  found.is_sound = etag == (found.polls ? "\"" + std::to_string(found.polls) + "\"" : "") &&
                   stored_of(*store, source, found.polls) == found.polls;
  return {at_crash, found};
}

}  // namespace

BOOST_AUTO_TEST_CASE(b8_2_a_loss_of_power_takes_no_issue_and_leaves_all_consistent) {
  std::mt19937 random(from_environment("ALMANAC_TORTURE_SEED", 20261130));
  const unsigned rounds = from_environment("ALMANAC_TORTURE_ROUNDS", 100);
  for (unsigned round = 0; round < rounds; ++round) {
    BOOST_TEST_CONTEXT("round " << round) {
      const auto [acked, found] = lose_power(random, false);
      BOOST_TEST_REQUIRE(found.is_sound);
      BOOST_TEST_REQUIRE(found.issues >= acked.issues);
      BOOST_TEST_REQUIRE(found.polls >= acked.polls_before_issue);
      BOOST_TEST_REQUIRE(found.polls <= acked.polls + 1);
    }
  }
}

/// Or the test above would prove nothing.
BOOST_AUTO_TEST_CASE(a_disk_that_does_not_sync_is_found_out) {
  std::mt19937 random(from_environment("ALMANAC_TORTURE_SEED", 20261130));
  int lost = 0;
  for (int round = 0; round < 30; ++round) {
    const auto [acked, found] = lose_power(random, true);
    lost += !found.is_sound || found.issues < acked.issues;
  }
  BOOST_TEST(lost > 5);
}

BOOST_AUTO_TEST_SUITE_END()
