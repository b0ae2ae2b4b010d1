// Target: the two forms that nearly all feeds use (RFC 822 and RFC 3339) in at most 150 ns each; written dates within 1
// µs.
#include <benchmark/benchmark.h>

#include <almanac/time/dates/read_date.hpp>

namespace {

void read(benchmark::State& state, std::string_view text) {
  almanac::DateReading reading;
  reading.assume_utc = true;
  for (auto _ : state) {
    auto moment = almanac::read_date(text, reading);
    benchmark::DoNotOptimize(moment);
  }
}

BENCHMARK_CAPTURE(read, rfc822_gmt, "Mon, 02 Mar 2026 18:15:30 GMT");
BENCHMARK_CAPTURE(read, rfc822_offset, "Mon, 02 Mar 2026 18:15:30 +0530");
BENCHMARK_CAPTURE(read, rfc822_pdt, "Mon, 02 Mar 2026 18:15:30 PDT");
BENCHMARK_CAPTURE(read, rfc3339, "2026-03-02T18:15:30Z");
BENCHMARK_CAPTURE(read, rfc3339_offset, "2026-03-02T18:15:30.123+05:30");
BENCHMARK_CAPTURE(read, iso_basic, "20260302T181530Z");
BENCHMARK_CAPTURE(read, english, "Monday, March 2, 2026 6:15 pm");
BENCHMARK_CAPTURE(read, german, "Montag, 2. M\xC3\xA4rz 2026, 18:15 Uhr");
BENCHMARK_CAPTURE(read, javascript, "Mon Mar 02 2026 18:15:30 GMT+0100 (CET)");
BENCHMARK_CAPTURE(read, no_date, "to be announced");

}  // namespace

BENCHMARK_MAIN();
