// Target: facts of prose at 50 MB/s of text, be it an announcement full of dates or an article without any.
#include <benchmark/benchmark.h>

#include <almanac/facts/read_facts.hpp>
#include <string>

namespace {

std::string repeated(std::string_view paragraph, std::size_t size) {
  std::string text;
  while (text.size() < size) text += paragraph;
  return text;
}

constexpr std::string_view announcement =
    "LatticeConf takes place on 14-15 May 2027 at the old mill in Lisbon, Portugal, and online. Submit your paper by 1 "
    "March 2027, 23:59 AoE; we notify authors on 20 March 2027. Early registration closes on 1 May 2027.\n";
constexpr std::string_view article =
    "A lattice is a set in which any two elements have a least upper bound and a greatest lower bound, and much of "
    "what "
    "a compiler does when it reasons about programs can be told in these terms. Here is how we came to use them.\n";

void facts(benchmark::State& state, std::string_view paragraph) {
  const std::string text = repeated(paragraph, static_cast<std::size_t>(state.range(0)));
  almanac::facts::TextReading reading;
  reading.published.emplace();
  reading.published->kind = almanac::MomentKind::instant;
  reading.published->seconds = 1'801'000'000;
  for (auto _ : state) {
    auto found = almanac::facts::read_facts("LatticeConf 2027", text, reading);
    benchmark::DoNotOptimize(found);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

BENCHMARK_CAPTURE(facts, announcement, announcement)->Arg(400)->Arg(4'000)->Arg(40'000);
BENCHMARK_CAPTURE(facts, article, article)->Arg(400)->Arg(4'000)->Arg(40'000);

}  // namespace

BENCHMARK_MAIN();
