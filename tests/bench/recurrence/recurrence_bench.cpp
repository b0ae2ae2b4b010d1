// Target: 10,000 weekly series over one year at 1,000,000 occurrences a second; a rule that never yields ends within 10
// ms.
#include <benchmark/benchmark.h>

#include <almanac/time/calendar/recurrence.hpp>

namespace {

using namespace almanac;

constexpr std::int64_t year_2026 = 1'767'225'600, year = 365 * 86400;

Entry series(std::string id, std::string rule, std::int64_t start, std::string zone) {
  Entry entry;
  entry.id = std::move(id);
  Moment moment;
  moment.kind = MomentKind::instant;
  moment.seconds = start;
  moment.zone = std::move(zone);
  entry.start = moment;
  entry.duration = 3600;
  entry.recurrence.rules.push_back(std::move(rule));
  return entry;
}

void weekly_series(benchmark::State& state, const char* zone) {
  const char* days[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  std::vector<Entry> entries;
  for (int i = 0; i < 10'000; ++i)
    entries.push_back(series("event-" + std::to_string(i), std::string{"FREQ=WEEKLY;BYDAY="} + days[i % 7],
                             1'262'304'000 + i * 3600, zone));
  const ZoneBook zones;
  std::int64_t occurrences = 0;
  for (auto _ : state) {
    const auto expansion = expand_all(entries, zones, {year_2026, year_2026 + year});
    occurrences += static_cast<std::int64_t>(expansion.occurrences.size());
    benchmark::DoNotOptimize(expansion.occurrences.data());
  }
  state.counters["occurrences/s"] = benchmark::Counter(static_cast<double>(occurrences), benchmark::Counter::kIsRate);
}
BENCHMARK_CAPTURE(weekly_series, utc, "UTC")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(weekly_series, zoned, "America/New_York")->Unit(benchmark::kMillisecond);

void one_rule(benchmark::State& state, const char* rule) {
  const auto entry = series("one", rule, 852'076'800, "Europe/Berlin");
  const ZoneBook zones;
  for (auto _ : state) benchmark::DoNotOptimize(expand(entry, {}, zones, {year_2026, year_2026 + year}));
}
BENCHMARK_CAPTURE(one_rule, impossible, "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(one_rule, never, "FREQ=SECONDLY;BYMONTHDAY=31;BYYEARDAY=60;COUNT=5")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(one_rule, never_in_step, "FREQ=SECONDLY;INTERVAL=60;BYSECOND=30;COUNT=3")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(one_rule, old_daily, "FREQ=DAILY")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(one_rule, old_daily_counted, "FREQ=DAILY;COUNT=100000")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(one_rule, monthly_second_tuesday, "FREQ=MONTHLY;BYDAY=2TU")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(one_rule, yearly_thanksgiving, "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH")->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
