#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/store/error.hpp>
#include <almanac/store/matcher.hpp>
#include <almanac/store/records.hpp>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

enum class OpenMode : std::uint8_t {
  read,   ///< the file must exist; nothing is ever written, not even on a read-only disk
  write,  ///< file and directory are made when missing (0600 in 0700), migrations run
};

struct OpenOptions {
  OpenMode mode = OpenMode::write;
  std::chrono::milliseconds lock_wait{5000};  ///< how long a write waits for another process
};

/// The one file: an SQLite database in WAL mode. Values in, values out; synchronous.
///
/// Threads: one Store a thread (its connection is not shared); any number of Stores and processes on one file. Reading
/// never waits. Each writing function is one transaction under an advisory lock on `<file>.lock`; it waits up to
/// `lock_wait`, then fails with StoreErrc::locked and says which process writes. Killing the process at any instant
/// loses at most the running transaction. Errors are a Problem that says what, why and what to do; a damaged file is
/// reported and never deleted or overwritten. After an error the Store stays usable.
class Store {
 public:
  template <class T>
  using Outcome = Result<T, Problem>;

  static Outcome<Store> open(const std::filesystem::path& file, OpenMode mode = OpenMode::write);
  static Outcome<Store> open(const std::filesystem::path& file, const OpenOptions& options);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();  ///< writes the WAL back when nobody else is writing; never fails

  const std::filesystem::path& file() const noexcept;
  /// The last shutdown was a crash of the machine and the file is too large to be checked at start: `check` should run
  /// soon.
  bool wants_check() const noexcept;
  /// PRAGMA quick_check, or the thorough integrity_check. Reads the whole file. What is wrong, one line each; empty:
  /// nothing. Ended soon by `interrupt`.
  Outcome<std::vector<std::string>> check(bool thorough = false);
  /// Ends what another thread is doing with this Store: that fails. The only function for other threads.
  void interrupt() noexcept;
  /// A consistent copy (VACUUM INTO); the target must not exist.
  Outcome<void> copy_to(const std::filesystem::path& target);

  // ---- sources ----
  /// Fails with `exists` when the address is followed already.
  Outcome<SourceId> add_source(const Source& source);
  /// In one transaction; addresses that exist are left alone and give their id. In the order given.
  Outcome<std::vector<SourceId>> add_sources(std::span<const Source> sources);
  /// Writes what the user sets (url, name, plugin, recipe, kind, tags, every, options), not health or validators.
  Outcome<void> update_source(const Source& source);
  /// Puts the address back that a permanent redirect took the place of, for good: that redirect is not adopted again.
  /// The address. `missing` when there was no such move, `exists` when another source has the address.
  Outcome<std::string> undo_move(SourceId id);
  /// With its entries; events that no other source has go too, except marked ones.
  Outcome<void> remove_source(SourceId id);
  Outcome<Source> source(SourceId id);
  Outcome<std::vector<Source>> sources();
  /// By number, address or name, or a unique beginning or part of one, case-insensitive. `missing` or `ambiguous`
  /// (names them).
  Outcome<Source> find_source(std::string_view text);
  Outcome<std::vector<Source>> sources_like(std::string_view text);
  /// Due at `now`, longest waiting first. Paused and gone sources are never due.
  Outcome<std::vector<Source>> due_sources(sys_seconds now, std::size_t limit = 10'000);
  /// When the next source is due; nothing when none ever is.
  Outcome<std::optional<sys_seconds>> next_due();
  Outcome<void> update_health(SourceId id, const Health& health);
  Outcome<std::vector<FetchRecord>> fetch_log(SourceId id);  ///< newest first

  // ---- polling ----
  /// For each stamp, whether the source has that entry with that content: then nothing needs to be derived from it.
  Outcome<std::vector<bool>> unchanged(SourceId source, std::span<const EntryStamp> stamps);
  /// Entries, events, changes, validators, health and log of one or many sources, all or nothing.
  /// The matcher says which event an entry belongs to. What all of them did; that of each, too, when `each` is given.
  Outcome<PollCounts> commit_poll(const PollCommit& commit, const EventMatcher& matcher = no_matcher(),
                                  std::vector<PollCounts>* each = nullptr);
  /// The hosts that are not to be asked at `now`.
  Outcome<std::vector<HostPause>> host_pauses(sys_seconds now);
  /// Adds up to `limit` waiting events to full-text search; whether more are waiting.
  Outcome<bool> index_pending_text(std::size_t limit = 10'000);

  // ---- events ----
  /// Dated events that run at the beginning of the window, then those that start in it, each by start.
  Outcome<Listing> upcoming(const ListQuery& query);
  /// Deadlines in the window [from, to), by instant; `kinds` and `filter` choose the events.
  Outcome<DeadlineListing> deadlines(const ListQuery& query);
  /// Posts and undated things of other kinds, newest publication first; `kinds` empty: posts. `from`/`to` bound the
  /// publication when given.
  Outcome<Listing> posts(const ListQuery& query);
  /// Events that match whatever their date: coming ones by start, then past ones, newest first. Only the newest 60,000
  /// matches are looked at, and 5,000 of a phrase (`more` says so). Order::relevance ranks rare words by BM25.
  Outcome<Listing> search(const Filter& filter, const Viewer& viewer, std::size_t limit = 50,
                          Order order = Order::start);
  /// All events that a filter matches with any date, in order of id: for export and calendars. Hidden ones as in
  /// ListQuery.
  Outcome<Listing> select(const ListQuery& query);
  Outcome<DetailedEvent> event(EventId id);
  /// By public id or a unique beginning of one (at least 3 characters). `missing` or `ambiguous`.
  /// The date it shows is the one that comes next for the viewer.
  Outcome<DetailedEvent> event(std::string_view public_id, const Viewer& viewer);
  Outcome<EventId> find_event(std::string_view public_id);
  /// Changes since an instant, newest first. With a profile's name, only of events that its issues told, or that are
  /// starred or gone to.
  Outcome<std::vector<LoggedChange>> changes_since(sys_seconds since, std::size_t limit = 1000,
                                                   std::string_view known_to = {});
  Outcome<Counts> counts(sys_seconds now);

  // ---- what the user says ----
  /// Each entry of the event makes its own from now on, whatever the rules say; the event keeps its oldest entry. The
  /// public ids of all of them, the event's first. Fails with `missing` when there is nothing to split.
  Outcome<std::vector<std::string>> split_event(EventId id, const EventMatcher& matcher, sys_seconds now);
  /// All entries of `other` belong to `id` from now on, whatever the rules say; `other` is gone. Neither this nor
  /// splitting is a change that somebody published: none is logged.
  Outcome<void> merge_events(EventId id, EventId other, const EventMatcher& matcher);
  Outcome<void> set_marks(EventId id, const EventMarks& marks, sys_seconds now);

  // ---- digests ----
  /// Writes an issue. When the profile has one for the period already, that one stays and is returned: running twice
  /// tells nothing twice. Survives power loss (synchronous=FULL).
  Outcome<Issue> record_issue(const Issue& issue);
  /// The same, but takes the place of the period's issue; its number stays.
  Outcome<Issue> replace_issue(const Issue& issue);
  Outcome<std::optional<Issue>> issue(std::string_view profile, std::string_view period);
  /// The newest issue of a profile, or of those made before an instant.
  Outcome<std::optional<Issue>> last_issue(std::string_view profile, std::optional<sys_seconds> before = {});
  /// What the profile has told so far about these events, the newest item of each, without the issue of `except` (an
  /// Issue::id).
  Outcome<std::vector<ToldItem>> told(std::string_view profile, std::span<const EventId> events,
                                      std::int64_t except = 0);
  /// The events that ListQuery::leave_out would leave out.
  Outcome<std::vector<EventId>> told_unchanged(const ToldBy& told);

  // ---- settings and upkeep ----
  Outcome<std::optional<std::string>> setting(std::string_view name);
  Outcome<void> set_setting(std::string_view name, std::string_view value);
  /// Removes events that ended (or were published) longer ago than the retention, at most a batch of them; marked ones
  /// stay. How many went: call again while it is a whole batch.
  Outcome<std::size_t> prune(sys_seconds now, const Retention& retention = {});
  /// Writes the WAL back into the file. Done by itself after large transactions.
  Outcome<void> checkpoint();

  struct Impl;

 private:
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// The stable hash that content keys and hashes are made with: 64 bit, same on every machine. `seed` chains calls.
std::uint64_t content_hash(std::string_view bytes, std::uint64_t seed = 0) noexcept;

}  // namespace almanac
