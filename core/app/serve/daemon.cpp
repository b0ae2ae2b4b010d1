#include "daemon.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <almanac/async/task_group.hpp>
#include <almanac/base/log.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <cstdlib>
#include <memory>

#include "../digest_wish.hpp"
#include "../exit_code.hpp"
#include "../filter_names.hpp"
#include "../log_settings.hpp"
#include "../named_filters.hpp"
#include "control_server.hpp"
#include "control_socket.hpp"
#include "daemon_lock.hpp"
#include "digest_writer.hpp"
#include "notify.hpp"
#include "scheduler.hpp"

namespace almanac {
namespace {

using namespace std::chrono_literals;

/// What one configuration brings to life, built in dependency order and taken down in reverse.
struct Generation {
  Generation(asio::io_context& io, Context& context, std::unique_ptr<Machinery> made, StatusBoard& board)
      : machinery(std::move(made)),
        scheduler(io.get_executor(), context, *machinery, board),
        digests(io.get_executor(), context, *machinery, board,
                [this] { return scheduler.waiting() + scheduler.running() > 0; }),
        loops(io.get_executor()) {}
  std::unique_ptr<Machinery> machinery;
  Scheduler scheduler;
  DigestWriter digests;
  TaskGroup loops;
};

/// The first profile that cannot be made sense of. Named filters that none uses are only told of.
Result<void, Problem> check_profiles(const Context& context) {
  const FilterBook book = book_of(context);
  for (const Problem& problem : check_named_filters({context.config(), context.paths().config, book}))
    log(LogLevel::warn, "serve", problem.text());
  for (const auto& [name, profile] : context.config().profiles)
    if (auto wish = digest_wish(context, name); !wish) return wish.error();
  return {};
}

class Daemon {
 public:
  Daemon(Context& context, const ServeArgs& args, DaemonLock lock)
      : context_(&context),
        args_(args),
        lock_(std::move(lock)),
        signals_(io_, SIGHUP),
        alarm_(io_.get_executor()),
        watchdog_alarm_(io_.get_executor()),
        services_(io_.get_executor()),
        started_(context.now()) {}

  int run() {
    wait_for_signal();
    std::exception_ptr failure;
    int code = exit_ok;
    asio::co_spawn(io_, live(), [&](std::exception_ptr error, int result) {
      failure = error;
      code = result;
      signals_.cancel();
    });
    io_.run();
    if (failure) std::rethrow_exception(failure);
    return code;
  }

 private:
  void wait_for_signal() {
    signals_.async_wait([this](error_code ec, int number) {
      if (ec) return;
      if (number != SIGHUP && stop_) std::_Exit(128 + number);
      (number == SIGHUP ? reload_ : stop_) = true;
      if (stop_ && ending_) ending_->scheduler.cancel_polls();
      alarm_.ring();
      wait_for_signal();
    });
  }

  asio::awaitable<int> live() {
    if (auto begun = begin(); !begun) {
      log(LogLevel::error, "serve", begun.error().text());
      co_return exit_failed;
    }
    // Until here they end the process at once: opening the database may take its time (a check after a crash, a
    // migration), and whatever it does can be broken off at any instant.
    signals_.add(SIGINT);
    signals_.add(SIGTERM);
    open_control();
    services_.spawn(feed_watchdog());
    notify_manager("READY=1");
    log(LogLevel::info, "serve", "serving " + context_->paths().database.string());
    while (!stop_) {
      if (reload_)
        co_await reload();
      else
        co_await alarm_.sleep(1h);
    }
    notify_manager("STOPPING=1");
    log(LogLevel::info, "serve", "stopping");
    if (now_) co_await end(Scheduler::Manner::cancel);
    if (control_) control_->stop();
    watchdog_alarm_.ring();
    co_await services_.join();
    log(LogLevel::info, "serve", "stopped");
    co_return code_;
  }

  /// A wall around the loops: one that breaks ends the daemon in good order, and the manager starts it again.
  asio::awaitable<void> guarded(asio::awaitable<void> loop) {
    try {
      co_await std::move(loop);
    } catch (const std::exception& error) {
      log(LogLevel::error, "serve", std::string("internal error: ") + error.what());
      fail();
    }
  }

  /// Without its database the daemon ends, and the manager starts it again with the one that is there then.
  asio::awaitable<void> schedule(Scheduler& scheduler) {
    co_await scheduler.run();
    if (scheduler.has_lost_store()) fail();
  }

  void fail() {
    code_ = exit_failed;
    stop_ = true;
    alarm_.ring();
  }

  Result<void, Problem> begin() {
    auto machinery = Machinery::make(*context_, io_);
    if (!machinery) return machinery.error();
    now_ = std::make_unique<Generation>(io_, *context_, std::move(*machinery), board_);
    now_->loops.spawn(guarded(schedule(now_->scheduler)));
    now_->loops.spawn(guarded(now_->digests.run()));
    return {};
  }

  asio::awaitable<void> end(Scheduler::Manner manner) {
    // Nobody may come in any more; who is inside is waited for.
    const std::unique_ptr<Generation> old = std::move(now_);
    ending_ = old.get();
    while (guests_ > 0) co_await alarm_.sleep(10ms);
    old->scheduler.request_stop();
    old->digests.request_stop();
    co_await old->loops.join();
    co_await old->scheduler.finish(manner);
    co_await old->machinery->stop();
    old->machinery->close_connections();
    ending_ = nullptr;
  }

  asio::awaitable<void> reload() {
    reload_ = false;
    auto fresh = Context::make(context_->args());
    auto sound = fresh ? check_profiles(*fresh) : Result<void, Problem>(fresh.error());
    auto settings =
        fresh ? log_settings(fresh->config(), args_, fresh->args()) : Result<LogSettings, Problem>(LogSettings{});
    if (sound && settings) {
      // The same checks as at the start, on what it would be built from.
      auto trial = Machinery::make(*fresh, io_);
      if (!trial) {
        sound = trial.error();
      } else {
        co_await (*trial)->stop();
        (*trial)->close_connections();
      }
    }
    if (!sound || !settings) {
      board_.config_trouble = (!sound ? sound.error() : settings.error()).text();
      log(LogLevel::error, "serve", "the new configuration is not used: " + board_.config_trouble);
      co_return;
    }
    notify_manager("RELOADING=1");
    co_await end(Scheduler::Manner::drain);
    if (stop_) co_return;
    own_context_ = std::make_unique<Context>(std::move(*fresh));
    context_ = own_context_.get();
    install_log(*settings);
    board_.config_trouble.clear();
    if (auto begun = begin(); !begun) {
      log(LogLevel::error, "serve", begun.error().text());
      fail();
      co_return;
    }
    notify_manager("READY=1");
    log(LogLevel::info, "serve", "using the new configuration");
  }

  void open_control() {
    const std::filesystem::path file = control_socket(context_->paths());
    const auto descriptor = listen_on(file);
    if (!descriptor) {
      log(LogLevel::warn, "control", descriptor.error().text() + "; 'almanac status' cannot ask");
      return;
    }
    control_ = std::make_unique<ControlServer>(
        io_.get_executor(), file, *descriptor,
        [this](ControlRequest request, ControlSession& session) { return answer(std::move(request), session); });
    services_.spawn(control_->run());
  }

  asio::awaitable<void> answer(ControlRequest request, ControlSession& session) {
    if (!now_) {
      PollAnswer busy;
      busy.problem = Problem{make_error_code(boost::system::errc::resource_unavailable_try_again),
                             "the daemon is reading its configuration anew, or ends", "try again in a minute"};
      busy.end = true;
      co_await session.send(to_json(busy));
      co_return;
    }
    if (request.what == ControlRequest::What::status)
      co_await tell_status(session);
    else
      co_await tell_polls(std::move(request), session);
  }

  asio::awaitable<void> tell_status(ControlSession& session) {
    DaemonStatus status = describe();
    Generation& here = *now_;
    Store::Outcome<SourceCounts> counts = SourceCounts{};
    auto count = [&](Store&) { counts = here.machinery->due_times().counts(); };
    std::function<void(Store&)> work = count;
    ++guests_;
    co_await here.machinery->with_store(std::move(work));
    --guests_;
    if (counts) {
      status.sources = counts->all;
      status.failing = counts->failing;
    }
    co_await session.send(to_json(status));
  }

  DaemonStatus describe() const {
    DaemonStatus status;
    status.process = ::getpid();
    status.version = ALMANAC_VERSION;
    status.database = context_->paths().database.string();
    status.now = context_->now();
    status.started = started_;
    status.waiting = static_cast<std::int64_t>(now_->scheduler.waiting());
    status.running = static_cast<std::int64_t>(now_->scheduler.running());
    status.next_due = now_->scheduler.next_due();
    status.polls = board_.polls;
    status.failed = board_.failed;
    status.chosen = board_.chosen;
    status.choosing_us = board_.choosing_us;
    for (const std::string* trouble : {&board_.damage, &board_.store_trouble, &board_.config_trouble})
      if (status.trouble.empty()) status.trouble = *trouble;
    status.last.assign(board_.last.begin(), board_.last.end());
    for (const auto& [name, note] : board_.digests) status.digests.push_back(note);
    return status;
  }

  asio::awaitable<void> tell_polls(ControlRequest request, ControlSession& session) {
    const auto watch = co_await now_->scheduler.ask(std::move(request));
    for (;;) {
      while (!watch->lines.empty()) {
        std::string line = std::move(watch->lines.front());
        watch->lines.pop_front();
        const bool heard = co_await session.send(std::move(line));
        if (!heard) co_return;
      }
      if (watch->pending.empty() || watch->abandoned) break;
      co_await watch->alarm.sleep(1h);
    }
    PollAnswer last;
    last.end = true;
    last.interrupted = !watch->pending.empty();
    co_await session.send(to_json(last));
  }

  asio::awaitable<void> feed_watchdog() {
    const auto interval = watchdog_interval();
    while (interval && !stop_) {
      notify_manager("WATCHDOG=1");
      co_await watchdog_alarm_.sleep(*interval / 2);
    }
  }

  Context* context_;
  std::unique_ptr<Context> own_context_;
  ServeArgs args_;
  DaemonLock lock_;
  asio::io_context io_{1};
  asio::signal_set signals_;
  Alarm alarm_, watchdog_alarm_;
  StatusBoard board_;
  std::unique_ptr<Generation> now_;
  Generation* ending_ = nullptr;  ///< the one that `end` waits for
  std::unique_ptr<ControlServer> control_;
  TaskGroup services_;
  sys_seconds started_;
  std::size_t guests_ = 0;  ///< who waits for the store of `now_`
  int code_ = exit_ok;
  bool stop_ = false, reload_ = false;
};

/// The folder of the database, 0700 when it has to be made: the lock lies there before the store makes its own.
void make_folder(const std::filesystem::path& folder) {
  std::error_code ec;
  if (folder.empty() || std::filesystem::exists(folder, ec)) return;
  std::filesystem::create_directories(folder, ec);
  ::chmod(folder.c_str(), 0700);
}

}  // namespace

int run_daemon(Context& context, const ServeArgs& args) {
  const auto settings = log_settings(context.config(), args, context.args());
  if (!settings) {
    context.tell(settings.error());
    return exit_usage;
  }
  if (auto sound = check_profiles(context); !sound) {
    context.tell(sound.error());
    return exit_usage;
  }
  make_folder(context.paths().database.parent_path());
  auto lock = DaemonLock::take(context.paths().database);
  if (!lock) {
    context.tell(lock.error());
    return exit_failed;
  }
  install_log(*settings);
  Daemon daemon(context, args, std::move(*lock));
  return daemon.run();
}

}  // namespace almanac
