#pragma once
#include <algorithm>
#include <almanac/time/dates/read_date.hpp>
#include <almanac/time/prose/prose.hpp>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <string>
#include <vector>

namespace almanac::test {

/// What a reader would note down: "start[/end][~precision][@zone]", then " type=time[+]" for each deadline.
inline std::string show(const Moment& moment) {
  std::string out = iso_text(moment);
  if (moment.precision == Precision::month || moment.precision == Precision::year)
    out.resize(moment.precision == Precision::month ? 7 : 4);
  if (moment.zone_stated) out += "@" + moment.zone;
  return out;
}

inline std::string show(const ProseDates& dates) {
  std::string out = dates.when ? show(dates.when->start) : "-";
  if (dates.when && dates.when->end) out += "/" + show(*dates.when->end);
  for (const Deadline& deadline : dates.deadlines)
    out += " " + std::string(to_text(deadline.type)) + "=" + show(deadline.at) + (deadline.extended ? "+" : "");
  return out;
}

/// Published on Wednesday 3 February 2027. Texts are exact-size heap copies, so that a sanitizer sees every overread.
inline std::string read(std::string_view title, std::string_view text, std::optional<bool> day_first = std::nullopt) {
  const std::unique_ptr<char[]> copy(new char[text.size()]);
  std::copy(text.begin(), text.end(), copy.get());
  ProseReading reading;
  reading.published = *read_date("2027-02-03T10:00:00Z");
  reading.day_first = day_first;
  const ProseDates dates = read_prose(title, {copy.get(), text.size()}, reading);
  if (dates.when) BOOST_TEST((dates.when->start.provenance == Provenance::prose));
  for (const Deadline& deadline : dates.deadlines) BOOST_TEST((deadline.at.provenance == Provenance::prose));
  return show(dates);
}

struct Case {
  std::string_view title, text, expected;
};

inline void check(const std::vector<Case>& cases) {
  for (const auto& [title, text, expected] : cases) BOOST_TEST_CONTEXT(title << " | " << text) {
      BOOST_TEST(read(title, text) == expected);
    }
}

}  // namespace almanac::test
