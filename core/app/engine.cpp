#include "engine.hpp"

#include <almanac/catalog/recipe_files.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/thread_pool.hpp>
#include <csignal>
#include <thread>

#include "app_errc.hpp"
#include "client_settings.hpp"
#include "topic_book.hpp"

namespace almanac {
namespace {

constexpr std::size_t index_batch = 2'000;

class RealEngine final : public Engine {
 public:
  RealEngine(Context& context, ClientOptions options, Store store, facts::TopicBook topics)
      : topics_(std::move(topics)),
        pool_(std::max(1u, std::min(4u, std::thread::hardware_concurrency()))),
        http_(io_.get_executor(), std::move(options)),
        committer_(io_.get_executor(), std::move(store)),
        services_{
            http_,
            context.plugins(),
            committer_,
            pool_.get_executor(),
            context.clock(),
            {context.config().poll.base, context.config().poll.floor, context.config().poll.ceiling},
            {},
            [feeds = feeds_folder(context.paths())](const std::string& name) { return read_recipe_file(feeds, name); },
            &topics_} {}

  ~RealEngine() override {
    run([this]() -> asio::awaitable<void> { return committer_.stop(); });
    pool_.join();
  }

  bool refresh(std::vector<Source> sources, const RunLimits& limits, OnRefreshed tell) override {
    return run_interruptible([&]() -> asio::awaitable<void> { return refresh_all(std::move(sources), limits, tell); });
  }

  void with_store(std::function<void(Store&)> work) override {
    run([&]() -> asio::awaitable<void> { return committer_.with_store(work); });
  }

 private:
  asio::awaitable<void> refresh_one(Source source, HostTurn turn, const OnRefreshed& tell) {
    const Refreshed done = co_await refresh_source(std::move(source), std::move(turn), services_);
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
    co_await index_text();
  }

  /// Facts are committed by now; words follow in bulk.
  asio::awaitable<void> index_text() {
    bool more = true;
    while (more) {
      auto step = [&more](Store& store) {
        const auto left = store.index_pending_text(index_batch);
        more = left && *left > 0;
      };
      std::function<void(Store&)> work = step;
      co_await committer_.with_store(std::move(work));
      const auto cancelled = (co_await asio::this_coro::cancellation_state).cancelled();
      if (cancelled != asio::cancellation_type::none) co_return;
    }
  }

  void run(const std::function<asio::awaitable<void>()>& work) {
    std::exception_ptr failure;
    asio::co_spawn(io_, work(), [&](std::exception_ptr error) {
      failure = error;
      http_.close();
    });
    io_.restart();
    io_.run();
    if (failure) std::rethrow_exception(failure);
  }

  bool run_interruptible(const std::function<asio::awaitable<void>()>& work) {
    asio::signal_set signals(io_, SIGINT, SIGTERM);
    asio::cancellation_signal cancel;
    bool interrupted = false;
    std::exception_ptr failure;
    std::function<void(error_code, int)> on_signal = [&](error_code ec, int) {
      if (ec) return;
      if (interrupted) std::_Exit(130);
      interrupted = true;
      cancel.emit(asio::cancellation_type::terminal);
      signals.async_wait(on_signal);
    };
    signals.async_wait(on_signal);
    asio::co_spawn(io_, work(), asio::bind_cancellation_slot(cancel.slot(), [&](std::exception_ptr error) {
                     failure = error;
                     signals.cancel();
                     http_.close();
                   }));
    io_.restart();
    io_.run();
    if (failure && !interrupted) std::rethrow_exception(failure);
    return !interrupted;
  }

  const facts::TopicBook topics_;
  asio::io_context io_{1};
  asio::thread_pool pool_;
  HttpClient http_;
  Committer committer_;
  IngestServices services_;
};

}  // namespace

RunLimits run_limits(const Config& config) {
  RunLimits limits;
  limits.concurrency = static_cast<std::size_t>(config.poll.concurrency);
  limits.in_flight = 3 * limits.concurrency;
  limits.host_spacing = config.net.host_spacing;
  limits.per_host = static_cast<std::size_t>(config.net.host_connections);
  return limits;
}

Result<std::unique_ptr<Engine>, Problem> Engine::make(Context& context) {
  auto options = client_settings(context);
  if (!options) return options.error();
  auto topics = topic_book(context);
  if (!topics) return topics.error();
  auto store = Store::open(context.paths().database);
  if (!store) return store.error();
  try {
    return std::unique_ptr<Engine>(new RealEngine(context, std::move(*options), std::move(*store), std::move(*topics)));
  } catch (const boost::system::system_error& error) {
    return Problem{AppErrc::bad_config, context.config().net.ca_file + ": " + error.what(),
                   "net.ca_file must be a PEM file that can be read"};
  }
}

}  // namespace almanac
