#pragma once
#include <almanac/facts/read_facts.hpp>
#include <almanac/time/dates/read_date.hpp>
#include <string_view>

namespace almanac::test {

/// The facts of a text that was published on Wednesday 3 February 2027.
inline facts::TextFacts read(std::string_view title, std::string_view text, bool is_event = false) {
  facts::TextReading reading;
  reading.published = *read_date("2027-02-03T10:00:00Z");
  reading.is_event = is_event;
  return facts::read_facts(title, text, reading);
}

}  // namespace almanac::test
