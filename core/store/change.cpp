#include "change.hpp"

#include <algorithm>
#include <almanac/query/words.hpp>

namespace almanac::store_detail {
namespace {

using What = EventChange::What;

std::string moment_text(const Moment& moment) {
  std::string out = iso_text(moment);
  if (moment.kind == MomentKind::instant && !moment.zone.empty() && moment.zone != "UTC") out += ' ' + moment.zone;
  return out;
}

std::string when_text(const std::optional<When>& when) {
  if (!when) return {};
  std::string out = iso_text(when->start);
  if (when->end) out += '/' + iso_text(*when->end);
  if (when->start.kind == MomentKind::instant && !when->start.zone.empty() && when->start.zone != "UTC")
    out += ' ' + when->start.zone;
  return out;
}

bool same_time(const Moment& a, const Moment& b) { return a.kind == b.kind && a.seconds == b.seconds; }

bool same_date(const std::optional<When>& a, const std::optional<When>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  if (!same_time(a->start, b->start)) return false;
  return !a->end || !b->end || same_time(*a->end, *b->end);  // an end that only now is published moves nothing
}

std::string place_words(const Event& event) {
  std::string out;
  for (const std::string& word : fold_words(place_text(event))) out += word + ' ';
  return out;
}

std::string shown_place(const Event& event) {
  if (!event.location.empty()) return event.location;
  std::string out = place_text(event);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out.empty() ? std::string(to_text(event.mode)) : out;
}

bool is_off(EventStatus status) {
  return status == EventStatus::cancelled || status == EventStatus::postponed || status == EventStatus::withdrawn;
}

/// Takes place still, but not on site: it says so, or the way to take part is another now.
bool moved_online(const Event& before, const Event& after) {
  if (is_off(after.status) || before.status == EventStatus::moved_online) return false;
  return after.status == EventStatus::moved_online ||
         (after.mode == Mode::online && !before.city.empty() &&
          (before.mode == Mode::in_person || (before.mode == Mode::unknown && after.city.empty())));
}

void find_status_change(const Event& before, const Event& after, std::vector<EventChange>& out) {
  if (moved_online(before, after))
    out.push_back({What::moved_online, {}, shown_place(before), std::string(to_text(Mode::online)), {}, {}});
  if (before.status == after.status) return;
  const std::string was(to_text(before.status)), is(to_text(after.status));
  if (after.status == EventStatus::cancelled) out.push_back({What::cancelled, {}, was, is, {}, {}});
  if (after.status == EventStatus::withdrawn) out.push_back({What::withdrawn, {}, was, is, {}, {}});
  if (after.status == EventStatus::postponed) out.push_back({What::postponed, {}, was, is, {}, {}});
  if (is_off(before.status) && !is_off(after.status)) out.push_back({What::restored, {}, was, is, {}, {}});
}

std::string deadline_name(const Deadline& deadline) {
  std::string name(to_text(deadline.type));
  if (!deadline.label.empty() && deadline.type == DeadlineType::other) return deadline.label;
  return name;
}

void find_deadline_changes(const Event& before, const Event& after, std::vector<EventChange>& out) {
  std::vector<bool> taken(before.deadlines.size());
  const auto take = [&](auto matches) -> const Deadline* {
    for (std::size_t i = 0; i < taken.size(); ++i) {
      if (taken[i] || !matches(before.deadlines[i])) continue;
      taken[i] = true;
      return &before.deadlines[i];
    }
    return nullptr;
  };
  std::vector<const Deadline*> moved;
  for (const Deadline& now : after.deadlines)
    if (!take([&](const Deadline& d) { return d.type == now.type && same_time(d.at, now.at); })) moved.push_back(&now);
  for (const Deadline* now : moved) {
    const Deadline* was = take([&](const Deadline& d) { return d.type == now->type && d.label == now->label; });
    if (!was) was = take([&](const Deadline& d) { return d.type == now->type; });
    const bool later = was && was->at.kind != MomentKind::unread && now->at.seconds > was->at.seconds;
    out.push_back({later ? What::extended : What::deadline,
                   deadline_name(*now),
                   was ? moment_text(was->at) : std::string{},
                   moment_text(now->at),
                   {},
                   {}});
  }
}

}  // namespace

std::vector<EventChange> find_changes(const Event& before, const Event& after) {
  std::vector<EventChange> out;
  if (!same_date(before.when, after.when))
    out.push_back({What::moved, {}, when_text(before.when), when_text(after.when), {}, {}});
  const std::string was = place_words(before), is = place_words(after);
  if (was != is && !was.empty() && !is.empty() && !moved_online(before, after))
    out.push_back({What::place, {}, shown_place(before), shown_place(after), {}, {}});
  find_status_change(before, after, out);
  find_deadline_changes(before, after, out);
  if (fold_words(before.title) != fold_words(after.title))
    out.push_back({What::title, {}, before.title, after.title, {}, {}});
  return out;
}

bool is_told(const EventChange& change) { return change.kind != What::title && change.kind != What::other; }

}  // namespace almanac::store_detail
