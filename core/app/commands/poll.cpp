#include "../commands.hpp"
#include "../engine.hpp"
#include "../poll_report.hpp"

namespace almanac {
namespace {

/// The sources that the user named, or those that are due (all with --force).
Result<std::vector<Source>, Problem> choose(Store& store, const PollArgs& args, sys_seconds now) {
  if (!args.sources.empty()) {
    std::vector<Source> chosen;
    for (const std::string& name : args.sources) {
      auto source = store.find_source(name);
      if (!source) return source.error();
      chosen.push_back(std::move(*source));
    }
    return chosen;
  }
  if (!args.force) return store.due_sources(now, 1'000'000);
  auto all = store.sources();
  const auto is_off = [](const Source& source) {
    return source.health.state == SourceState::paused || source.health.state == SourceState::gone;
  };
  if (all) std::erase_if(*all, is_off);
  return all;
}

void say_why_nothing(const Context& context, Store& store) {
  const auto counts = store.counts(context.now());
  if (counts && counts->sources == 0) {
    context.remark("no sources yet: 'almanac follow URL' or 'almanac follow @starter' adds some");
    return;
  }
  const auto next = store.next_due();
  if (!next || !*next) {
    context.remark("nothing is due ('almanac sources' says why; --force polls all the same)");
    return;
  }
  const auto minutes = std::max<std::int64_t>(1, (**next - context.now()).count() / 60);
  context.remark("nothing is due; the next source is due in " + std::to_string(minutes) +
                 " min (--force polls all the same)");
}

}  // namespace

int run_poll(Context& context, const PollArgs& args) {
  auto engine = Engine::make(context);
  if (!engine) {
    context.tell(engine.error());
    return exit_failed;
  }
  Result<std::vector<Source>, Problem> chosen = std::vector<Source>{};
  (*engine)->with_store([&](Store& store) {
    chosen = choose(store, args, context.now());
    if (chosen && chosen->empty()) say_why_nothing(context, store);
  });
  if (!chosen) {
    context.tell(chosen.error());
    return exit_failed;
  }
  if (chosen->empty()) return exit_ok;
  PollReport report(context, chosen->size());
  const bool finished = (*engine)->refresh(std::move(*chosen), run_limits(context.config()),
                                           [&](const Refreshed& done) { report.add(done); });
  report.finish(!finished);
  return report.exit_code(!finished);
}

}  // namespace almanac
