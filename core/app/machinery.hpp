#pragma once
#include <almanac/facts/topics.hpp>
#include <almanac/ingest/refresh_source.hpp>
#include <almanac/store/due_times.hpp>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <functional>
#include <memory>
#include <optional>

#include "context.hpp"

namespace almanac {

/// Everything that polling needs, built once in dependency order and taken down in reverse: parsing pool, HTTP client,
/// the committing thread with the database open for writing. Its coroutines run on the one thread that runs `io`.
class Machinery {
 public:
  /// Fails with a problem to show: database, configuration. `context` and `io` must outlive it.
  static Result<std::unique_ptr<Machinery>, Problem> make(Context& context, asio::io_context& io);
  Machinery(Context& context, asio::io_context& io, ClientOptions options, Store store, DueTimes times,
            facts::TopicBook topics);
  Machinery(const Machinery&) = delete;
  Machinery& operator=(const Machinery&) = delete;
  /// After `stop`.
  ~Machinery();

  /// See refresh_source.
  asio::awaitable<Refreshed> refresh(Source source, HostTurn turn);
  /// Runs something with the store, on its thread, and waits for it.
  asio::awaitable<void> with_store(std::function<void(Store&)> work);
  /// The due times; to be used within `with_store` only.
  DueTimes& due_times() noexcept { return times_; }
  /// Makes some of what was committed searchable by words; whether more is waiting.
  asio::awaitable<bool> index_some();
  enum class Check { quick, thorough };
  /// Store::check on a connection of its own beside all other work. `stop_check` ends it, and those that come later.
  asio::awaitable<Store::Outcome<std::vector<std::string>>> check_integrity(Check check);
  void stop_check() noexcept;
  /// Whether the file is to be checked before much else is done with it, see Store::wants_check. No longer once a check
  /// has found it sound.
  bool wants_check() const noexcept { return wants_check_; }
  /// Waits for what is being committed and ends the store's thread. Nothing may be asked of it afterwards.
  asio::awaitable<void> stop();
  /// Lets go of idle connections, so that `io` runs out of work.
  void close_connections() { http_.close(); }

 private:
  const facts::TopicBook topics_;
  asio::thread_pool pool_;        ///< reads documents
  asio::thread_pool checker_{1};  ///< a check takes minutes
  HttpClient http_;
  DueTimes times_;
  bool wants_check_;
  Committer committer_;
  IngestServices services_;
  const std::filesystem::path database_;
  std::optional<Store> checking_;  ///< while a check runs
  std::atomic<bool> may_check_{true};
};

/// Concurrency and spacing as configured.
RunLimits run_limits(const Config& config);

}  // namespace almanac
