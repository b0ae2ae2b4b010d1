#pragma once
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "host_paces.hpp"

namespace almanac {

/// How many things happen at once. The defaults are what publishers ask for.
struct RunLimits {
  std::size_t concurrency = 32;                  ///< fetches at once over all hosts
  std::size_t per_host = 1;                      ///< fetches at once from one host
  std::chrono::milliseconds host_spacing{2000};  ///< between two request starts at one host
  std::size_t in_flight = 96;                    ///< sources between fetch and commit, by weight: bounds memory
  HostPaces paces{};                             ///< hosts with a pace of their own
};

/// The right to talk to a host. Whoever holds it gives it back as soon as the host is not needed any more, so that its
/// next source can go while this one is still parsed and committed. Move-only; the destructor gives it back too.
class HostTurn {
 public:
  /// What a turn holds: gives it back when destroyed.
  class Place {
   public:
    virtual ~Place() = default;
    virtual boost::asio::awaitable<bool> move_to(std::string host) = 0;
    virtual void weigh(std::size_t weight) = 0;
  };

  HostTurn() = default;
  explicit HostTurn(std::unique_ptr<Place> place) : place_(std::move(place)) {}

  void done() { place_.reset(); }

  /// Says that what was fetched counts as much as `weight` usual sources until it is committed. Once, before `done`.
  void weigh(std::size_t weight) {
    if (place_) place_->weigh(weight);
  }

  /// Gives the host back and waits for a turn at `host`, at its pace, ahead of the sources that have not begun: for
  /// the next hop of a redirect and for a source's further requests, also at the same host. False when it was cancelled
  /// meanwhile: then nothing is held. A turn that is nobody's need not wait.
  boost::asio::awaitable<bool> move_to(std::string host);

 private:
  std::unique_ptr<Place> place_;
};

/// One source's poll: runs from its host's turn to the commit. Owns what it needs; must not throw.
struct PollTask {
  std::string host;  ///< turns are taken by host; "" for local files, which need none
  std::function<boost::asio::awaitable<void>(HostTurn)> run;
};

/// Runs polls as they come in: hosts in parallel, each host in order and spaced, also between tasks that were added
/// long after each other. Where the hosts' paces do not say otherwise, each is one by its name. Everything runs on
/// `executor`'s one thread. `join` before destruction.
class PollRunner {
 public:
  PollRunner(boost::asio::any_io_executor executor, RunLimits limits);
  PollRunner(const PollRunner&) = delete;
  PollRunner& operator=(const PollRunner&) = delete;
  ~PollRunner();

  void add(PollTask task);
  /// Forgets the tasks that have not started; those under way go on.
  void drop_waiting();
  /// The same, and cancels those under way. What is added afterwards is never run.
  void cancel();
  /// Waits for every task that was added. Cancelling the waiter is `cancel`.
  boost::asio::awaitable<void> join();

  /// Tasks that wait for their turn.
  std::size_t waiting() const noexcept;
  /// Tasks under way: asking, reading or being committed.
  std::size_t running() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Runs all tasks with a runner of their own; returns when the last one has finished. Cancelling stops taking new
/// tasks, cancels those under way and waits for them. Must run on `executor`'s one thread.
boost::asio::awaitable<void> run_polls(boost::asio::any_io_executor executor, std::vector<PollTask> tasks,
                                       RunLimits limits);

}  // namespace almanac
