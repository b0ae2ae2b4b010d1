#include <algorithm>
#include <almanac/store/match_index.hpp>
#include <almanac/store/schema.hpp>
#include <almanac/store/write_blocks.hpp>
#include <map>
#include <random>
#include <set>

#include "temp_store.hpp"

BOOST_AUTO_TEST_SUITE(match_index, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::test;
namespace sd = almanac::store_detail;

namespace {

using Events = std::vector<std::int64_t>;

using Model = std::multimap<std::uint64_t, std::int64_t>;

Events expected(const Model& model, std::uint64_t key) {
  Events out;
  const auto [first, last] = model.equal_range(key);
  for (auto at = first; at != last; ++at) out.push_back(at->second);
  std::sort(out.begin(), out.end());
  return out.size() > sd::MatchIndex::most_alike ? Events{} : out;
}

Events found_by(sd::MatchIndex& index, std::uint64_t key) {
  Events found;
  index.find(key, found);
  std::sort(found.begin(), found.end());
  return found;
}

/// A connection of its own to the file of a store.
struct Opened {
  Store::Impl impl;
  explicit Opened(const std::filesystem::path& file) : impl(file, OpenOptions{}) {
    impl.db = std::make_unique<sd::Connection>(file.string(), SQLite::OPEN_READWRITE);
  }
  /// Runs `body` with an index in a transaction, which is undone if `keep` is false.
  template <class Body>
  void write(Body body, bool keep = true) {
    const auto done = impl.write([&]() -> Result<void, Problem> {
      sd::MatchIndex index(impl);
      body(index);
      index.flush();
      if (!keep) return sd::problem(StoreErrc::failed, "undone");
      return {};
    });
    BOOST_TEST_REQUIRE(done.has_value() == keep);
  }
  Events find(std::uint64_t key) {
    Events found;
    write([&](sd::MatchIndex& index) { found = found_by(index, key); });
    return found;
  }
};

/// Keys whose upper bits differ, some of them shared by several events.
std::uint64_t key_number(unsigned n) { return (n * 0x9E3779B97F4A7C15U) | 1; }

}  // namespace

BOOST_AUTO_TEST_CASE(block_gives_back_its_pairs_in_as_few_bytes_as_they_need) {
  std::mt19937_64 random(7);
  for (const int shift : {1, 20, 40, 50}) {
    std::set<sd::Pair> drawn;
    while (drawn.size() < 100)
      drawn.insert(static_cast<sd::Pair>(random() >> shift >> 1) + (std::int64_t{1} << sd::event_bits));
    const std::vector<sd::Pair> pairs(drawn.begin(), drawn.end());
    const sd::Pair first = sd::pair_of(sd::upper_of(pairs.front()), 0);
    const std::string bytes = sd::encode_block(first, pairs);
    BOOST_TEST((sd::decode_block(first, bytes) == pairs));
    BOOST_TEST(bytes.size() <= 2 + pairs.size() * 9);
    for (const sd::Pair pair : pairs) {
      Events found;
      BOOST_TEST(sd::find_in_block(first, bytes, sd::upper_of(pair), 1'000, found));
      BOOST_TEST(std::count(found.begin(), found.end(), pair & sd::event_mask) == 1);
    }
    Events none;
    BOOST_TEST(!sd::find_in_block(first, bytes, sd::upper_of(pairs.back()) + 1, 9, none));
    BOOST_TEST(none.empty());
  }
  for (const std::string_view damaged : {"", "\x01", "\x09\x09zzzz", "\x03\x03zz"})
    BOOST_TEST(sd::decode_block(0, damaged).empty());
}

BOOST_AUTO_TEST_CASE(finds_what_was_added_and_not_what_was_removed) {
  TempStore t;
  Opened one(t.file), two(t.file);
  Model model;
  std::mt19937 random(11);
  std::int64_t next = 1;
  constexpr unsigned keys = 60'000;
  for (int round = 0; round < 30; ++round) {
    Opened& writer = round % 3 == 2 ? two : one;  // each has to notice what the other wrote
    const bool keep = round % 5 != 4;
    auto changed = model;
    writer.write(
        [&](sd::MatchIndex& index) {
          for (int turn = 0; turn < 3; ++turn) {
            // Asked for so much, it comes to know which keys blocks have.
            std::vector<std::uint64_t> ahead;
            for (int i = 0; i < 1'000; ++i) ahead.push_back(key_number(static_cast<unsigned>(random() % keys)));
            const std::vector<std::uint64_t> asked = ahead;
            index.look_ahead(std::move(ahead));
            for (int i = 0; i < 1'700; ++i) {
              // Half of them under keys that were looked ahead.
              const std::uint64_t key =
                  i % 2 ? asked[random() % asked.size()] : key_number(static_cast<unsigned>(random() % keys));
              index.add(EventId{next}, {&key, 1});
              changed.emplace(key, next++);
            }
            for (int i = 0; i < 80 && !changed.empty(); ++i) {
              const auto gone = changed.lower_bound(key_number(static_cast<unsigned>(random() % keys)));
              if (gone == changed.end()) continue;
              index.remove(EventId{gone->second}, {&gone->first, 1});
              if (i % 4) {
                changed.erase(gone);
              } else {
                index.add(EventId{gone->second}, {&gone->first, 1});
              }
            }
            for (int i = 0; i < 60; ++i) {
              const std::uint64_t key =
                  i % 2 ? asked[random() % asked.size()] : key_number(static_cast<unsigned>(random() % keys));
              BOOST_TEST_REQUIRE((found_by(index, key) == expected(changed, key)));
            }
          }
        },
        keep);
    if (keep) model = std::move(changed);
  }
  BOOST_TEST(one.impl.db->number("SELECT settled FROM match_state") > 0);
  std::vector<std::uint64_t> all;
  for (unsigned n = 0; n < keys; ++n) all.push_back(key_number(n));
  for (Opened* reader : {&one, &two})
    reader->write([&](sd::MatchIndex& index) {
      for (unsigned n = 0; n < keys; n += 7) BOOST_TEST_REQUIRE((found_by(index, all[n]) == expected(model, all[n])));
      index.look_ahead(all);
      for (const std::uint64_t key : all) BOOST_TEST_REQUIRE((found_by(index, key) == expected(model, key)));
    });
}

BOOST_AUTO_TEST_CASE(filter_has_every_stored_key_and_few_others) {
  TempStore t;
  Opened one(t.file);
  constexpr unsigned stored = 65'000;
  sd::KeyFilter filter;
  const auto upper = [](unsigned n) { return sd::upper_of_key(key_number(n)); };
  BOOST_TEST(filter.may_have(upper(1)));  // it knows nothing yet
  one.write([&](sd::MatchIndex& index) {
    for (unsigned n = 1; n <= stored; ++n) {
      const std::uint64_t key = key_number(n);
      index.add(EventId{n}, {&key, 1});
    }
  });
  filter.expect(*one.impl.db, 100, stored);
  BOOST_TEST(filter.may_have(upper(stored + 1)));  // not worth it for so few
  filter.expect(*one.impl.db, 1'000, stored);
  std::vector<sd::PairChange> more{{sd::pair_of(upper(stored + 1), 1), false},
                                   {sd::pair_of(upper(stored + 2), 1), true}};
  filter.add(more, {});
  unsigned wrong = 0;
  for (unsigned n = 1; n <= stored + 1; ++n) BOOST_TEST_REQUIRE(filter.may_have(upper(n)));
  for (unsigned n = stored + 2; n < stored + 10'002; ++n) wrong += filter.may_have(upper(n));
  BOOST_TEST(wrong < 300u);
  filter.forget();
  BOOST_TEST(filter.may_have(upper(stored + 5)));
}

BOOST_AUTO_TEST_CASE(key_that_many_share_tells_nothing) {
  TempStore t;
  Opened one(t.file);
  const std::uint64_t common = key_number(1), rare = key_number(2);
  one.write([&](sd::MatchIndex& index) {
    for (std::int64_t event = 1; event <= 70'000; ++event) index.add(EventId{event}, {&common, 1});
    index.add(EventId{70'001}, {&rare, 1});
  });
  BOOST_TEST(one.impl.db->number("SELECT settled FROM match_state") == 70'001);
  BOOST_TEST(one.find(common).empty());
  BOOST_TEST((one.find(rare) == Events{70'001}));
}

BOOST_AUTO_TEST_CASE(pairs_of_events_that_are_gone_are_swept) {
  TempStore t;
  Opened one(t.file);
  one.write([&](sd::MatchIndex& index) {
    for (unsigned n = 1; n <= 65'000; ++n) {
      const std::uint64_t key = key_number(n);
      index.add(EventId{n}, {&key, 1});
    }
  });
  BOOST_TEST((one.find(key_number(9)) == Events{9}));
  for (std::optional<std::int64_t> from = 0; from;)  // there are no events at all
    one.write([&](sd::MatchIndex&) { from = sd::sweep_match_index(one.impl, *from, 5'000); });
  BOOST_TEST(one.find(key_number(9)).empty());
  BOOST_TEST(one.impl.db->number("SELECT settled FROM match_state") == 0);
}

BOOST_AUTO_TEST_CASE(blocks_that_a_sweep_cuts_anew_are_found) {
  TempStore t;
  Opened one(t.file);
  const auto key = [](std::uint64_t upper) { return upper << (sd::event_bits + 1); };
  // Three hundred keys of one event each, then one of a thousand: they stay together until most of those are gone.
  std::vector<sd::Pair> pairs;
  for (std::int64_t n = 1; n <= 300; ++n) pairs.push_back(sd::pair_of(static_cast<std::uint64_t>(n), n));
  for (std::int64_t n = 301; n <= 1'300; ++n) pairs.push_back(sd::pair_of(301, n));
  one.write([&](sd::MatchIndex&) {
    std::vector<sd::Pair> begun;
    sd::replace_block(*one.impl.db, 0, pairs, begun);
    BOOST_TEST(begun.empty());
    one.impl.db->execute("UPDATE match_state SET settled = 1300");
    one.impl.db->execute(
        "WITH RECURSIVE some(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM some WHERE n < 495) INSERT INTO event(id, "
        "public_id, kind, status, mode, title, url, summary, \"when\", location, venue, city, region, country, "
        "join_url, "
        "cost, language, topics, first_seen, changed) SELECT n, n, 0, 0, 0, '', '', '', x'', '', '', '', '', '', '', "
        "'', "
        "'', '', 0, 0 FROM some");
  });
  one.write([&](sd::MatchIndex& index) {
    std::vector<std::uint64_t> all;
    for (std::uint64_t n = 1; n <= 300; ++n) all.push_back(key(n));
    index.look_ahead(std::move(all));  // from now on it knows where blocks begin
  });
  for (std::optional<std::int64_t> from = 0; from;)
    one.write([&](sd::MatchIndex&) { from = sd::sweep_match_index(one.impl, *from, 5'000); });
  BOOST_TEST(one.impl.db->number("SELECT count(*) FROM match_block") == 2);
  for (std::int64_t n = 1; n <= 300; ++n)
    BOOST_TEST_REQUIRE((one.find(key(static_cast<std::uint64_t>(n))) == Events{n}));
}

BOOST_AUTO_TEST_CASE(keys_of_an_older_database_are_found_again) {
  TempDir dir;
  const auto file = dir.path() / "almanac.db";
  {
    sd::Connection old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    old.number("PRAGMA journal_mode=WAL");
    sd::migrate(old, file, sd::migrations().first(5));
    for (unsigned n = 1; n <= 3'000; ++n) {
      sd::Query query =
          old.use(n % 10 ? "INSERT INTO match_key(pair) VALUES(?)" : "INSERT INTO match_key_new(pair) VALUES(?)");
      query.bind(sd::pair_of(sd::upper_of_key(key_number(n)), n)).run();
    }
  }
  must(Store::open(file));
  Opened one(file);
  BOOST_TEST(one.impl.db->number("SELECT settled FROM match_state") == 3'000);
  for (unsigned n = 1; n <= 3'000; n += 99) BOOST_TEST((one.find(key_number(n)) == Events{n}));
}

BOOST_AUTO_TEST_SUITE_END()
