#include "judge.hpp"

#include <algorithm>
#include <cstdlib>

#include "compare.hpp"

namespace almanac::match {
namespace {

Judgement same(int score, std::string because) { return {Verdict::same, score, std::move(because)}; }

/// Further apart in time than lists err about one edition.
constexpr std::int64_t longest_move = 70;

/// Lists err by this many days about the close of a call.
constexpr std::int64_t latest_call = 30;

bool is_contest(const MatchFacts& facts) { return facts.kind == Kind::hackathon || facts.kind == Kind::competition; }

bool same_end(const MatchFacts& a, const MatchFacts& b) {
  return !a.last_day || !b.last_day || *a.last_day == *b.last_day;
}

/// One page tells of one gathering of several days: a list errs about the city.
bool is_one_gathering(const MatchFacts& a, const MatchFacts& b, Titles titles, Pages pages, Days days) {
  return titles == Titles::equal && pages == Pages::same && days == Days::same && same_end(a, b) &&
         std::max(a.last_day.value_or(*a.first_day), b.last_day.value_or(*b.first_day)) > *a.first_day &&
         a.titles.front().placed == b.titles.front().placed;
}

/// The rules that keep two things apart whatever else they share.
std::string reason_apart(const MatchFacts& a, const MatchFacts& b, Titles titles, Days days) {
  if (years_differ(a, b) && days != Days::same && days != Days::near) return "different years";
  if (a.year_stated && b.year_stated && years_differ(a, b)) return "different years";
  if (a.season != b.season && !(a.season.empty() || b.season.empty())) return "different seasons";
  if (!a.titles.front().numbers.empty() && !b.titles.front().numbers.empty() &&
      a.titles.front().numbers != b.titles.front().numbers)
    return "different numbers in the titles";
  if (a.part_of != b.part_of && titles != Titles::equal && !(is_contest(a) && is_contest(b)))
    return "one is a part of something else";
  return {};
}

Judgement judge_dated(const MatchFacts& a, const MatchFacts& b, Titles titles, Pages pages, Days days, Places places) {
  const bool same_day = days == Days::same, ends = same_end(a, b), here = places == Places::same;
  const bool page = pages == Pages::same, site = page || pages == Pages::nested || pages == Pages::same_host;
  if (titles == Titles::equal) {
    if (a.titles.front().is_generic && !site) return {};
    // A group that meets every week has namesakes.
    const bool gathers =
        a.kind == Kind::meetup || a.kind == Kind::talk || b.kind == Kind::meetup || b.kind == Kind::talk;
    if (gathers && !same_day && !site) return {};
    if (places == Places::unlike) return {Verdict::same, 65, "same title, address and dates; the places differ", true};
    if (page)
      return same(same_day ? 100 : 95,
                  same_day ? "same title, address and start" : "same title and address, start within three days");
    if (same_day && places != Places::mixed)
      return same(here ? 95 : 85, here ? "same title, place and start" : "same title and start");
    if (same_day && site) return same(80, "same title, site and start");
    if (here) return same(85, "same title and place, start within three days");
    if (site) return same(80, "same title and site, start within three days");
    return {};
  }
  // What one list tells apart by its titles is two things: a course for beginners and one for others.
  if (a.source == b.source) return {};
  if (titles >= Titles::within && (levels_differ(a, b) || (!page && tell_two_things(a, b)))) return {};
  if (!page && (names_its_part(a, b) || names_its_part(b, a))) return {};
  if (titles == Titles::alike || titles == Titles::within) {
    if (page && places != Places::mixed)
      return same(same_day ? 90 : 80, same_day ? "like title, same address and start"
                                               : "like title, same address, start within three days");
    if (page && same_day) return same(75, "like title, same address and start");
    if (same_day && here && ends && (pages == Pages::nested || (pages == Pages::same_host && titles == Titles::alike)))
      return same(75, "like title, same site, place and dates");
    if (same_day && here && ends && titles == Titles::alike) return same(70, "like title, same place and dates");
    return {};
  }
  if (page && same_day && a.source != b.source && is_contest(a) && is_contest(b))
    return same(70, "same address and dates of a contest");
  return {};
}

/// The call of the one closes long after the other was: it is the call for a later edition.
bool closes_after(const MatchFacts& undated, const MatchFacts& dated) {
  return !undated.first_day && undated.call_closes && dated.first_day && dated.day_is_sure &&
         *undated.call_closes > *dated.first_day + latest_call;
}

/// One of them has no date, or a month only.
Judgement judge_undated(const MatchFacts& a, const MatchFacts& b, Titles titles, Pages pages, Places places) {
  if (a.years.empty() || b.years.empty()) {
    if (titles == Titles::equal && pages == Pages::same && places != Places::mixed)
      return same(70, "same title and address");
    return {};
  }
  if (titles == Titles::equal) {
    if (pages == Pages::same) return same(85, "same title, address and year");
    if (places == Places::same) return same(80, "same title, place and year");
    if (pages == Pages::nested || pages == Pages::same_host) return same(75, "same title, site and year");
  }
  return {};
}

/// The same edition that one list moved and another did not.
Judgement judge_moved(const MatchFacts& a, const MatchFacts& b, Titles titles, Pages pages, Places places) {
  if (titles != Titles::equal || places != Places::same || a.place.online || years_differ(a, b)) return {};
  if (a.source == b.source || a.kind == Kind::meetup || b.kind == Kind::meetup) return {};
  if (a.kind == Kind::talk || b.kind == Kind::talk || a.titles.front().is_generic) return {};
  const std::int64_t move = std::llabs(*a.first_day - *b.first_day);
  const bool slip = a.year_stated && b.year_stated && move >= 364 && move <= 366;
  if (move > longest_move && !slip) return {};
  Judgement out;
  if (slip && pages >= Pages::same_host)
    out = same(75, "same title with its year, site and place; one date is a year off");
  else if (pages == Pages::same)
    out = same(70, "same title, address, place and year; the dates differ");
  out.moved = true;
  return out;
}

}  // namespace

Judgement judge(const MatchFacts& a, const MatchFacts& b) {
  const Places places = compare_places(a.place, b.place);
  const Titles titles = compare_titles(a, b);
  const Days days = compare_days(a, b);
  const Pages pages = compare_pages(a, b);
  if (std::string reason = reason_apart(a, b, titles, days); !reason.empty())
    return {Verdict::apart, 0, std::move(reason)};
  if (places == Places::same && pages != Pages::same && countries_differ(a.place, b.place))
    return {Verdict::apart, 0, "cities of one name in different countries"};
  if (places == Places::unlike && !is_one_gathering(a, b, titles, pages, days))
    return {Verdict::apart, 0, "different cities", true};
  switch (days) {
    case Days::same:
    case Days::near:
      return judge_dated(a, b, titles, pages, days, places);
    case Days::unknown:
      if (closes_after(a, b) || closes_after(b, a)) return {Verdict::apart, 0, "the call closes after the other was"};
      return judge_undated(a, b, titles, pages, places);
    case Days::far:
      return judge_moved(a, b, titles, pages, places);
  }
  return {};
}

}  // namespace almanac::match
