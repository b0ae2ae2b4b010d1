#include "take_sources.hpp"

#include <algorithm>

namespace almanac {

Result<std::vector<Source>, Problem> take_sources(Store& store, DueTimes& times, const std::vector<std::string>& names,
                                                  bool force, sys_seconds now, sys_seconds until) {
  constexpr std::size_t no_limit = 1'000'000;
  if (names.empty() && !force) return times.take(now, until, no_limit);
  std::vector<Source> chosen;
  if (names.empty()) {
    auto all = store.sources();
    if (!all) return all;
    chosen = std::move(*all);
    std::erase_if(chosen, [](const Source& source) {
      return source.health.state == SourceState::paused || source.health.state == SourceState::gone;
    });
  }
  for (const std::string& name : names) {
    auto source = store.find_source(name);
    if (!source) return source.error();
    chosen.push_back(std::move(*source));
  }
  std::vector<SourceId> ids;
  for (const Source& source : chosen) ids.push_back(source.id);
  if (auto done = times.put_off(ids, now, until); !done) return done.error();
  return chosen;
}

sys_seconds put_off_until(const Config& config, sys_seconds now) {
  return now + std::max(config.poll.base, config.poll.floor);
}

TakenSource taken(const Source& source) {
  return {source.id, source.health.last_attempt, source.health.next_due, source.health.due_reason};
}

}  // namespace almanac
