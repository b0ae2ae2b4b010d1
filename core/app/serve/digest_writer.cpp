#include "digest_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <almanac/base/log.hpp>

#include "../issue_delivery.hpp"

namespace almanac {
namespace {

using std::chrono::seconds;

/// Clocks jump: how long nobody looks at most.
constexpr seconds longest_wait(30);
constexpr seconds until_next_try = std::chrono::minutes(10);
/// What came while the machine was off belongs into the issue; but not for ever, and one slow host is no reason.
constexpr seconds first_polls_take(60);

/// The setting that holds the newest period whose issue was written.
std::string setting_of(const std::string& profile) { return "digest.written." + profile; }

struct Made {
  enum class End { written, before, nothing } end = End::written;
  std::vector<std::string> files;
  std::size_t items = 0;
};

/// Whether the store says that this period, or a later one, was written: clocks may have been set back.
Result<bool, Problem> was_written(Store& store, const DigestWish& wish, const std::string& period) {
  const auto written = store.setting(setting_of(wish.profile.name));
  if (!written) return written.error();
  const auto zone = Zone::find(wish.profile.zone);
  if (!*written || !zone) return false;
  const auto last = period_named(**written, *zone), wanted = period_named(period, *zone);
  return last && wanted && last->length == wanted->length && last->from >= wanted->from;
}

/// Issue, files, and the note that they are there, in this order: killed in between, the same issue is written again.
Result<Made, Problem> make_and_write(Store& store, const DigestWish& wish, const std::string& period, sys_seconds now,
                                     const Context& context) {
  Made made;
  const auto before = was_written(store, wish, period);
  if (!before) return before.error();
  if (*before) {
    made.end = Made::End::before;
    return made;
  }
  DigestRequest request;
  request.profile = wish.profile;
  request.now = now;
  auto issue = make_issue(store, request);
  if (!issue) return issue.error();
  if (issue->origin == DigestIssue::Origin::empty) {
    made.end = Made::End::nothing;
    return made;
  }
  made.items = issue->view.size();
  for (const std::string& format : wish.formats) {
    auto file = write_issue_file(*issue, format, wish.folder, context);
    if (!file) return file.error();
    made.files.push_back(file->string());
  }
  if (auto mailed = mail_issue(store, *issue, context); !mailed) return mailed.error();
  if (auto noted = store.set_setting(setting_of(wish.profile.name), period); !noted) return noted.error();
  return made;
}

}  // namespace

DigestWriter::DigestWriter(asio::any_io_executor executor, Context& context, Machinery& machinery, StatusBoard& board,
                           std::function<bool()> is_busy)
    : context_(context),
      machinery_(machinery),
      board_(board),
      is_busy_(std::move(is_busy)),
      alarm_(std::move(executor)) {
  board_.digests.clear();
}

void DigestWriter::request_stop() {
  stop_ = true;
  alarm_.ring();
}

asio::awaitable<void> DigestWriter::await_first_polls() {
  const auto until = std::chrono::steady_clock::now() + first_polls_take;
  const std::chrono::milliseconds moment(250);
  do {
    co_await alarm_.sleep(moment);
  } while (!stop_ && is_busy_() && std::chrono::steady_clock::now() < until);
}

asio::awaitable<void> DigestWriter::run() {
  co_await await_first_polls();
  while (!stop_) {
    seconds pause = longest_wait;
    for (const auto& [name, config] : context_.config().profiles) {
      if (stop_) co_return;
      const sys_seconds next = co_await look_at(name);
      pause = std::clamp<seconds>(next - context_.now(), seconds(1), pause);
    }
    if (!stop_) co_await alarm_.sleep(pause);
  }
}

/// Makes the issue if it is time; when to look again.
asio::awaitable<sys_seconds> DigestWriter::look_at(std::string name) {
  const auto wish = digest_wish(context_, name);  // checked when the configuration was read
  const auto zone = wish ? Zone::find(wish->profile.zone) : std::nullopt;
  if (!zone) co_return context_.now() + longest_wait;
  const sys_seconds now = context_.now();
  const Period period = period_at(wish->profile.period, now, *zone);
  const sys_seconds at = issue_instant(wish->at, period, *zone);
  const State& state = states_[name];
  DigestNote& note = board_.digests[name];
  note.profile = name;
  if (now >= at && state.done != period.name && now >= state.not_before) co_await make(*wish, period.name, now);
  if (state.done == period.name)
    note.next = issue_instant(wish->at, shift_period(period, 1, *zone), *zone);
  else
    note.next = std::max(at, state.not_before);
  co_return *note.next;
}

asio::awaitable<void> DigestWriter::make(DigestWish wish, std::string period, sys_seconds now) {
  Result<Made, Problem> made = Made{};
  auto step = [&](Store& store) { made = make_and_write(store, wish, period, now, context_); };
  std::function<void(Store&)> work = step;
  co_await machinery_.with_store(std::move(work));
  const std::string& name = wish.profile.name;
  State& state = states_[name];
  DigestNote& note = board_.digests[name];
  if (!made) {
    state.not_before = now + until_next_try;
    note.last = made.error().text();
    log(LogLevel::error, "digest", name + ": " + note.last);
    co_return;
  }
  if (made->end == Made::End::nothing) {
    state.not_before = now + until_next_try;
    note.last = "nothing to tell in " + period + " yet";
    log(LogLevel::debug, "digest", name + ": " + note.last);
    co_return;
  }
  state.done = period;
  if (made->end == Made::End::before) {
    note.last = period + " was written before";
    co_return;
  }
  note.last = fmt::format("{} ({} {})", made->files.front(), made->items, made->items == 1 ? "item" : "items");
  for (const std::string& file : made->files) log(LogLevel::info, "digest", name + ": wrote " + file);
}

}  // namespace almanac
