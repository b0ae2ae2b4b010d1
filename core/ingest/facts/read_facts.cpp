#include <algorithm>
#include <almanac/time/zones/zone.hpp>

#include "day_order.hpp"
#include "facts_steps.hpp"

namespace almanac::facts {
namespace {

/// Who writes the month first, of the countries that a text can state; else of those who write its language.
std::optional<bool> day_first_in(std::string_view country, std::string_view language) {
  if (country.empty()) return is_day_first_in(language);
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

/// "Submission period: …", as hackathons call their time.
bool names_submission_period(const prose::ProseText& text) {
  return std::string_view{text.folded()}.find("submission period:") != std::string_view::npos;
}

/// A call for papers that names a hackathon is none.
bool is_contest(const prose::ProseText& text, const std::vector<SignHit>& signs) {
  const auto has = [&](Sign sign) {
    return std::any_of(signs.begin(), signs.end(), [&](const SignHit& hit) { return hit.sign == sign; });
  };
  const bool may_be =
      has(Sign::hackathon) || has(Sign::competition) || (has(Sign::weak_hackathon) && has(Sign::weak_competition));
  return (may_be || (has(Sign::weak_hackathon) && names_submission_period(text))) && !has(Sign::call);
}

std::optional<dates::CivilDay> day_of(const std::optional<Moment>& published) {
  if (!published) return std::nullopt;
  return dates::civil_from_days(dates::floor_days(published->seconds));
}

/// Abbreviations that mean another zone where they are read: "IST" in Dublin is no time of India.
std::string_view zone_there(std::string_view zone, std::string_view country) {
  if (zone == "Asia/Kolkata") return country == "IE" ? "Europe/Dublin" : country == "IL" ? "Asia/Jerusalem" : "";
  return {};
}

void settle_zone(Moment& moment, std::string_view country) {
  const std::string_view name = zone_there(moment.zone, country);
  if (name.empty() || moment.kind != MomentKind::instant) return;
  const auto read = Zone::find(moment.zone), meant = Zone::find(name);
  if (!read || !meant) return;
  moment.seconds = meant->to_utc(read->to_local(moment.seconds));
  moment.zone = meant->name();
}

/// Gives zones that were read out of an abbreviation the meaning that they have in the country of the event.
void settle_zones(ProseDates& dates, std::string_view country) {
  if (country.empty()) return;
  if (dates.when) {
    settle_zone(dates.when->start, country);
    if (dates.when->end) settle_zone(*dates.when->end, country);
  }
  for (Deadline& deadline : dates.deadlines) settle_zone(deadline.at, country);
}

/// The sentences that call something off, be it the event or a part of it, and do not tell when it takes place instead.
std::vector<prose::CalledOff> called_off_by(const std::vector<StatusClaim>& claims) {
  std::vector<prose::CalledOff> sentences;
  for (const StatusClaim& claim : claims)
    if (claim.status == EventStatus::cancelled && !claim.is_denial)
      sentences.push_back({claim.from, claim.behind, claim.to});
  return sentences;
}

}  // namespace

TextFacts read_facts(std::string_view title, std::string_view text, const TextReading& reading) {
  const prose::ProseText prose(title, text, sign_marks());
  const auto signs = find_signs(prose);
  const Reading shared{prose, signs, day_of(reading.published)};
  TextFacts facts;
  const Place place = place_of_text(shared, reading.language);
  ProseReading dates;
  dates.published = reading.published;
  dates.day_first = day_first_in(place.country, reading.language);
  dates.is_contest = is_contest(prose, signs);
  const auto claims = status_claims(shared);
  const auto called_off = called_off_by(claims);
  dates.called_off = called_off;
  facts.dates = read_prose(prose, dates);
  settle_zones(facts.dates, place.country);
  facts.kind = reading.kind.value_or(kind_of_text(shared, facts.dates, place, reading.is_event));
  if (facts.kind == Kind::post) {
    facts.dates = {.titled = facts.dates.titled};
    return facts;
  }
  if (facts.kind == Kind::other && is_job(prose, signs)) facts.dates = {};
  facts.mode = mode_of_text(shared, place);
  if (facts.mode != Mode::online) {
    facts.city = place.city;
    facts.country = place.country;
  }
  std::optional<Moment> start = reading.start;
  if (!start && facts.dates.when) start = facts.dates.when->start;
  facts.status = status_of_text(claims, facts.dates, start);
  return facts;
}

}  // namespace almanac::facts
