#include <almanac/time/dates/read_date.hpp>
#include <cstdlib>

// Any text: never a crash; what is read lies in the years 1 … 9999, keeps its text, and its ISO form reads back as
// itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  almanac::DateReading reading;
  if (size > 0 && (data[0] & 1U) != 0) reading.assume_utc = true;
  if (size > 0 && (data[0] & 2U) != 0) reading.near = std::chrono::sys_seconds{std::chrono::seconds{1'790'000'000}};
  const auto moment = almanac::read_date(text, reading);
  if (!moment) return 0;
  if (moment->text != text) std::abort();
  constexpr std::int64_t first = -62'135'596'800, last = 253'402'300'799;
  if (moment->seconds < first || moment->seconds > last) std::abort();
  const auto again = almanac::read_date(almanac::iso_text(*moment));
  if (!again || again->seconds != moment->seconds || again->kind != moment->kind) std::abort();
  return 0;
}
