#pragma once
#include <almanac/schedule/poll_runner.hpp>
#include <almanac/store/reserve.hpp>
#include <deque>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "../machinery.hpp"
#include "alarm.hpp"
#include "control_messages.hpp"
#include "status_board.hpp"
#include "upkeep.hpp"

namespace almanac {

/// Polls that somebody on the command line waits for, and the lines to tell them.
struct PollWatch {
  explicit PollWatch(asio::any_io_executor executor) : alarm(std::move(executor)) {}
  std::unordered_set<std::int64_t> pending;
  std::deque<std::string> lines;
  bool abandoned = false;  ///< the scheduler ends before they have finished
  Alarm alarm;             ///< rings when any of this changes
};

/// Takes the sources that are due out of the store, gives them to the runner, and sleeps until the next one is. What
/// the store refuses (locked) is logged and tried again, ever more seldom. While the disk is full nobody is asked:
/// what has not begun is given back, old events and the reserve make room, and polling goes on by itself once there is
/// some. Once a week the whole database is checked. Everything runs on one thread; `run`
/// must have returned and `finish` been awaited before destruction.
class Scheduler {
 public:
  Scheduler(asio::any_io_executor executor, Context& context, Machinery& machinery, StatusBoard& board);

  /// Until `request_stop`, or until the database is no longer where it was.
  asio::awaitable<void> run();
  void request_stop();

  enum class Manner {
    drain,   ///< wait for the polls under way
    cancel,  ///< stop them too; their sources stay put off, because they may have been asked already
  };
  /// After `run`: gives back what has not started.
  asio::awaitable<void> finish(Manner manner);

  /// Cuts a `finish` short that drains.
  void cancel_polls() { runner_.cancel(); }

  /// Polls what the command line asks for, along with what the scheduler has in hand. The first line for the watcher
  /// says how many.
  asio::awaitable<std::shared_ptr<PollWatch>> ask(ControlRequest request);

  /// Why `run` ended by itself.
  bool has_lost_store() const noexcept { return has_lost_store_; }

  std::size_t waiting() const noexcept { return runner_.waiting(); }
  std::size_t running() const noexcept { return runner_.running(); }
  const std::optional<sys_seconds>& next_due() const noexcept { return next_due_; }

 private:
  asio::awaitable<void> take_due();
  asio::awaitable<void> catch_up();
  asio::awaitable<void> make_room();
  asio::awaitable<void> give_back();
  void pause_for_room(const Problem& problem);
  asio::awaitable<void> poll(std::shared_ptr<Source> source, HostTurn turn);
  void start(Source source);
  void finished(const Refreshed& done);
  void note_trouble(const Problem& problem);
  /// The database was moved or replaced: nothing can be kept any more.
  void give_up(const Problem& problem);
  std::chrono::seconds back_off();
  std::chrono::seconds pause() const;

  asio::any_io_executor executor_;
  Context& context_;
  Machinery& machinery_;
  StatusBoard& board_;
  PollRunner runner_;
  Alarm alarm_;
  Upkeep upkeep_;
  std::unordered_map<std::int64_t, TakenSource> waiting_;  ///< taken, not started
  std::unordered_set<std::int64_t> started_;
  std::vector<TakenSource> unasked_;  ///< taken, and to be given back
  std::vector<std::weak_ptr<PollWatch>> watches_;
  std::optional<sys_seconds> next_due_;
  std::chrono::steady_clock::time_point indexed_{};
  std::size_t asking_ = 0;                            ///< calls of `ask` that wait for the store
  int refusals_ = 0;                                  ///< of the store, in a row
  std::chrono::steady_clock::time_point retry_at_{};  ///< not before, after a refusal
  bool text_waits_ = true;  ///< something may be waiting for full-text search; at the start, from before
  Reserve reserve_;
  bool is_full_ = false;  ///< the disk: polling pauses
  bool has_lost_store_ = false;
  bool stop_ = false;
};

}  // namespace almanac
