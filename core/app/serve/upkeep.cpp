#include "upkeep.hpp"

#include <fmt/format.h>

#include <almanac/base/log.hpp>
#include <almanac/store/store.hpp>
#include <cstdlib>
#include <functional>

namespace almanac {
namespace {

using std::chrono::seconds;

constexpr seconds upkeep_every = std::chrono::hours(24), check_every = std::chrono::hours(24 * 7);

/// Longer than anything is taken in, or it would come back as new with the next poll.
Retention kept_for() {
  const Horizon taken_in;
  Retention kept;
  kept.past_events = taken_in.past + std::chrono::days(30);
  kept.posts = taken_in.past_posts + std::chrono::days(30);
  kept.batch = 500;  // about a twentieth of a second
  return kept;
}

}  // namespace

asio::awaitable<Store::Outcome<std::size_t>> forget_old(Machinery& machinery, sys_seconds now, const bool& stop) {
  const Retention kept = kept_for();
  Store::Outcome<std::size_t> gone = std::size_t{0};
  std::size_t all = 0;
  do {
    auto some = [&](Store& store) { gone = store.prune(now, kept); };
    std::function<void(Store&)> work = some;
    co_await machinery.with_store(std::move(work));
    if (gone) all += *gone;
  } while (gone && *gone == kept.batch && !stop);
  if (gone) gone = all;
  co_return gone;
}

asio::awaitable<void> Upkeep::when_due(const bool& stop) {
  const sys_seconds now = context_.now();
  if (stop || (next_ && now < *next_ && *next_ - now <= upkeep_every)) co_return;
  next_ = now + upkeep_every;
  Store::Outcome<std::size_t> gone = std::size_t{0};
  Store::Outcome<std::vector<std::string>> wrong = std::vector<std::string>{};
  if (machinery_.wants_check()) {
    auto checking = machinery_.check_integrity(Machinery::Check::quick);
    wrong = co_await std::move(checking);
    if (stop) co_return;
  }
  if (wrong && wrong->empty()) {
    auto forgetting = forget_old(machinery_, now, stop);
    gone = co_await std::move(forgetting);
  }
  if (!wrong) log(LogLevel::error, "store", wrong.error().text());
  if (wrong && !wrong->empty())
    log(LogLevel::error, "store", "the database is damaged: " + wrong->front() + " ('almanac doctor' shows all of it)");
  if (!gone)
    log(LogLevel::error, "store", gone.error().text());
  else if (*gone > 0)
    log(LogLevel::info, "store", fmt::format("forgot {} events that are long over", *gone));
  co_await check_weekly(stop);
}

asio::awaitable<void> Upkeep::check_weekly(const bool& stop) {
  const std::string checked = "checked";
  const sys_seconds now = context_.now();
  Store::Outcome<std::optional<std::string>> last = std::optional<std::string>{};
  auto ask = [&](Store& store) { last = store.setting(checked); };
  std::function<void(Store&)> work = ask;
  co_await machinery_.with_store(std::move(work));
  if (!last) co_return;
  const sys_seconds before{seconds(*last ? std::atoll((*last)->c_str()) : 0)};
  if (stop || (before <= now && now - before < check_every)) co_return;
  auto checking = machinery_.check_integrity(Machinery::Check::thorough);
  const auto wrong = co_await std::move(checking);
  if (stop) co_return;
  if (!wrong) {
    log(LogLevel::error, "store", wrong.error().text());
    co_return;
  }
  for (const std::string& line : *wrong) log(LogLevel::error, "store", "the database is damaged: " + line);
  board_.damage = wrong->empty() ? "" : "the database is damaged ('almanac doctor' shows all of it)";
  if (!wrong->empty()) co_return;
  log(LogLevel::info, "store", "checked the whole database: it is sound");
  auto note = [&](Store& store) {
    if (auto set = store.set_setting(checked, std::to_string(now.time_since_epoch().count())); !set)
      log(LogLevel::error, "store", set.error().text());
  };
  work = note;
  co_await machinery_.with_store(std::move(work));
}

}  // namespace almanac
