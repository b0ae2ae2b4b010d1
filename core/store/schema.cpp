#include "schema.hpp"

#include <almanac/base/log.hpp>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "traits.hpp"
#include "write_blocks.hpp"

namespace almanac::store_detail {
namespace {

// Times are seconds since 1970: UTC for instants, the wall clock for local times and dates (`clock` holds the
// MomentKind). Small enumerations are stored as their numbers, which are therefore never reordered.
constexpr const char* first_schema = R"sql(
CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE source(
  id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, name TEXT NOT NULL, plugin TEXT NOT NULL, recipe TEXT NOT NULL, kind INTEGER,
  tags TEXT NOT NULL, every INTEGER, options BLOB NOT NULL, added INTEGER NOT NULL,
  etag TEXT NOT NULL, last_modified TEXT NOT NULL, validators_for TEXT NOT NULL,
  state INTEGER NOT NULL, last_attempt INTEGER, last_good INTEGER, last_changed INTEGER, next_due INTEGER, due_reason TEXT NOT NULL,
  failures INTEGER NOT NULL, gone_streak INTEGER NOT NULL, last_error TEXT NOT NULL, polls INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX source_due ON source(next_due) WHERE state NOT IN (2, 4);

CREATE TABLE fetch_log(
  source_id INTEGER NOT NULL REFERENCES source ON DELETE CASCADE, slot INTEGER NOT NULL, at INTEGER NOT NULL, http_status INTEGER NOT NULL,
  bytes INTEGER NOT NULL, took INTEGER NOT NULL, fresh INTEGER NOT NULL, changed INTEGER NOT NULL, unchanged INTEGER NOT NULL,
  error TEXT NOT NULL, PRIMARY KEY(source_id, slot)) STRICT, WITHOUT ROWID;

CREATE TABLE event(
  id INTEGER PRIMARY KEY, public_id INTEGER NOT NULL, kind INTEGER NOT NULL, status INTEGER NOT NULL, mode INTEGER NOT NULL,
  title TEXT NOT NULL, url TEXT NOT NULL, summary TEXT NOT NULL, "when" BLOB NOT NULL, location TEXT NOT NULL, venue TEXT NOT NULL,
  city TEXT NOT NULL, region TEXT NOT NULL, country TEXT NOT NULL, lat REAL, lon REAL, join_url TEXT NOT NULL, cost TEXT NOT NULL,
  language TEXT NOT NULL, topics TEXT NOT NULL, published INTEGER, first_seen INTEGER NOT NULL, changed INTEGER NOT NULL,
  last INTEGER) STRICT;
CREATE UNIQUE INDEX event_public ON event(public_id);
CREATE INDEX event_undated ON event(kind, published) WHERE last IS NULL;

CREATE TABLE occurrence(
  event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE, n INTEGER NOT NULL, kind INTEGER NOT NULL, start INTEGER NOT NULL,
  length INTEGER NOT NULL, clock INTEGER NOT NULL, status INTEGER NOT NULL, span INTEGER NOT NULL, zone TEXT NOT NULL,
  recurrence_id TEXT NOT NULL, PRIMARY KEY(event_id, n)) STRICT, WITHOUT ROWID;
CREATE INDEX occurrence_kind ON occurrence(kind, start);
CREATE INDEX occurrence_start ON occurrence(start);
CREATE INDEX occurrence_span ON occurrence(span, start) WHERE span > 0;

CREATE TABLE deadline(
  event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE, n INTEGER NOT NULL, type INTEGER NOT NULL, at INTEGER NOT NULL,
  clock INTEGER NOT NULL, extended INTEGER NOT NULL, facts BLOB NOT NULL, PRIMARY KEY(event_id, n)) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_at ON deadline(at);

CREATE TABLE topic(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE event_topic(topic_id INTEGER NOT NULL, event_id INTEGER NOT NULL, PRIMARY KEY(topic_id, event_id)) STRICT, WITHOUT ROWID;

CREATE TABLE entry(
  source_id INTEGER NOT NULL REFERENCES source ON DELETE CASCADE, key_hash INTEGER NOT NULL, content_hash INTEGER NOT NULL,
  event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE, first_seen INTEGER NOT NULL, changed INTEGER NOT NULL,
  because TEXT NOT NULL, facts BLOB NOT NULL, PRIMARY KEY(source_id, key_hash)) STRICT, WITHOUT ROWID;
CREATE INDEX entry_event ON entry(event_id);

CREATE TABLE change(
  id INTEGER PRIMARY KEY, event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE, at INTEGER NOT NULL, kind INTEGER NOT NULL,
  field TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, source_id INTEGER REFERENCES source ON DELETE SET NULL) STRICT;
CREATE INDEX change_event ON change(event_id);
CREATE INDEX change_at ON change(at);
CREATE INDEX change_source ON change(source_id);

CREATE TABLE mark(
  event_id INTEGER PRIMARY KEY REFERENCES event ON DELETE CASCADE, star INTEGER NOT NULL, going INTEGER NOT NULL, hidden INTEGER NOT NULL,
  note TEXT NOT NULL, at INTEGER NOT NULL) STRICT;

CREATE TABLE issue(
  id INTEGER PRIMARY KEY, profile TEXT NOT NULL, period TEXT NOT NULL, number INTEGER NOT NULL, made INTEGER NOT NULL,
  content BLOB, UNIQUE(profile, period), UNIQUE(profile, number)) STRICT;
CREATE TABLE issue_item(
  issue_id INTEGER NOT NULL REFERENCES issue ON DELETE CASCADE, n INTEGER NOT NULL,
  event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE, section TEXT NOT NULL, told INTEGER NOT NULL,
  PRIMARY KEY(issue_id, n)) STRICT, WITHOUT ROWID;
CREATE INDEX issue_item_event ON issue_item(event_id);

CREATE TABLE text_state(one INTEGER PRIMARY KEY CHECK(one = 1), upto INTEGER NOT NULL) STRICT;
INSERT INTO text_state VALUES(1, 0);
CREATE TABLE text_pending(
  event_id INTEGER PRIMARY KEY, title TEXT NOT NULL, summary TEXT NOT NULL, place TEXT NOT NULL, topics TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE event_fts USING fts5(
  title, summary, place, topics, content='', tokenize='unicode61 remove_diacritics 2');
)sql";

constexpr const char* matching_schema = R"sql(
CREATE TABLE match_key(
  key INTEGER NOT NULL, event_id INTEGER NOT NULL REFERENCES event ON DELETE CASCADE, PRIMARY KEY(key, event_id)) STRICT, WITHOUT ROWID;
CREATE INDEX match_key_event ON match_key(event_id);

CREATE TABLE apart(
  source_a INTEGER NOT NULL REFERENCES source ON DELETE CASCADE, key_a INTEGER NOT NULL,
  source_b INTEGER NOT NULL REFERENCES source ON DELETE CASCADE, key_b INTEGER NOT NULL,
  PRIMARY KEY(source_a, key_a, source_b, key_b)) STRICT, WITHOUT ROWID;
CREATE INDEX apart_other ON apart(source_b);

ALTER TABLE entry ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
)sql";

// `pair`: the upper 33 bits of a key, then 30 bits of the event's id. See match_index.hpp for the two tables.
constexpr const char* packed_keys_schema = R"sql(
CREATE TABLE match_pair(pair INTEGER PRIMARY KEY) STRICT;
INSERT OR IGNORE INTO match_pair SELECT ((key >> 31) & 8589934591) << 30 | event_id AS pair FROM match_key ORDER BY pair;
DROP TABLE match_key;
ALTER TABLE match_pair RENAME TO match_key;
CREATE TABLE match_key_new(pair INTEGER PRIMARY KEY) STRICT;
)sql";

constexpr const char* manners_schema = R"sql(
ALTER TABLE source ADD COLUMN not_before INTEGER;
ALTER TABLE source ADD COLUMN last_document INTEGER;
ALTER TABLE source ADD COLUMN body_hash INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN same_bodies INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN plain_body INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN move_to TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN move_polls INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN move_since INTEGER;
ALTER TABLE source ADD COLUMN moved_from TEXT NOT NULL DEFAULT '';

CREATE TABLE host_pause(host TEXT PRIMARY KEY, until INTEGER NOT NULL, why TEXT NOT NULL) STRICT, WITHOUT ROWID;
)sql";

constexpr const char* asking_schema = R"sql(
CREATE INDEX event_place ON event(lat, lon) WHERE lat IS NOT NULL;
CREATE INDEX event_seen ON event(first_seen);
CREATE INDEX event_changed ON event(changed) WHERE changed > first_seen;
)sql";

// `traits` and `sketch`: see traits.hpp. Lists in order of time are read from an index alone, but for what they show.
constexpr const char* traits_schema = R"sql(
DROP INDEX occurrence_kind;
DROP INDEX occurrence_start;
DROP INDEX occurrence_span;
DROP INDEX deadline_at;
DROP INDEX event_undated;
DROP INDEX event_changed;
ALTER TABLE event ADD COLUMN traits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN sketch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE occurrence ADD COLUMN traits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE occurrence ADD COLUMN sketch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deadline ADD COLUMN traits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deadline ADD COLUMN sketch INTEGER NOT NULL DEFAULT 0;
UPDATE event SET traits = almanac_traits(kind, mode, status, cost, language, country, lat, lon),
  sketch = almanac_sketch(location, venue, city, region, country, topics);
UPDATE occurrence SET (traits, sketch) = (SELECT e.traits, e.sketch FROM event e WHERE e.id = event_id);
UPDATE deadline SET (traits, sketch) = (SELECT e.traits, e.sketch FROM event e WHERE e.id = event_id);
CREATE INDEX occurrence_kind ON occurrence(kind, start, clock, length, traits, sketch);
CREATE INDEX occurrence_start ON occurrence(start, clock, length, kind, span, traits, sketch);
CREATE INDEX occurrence_span ON occurrence(span, start, clock, length, kind, traits, sketch) WHERE span > 0;
CREATE INDEX deadline_at ON deadline(at, clock, type, traits, sketch);
CREATE INDEX event_undated ON event(published, first_seen, traits, sketch) WHERE last IS NULL;
CREATE INDEX event_changed ON event(changed, first_seen) WHERE changed > first_seen;
)sql";

// The index of words is made anew, in stems: what it held is put in again as new events are.
constexpr const char* stems_schema = R"sql(
DROP TABLE event_fts;
CREATE VIRTUAL TABLE event_fts USING fts5(
  title, summary, place, topics, content='', tokenize='porter unicode61 remove_diacritics 2');
DELETE FROM text_pending;
UPDATE text_state SET upto = 0;
)sql";

// The hint stood behind the reason before it had a column.
constexpr const char* hint_schema = R"sql(
ALTER TABLE source ADD COLUMN hint TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN unwanted_move TEXT NOT NULL DEFAULT '';
UPDATE source SET hint = substr(due_reason, instr(due_reason, '; most publication dates lie') + 2),
  due_reason = substr(due_reason, 1, instr(due_reason, '; most publication dates lie') - 1)
WHERE due_reason LIKE '%; most publication dates lie in the future: option pubdate_means=start?';
)sql";

// Blocks of pairs (see pair_block.hpp) and the changes that wait to be brought into them (see recent_pairs.hpp).
constexpr const char* blocks_schema = R"sql(
CREATE TABLE match_block(first INTEGER PRIMARY KEY, pairs BLOB NOT NULL) STRICT;
CREATE TABLE match_log(n INTEGER PRIMARY KEY, changes BLOB NOT NULL) STRICT;
CREATE TABLE match_state(one INTEGER PRIMARY KEY CHECK(one = 1), settled INTEGER NOT NULL) STRICT;
INSERT INTO match_state VALUES(1, 0);
INSERT OR IGNORE INTO match_key SELECT pair FROM match_key_new ORDER BY pair;
)sql";

void move_pairs_into_blocks(Connection& connection) {
  constexpr std::size_t at_once = 200'000;
  std::int64_t total = 0;
  {
    std::vector<PairChange> run;
    SQLite::Statement old = connection.prepare("SELECT pair FROM match_key ORDER BY pair");
    while (old.executeStep()) {
      run.push_back({old.getColumn(0).getInt64(), false});
      if (run.size() < at_once) continue;
      total += write_blocks(connection, run).more;
      run.clear();
    }
    total += write_blocks(connection, run).more;
  }
  connection.execute(("UPDATE match_state SET settled = " + std::to_string(total)).c_str());
  connection.execute("DROP TABLE match_key; DROP TABLE match_key_new;");
}

constexpr const char* origins_schema = R"sql(
ALTER TABLE event ADD COLUMN origins BLOB NOT NULL DEFAULT x'';
)sql";

// A source is written with each poll, and seldom enters or leaves this index.
constexpr const char* failing_schema = R"sql(
CREATE INDEX source_failing ON source(id) WHERE failures > 0;
)sql";

// Prices, dialects and deadlines came into the traits late; for the numbers see traits.hpp.
constexpr const char* facets_schema = R"sql(
CREATE TEMP TABLE stated AS SELECT id FROM event
  WHERE cost <> '' AND lower(cost) <> 'free' OR instr(language, '-') OR id IN (SELECT event_id FROM deadline);
UPDATE event SET traits = almanac_traits(kind, mode, status, cost, language, country, lat, lon) |
    ifnull((SELECT min(511, max(1, (max(d.at) - 1420070400) / 2592000 + 1)) << 54 FROM deadline d
            WHERE d.event_id = event.id AND d.clock <> 0), 0)
  WHERE id IN (SELECT id FROM stated);
UPDATE occurrence SET traits = (SELECT e.traits FROM event e WHERE e.id = event_id)
  WHERE event_id IN (SELECT id FROM stated);
UPDATE deadline SET traits = (SELECT e.traits FROM event e WHERE e.id = event_id)
  WHERE event_id IN (SELECT id FROM stated);
DROP TABLE temp.stated;
ALTER TABLE event ADD COLUMN facet INTEGER GENERATED ALWAYS AS (traits & 18010001536712703) VIRTUAL;
CREATE INDEX event_facet ON event(facet, last);
DROP INDEX event_seen;
DROP INDEX event_changed;
CREATE INDEX event_seen ON event(first_seen, last);
CREATE INDEX event_changed ON event(changed, first_seen, last) WHERE changed > first_seen;
CREATE INDEX event_published ON event(published, last) WHERE published IS NOT NULL;
CREATE TABLE facet(facts INTEGER PRIMARY KEY) STRICT;
INSERT INTO facet SELECT DISTINCT facet FROM event;
)sql";
static_assert(facet_mask == 18010001536712703);

// Events of one time stand in the order in which they came, so that new ones lie side by side in few pages of the
// indexes; behind the number of the event stands what lists look at.
constexpr const char* side_by_side_schema = R"sql(
DROP INDEX occurrence_kind;
DROP INDEX occurrence_start;
DROP INDEX occurrence_span;
DROP INDEX deadline_at;
DROP INDEX event_published;
CREATE INDEX occurrence_kind ON occurrence(kind, start, event_id, n, clock, length, traits, sketch);
CREATE INDEX occurrence_start ON occurrence(start, event_id, n, clock, length, kind, span, traits, sketch);
CREATE INDEX occurrence_span ON occurrence(span, start, event_id, n, clock, length, kind, traits, sketch) WHERE span > 0;
CREATE INDEX deadline_at ON deadline(at, event_id, n, clock, type, traits, sketch);
CREATE INDEX event_published ON event(published, id, last) WHERE published IS NOT NULL;
)sql";

// Words are split and folded by us before the index of words gets them: it is made anew, as are the sketches of places
// that now have other words.
constexpr const char* words_schema = R"sql(
DROP TABLE event_fts;
CREATE VIRTUAL TABLE event_fts USING fts5(
  title, summary, place, topics, content='', tokenize='porter unicode61 remove_diacritics 2');
DELETE FROM text_pending;
UPDATE text_state SET upto = 0;
CREATE TEMP TABLE sketched AS SELECT id, now FROM (
  SELECT id, sketch, almanac_sketch(location, venue, city, region, country, topics) AS now FROM event) WHERE now <> sketch;
UPDATE event SET sketch = (SELECT now FROM sketched s WHERE s.id = event.id) WHERE id IN (SELECT id FROM sketched);
UPDATE occurrence SET sketch = (SELECT e.sketch FROM event e WHERE e.id = event_id)
  WHERE event_id IN (SELECT id FROM sketched);
UPDATE deadline SET sketch = (SELECT e.sketch FROM event e WHERE e.id = event_id)
  WHERE event_id IN (SELECT id FROM sketched);
DROP TABLE temp.sketched;
)sql";

// Calendars and feeds ask for every revision; `changed` is what people are told of.
constexpr const char* revised_schema = R"sql(
ALTER TABLE event ADD COLUMN revised INTEGER NOT NULL DEFAULT 0;
)sql";

// A 304 does not say again what its document asks of readers. Known from the next document on, which comes within a
// fortnight.
constexpr const char* wish_schema = R"sql(
ALTER TABLE source ADD COLUMN wish_interval INTEGER;
ALTER TABLE source ADD COLUMN wish_hours INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN wish_days INTEGER NOT NULL DEFAULT 0;
)sql";

constexpr std::array steps{Migration{1, "events, sources and what is said about them", first_schema},
                           Migration{2, "what makes entries one event", matching_schema},
                           Migration{3, "keys of events in half the space", packed_keys_schema},
                           Migration{4, "what servers ask for, and where sources move", manners_schema},
                           Migration{5, "what is near, new or changed is found at once", asking_schema},
                           Migration{6, "lists are read from indexes alone", traits_schema},
                           Migration{7, "words are found in all their forms", stems_schema},
                           Migration{8, "what documents suggest, and moves that are not wanted", hint_schema},
                           Migration{9, "keys of events in blocks", blocks_schema, move_pairs_into_blocks},
                           Migration{10, "what the facts of events stand on", origins_schema},
                           Migration{11, "sources that fail are counted at once", failing_schema},
                           Migration{12, "what matches rarely is found at once", facets_schema},
                           Migration{13, "new dates lie side by side in the indexes", side_by_side_schema},
                           Migration{14, "words of every script are found", words_schema},
                           Migration{15, "when events last became others in anything", revised_schema},
                           Migration{16, "what publishers ask for holds until they say otherwise", wish_schema}};

std::int64_t version_of(Connection& connection) { return connection.number("PRAGMA user_version"); }

}  // namespace

std::span<const Migration> migrations() { return steps; }

SchemaState schema_state(Connection& connection, std::span<const Migration> all) {
  const std::int64_t version = version_of(connection);
  const std::int64_t id = connection.number("PRAGMA application_id");
  const bool holds_anything = connection.number("SELECT count(*) FROM sqlite_schema") > 0;
  if (holds_anything && id != application_id) return SchemaState::foreign;
  if (version > all.back().version) return SchemaState::newer;
  return version < all.back().version ? SchemaState::behind : SchemaState::current;
}

void migrate(Connection& connection, const std::filesystem::path& file, std::span<const Migration> all) {
  const std::int64_t version = version_of(connection);
  if (version > 0 && version < all.back().version) {
    std::filesystem::path copy = file;
    copy += ".v" + std::to_string(version) + ".bak";
    std::error_code ignored;
    std::filesystem::remove(copy, ignored);  // left behind by a migration that failed
    SQLite::Statement statement(connection.database(), "VACUUM INTO ?");
    statement.bind(1, copy.string());
    statement.exec();
    log(LogLevel::info, "store", "kept a copy of the database in " + copy.string());
  }
  for (const Migration& step : all) {
    if (step.version <= version) continue;
    SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
    connection.execute(step.sql);
    if (step.then) step.then(connection);
    connection.execute(("PRAGMA application_id=" + std::to_string(application_id)).c_str());
    connection.execute(("PRAGMA user_version=" + std::to_string(step.version)).c_str());
    transaction.commit();
    log(LogLevel::info, "store", "database schema " + std::to_string(step.version) + ": " + step.summary);
  }
}

}  // namespace almanac::store_detail
