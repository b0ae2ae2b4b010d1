#include "../asking.hpp"
#include "../commands.hpp"
#include "../engine.hpp"
#include "../poll_report.hpp"
#include "../serve/control_messages.hpp"
#include "../serve/control_socket.hpp"
#include "../take_sources.hpp"

namespace almanac {
namespace {

using namespace std::chrono_literals;

void say_why_nothing(const Context& context, std::size_t sources, const std::optional<sys_seconds>& next) {
  if (sources == 0)
    return context.remark("no sources yet: 'almanac follow URL' or 'almanac follow @starter' adds some");
  if (!next) return context.remark("nothing is due ('almanac sources' says why; --force polls all the same)");
  const auto minutes = std::max<std::int64_t>(1, (*next - context.now()).count() / 60);
  context.remark("nothing is due; the next source is due in " + std::to_string(minutes) +
                 " min (--force polls all the same)");
}

void say_why_nothing(const Context& context, Store& store) {
  const auto counts = store.counts(context.now());
  const auto next = store.next_due();
  say_why_nothing(context, counts ? static_cast<std::size_t>(counts->sources) : 1,
                  next ? *next : std::optional<sys_seconds>{});
}

/// What the running daemon answers to a poll, told as if we had polled ourselves.
int follow_daemon(Context& context, ControlClient& daemon) {
  std::optional<PollReport> report;
  for (;;) {
    const auto line = daemon.receive(report ? 10min : 60s);
    const auto answer = line ? answer_from_json(*line) : std::nullopt;
    if (!answer) {
      if (report) report->finish(true);
      context.tell("the daemon went away ('almanac status' says whether it runs again)");
      return report ? exit_partly : exit_failed;
    }
    if (answer->problem) return fail(context, *answer->problem);
    if (answer->total && *answer->total > 0) report.emplace(context, *answer->total);
    if (answer->total && *answer->total == 0) {
      say_why_nothing(context, answer->known.value_or(0), answer->next_due);
      return exit_ok;
    }
    if (answer->done && report) report->add(*answer->done);
    if (!answer->end || !report) continue;
    report->finish(answer->interrupted);
    return report->exit_code(answer->interrupted);
  }
}

/// Asks the daemon, when one runs: nothing is fetched twice. Not with a pinned clock: the daemon has another one.
std::optional<ControlClient> ask_daemon(const Context& context, const PollArgs& args) {
  if (!context.args().now.empty()) return std::nullopt;
  auto daemon = ControlClient::connect(control_socket(context.paths()));
  ControlRequest request;
  request.what = ControlRequest::What::poll;
  request.sources = args.sources;
  request.force = args.force;
  if (daemon && !daemon->send(to_json(request))) return std::nullopt;
  return daemon;
}

}  // namespace

int run_poll(Context& context, const PollArgs& args) {
  if (auto daemon = ask_daemon(context, args)) return follow_daemon(context, *daemon);
  auto engine = Engine::make(context);
  if (!engine) {
    context.tell(engine.error());
    return exit_failed;
  }
  Result<std::vector<Source>, Problem> chosen = std::vector<Source>{};
  (*engine)->with_store([&](Store& store) {
    const sys_seconds now = context.now();
    chosen = take_sources(store, (*engine)->due_times(), args.sources, args.force, now,
                          put_off_until(context.config(), now));
    if (chosen && chosen->empty()) say_why_nothing(context, store);
  });
  if (!chosen) {
    context.tell(chosen.error());
    return exit_failed;
  }
  if (chosen->empty()) return exit_ok;
  std::vector<TakenSource> before;
  for (const Source& source : *chosen) before.push_back(taken(source));
  PollReport report(context, chosen->size());
  const bool finished = (*engine)->refresh(std::move(*chosen), run_limits(context.config()),
                                           [&](const Refreshed& done) { report.add(done); });
  if (!finished)
    (*engine)->with_store([&](Store&) {
      if (auto given = (*engine)->due_times().give_back(before); !given) context.tell(given.error());
    });
  report.finish(!finished);
  return report.exit_code(!finished);
}

}  // namespace almanac
