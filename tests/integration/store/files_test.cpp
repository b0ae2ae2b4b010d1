// B8: the file, who may read it, and what is refused.
#include <sys/stat.h>

#include <almanac/query/parse_filter.hpp>
#include <almanac/store/schema.hpp>
#include <almanac/store/write_lock.hpp>
#include <fstream>

#include "killed.hpp"

BOOST_AUTO_TEST_SUITE(files, *boost::unit_test::label("integration"))

using namespace almanac;
using namespace almanac::test;
namespace sd = almanac::store_detail;

namespace {

unsigned mode_of(const std::filesystem::path& path) {
  struct ::stat info {};
  BOOST_TEST_REQUIRE(::stat(path.c_str(), &info) == 0);
  return info.st_mode & 0777u;
}

error_code code_of_open(const std::filesystem::path& file) {
  const auto store = Store::open(file);
  return store ? error_code{} : store.error().code;
}

std::string content_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

BOOST_AUTO_TEST_CASE(b8_1_a_connection_takes_no_orders_from_the_file) {
  const TempDir folder;
  sd::Connection connection((folder.path() / "x.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  BOOST_TEST(connection.number("PRAGMA trusted_schema") == 0);
  BOOST_TEST(connection.number("PRAGMA cell_size_check") == 1);
  BOOST_TEST(connection.number("PRAGMA wal_autocheckpoint") == 0);
  BOOST_TEST(connection.number("PRAGMA foreign_keys") == 1);
  BOOST_TEST(connection.number("PRAGMA busy_timeout") == 5000);
  BOOST_CHECK_THROW(connection.execute("CREATE TABLE a(b); SELECT \"no such column\" FROM a"), SQLite::Exception);
  BOOST_CHECK_THROW(connection.execute("SELECT load_extension('x')"), SQLite::Exception);
  connection.execute("PRAGMA writable_schema=ON");
  BOOST_CHECK_THROW(connection.execute("UPDATE sqlite_schema SET sql='x'"), SQLite::Exception);
}

BOOST_AUTO_TEST_CASE(b8_2_commits_survive_the_process_and_issues_the_machine) {
  const TempDir folder;
  sd::Connection connection((folder.path() / "x.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  BOOST_TEST(connection.number("PRAGMA synchronous") == 1);  // NORMAL; record_issue raises it for its transaction
}

BOOST_AUTO_TEST_CASE(b8_5_only_the_owner_can_read) {
  const TempDir folder;
  const auto file = folder.path() / "private/almanac.db";
  ::umask(022);
  {
    Store store = must(Store::open(file));
    add_source(store);
    BOOST_TEST(mode_of(file.parent_path()) == 0700u);
    for (const char* suffix : {"", "-wal", "-shm", ".lock"}) {
      std::filesystem::path one = file;
      one += suffix;
      BOOST_TEST_CONTEXT(suffix) BOOST_TEST((mode_of(one) & 077u) == 0u);
    }
  }
  // One that was copied here with the usual rights is closed.
  std::filesystem::permissions(file, std::filesystem::perms{0644});
  must(Store::open(file));
  BOOST_TEST(mode_of(file) == 0600u);
}

BOOST_AUTO_TEST_CASE(b8_4_damaged_and_foreign_files_are_refused_and_left_alone) {
  const TempDir folder;
  const auto rubbish = folder.write("rubbish.db", std::string(8192, 'x'));
  BOOST_TEST(code_of_open(rubbish) == make_error_code(StoreErrc::not_a_database));
  BOOST_TEST(content_of(rubbish) == std::string(8192, 'x'));

  const auto foreign = folder.path() / "foreign.db";
  {
    SQLite::Database other(foreign.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE theirs(x)");
  }
  const std::string before = content_of(foreign);
  BOOST_TEST(code_of_open(foreign) == make_error_code(StoreErrc::foreign));
  BOOST_TEST(content_of(foreign) == before);
}

BOOST_AUTO_TEST_CASE(b8_4_nothing_is_written_to_a_file_that_is_no_longer_in_its_place) {
  const TempDir folder;
  const auto file = folder.path() / "almanac.db", other = folder.path() / "moved.db";
  Store store = must(Store::open(file));
  const SourceId source = add_source(store);
  const auto is_refused = [&] {
    const auto counts = store.commit_poll(commit_of(source, "e1"));
    return !counts && counts.error().code == make_error_code(StoreErrc::moved);
  };
  std::filesystem::rename(file, other);
  BOOST_TEST(is_refused());
  must(Store::open(file));
  BOOST_TEST(is_refused());
  std::filesystem::rename(other, file);
  BOOST_TEST(!is_refused());
}

BOOST_AUTO_TEST_CASE(b8_4_flipped_bits_are_found_or_harmless) {
  const TempDir folder;
  const auto file = folder.path() / "almanac.db";
  {
    Store store = must(Store::open(file));
    const SourceId source = add_source(store);
    for (int i = 1; i < 60; ++i) must(store.commit_poll(commit_of(source, "e" + std::to_string(i))));
    must(store.checkpoint());
  }
  const std::string whole = content_of(file);
  unsigned state = 1;
  for (int round = 0; round < 60; ++round) {
    std::string bent = whole;
    for (int i = 0; i < 200; ++i) {
      state = state * 1664525u + 1013904223u;
      bent[(state >> 4) % bent.size()] ^= static_cast<char>(1 << (state >> 29));
    }
    const auto copy = folder.write("bent" + std::to_string(round) + ".db", bent);
    auto store = Store::open(copy);
    if (!store) continue;
    static_cast<void>(store->check(true));
    static_cast<void>(store->sources());
    static_cast<void>(store->select({}));
    static_cast<void>(store->commit_poll(commit_of(SourceId{1}, "another")));
  }
}

BOOST_AUTO_TEST_CASE(b8_6_a_newer_database_is_refused_by_name) {
  const TempDir folder;
  const auto file = folder.path() / "almanac.db";
  must(Store::open(file));
  {
    SQLite::Database newer(file.string(), SQLite::OPEN_READWRITE);
    newer.exec("PRAGMA user_version=999");
  }
  const auto refused = Store::open(file);
  BOOST_TEST_REQUIRE(!refused);
  BOOST_TEST(refused.error().code == make_error_code(StoreErrc::newer));
  BOOST_TEST(refused.error().what.find("999") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(b8_6_a_writer_waits_and_then_says_who_keeps_it_waiting) {
  const TempDir folder;
  const auto file = folder.path() / "almanac.db";
  Store store = must(Store::open(file, OpenOptions{OpenMode::write, std::chrono::milliseconds(50)}));
  sd::WriteLock lock(file);
  must(lock.acquire(std::chrono::milliseconds(0)));
  const auto refused = store.set_setting("a", "b");
  BOOST_TEST_REQUIRE(!refused);
  BOOST_TEST(refused.error().code == make_error_code(StoreErrc::locked));
  BOOST_TEST(refused.error().text().find(std::to_string(::getpid())) != std::string::npos, refused.error().text());
  lock.release();
  BOOST_TEST(store.set_setting("a", "b").has_value());
}

BOOST_AUTO_TEST_CASE(a_hint_that_stood_behind_the_reason_gets_its_own_place) {
  const TempDir folder;
  const auto file = folder.path() / "almanac.db";
  {
    sd::Connection old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    sd::migrate(old, file, sd::migrations().first(5));
    old.execute(
        "INSERT INTO source(url, name, plugin, recipe, tags, options, added, etag, last_modified, validators_for, "
        "state, due_reason, failures, gone_streak, last_error) VALUES('https://example.org/feed', 'Old', '', '', '', "
        "x'', 0, '', '', '', 0, 'base interval; most publication dates lie in the future: option "
        "pubdate_means=start?', 0, 0, ''), ('https://example.org/other', 'Other', '', '', '', x'', 0, '', '', '', 0, "
        "'base interval', 0, 0, '')");
  }
  Store store = must(Store::open(file));
  for (const Source& source : must(store.sources())) {
    BOOST_TEST(source.health.due_reason == "base interval");
    BOOST_TEST(source.health.hint == (source.name == "Old" ? "most publication dates lie in the future: option "
                                                             "pubdate_means=start?"
                                                           : ""));
  }
}

BOOST_AUTO_TEST_CASE(prices_dialects_and_deadlines_of_an_older_library_are_found) {
  const TempDir folder;
  const auto file = folder.path() / "almanac.db";
  {
    sd::Connection old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    sd::migrate(old, file, sd::migrations().first(11));
    old.execute(
        "INSERT INTO event(id, public_id, kind, status, mode, title, url, summary, \"when\", location, venue, city, "
        "region, country, join_url, cost, language, topics, first_seen, changed, last, traits) VALUES(1, 1, 1, 0, 0, "
        "'Old', '', '', x'', '', '', '', '', '', '', '20 EUR', 'en-GB', '', 0, 0, 4102444800, "
        "almanac_traits(1, 0, 0, '20 EUR', 'en-GB', '', NULL, NULL) & 4398046511103);"
        "INSERT INTO occurrence(event_id, n, kind, start, length, clock, status, span, zone, recurrence_id, traits) "
        "SELECT id, 0, kind, last - 60, 60, 1, 0, 0, 'UTC', '', traits FROM event;"
        "INSERT INTO deadline(event_id, n, type, at, clock, extended, facts, traits) "
        "SELECT id, 0, 1, 4102358400, 1, 0, x'', traits FROM event");
  }
  Store store = must(Store::open(file));
  for (const char* text : {"cost:\"20 eur\"", "lang:en-gb", "lang:en cost:paid", "-cost:free -lang:de", "deadline:open",
                           "deadline>2099-12-01"}) {
    ListQuery query;
    query.filter = *parse_filter(text);
    query.viewer.now = noon;
    BOOST_TEST(must(store.upcoming(query)).rows.size() == 1u, text);
  }
  sd::Connection now(file.string(), SQLite::OPEN_READONLY);
  BOOST_TEST(now.number("SELECT count(*) FROM facet f JOIN event e ON e.facet = f.facts") == 1);
}

BOOST_AUTO_TEST_CASE(events_of_one_time_in_an_older_library_stand_in_the_order_in_which_they_came) {
  const TempDir folder;
  const auto file = folder.path() / "almanac.db";
  {
    sd::Connection old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    sd::migrate(old, file, sd::migrations().first(12));
    old.execute(
        "INSERT INTO event(id, public_id, kind, status, mode, title, url, summary, \"when\", location, venue, city, "
        "region, country, join_url, cost, language, topics, published, first_seen, changed, last, traits) "
        "SELECT value, value, 1, 0, 0, value, '', '', x'', '', '', '', '', '', '', '', '', '', 100, 0, 0, 4102444800, "
        "almanac_traits(1, 0, 0, '', '', '', NULL, NULL) FROM json_each('[1, 2, 3]');"
        // The longest and most noted first, as the indexes stood before.
        "INSERT INTO occurrence(event_id, n, kind, start, length, clock, status, span, zone, recurrence_id, traits) "
        "SELECT id, 0, kind, 4102358400, 86400 - id, 1, 0, 0, 'UTC', '', traits + (10 - id << 42) FROM event;"
        "INSERT INTO deadline(event_id, n, type, at, clock, extended, facts, traits) "
        "SELECT id, 0, 4 - id, 4102358400, 1, 0, x'', traits FROM event");
  }
  Store store = must(Store::open(file));
  ListQuery query;
  query.viewer.now = noon;
  const auto titles = [](const auto& rows, const auto& event_of) {
    std::string out;
    for (const auto& row : rows) out += event_of(row).title;
    return out;
  };
  const auto listed = [](const ListedEvent& row) -> const Event& { return row.event; };
  for (const auto& kinds : {std::vector<Kind>{}, std::vector{static_cast<Kind>(1)}}) {
    query.kinds = kinds;
    BOOST_TEST(titles(must(store.upcoming(query)).rows, listed) == "123");
  }
  BOOST_TEST(titles(must(store.deadlines(query)).rows,
                    [](const ListedDeadline& row) -> const Event& { return row.listed.event; }) == "123");
  query.filter = *parse_filter("published<1971-01-01");
  BOOST_TEST(titles(must(store.upcoming(query)).rows, listed) == "123");
  BOOST_TEST(must(store.check(true)).empty());
}

BOOST_AUTO_TEST_CASE(put_off_pauses_and_moves_are_kept) {
  const TempDir folder;
  Store store = must(Store::open(folder.path() / "almanac.db"));
  const SourceId source = add_source(store);
  PollCommit commit;
  commit.now = noon;
  commit.put_off.push_back({source, noon, noon + std::chrono::hours(1), "not asked"});
  commit.pauses.push_back({"a.example", noon + std::chrono::hours(2), "429"});
  commit.pauses.push_back({"a.example", noon + std::chrono::hours(1), "shorter"});
  must(store.commit_poll(commit));
  const Health health = must(store.source(source)).health;
  BOOST_TEST((health.last_attempt == noon && health.next_due == noon + std::chrono::hours(1)));
  BOOST_TEST(health.due_reason == "not asked");
  const auto pauses = must(store.host_pauses(noon));
  BOOST_TEST_REQUIRE(pauses.size() == 1u);
  BOOST_TEST(pauses[0].why == "429");
  BOOST_TEST(must(store.host_pauses(noon + std::chrono::hours(2))).empty());

  PollCommit moved = commit_of(source, "e1");
  moved.polls[0].new_url = "https://example.org/new";
  moved.polls[0].health.move = {"https://example.org/next", 3, noon};
  moved.polls[0].health.not_before = noon;
  moved.polls[0].health.last_document = noon;
  moved.polls[0].health.body_hash = ~0ull;
  moved.polls[0].health.same_bodies = 2;
  moved.polls[0].health.plain_body = true;
  moved.polls[0].health.hint = "try another option";
  must(store.commit_poll(moved));
  const Source stored = must(store.source(source));
  BOOST_TEST(stored.url == "https://example.org/new");
  BOOST_TEST(stored.moved_from == "https://example.org/feed");
  BOOST_TEST((stored.health == moved.polls[0].health));

  // The user wants the address from before, and is not asked again.
  BOOST_TEST(must(store.undo_move(source)) == "https://example.org/feed");
  const Source back = must(store.source(source));
  BOOST_TEST(back.url == "https://example.org/feed");
  BOOST_TEST(back.moved_from == "");
  BOOST_TEST(back.unwanted_move == "https://example.org/new");
  must(store.commit_poll(moved));
  BOOST_TEST(must(store.source(source)).url == "https://example.org/feed");
  BOOST_TEST(store.undo_move(source).error().code == make_error_code(StoreErrc::missing));
}

BOOST_AUTO_TEST_SUITE_END()
