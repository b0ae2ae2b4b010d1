#include "derive_events.hpp"

#include <algorithm>
#include <almanac/base/day.hpp>
#include <almanac/text/escape.hpp>
#include <almanac/text/fold.hpp>
#include <almanac/text/title_key.hpp>
#include <almanac/time/calendar/recurrence.hpp>
#include <unordered_map>

#include "entry_identity.hpp"

namespace almanac {
namespace {

constexpr std::size_t summary_columns = 500;

/// One series of a document: the entry that describes it, and the entries that replace single instances.
struct Series {
  const Entry* master = nullptr;
  std::vector<const Entry*> overrides;
  std::vector<const Entry*> apart = {};  ///< those overrides that are events of their own
};

/// Two things under one id, which RFC 5545 §3.8.4.7 forbids and calendars made from lists have: neither is a later
/// version of the other, and they are elsewhere.
bool are_two_things(const Entry& a, const Entry& b) {
  return a.sequence == b.sequence && a.updated == b.updated && a.recurrence.empty() && b.recurrence.empty() &&
         a.location != b.location;
}

/// Whether one date of a series is something of its own: a Christmas special, an excursion. What only takes place at
/// another time or is called off stays a date of the series.
bool is_event_of_its_own(const Entry& instance, const Entry& series) {
  if (!instance.start || instance.recurrence.this_and_future) return false;
  if (instance.status != EventStatus::unknown && instance.status != EventStatus::confirmed &&
      instance.status != EventStatus::tentative)
    return false;
  const auto differ = [](const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; };
  return differ(title_key(instance.title.plain), title_key(series.title.plain)) ||
         differ(fold(instance.location), fold(series.location));
}

/// Entries by id; rivals with the same id keep the highest SEQUENCE, as RFC 5545 §3.8.7.4 ranks them.
std::vector<Series> group(const std::vector<Entry>& entries) {
  std::vector<Series> out;
  std::unordered_map<std::string_view, std::size_t> by_id;
  for (const Entry& entry : entries) {
    if (entry.id.empty() || entry.component == Component::none) {
      out.push_back({&entry, {}});
      continue;
    }
    const auto [at, fresh] = by_id.try_emplace(entry.id, out.size());
    if (fresh) out.emplace_back();
    if (!fresh && out[at->second].master && are_two_things(*out[at->second].master, entry)) {
      out.push_back({&entry, {}});
      continue;
    }
    Series& series = out[at->second];
    if (entry.recurrence.id)
      series.overrides.push_back(&entry);
    else if (!series.master || entry.sequence >= series.master->sequence)
      series.master = &entry;
  }
  for (Series& series : out)
    if (!series.master) {
      // Overrides without a master: each stands for itself.
      const std::vector<const Entry*> orphans = std::move(series.overrides);
      series = {orphans.front(), {}};
      for (std::size_t i = 1; i < orphans.size(); ++i) out.push_back({orphans[i], {}});
    }
  const std::size_t count = out.size();
  for (std::size_t i = 0; i < count; ++i)
    for (const Entry* instance : std::vector<const Entry*>(out[i].overrides))
      if (is_event_of_its_own(*instance, *out[i].master)) {
        out[i].apart.push_back(instance);
        out.push_back({instance, {}});
      }
  return out;
}

Occurrence single(const Moment& start, const std::optional<Moment>& end, EventStatus status) {
  Occurrence out;
  out.kind = start.kind;
  out.start = out.end = start.seconds;
  out.zone = start.zone;
  out.status = status;
  if (end && end->kind == start.kind && end->seconds > start.seconds)
    out.end = end->seconds;
  else if (start.kind == MomentKind::date)
    out.end = start.seconds + day_seconds;
  return out;
}

std::vector<Occurrence> occurrences_of(const Series& series, const ZoneBook& zones, Window window,
                                       std::vector<Warning>& warnings) {
  const Entry& entry = *series.master;
  if (!entry.start) return {};
  std::vector<Occurrence> out;
  if (entry.recurrence.empty() && series.overrides.empty()) {
    out.push_back(single(*entry.start, entry.end, entry.status));
    for (const When& when : entry.more_dates) out.push_back(single(when.start, when.end, entry.status));
  } else {  // further dates included
    const Expansion expansion = expand(entry, series.overrides, zones, window);
    for (const OccurrenceView& occurrence : expansion.occurrences)
      if (std::find(series.apart.begin(), series.apart.end(), occurrence.entry) == series.apart.end())
        out.push_back(to_occurrence(occurrence));
    warnings.insert(warnings.end(), expansion.warnings.begin(), expansion.warnings.end());
  }
  std::sort(out.begin(), out.end(), [](const Occurrence& a, const Occurrence& b) { return a.start < b.start; });
  return out;
}

std::string excerpt(const Entry& entry) {
  const std::string& text = entry.summary.plain.empty() ? entry.content.plain : entry.summary.plain;
  return truncate_to_width(text.size() > 4 * summary_columns ? std::string_view(text).substr(0, 4 * summary_columns)
                                                             : std::string_view(text),
                           summary_columns);
}

/// The last instant that anything about the event concerns; nothing when it is undated.
std::optional<std::int64_t> last_second(const Event& event) {
  std::optional<std::int64_t> last;
  const auto later = [&](std::int64_t at) { last = std::max(last.value_or(at), at); };
  for (const Occurrence& occurrence : event.occurrences) later(occurrence.end);
  for (const Deadline& deadline : event.deadlines) later(deadline.at.seconds);
  return last;
}

bool is_over(const Event& event, sys_seconds now, const Horizon& horizon) {
  const std::int64_t at = now.time_since_epoch().count();
  if (const auto last = last_second(event)) return *last < at - horizon.past.count() * day_seconds;
  return event.published && *event.published < now - horizon.past_posts;
}

}  // namespace

Event event_from(const Entry& entry) {
  Event event;
  event.kind = entry.kind.value_or(Kind::other);
  event.title = entry.title.plain;
  event.url = entry.url;
  event.summary = excerpt(entry);
  if (event.title.empty()) event.title = truncate_to_width(event.summary.substr(0, event.summary.find('\n')), 80);
  if (event.title.empty()) event.title = "(untitled)";
  if (entry.start) event.when = When{*entry.start, entry.end};
  event.deadlines = entry.deadlines;
  event.status = entry.status;
  event.mode = entry.mode;
  event.location = entry.location;
  event.venue = entry.venue;
  event.city = entry.city;
  event.region = entry.region;
  event.country = entry.country;
  event.geo = entry.geo;
  event.join_url = entry.join_url;
  event.cost = entry.cost;
  event.language = entry.language;
  event.topics = entry.topics.empty() ? entry.categories : entry.topics;
  event.origins = entry.origins;
  if (entry.topics.empty()) event.origins.topics.assign(event.topics.size(), usual_origin(Provenance::structured));
  const auto& published = entry.published ? entry.published : entry.updated;
  if (published && published->kind != MomentKind::unread)
    event.published = sys_seconds(std::chrono::seconds(published->seconds));
  return event;
}

Derived derive_events(std::vector<Entry> entries, const std::string& language, const ZoneBook& zones,
                      const SourceOptions& options, sys_seconds now, const Horizon& horizon) {
  Derived out;
  const std::int64_t at = now.time_since_epoch().count();
  const Window window{at - horizon.occurrences_back.count() * day_seconds,
                      at + horizon.occurrences_ahead.count() * day_seconds};
  // Repeating events are laid out anew each month, as the window moves on.
  const auto epoch = static_cast<std::uint64_t>(at / (30 * day_seconds));
  std::unordered_map<std::string, std::size_t> seen;
  const std::vector<Series> all = group(entries);
  out.entries.reserve(all.size());
  for (const Series& series : all) {
    IngestedEntry item;
    item.event = event_from(*series.master);
    if (item.event.language.empty()) item.event.language = language;
    item.event.occurrences = occurrences_of(series, zones, window, out.warnings);
    const bool repeats = series.master->recurrence.repeats();
    if (repeats ? item.event.occurrences.empty() && series.master->start && series.master->start->seconds < window.from
                : is_over(item.event, now, horizon)) {
      ++out.past;
      continue;
    }
    item.key = entry_key(*series.master, options.guid_stable);
    item.content_hash = entry_hash(*series.master);
    for (const Entry* instance : series.overrides) item.content_hash = item.content_hash * 31 + entry_hash(*instance);
    if (repeats) item.content_hash += epoch;
    item.entry = std::move(entries[static_cast<std::size_t>(series.master - entries.data())]);
    item.entry.language = item.event.language;
    // An id that two entries of one document share does not tell them apart.
    if (!seen.try_emplace(item.key, out.entries.size()).second) {
      item.key = entry_key(item.entry, false);
      if (const auto again = seen.find(item.key); again != seen.end()) {
        const Entry& first = out.entries[again->second].entry;
        if (first.location == item.entry.location && first.url == item.entry.url) continue;
        item.key += '\n' + item.entry.location + '\n' + item.entry.url;
      }
      if (!seen.try_emplace(item.key, out.entries.size()).second) continue;
    }
    out.entries.push_back(std::move(item));
  }
  return out;
}

}  // namespace almanac
