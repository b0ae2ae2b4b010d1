#pragma once
#include <almanac/ingest/refresh_source.hpp>
#include <almanac/store/store.hpp>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/static_thread_pool.hpp>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "support/fake_resolver.hpp"
#include "support/loopback/content.hpp"
#include "support/loopback/politeness.hpp"
#include "support/loopback/server.hpp"
#include "support/temp_dir.hpp"

namespace almanac::test {

/// A clock that any thread may read.
class SharedClock final : public Clock {
 public:
  explicit SharedClock(sys_seconds now) : now_(now.time_since_epoch().count()) {}
  sys_seconds now() const override { return sys_seconds{std::chrono::seconds{now_.load()}}; }
  void set(sys_seconds now) { now_ = now.time_since_epoch().count(); }
  void pass(std::chrono::seconds span) { now_ += span.count(); }

 private:
  std::atomic<std::int64_t> now_;
};

/// 2026-06-01T12:00:00Z, a Monday: when worlds begin.
inline constexpr sys_seconds world_begin{std::chrono::seconds{1780315200}};

/// An RSS document with an item a title.
std::string feed_with(const std::vector<std::string>& titles);

/// A user who polls: store, HTTP client, plugins and polling state as in the program, a server that every host name
/// under "example" leads to, and a clock that moves only when told.
class PollWorld {
 public:
  explicit PollWorld(FetchDeadlines deadlines = {});
  ~PollWorld();
  PollWorld(const PollWorld&) = delete;
  PollWorld& operator=(const PollWorld&) = delete;

  /// "http://HOST:PORT" + path.
  std::string url(std::string_view path, std::string_view host = "feeds.example") const;
  SourceId follow(const std::string& url, const std::map<std::string, std::string>& options = {},
                  const std::string& recipe = {});
  /// Polls as the program does, whether the source is due or not.
  Refreshed poll(SourceId id);
  /// The same a moment after the source is due.
  Refreshed poll_when_due(SourceId id);
  /// Several at once, by the runner.
  std::vector<Refreshed> poll_all(const std::vector<SourceId>& ids, const RunLimits& limits);
  /// Begins anew with what is on disk, as after a crash.
  void restart();

  /// As the user does; throws when the store refuses.
  std::string undo_move(SourceId id);
  Source source(SourceId id);
  std::vector<SourceId> due();        ///< now
  std::vector<std::string> titles();  ///< of all that is stored, sorted
  /// Requests for a path so far.
  std::size_t asked(std::string_view path) const { return server.journal(path).size(); }
  /// The headers of the last request for a path.
  loopback::Request last(std::string_view path) const;

  SharedClock clock{world_begin};
  loopback::Server server;
  std::shared_ptr<FakeResolver> names = std::make_shared<FakeResolver>();
  std::map<std::string, std::string> recipes;  ///< texts by name
  bool is_connected = true;                    ///< the machine, to any network
  loopback::PolitenessRules rules;             ///< that the journal is held to at the end

 private:
  struct Engine;
  boost::asio::awaitable<void> poll_one(Source source, HostTurn turn, std::vector<Refreshed>& results);

  TempDir folder_;
  FetchDeadlines deadlines_;
  std::unique_ptr<Engine> engine_;
};

}  // namespace almanac::test
