#pragma once
#include <almanac/model/entry.hpp>
#include <almanac/model/event.hpp>
#include <almanac/model/listing.hpp>
#include <almanac/model/source.hpp>
#include <almanac/query/match_filter.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace almanac {

// ---- writing
// ---------------------------------------------------------------------------------------------------------

struct MatchReading;  // see matcher.hpp

/// One entry as ingest made it: normalised facts, its identity within the source, and the event that it makes.
struct IngestedEntry {
  Entry entry;
  std::string key;                 ///< identity within the source: the native id, or a content key when it has none
  std::uint64_t content_hash = 0;  ///< of what the entry says; equal: nothing is written
  Event event;                     ///< what it makes by itself; `id`, `first_seen` and `changed` are the store's
  /// What the matcher sees in `entry`, if whoever made it had the time; the store has it read otherwise.
  std::shared_ptr<const MatchReading> reading = {};
};

/// Key and content hash: enough to ask whether anything is new.
struct EntryStamp {
  std::string key;
  std::uint64_t content_hash = 0;
};

/// One request, for the log (the newest few of each source are kept).
struct FetchRecord {
  sys_seconds at{};
  int http_status = 0;      ///< 0: no answer
  std::uint64_t bytes = 0;  ///< of the body
  std::chrono::milliseconds took{0};
  std::uint32_t fresh = 0, changed = 0, unchanged = 0;  ///< entries; filled in by commit_poll
  std::string error;                                    ///< in words; empty when good
  friend bool operator==(const FetchRecord&, const FetchRecord&) = default;
};

/// What one poll of one source leaves behind.
struct SourcePoll {
  SourceId source;
  std::vector<IngestedEntry> entries;
  bool complete = false;  ///< the document lists everything: coming events that it no longer has are withdrawn.
                          ///< Ignored when it names no entry at all: an empty document never deletes anything.
  std::vector<std::string>
      present;  ///< with `complete`: keys of unchanged entries that the caller left out of `entries`
  std::optional<Validators> validators;  ///< absent: keep those stored
  std::string validators_for;
  Health health;
  std::optional<std::string> name, plugin;  ///< learnt from the document; written only where the source has none
  FetchRecord fetch;
  std::string new_url;  ///< the address that a permanent redirect leads to for good; empty: none. Ignored when another
                        ///< source has it
};
/// A source that was not asked, and when it is due instead.
struct PutOff {
  SourceId source;
  std::optional<sys_seconds> last_attempt, next_due;
  std::string due_reason;
};
/// A host that asked all of us to wait.
struct HostPause {
  std::string host;  ///< a name, or ".example.org" for all under it
  sys_seconds until{};
  std::string why;  ///< in words
  friend bool operator==(const HostPause&, const HostPause&) = default;
};
struct PollCommit {
  sys_seconds now{};
  std::vector<SourcePoll> polls;
  std::vector<PutOff> put_off{};
  std::vector<HostPause> pauses{};  ///< a longer one of the same host stays
};
struct PollCounts {
  std::size_t fresh = 0, changed = 0, unchanged = 0, withdrawn = 0;
  friend PollCounts operator+(const PollCounts& a, const PollCounts& b) {
    return {a.fresh + b.fresh, a.changed + b.changed, a.unchanged + b.unchanged, a.withdrawn + b.withdrawn};
  }
  friend bool operator==(const PollCounts&, const PollCounts&) = default;
};

// ---- reading
// --------------------------------------------------------------------------------------------------------- Rows are
// the values of model/listing.hpp: in a list, `event` has its deadlines but not its occurrences; `shown` is the date
// that matched. `EntryDetail::entry` holds the facts without summary and content, its `last_seen` is when the source
// last said something new.

/// A change with the event it belongs to.
struct LoggedChange {
  EventId event;
  EventChange change;
  friend bool operator==(const LoggedChange&, const LoggedChange&) = default;
};

enum class Order : std::uint8_t {
  start,      ///< by the start of the occurrence
  published,  ///< newest first
  relevance,  ///< best match first (search)
};

/// What a profile's issues made after an instant told, without one of them.
struct ToldBy {
  std::string profile;
  sys_seconds after{};
  std::int64_t except = 0;  ///< Issue::id; 0: none
};

/// What `upcoming` shows.
struct ListQuery {
  Filter filter;
  std::vector<Kind> kinds;  ///< any of these; empty: all (`posts`: posts)
  Viewer viewer;
  std::optional<sys_seconds> from;  ///< absent: the viewer's now. Running events count
  std::optional<sys_seconds> to;    ///< exclusive, for the start; absent: open
  bool every_occurrence = false;    ///< one row a date instead of one an event
  bool with_hidden = false;         ///< also what the user hid (a filter that asks for `hidden` does so too)
  std::optional<ToldBy> leave_out;  ///< events that stand in those issues and did not change after
  /// `posts`: only what was published or first seen since then. What names no publication counts by when it was first
  /// seen, whatever `from` and `to` say, and comes last.
  std::optional<sys_seconds> news_since;
  bool only_ids = false;  ///< the answer has `ids` and no rows: for counting
  std::size_t limit = 50, offset = 0;
};
struct Listing {
  std::vector<ListedEvent> rows;
  std::vector<EventId> ids;      ///< instead of rows, as asked for
  bool more = false;             ///< there are rows beyond the limit
  std::size_t index_behind = 0;  ///< events that words cannot find yet (0 when the filter has no words)
};
struct DeadlineListing {
  std::vector<ListedDeadline> rows;
  std::vector<EventId> ids;  ///< instead of rows, one for each deadline
  bool more = false;
  std::size_t index_behind = 0;
};

struct Counts {
  std::int64_t sources = 0, failing = 0, entries = 0, events = 0, upcoming = 0, index_behind = 0;
  std::int64_t bytes = 0;  ///< of the file
};

// ---- digests
// -----------------------------------------------------------------------------------------------------------

/// One thing that an issue told.
struct IssueItem {
  EventId event;
  std::string section;     ///< where it stood: "new", "deadlines" …
  std::uint64_t told = 0;  ///< fingerprint of the facts told: equal means that nothing new is to be said
  friend bool operator==(const IssueItem&, const IssueItem&) = default;
};
struct Issue {
  std::int64_t id = 0;
  std::string profile, period;  ///< period as text, "2026-W48"
  std::int64_t number = 0;      ///< within the profile, from 1; the store's
  sys_seconds made{};
  std::vector<IssueItem> items;
  std::string content;  ///< the issue as it was told, opaque to the store; kept for the newest few of a profile
  friend bool operator==(const Issue&, const Issue&) = default;
};
/// What an issue told about an event.
struct ToldItem {
  IssueItem item;
  sys_seconds at{};  ///< when the issue was made
  friend bool operator==(const ToldItem&, const ToldItem&) = default;
};

/// How long things are kept, counted from an event's end (or publication, for undated ones).
struct Retention {
  std::chrono::days past_events{365}, posts{90};
  std::size_t batch = 5000;  ///< events a transaction
};

}  // namespace almanac
