#include <sqlite3.h>

#include "event_rows.hpp"
#include "event_writer.hpp"
#include "impl.hpp"
#include "match_index.hpp"
#include "text_index.hpp"

namespace almanac {

namespace sd = store_detail;
using sd::Query;

namespace {

/// Numbers of events to go, at most `limit`. What the user marked (other than hidden) stays.
std::vector<EventId> outdated(Store::Impl& impl, sys_seconds now, const Retention& retention, std::size_t limit) {
  std::vector<EventId> ids;
  const auto collect = [&](const char* sql, sys_seconds before) {
    if (ids.size() >= limit) return;
    Query query = impl.use(sql);
    query.bind(before).bind(limit - ids.size());
    while (query.step()) ids.push_back(EventId{query.number(0)});
  };
  // By the start first, which has an index; an event's last end decides.
  collect(
      "SELECT DISTINCT e.id FROM occurrence o INDEXED BY occurrence_start CROSS JOIN event e ON e.id = o.event_id "
      "WHERE o.start < ?1 AND e.last < ?1 "
      "AND NOT EXISTS (SELECT 1 FROM mark m WHERE m.event_id = e.id AND (m.star OR m.going OR m.note <> '')) LIMIT ?2",
      now - retention.past_events);
  collect(
      "SELECT e.id FROM event e WHERE e.last IS NULL AND ifnull(e.published, e.first_seen) < ?1 "
      "AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.event_id = e.id AND d.at >= ?1) "
      "AND NOT EXISTS (SELECT 1 FROM mark m WHERE m.event_id = e.id AND (m.star OR m.going OR m.note <> '')) LIMIT ?2",
      now - retention.posts);
  return ids;
}

/// Goes on looking for keys under which removed events were found, in short transactions. What is left of them means
/// nothing and waits for the next call.
Store::Outcome<void> sweep_some_keys(Store::Impl& impl) {
  constexpr std::size_t pairs = 50'000;
  for (int transactions = 10; transactions > 0 && impl.sweep_from; --transactions) {
    auto next = impl.write([&]() -> Store::Outcome<std::optional<std::int64_t>> {
      return sd::sweep_match_index(impl, *impl.sweep_from, pairs);
    });
    if (!next) return next.error();
    impl.sweep_from = *next;
  }
  return {};
}

Store::Outcome<void> sweep_facets(Store::Impl& impl) {
  return impl.write([&]() -> Store::Outcome<void> {
    Query query = impl.use("DELETE FROM facet WHERE NOT EXISTS (SELECT 1 FROM event WHERE facet = facts)");
    query.run();
    return {};
  });
}

}  // namespace

Store::Outcome<std::size_t> Store::prune(sys_seconds now, const Retention& retention) {
  const std::size_t batch = std::max<std::size_t>(1, retention.batch);
  const auto gone = impl_->write([&]() -> Outcome<std::size_t> {
    sd::EventWriter events(*impl_);
    const auto ids = outdated(*impl_, now, retention, batch);
    for (const EventId id : ids)
      if (const auto event = sd::load_event(*impl_, id)) events.remove(*event);
    return ids.size();
  });
  if (!gone) return gone;
  if (*gone > 0 && !impl_->sweep_from) impl_->sweep_from = 0;
  if (*gone == batch || !impl_->sweep_from) return gone;
  if (*impl_->sweep_from == 0)
    if (auto swept = sweep_facets(*impl_); !swept) return swept.error();
  if (auto swept = sweep_some_keys(*impl_); !swept) return swept.error();
  return gone;
}

Store::Outcome<Counts> Store::counts(sys_seconds now) {
  return impl_->read([&]() -> Outcome<Counts> {
    Counts counts;
    Query query = impl_->use(
        "SELECT (SELECT count(*) FROM source), (SELECT count(*) FROM source WHERE failures > 0), (SELECT count(*) FROM "
        "entry), "
        "(SELECT count(*) FROM event), (SELECT count(DISTINCT event_id) FROM occurrence WHERE start >= ?), "
        "(SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)");
    query.bind(now);
    query.step();
    counts.sources = query.number(0);
    counts.failing = query.number(1);
    counts.entries = query.number(2);
    counts.events = query.number(3);
    counts.upcoming = query.number(4);
    counts.bytes = query.number(5);
    counts.index_behind = static_cast<std::int64_t>(sd::index_behind(*impl_));
    return counts;
  });
}

Store::Outcome<std::vector<std::string>> Store::check(bool thorough) {
  auto lines = impl_->read([&]() -> Outcome<std::vector<std::string>> {
    std::vector<std::string> wrong;
    // SQLite forgets an interruption when nothing runs; so something does all the while.
    SQLite::Statement held(impl_->db->database(), "SELECT 1 FROM sqlite_schema");
    held.executeStep();
    if (impl_->is_interrupted)
      return sd::problem(StoreErrc::failed, impl_->file.string() + ": the check was ended before it began");
    SQLite::Statement statement(impl_->db->database(),
                                thorough ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)");
    while (statement.executeStep())
      if (std::string line = statement.getColumn(0).getString(); line != "ok") wrong.push_back(std::move(line));
    SQLite::Statement keys(impl_->db->database(), "PRAGMA foreign_key_check");
    while (thorough && wrong.size() < 20 && keys.executeStep())
      wrong.push_back("a row of " + keys.getColumn(0).getString() + " points to nothing in " +
                      keys.getColumn(2).getString());
    return wrong;
  });
  if (lines && lines->empty()) impl_->wants_check = false;
  return lines;
}

void Store::interrupt() noexcept {
  impl_->is_interrupted = true;
  sqlite3_interrupt(impl_->db->database().getHandle());
}

Store::Outcome<void> Store::copy_to(const std::filesystem::path& target) {
  std::error_code error;
  if (std::filesystem::exists(target, error))
    return sd::problem(StoreErrc::exists, target.string() + ": exists already", "choose another name");
  if (auto made = sd::make_private_file(target); !made) return made;
  try {
    SQLite::Statement statement(impl_->db->database(), "VACUUM INTO ?");
    statement.bind(1, target.string());
    statement.exec();
  } catch (const SQLite::Exception& failed) {
    std::filesystem::remove(target, error);
    return sd::sqlite_problem(failed, target);
  }
  return {};
}

Store::Outcome<void> Store::checkpoint() {
  if (auto begun = impl_->begin_write(); !begun) return begun;
  const int code = sqlite3_wal_checkpoint_v2(impl_->db->database().getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE,
                                             nullptr, nullptr);
  impl_->lock.release();
  // Readers in the way leave a part for next time.
  if (code == SQLITE_OK || code == SQLITE_BUSY) return {};
  return sd::sqlite_problem(SQLite::Exception(impl_->db->database().getHandle(), code), impl_->file);
}

}  // namespace almanac
