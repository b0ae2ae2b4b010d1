#include "engine.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>

namespace almanac {
namespace {

class RealEngine final : public Engine {
 public:
  Result<void, Problem> build(Context& context) {
    auto made = Machinery::make(context, io_);
    if (!made) return made.error();
    machinery_ = std::move(*made);
    return {};
  }

  ~RealEngine() override {
    if (machinery_) run([this]() -> asio::awaitable<void> { return machinery_->stop(); });
  }

  bool refresh(std::vector<Source> sources, const RunLimits& limits, OnRefreshed tell) override {
    return run_interruptible([&]() -> asio::awaitable<void> { return refresh_all(std::move(sources), limits, tell); });
  }

  void with_store(std::function<void(Store&)> work) override {
    run([&]() -> asio::awaitable<void> { return machinery_->with_store(work); });
  }

  DueTimes& due_times() override { return machinery_->due_times(); }

 private:
  asio::awaitable<void> refresh_one(Source source, HostTurn turn, const OnRefreshed& tell) {
    const Refreshed done = co_await machinery_->refresh(std::move(source), std::move(turn));
    const bool cancelled = done.problem && done.problem->code == Failure::cancelled;
    if (!cancelled) tell(done);
  }

  asio::awaitable<void> refresh_all(std::vector<Source> sources, RunLimits limits, const OnRefreshed& tell) {
    std::vector<PollTask> tasks;
    tasks.reserve(sources.size());
    for (Source& source : sources) {
      std::string host = polite_host(source);
      auto shared = std::make_shared<Source>(std::move(source));
      tasks.push_back({std::move(host), [this, shared, &tell](HostTurn turn) {
                         return refresh_one(std::move(*shared), std::move(turn), tell);
                       }});
    }
    co_await run_polls(io_.get_executor(), std::move(tasks), limits);
    // Facts are committed by now; words follow in bulk.
    bool more = true;
    while (more && !interrupted_) more = co_await machinery_->index_some();
  }

  void run(const std::function<asio::awaitable<void>()>& work) {
    std::exception_ptr failure;
    asio::co_spawn(io_, work(), [&](std::exception_ptr error) {
      failure = error;
      machinery_->close_connections();
    });
    io_.restart();
    io_.run();
    if (failure) std::rethrow_exception(failure);
  }

  bool run_interruptible(const std::function<asio::awaitable<void>()>& work) {
    asio::signal_set signals(io_, SIGINT, SIGTERM);
    asio::cancellation_signal cancel;
    interrupted_ = false;
    std::exception_ptr failure;
    std::function<void(error_code, int)> on_signal = [&](error_code ec, int) {
      if (ec) return;
      if (interrupted_) std::_Exit(130);
      interrupted_ = true;
      cancel.emit(asio::cancellation_type::terminal);
      signals.async_wait(on_signal);
    };
    signals.async_wait(on_signal);
    asio::co_spawn(io_, work(), asio::bind_cancellation_slot(cancel.slot(), [&](std::exception_ptr error) {
                     failure = error;
                     signals.cancel();
                     machinery_->close_connections();
                   }));
    io_.restart();
    io_.run();
    if (failure && !interrupted_) std::rethrow_exception(failure);
    return !interrupted_;
  }

  asio::io_context io_{1};
  bool interrupted_ = false;
  std::unique_ptr<Machinery> machinery_;
};

}  // namespace

Result<std::unique_ptr<Engine>, Problem> Engine::make(Context& context) {
  auto engine = std::make_unique<RealEngine>();
  if (auto built = engine->build(context); !built) return built.error();
  return std::unique_ptr<Engine>(std::move(engine));
}

}  // namespace almanac
