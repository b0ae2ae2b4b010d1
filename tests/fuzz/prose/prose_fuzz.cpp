#include <almanac/facts/read_facts.hpp>
#include <cstdlib>

// The first line is the title. Never a crash; what is found lies in the years 1 … 9999, is marked as prose, ends after
// it starts, and is cut from the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all{reinterpret_cast<const char*>(data), size};
  const std::size_t line = std::min(all.find('\n'), all.size());
  const std::string_view text = all.substr(std::min(line + 1, all.size()));
  almanac::facts::TextReading reading;
  if (size % 3 != 0) {
    reading.published.emplace();
    reading.published->kind = almanac::MomentKind::instant;
    reading.published->seconds = 1'801'000'000;
    reading.published->zone = "UTC";
  }
  if (size % 2 != 0) reading.kind = almanac::Kind::conference;
  almanac::facts::expand_time_elements(text);
  const auto facts = almanac::facts::read_facts(all.substr(0, line), text, reading);
  constexpr std::int64_t first = -62'135'596'800, last = 253'402'300'799 + 2 * 86'400;
  const auto check = [&](const almanac::Moment& moment) {
    if (moment.provenance != almanac::Provenance::prose) std::abort();
    if (moment.seconds < first || moment.seconds > last) std::abort();
  };
  if (facts.dates.when) {
    check(facts.dates.when->start);
    if (facts.dates.when->end) check(*facts.dates.when->end);
  }
  for (const auto& deadline : facts.dates.deadlines) check(deadline.at);
  almanac::read_display_range(text.substr(0, 120));
  return 0;
}
