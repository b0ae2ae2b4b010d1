#include "merge_event.hpp"

#include <algorithm>
#include <almanac/base/day.hpp>
#include <almanac/model/url.hpp>

#include "../derive_events.hpp"
#include "match_facts.hpp"
#include "merge_deadlines.hpp"

namespace almanac::match {
namespace {

constexpr std::size_t most_topics = 30;

/// The source speaks of its own events: its address and the event's page are of one site.
bool is_organiser(const EventMember& member) {
  const auto page = canonical_address(member.entry.url), source = canonical_address(member.source_url);
  return page && source && !is_platform(page->host_text()) && page->host_text() == source->host_text();
}

std::vector<const EventMember*> best_first(std::span<const EventMember> members) {
  std::vector<const EventMember*> order;
  for (const EventMember& member : members) order.push_back(&member);
  const auto rank = [](const EventMember* member) {
    return (member->withdrawn ? 2 : 0) + (is_organiser(*member) ? 0 : 1);
  };
  std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
  return order;
}

Event own_event(const EventMember& member) { return member.own ? *member.own : event_from(member.entry); }

std::vector<Occurrence> dates_of(const EventMember& member, const Event& before) {
  if (member.own && !member.own->occurrences.empty()) return member.own->occurrences;
  const Entry& entry = member.entry;
  if (!entry.recurrence.empty() || !entry.more_dates.empty()) return before.occurrences;
  if (!entry.start || entry.start->kind == MomentKind::unread) return {};
  Occurrence out;
  out.kind = entry.start->kind;
  out.start = out.end = entry.start->seconds;
  out.zone = entry.start->zone;
  out.status = entry.status;
  if (entry.end && entry.end->kind == entry.start->kind && entry.end->seconds > out.start)
    out.end = entry.end->seconds;
  else if (out.kind == MomentKind::date)
    out.end += day_seconds;
  return {out};
}

bool has_place(const Event& event) { return !event.city.empty() || !event.location.empty() || !event.venue.empty(); }

void take_place(Event& event, Event& from) {
  event.location = std::move(from.location);
  event.venue = std::move(from.venue);
  event.city = std::move(from.city);
  event.region = std::move(from.region);
  event.country = std::move(from.country);
  event.geo = from.geo;
}

void take_text(std::string& mine, std::string& other) {
  if (mine.empty()) mine = std::move(other);
}

/// That something will not be as planned, which lists learn one after the other.
bool is_news(EventStatus status) {
  return status == EventStatus::cancelled || status == EventStatus::postponed || status == EventStatus::moved_online;
}

/// A list that calls it confirmed has not heard yet what another tells; the organiser has.
bool outweighs(EventStatus theirs, const Event& event, bool confirmed_by_organiser) {
  switch (event.status) {
    case EventStatus::unknown:
      return theirs != EventStatus::unknown;
    case EventStatus::tentative:
      return theirs != EventStatus::unknown && theirs != EventStatus::tentative;
    case EventStatus::confirmed:
      return is_news(theirs) && !confirmed_by_organiser;
    default:
      return false;
  }
}

void take_status(Event& event, const Event& from, bool confirmed_by_organiser) {
  if (!outweighs(from.status, event, confirmed_by_organiser)) return;
  event.status = from.status;
  event.origins.status = from.origins.status;
  if (event.status != EventStatus::moved_online) return;
  event.mode = Mode::online;
  event.origins.mode = from.origins.mode;
}

void take_topics(Event& event, Event& from) {
  for (std::size_t i = 0; i < from.topics.size() && event.topics.size() < most_topics; ++i) {
    if (std::find(event.topics.begin(), event.topics.end(), from.topics[i]) != event.topics.end()) continue;
    event.origins.topics.resize(event.topics.size());
    event.topics.push_back(std::move(from.topics[i]));
    event.origins.topics.push_back(i < from.origins.topics.size() ? from.origins.topics[i] : Origin{});
  }
}

/// Fills what `event` does not say from the next best.
void complete(Event& event, Event from, const EventMember& member, const Event& before, bool confirmed_by_organiser) {
  if (event.kind != from.kind && (event.kind == Kind::other || (event.kind == Kind::post && from.when))) {
    event.kind = from.kind;
    event.origins.kind = from.origins.kind;
  }
  take_text(event.url, from.url);
  take_text(event.summary, from.summary);
  take_text(event.join_url, from.join_url);
  if (event.cost.empty()) event.origins.cost = from.origins.cost;
  take_text(event.cost, from.cost);
  take_text(event.language, from.language);
  const bool sharper = event.when && from.when && event.when->start.precision > Precision::day &&
                       from.when->start.precision <= Precision::day;
  if ((!event.when && from.when) || sharper) {
    event.when = std::move(from.when);
    event.occurrences = dates_of(member, before);
  } else if (event.when && from.when && !event.when->end && from.when->end &&
             from.when->start.seconds == event.when->start.seconds) {
    event.when->end = from.when->end;
    event.occurrences = dates_of(member, before);
  }
  if (!has_place(event) && has_place(from)) {
    event.origins.place = from.origins.place;
    take_place(event, from);
  }
  if (!event.geo && event.city == from.city) event.geo = from.geo;
  if (event.mode == Mode::unknown) {
    event.mode = from.mode;
    event.origins.mode = from.origins.mode;
  }
  take_status(event, from, confirmed_by_organiser);
  if (!event.published) event.published = from.published;
  take_topics(event, from);
}

}  // namespace

Event merge_event(std::span<const EventMember> members, const Event& before) {
  const auto order = best_first(members);
  Event event = own_event(*order.front());
  event.occurrences = dates_of(*order.front(), before);
  const bool confirmed_by_organiser = event.status == EventStatus::confirmed && is_organiser(*order.front());
  for (std::size_t i = 1; i < order.size(); ++i)
    complete(event, own_event(*order[i]), *order[i], before, confirmed_by_organiser);
  if (event.summary.empty() || (!order.front()->own && !before.summary.empty())) event.summary = before.summary;
  if (members.size() > 1) {
    std::vector<ToldDeadline> told;
    for (const EventMember* member : order)
      for (const Deadline& deadline : member->entry.deadlines) told.push_back({deadline, member->source.value});
    event.deadlines = merge_deadlines(told);
  }
  event.id = before.id;
  return event;
}

}  // namespace almanac::match
