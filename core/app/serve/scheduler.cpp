#include "scheduler.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <almanac/base/log.hpp>
#include <almanac/store/error.hpp>

#include "../take_sources.hpp"

namespace almanac {
namespace {

using std::chrono::seconds;
using Steady = std::chrono::steady_clock;

/// Others add and change sources beside us, and clocks jump: how long nobody looks at most.
constexpr seconds longest_pause(15);
/// Sources taken and not yet polled: bounds memory. Many, so that one crowded host does not keep others out.
constexpr std::size_t most_in_hand = 20'000;
constexpr seconds index_every(10);

bool is_cancelled(const Refreshed& done) { return done.problem && done.problem->code == Failure::cancelled; }

bool is_full(const Problem& problem) { return problem.code == make_error_code(StoreErrc::full); }

bool is_moved(const Problem& problem) { return problem.code == make_error_code(StoreErrc::moved); }

bool is_of_the_store(const Problem& problem) { return problem.code.category() == store_category(); }

}  // namespace

Scheduler::Scheduler(asio::any_io_executor executor, Context& context, Machinery& machinery, StatusBoard& board)
    : executor_(executor),
      context_(context),
      machinery_(machinery),
      board_(board),
      runner_(executor, run_limits(context.config())),
      alarm_(executor),
      upkeep_(context, machinery, board),
      reserve_(context.paths().database) {}

void Scheduler::request_stop() {
  stop_ = true;
  machinery_.stop_check();
  alarm_.ring();
}

asio::awaitable<void> Scheduler::run() {
  reserve_.keep();
  while (!stop_) {
    if (const Steady::duration left = retry_at_ - Steady::now(); refusals_ > 0 && left > Steady::duration::zero()) {
      co_await alarm_.sleep(left);  // whoever rings before: the store is left in peace as long as was said
      continue;
    }
    if (is_full_) co_await make_room();
    if (!is_full_) {
      co_await take_due();
      co_await catch_up();
      co_await upkeep_.when_due(stop_);
    }
    const Steady::duration span = pause();
    if (!stop_) co_await alarm_.sleep(span);
  }
}

/// After another refusal of the store: when to ask it again, ever later.
seconds Scheduler::back_off() {
  const seconds span = std::min<seconds>(seconds(5) * (1 << std::min(refusals_++, 6)), std::chrono::minutes(5));
  retry_at_ = Steady::now() + span;
  return span;
}

seconds Scheduler::pause() const {
  if (refusals_ > 0 && retry_at_ > Steady::now()) return seconds(0);  // `run` waits for it
  seconds span = longest_pause;
  if (next_due_) span = std::clamp<seconds>(*next_due_ - context_.now(), seconds(1), span);
  return text_waits_ ? std::min(span, index_every) : span;
}

asio::awaitable<void> Scheduler::take_due() {
  const std::size_t in_hand = waiting_.size() + started_.size();
  if (in_hand >= most_in_hand) co_return;
  const auto begun = Steady::now();
  const sys_seconds now = context_.now(), until = put_off_until(context_.config(), now);
  Store::Outcome<std::vector<Source>> due = std::vector<Source>{};
  Store::Outcome<std::optional<sys_seconds>> next = std::optional<sys_seconds>{};
  auto take = [&](Store&) {
    due = machinery_.due_times().take(now, until, most_in_hand - in_hand);
    next = machinery_.due_times().next();
  };
  std::function<void(Store&)> work = take;
  co_await machinery_.with_store(std::move(work));
  if (!due || !next) {
    note_trouble(due ? next.error() : due.error());
    co_return;
  }
  refusals_ = 0;
  board_.store_trouble.clear();
  next_due_ = *next;
  const std::size_t count = due->size();
  for (Source& source : *due) start(std::move(source));
  if (count == 0) co_return;
  board_.chosen = static_cast<std::int64_t>(count);
  board_.choosing_us = std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - begun).count();
  log(LogLevel::info, "schedule",
      fmt::format("{} {} due, chosen and started in {:.1f} ms", count, count == 1 ? "source is" : "sources are",
                  static_cast<double>(board_.choosing_us) / 1000));
}

void Scheduler::note_trouble(const Problem& problem) {
  if (is_full(problem)) return pause_for_room(problem);
  if (is_moved(problem)) return give_up(problem);
  board_.store_trouble = problem.text();
  log(LogLevel::error, "store", problem.text() + fmt::format("; tried again in {} s", back_off().count()));
}

void Scheduler::give_up(const Problem& problem) {
  if (std::exchange(has_lost_store_, true)) return;
  board_.store_trouble = problem.text();
  log(LogLevel::error, "store", problem.text());
  request_stop();
}

/// What is fetched now could not be kept: nobody is to be asked for it.
void Scheduler::pause_for_room(const Problem& problem) {
  const bool is_news = !std::exchange(is_full_, true);
  if (is_news) {
    runner_.drop_waiting();
    for (auto& [id, source] : waiting_) unasked_.push_back(std::move(source));
    waiting_.clear();
    for (const auto& weak : watches_)
      if (const auto watch = weak.lock()) {
        watch->abandoned = true;
        watch->alarm.ring();
      }
    alarm_.ring();
  }
  board_.store_trouble = problem.text() + "; polling pauses until there is room";
  // What is forgotten may be room enough: tried at once, but only once.
  const bool at_once = is_news && refusals_ == 0;
  log(LogLevel::error, "store",
      board_.store_trouble + (at_once ? "; making some" : fmt::format("; tried again in {} s", back_off().count())));
}

/// Writes what was waiting back into the file and forgets what is long over, with the reserve's space if need be;
/// there is room again when the reserve can be had back, and more than that.
asio::awaitable<void> Scheduler::make_room() {
  reserve_.give_up();
  const sys_seconds now = context_.now();
  Store::Outcome<std::size_t> gone = std::size_t{0};
  Store::Outcome<void> written = {};
  auto write_back = [&](Store& store) { written = store.checkpoint(); };
  std::function<void(Store&)> work = write_back;
  co_await machinery_.with_store(work);
  if (written) {
    auto forgetting = forget_old(machinery_, now, stop_);
    gone = co_await std::move(forgetting);
  }
  if (written && gone) co_await machinery_.with_store(work);
  const bool has_room = reserve_.keep() && reserve_.has_room();
  if (written && gone && has_room) {
    is_full_ = false;
    ++refusals_;  // if it is not room enough after all, the next try is not at once
    board_.store_trouble.clear();
    log(LogLevel::info, "store", "there is room again: polling goes on");
    co_await give_back();
    co_return;
  }
  const std::string file = context_.paths().database.string();
  pause_for_room(!written ? written.error()
                 : !gone  ? gone.error()
                          : Problem{make_error_code(StoreErrc::full), file + ": the disk is full",
                                   "free some space; nothing that was stored is lost"});
}

/// Sources that were taken and not asked are due as before.
asio::awaitable<void> Scheduler::give_back() {
  if (unasked_.empty()) co_return;
  Store::Outcome<void> given = {};
  auto give = [&](Store&) { given = machinery_.due_times().give_back(unasked_); };
  std::function<void(Store&)> work = give;
  co_await machinery_.with_store(std::move(work));
  if (given)
    unasked_.clear();
  else
    note_trouble(given.error());
}

void Scheduler::start(Source source) {
  const std::int64_t id = source.id.value;
  if (waiting_.contains(id) || started_.contains(id)) return;  // it was put off, and its turn is still to come
  waiting_[id] = taken(source);
  auto shared = std::make_shared<Source>(std::move(source));
  PollTask task;
  task.host = polite_host(*shared);
  task.run = [this, shared](HostTurn turn) { return poll(shared, std::move(turn)); };
  runner_.add(std::move(task));
}

asio::awaitable<void> Scheduler::poll(std::shared_ptr<Source> source, HostTurn turn) {
  const std::int64_t id = source->id.value;
  if (waiting_.erase(id) == 0) co_return;  // given back while its host was waited for
  started_.insert(id);
  Refreshed done;
  done.source = source->id;
  try {
    done = co_await machinery_.refresh(std::move(*source), std::move(turn));
  } catch (const std::exception& error) {
    // A wall: whatever goes wrong with one source is not the others' business.
    done.problem =
        Problem{make_error_code(boost::system::errc::io_error), std::string("internal error: ") + error.what(), {}};
  }
  started_.erase(id);
  if (!is_cancelled(done)) finished(done);
  if (waiting_.empty() && started_.empty()) alarm_.ring();
}

void Scheduler::finished(const Refreshed& done) {
  board_.add(done, context_.now());
  if (done.counts.fresh + done.counts.changed > 0) text_waits_ = true;
  if (done.problem) {
    log(is_of_the_store(*done.problem) ? LogLevel::error : LogLevel::warn, "poll", done.problem->text());
    if (is_moved(*done.problem)) {
      give_up(*done.problem);
    } else if (is_full(*done.problem)) {
      if (!is_full_) pause_for_room(*done.problem);
    } else if (is_of_the_store(*done.problem)) {
      board_.store_trouble = done.problem->text();
    }
  } else {
    log(LogLevel::debug, "poll", done.name + ": " + board_.last.front().words);
  }
  std::erase_if(watches_, [](const std::weak_ptr<PollWatch>& watch) { return watch.expired(); });
  for (const auto& weak : watches_) {
    const auto watch = weak.lock();
    if (watch->pending.erase(done.source.value) == 0) continue;
    PollAnswer answer;
    answer.done = done;
    watch->lines.push_back(to_json(answer));
    watch->alarm.ring();
  }
}

/// Makes what came in searchable by words: at once when nothing is under way, else now and then.
asio::awaitable<void> Scheduler::catch_up() {
  const bool busy = !waiting_.empty() || !started_.empty();
  if (!text_waits_ || (busy && Steady::now() - indexed_ < index_every)) co_return;
  text_waits_ = false;
  bool more = true;
  while (more && !stop_) more = co_await machinery_.index_some();
  indexed_ = Steady::now();
}

asio::awaitable<void> Scheduler::finish(Manner manner) {
  while (asking_ > 0) co_await alarm_.sleep(longest_pause);
  if (manner == Manner::cancel)
    runner_.cancel();
  else
    runner_.drop_waiting();
  auto all = runner_.join();
  co_await std::move(all);
  for (auto& [id, source] : waiting_) unasked_.push_back(std::move(source));
  waiting_.clear();
  co_await give_back();
  reserve_.give_up();
  for (const auto& weak : watches_)
    if (const auto watch = weak.lock()) {
      watch->abandoned = true;
      watch->alarm.ring();
    }
}

namespace {

/// What the command line asks for, taken from the store.
struct Asked {
  std::vector<Source> sources;
  std::optional<sys_seconds> next_due;
  std::size_t known = 0;
};

Result<Asked, Problem> take_asked(Store& store, DueTimes& times, const ControlRequest& request, sys_seconds now,
                                  sys_seconds until) {
  auto chosen = take_sources(store, times, request.sources, request.force, now, until);
  if (!chosen) return chosen.error();
  Asked asked;
  asked.sources = std::move(*chosen);
  if (!asked.sources.empty()) return asked;
  const auto next = times.next();
  const auto counts = times.counts();
  if (!next) return next.error();
  if (!counts) return counts.error();
  asked.next_due = *next;
  asked.known = static_cast<std::size_t>(counts->all);
  return asked;
}

}  // namespace

asio::awaitable<std::shared_ptr<PollWatch>> Scheduler::ask(ControlRequest request) {
  auto watch = std::make_shared<PollWatch>(executor_);
  if (is_full_) {
    PollAnswer paused;
    paused.problem = Problem{make_error_code(StoreErrc::full), board_.store_trouble, "free some space"};
    paused.end = true;
    watch->lines.push_back(to_json(paused));
    co_return watch;
  }
  const sys_seconds now = context_.now(), until = put_off_until(context_.config(), now);
  Result<Asked, Problem> asked = Asked{};
  auto take = [&](Store& store) { asked = take_asked(store, machinery_.due_times(), request, now, until); };
  std::function<void(Store&)> work = take;
  ++asking_;
  co_await machinery_.with_store(std::move(work));
  --asking_;
  if (stop_) alarm_.ring();
  PollAnswer first;
  if (!asked) {
    first.problem = asked.error();
    first.end = true;
    watch->lines.push_back(to_json(first));
    co_return watch;
  }
  for (Source& source : asked->sources) {
    watch->pending.insert(source.id.value);
    start(std::move(source));
  }
  if (request.sources.empty()) {
    for (const auto& [id, source] : waiting_) watch->pending.insert(id);
    for (const std::int64_t id : started_) watch->pending.insert(id);
  }
  first.total = watch->pending.size();
  if (watch->pending.empty()) {
    first.next_due = asked->next_due;
    first.known = asked->known;
    first.end = true;
  }
  watch->lines.push_back(to_json(first));
  watches_.push_back(watch);
  if (stop_) watch->abandoned = true;
  co_return watch;
}

}  // namespace almanac
