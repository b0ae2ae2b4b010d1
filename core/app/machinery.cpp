#include "machinery.hpp"

#include <algorithm>
#include <almanac/async/run_on.hpp>
#include <almanac/catalog/recipe_files.hpp>
#include <almanac/net/interfaces_up.hpp>
#include <thread>

#include "client_settings.hpp"
#include "secrets.hpp"
#include "topic_book.hpp"

namespace almanac {
namespace {

constexpr std::size_t index_batch = 2'000;

/// One processor is left to the thread that writes, which is the busiest while polls come thick.
unsigned parsing_threads() { return std::clamp(std::thread::hardware_concurrency(), 2u, 5u) - 1; }

}  // namespace

Result<std::unique_ptr<Machinery>, Problem> Machinery::make(Context& context, asio::io_context& io) {
  auto options = client_settings(context);
  if (!options) return options.error();
  auto topics = topic_book(context);
  if (!topics) return topics.error();
  auto store = Store::open(context.paths().database);
  if (!store) return store.error();
  auto times = DueTimes::open(context.paths().database);
  if (!times) return times.error();
  try {
    return std::make_unique<Machinery>(context, io, std::move(*options), std::move(*store), std::move(*times),
                                       std::move(*topics));
  } catch (const boost::system::system_error& error) {
    return bad_ca_file(context, error);
  }
}

Machinery::Machinery(Context& context, asio::io_context& io, ClientOptions options, Store store, DueTimes times,
                     facts::TopicBook topics)
    : topics_(std::move(topics)),
      pool_(parsing_threads()),
      http_(io.get_executor(), std::move(options)),
      times_(std::move(times)),
      wants_check_(store.wants_check()),
      committer_(io.get_executor(), std::move(store)),
      services_{
          http_,
          context.plugins(),
          committer_,
          pool_.get_executor(),
          context.clock(),
          {context.config().poll.base, context.config().poll.floor, context.config().poll.ceiling},
          {},
          [feeds = feeds_folder(context.paths())](const std::string& name) { return read_recipe_file(feeds, name); },
          &topics_,
          {},
          resolve_references,
          [] { return !interfaces_up().empty(); }},
      database_(context.paths().database) {}

Machinery::~Machinery() {
  pool_.join();
  checker_.join();
}

asio::awaitable<Refreshed> Machinery::refresh(Source source, HostTurn turn) {
  return refresh_source(std::move(source), std::move(turn), services_);
}

asio::awaitable<void> Machinery::with_store(std::function<void(Store&)> work) {
  return committer_.with_store(std::move(work));
}

asio::awaitable<bool> Machinery::index_some() {
  bool more = false;
  auto step = [&more](Store& store) {
    const auto left = store.index_pending_text(index_batch);
    more = left && *left;
  };
  std::function<void(Store&)> work = step;
  co_await committer_.with_store(std::move(work));
  co_return more;
}

asio::awaitable<Store::Outcome<std::vector<std::string>>> Machinery::check_integrity(Check check) {
  auto opened = Store::open(database_, OpenMode::read);
  if (!opened) co_return opened.error();
  checking_.emplace(std::move(*opened));
  auto look = [this, check]() -> Store::Outcome<std::vector<std::string>> {
    if (!may_check_) return std::vector<std::string>{};
    return checking_->check(check == Check::thorough);
  };
  auto wrong = co_await run_on(checker_.get_executor(), std::move(look));
  checking_.reset();
  if (wrong && wrong->empty() && may_check_) wants_check_ = false;
  co_return wrong;
}

void Machinery::stop_check() noexcept {
  may_check_ = false;
  if (checking_) checking_->interrupt();
}

asio::awaitable<void> Machinery::stop() { return committer_.stop(); }

RunLimits run_limits(const Config& config) {
  RunLimits limits;
  limits.concurrency = static_cast<std::size_t>(config.poll.concurrency);
  // Enough to fill the next transactions while one is written, also while that waits for the disk.
  limits.in_flight = std::min(14 * limits.concurrency, limits.concurrency + 400);
  limits.host_spacing = config.net.host_spacing;
  for (const auto& [host, spacing] : config.net.pace) limits.paces.set(host, spacing);
  limits.per_host = static_cast<std::size_t>(config.net.host_connections);
  return limits;
}

}  // namespace almanac
