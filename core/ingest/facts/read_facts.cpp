#include "facts_steps.hpp"

namespace almanac::facts {
namespace {

/// Who writes the month first, of the countries that a text can state.
std::optional<bool> day_first_in(std::string_view country) {
  if (country.empty()) return std::nullopt;
  return country != "US";
}

/// The days that a job advertisement names (from when, until when to apply) are no event's.
bool is_job(const prose::ProseText& text, const std::vector<SignHit>& signs) {
  int seen = 0;
  for (const SignHit& hit : signs)
    if (hit.sign == Sign::job)
      seen += hit.from < text.title_pieces() ? 2 : 1;
    else if (hit.sign == Sign::job_title && hit.from < text.title_pieces())
      ++seen;
  return seen >= 2;
}

}  // namespace

TextFacts read_facts(std::string_view title, std::string_view text, const TextReading& reading) {
  const prose::ProseText prose(title, text, sign_marks());
  const auto signs = find_signs(prose);
  const Reading shared{prose, signs};
  TextFacts facts;
  const Place place = place_of_text(shared);
  ProseReading dates;
  dates.published = reading.published;
  dates.day_first = day_first_in(place.country);
  facts.dates = read_prose(prose, dates);
  facts.kind = reading.kind.value_or(kind_of_text(shared, facts.dates, place));
  if (facts.kind == Kind::post) {
    facts.dates = {};
    return facts;
  }
  if (facts.kind == Kind::other && is_job(prose, signs)) facts.dates = {};
  facts.mode = mode_of_text(shared, place);
  if (facts.mode != Mode::online) {
    facts.city = place.city;
    facts.country = place.country;
  }
  facts.status = status_of_text(shared);
  return facts;
}

}  // namespace almanac::facts
