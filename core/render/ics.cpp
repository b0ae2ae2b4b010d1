#include "ics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/text/html.hpp>
#include <limits>
#include <map>
#include <unordered_set>

#include "dates.hpp"
#include "ics_writer.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

std::int64_t count_of(sys_seconds time) { return time.time_since_epoch().count(); }

/// "deadline-<id>-paper": an extension keeps it.
std::string deadline_uid(const ListedEvent& listed, const Deadline& deadline) {
  return "deadline-" + ics_slug(listed.public_id, 64) + '-' + deadline_key(listed.event, deadline) + "@almanac.invalid";
}

std::string event_uid(const ListedEvent& listed, std::string_view instance) {
  auto uid = "event-" + ics_slug(listed.public_id, 64);
  if (const auto slug = ics_slug(instance, 32); !slug.empty()) uid += '-' + slug;
  return uid + "@almanac.invalid";
}

class Calendar {
 public:
  explicit Calendar(const IcsOptions& options) : options_(options) {}
  /// With all its dates, if it comes with them, or the one that is shown.
  void add(const ListedEvent& listed);
  void add(const ListedEvent& listed, const Occurrence& date, std::string_view instance);
  void add(const ListedEvent& listed, const Deadline& deadline);
  std::string take();

 private:
  void stamps(const ListedEvent& listed);
  void dates(const Occurrence& shown);
  void point(std::string_view name, const Occurrence& shown, std::int64_t seconds);
  void facts(const ListedEvent& listed);
  const IcsOptions& options_;
  IcsWriter events_;
  std::unordered_set<std::string> uids_;
  struct Use {
    Zone zone;
    std::int64_t from, to;
  };
  std::map<std::string, Use> zones_;  ///< by TZID
};

/// DTSTAMP is the revision, not the time of writing (RFC 5545 §3.8.7.2, no METHOD): the same list gives the same bytes.
void Calendar::stamps(const ListedEvent& listed) {
  const Event& event = listed.event;
  const auto first = count_of(event.first_seen);
  const auto changed = std::max({count_of(event.revised), count_of(event.changed), first});
  events_.raw("DTSTAMP", ics_time(changed, true));
  events_.raw("CREATED", ics_time(first, true));
  events_.raw("LAST-MODIFIED", ics_time(changed, true));
  constexpr std::int64_t largest = std::numeric_limits<std::int32_t>::max();
  events_.raw("SEQUENCE", std::to_string(std::min(changed - first, largest)));
}

void Calendar::point(std::string_view name, const Occurrence& shown, std::int64_t seconds) {
  if (shown.kind == MomentKind::date) return events_.raw(std::string(name) + ";VALUE=DATE", ics_date(seconds));
  if (shown.kind == MomentKind::local) return events_.raw(name, ics_time(seconds, false));
  const auto zone = named_zone(shown.zone);
  // In the hour that happens twice only UTC can say which one is meant.
  if (!zone || zone->to_utc(zone->to_local(seconds)) != seconds) return events_.raw(name, ics_time(seconds, true));
  auto& use = zones_.try_emplace(zone->name(), Use{*zone, seconds, seconds}).first->second;
  use.from = std::min(use.from, seconds);
  use.to = std::max(use.to, seconds);
  events_.raw(std::string(name) + ";TZID=" + zone->name(), ics_time(zone->to_local(seconds), false));
}

void Calendar::dates(const Occurrence& shown) {
  point("DTSTART", shown, shown.start);
  if (shown.end > shown.start) point("DTEND", shown, shown.end);
  if (shown.kind == MomentKind::date) events_.raw("TRANSP", "TRANSPARENT");
}

void Calendar::facts(const ListedEvent& listed) {
  const Event& event = listed.event;
  std::string where = plain_line(event.location.empty() ? event.venue : event.location);
  events_.text("LOCATION", where.empty() ? where_text(event) : where);
  if (event.geo) events_.raw("GEO", fmt::format("{:.6f};{:.6f}", event.geo->lat, event.geo->lon));
  const auto link = web_link(event.url), join = web_link(event.join_url);
  if (link) events_.raw("URL", *link);
  std::string categories = std::string(to_text(event.kind));
  events_.text("CATEGORIES", categories);
  for (const auto& topic : event.topics) events_.text("CATEGORIES", plain_line(topic));
  std::string about = plain_line(event.summary);
  const auto add = [&about](std::string_view label, const std::string& value) {
    if (!value.empty()) about += fmt::format("{}{}{}", about.empty() ? "" : "\n", label, value);
  };
  add("Join: ", join.value_or(std::string{}));
  add("Source: ", list_text(listed.sources, 4));
  events_.text("DESCRIPTION", about);
}

void Calendar::add(const ListedEvent& listed) {
  const Event& event = listed.event;
  for (const Occurrence& date : event.occurrences) {
    const bool unnamed = date.recurrence_id.empty() && &date != &event.occurrences.front();
    add(listed, date, unnamed ? ics_time(date.start, true) : date.recurrence_id);
  }
  if (event.occurrences.empty() && listed.shown) add(listed, *listed.shown, listed.shown->recurrence_id);
  if (options_.deadlines)
    for (const auto& deadline : event.deadlines) add(listed, deadline);
}

void Calendar::add(const ListedEvent& listed, const Occurrence& date, std::string_view instance) {
  const Event& event = listed.event;
  const std::string uid = event_uid(listed, instance);
  if (!uids_.insert(uid).second) return;
  events_.begin("VEVENT");
  events_.raw("UID", uid);
  stamps(listed);
  dates(date);
  events_.text("SUMMARY", plain_line(event.title));
  const bool off = event.status == EventStatus::cancelled || event.status == EventStatus::withdrawn ||
                   date.status == EventStatus::cancelled;
  if (off)
    events_.raw("STATUS", "CANCELLED");
  else if (event.status == EventStatus::tentative || event.status == EventStatus::postponed)
    events_.raw("STATUS", "TENTATIVE");
  else if (event.status == EventStatus::confirmed || event.status == EventStatus::moved_online)
    events_.raw("STATUS", "CONFIRMED");
  facts(listed);
  events_.end("VEVENT");
}

/// "Deadline (paper, extended): LatticeConf"; of what is nothing but a deadline "Deadline: LatticeConf"; of a day on
/// which nothing closes "Notification: LatticeConf".
std::string deadline_title(const Event& event, const Deadline& deadline) {
  if (!closes(deadline)) {
    const std::string_view note = deadline_note(deadline);
    return fmt::format("Notification{}: {}", note.empty() ? "" : fmt::format(" ({})", note), plain_line(event.title));
  }
  std::string of = deadline_name(deadline);
  if (deadline.type == DeadlineType::other && deadline.label.empty()) of.clear();
  const std::string_view note = deadline_note(deadline);
  if (!of.empty() && !note.empty()) of += ", ";
  of += note;
  return fmt::format("Deadline{}: {}", of.empty() ? of : " (" + of + ')', plain_line(event.title));
}

/// "3 December 2026 23:59 AoE": as published, with the zone when the text does not name it itself.
std::string published_text(const Moment& at) {
  std::string text = plain_line(at.text.empty() ? iso_text(at) : at.text);
  if (!at.zone_stated) return text + " (zone not stated)";
  const std::string zone = plain_line(at.zone);
  const bool says_utc = zone == "UTC" && text.size() > 1 && text.back() == 'Z' && is_digit(text[text.size() - 2]);
  const bool is_named = says_utc || to_lower(text).find(to_lower(zone)) != std::string::npos;
  return is_named ? text : text + ' ' + zone;
}

void Calendar::add(const ListedEvent& listed, const Deadline& deadline) {
  const auto uid = deadline_uid(listed, deadline);
  if (!uids_.insert(uid).second) return;
  const Event& event = listed.event;
  events_.begin("VEVENT");
  events_.raw("UID", uid);
  stamps(listed);
  events_.raw("DTSTART", ics_time(closing_second(deadline), true));
  events_.text("SUMMARY", deadline_title(event, deadline));
  if (event.status == EventStatus::cancelled || event.status == EventStatus::withdrawn)
    events_.raw("STATUS", "CANCELLED");
  events_.raw("TRANSP", "TRANSPARENT");
  if (const auto link = web_link(event.url)) events_.raw("URL", *link);
  events_.text("CATEGORIES", "deadline");
  events_.text("DESCRIPTION", "Published as: " + published_text(deadline.at));
  const bool off = event.status == EventStatus::cancelled || event.status == EventStatus::withdrawn;
  if (options_.alarm && !off) {
    events_.begin("VALARM");
    events_.raw("ACTION", "DISPLAY");
    events_.raw("TRIGGER", '-' + ics_duration(options_.alarm->count()));
    events_.text("DESCRIPTION", fmt::format("{}: {}", deadline_type_text(deadline), plain_line(event.title)));
    events_.end("VALARM");
  }
  events_.end("VEVENT");
}

std::string Calendar::take() {
  IcsWriter out;
  out.begin("VCALENDAR");
  out.raw("VERSION", "2.0");
  out.raw("PRODID", "-//almanac//almanac " ALMANAC_VERSION "//EN");
  out.raw("CALSCALE", "GREGORIAN");
  out.text("NAME", plain_line(options_.name));
  out.text("X-WR-CALNAME", plain_line(options_.name));
  const auto refresh = ics_duration(options_.refresh.count());
  out.raw("REFRESH-INTERVAL;VALUE=DURATION", refresh);
  out.raw("X-PUBLISHED-TTL", refresh);
  for (const auto& [name, use] : zones_) out.append(vtimezone(use.zone, use.from, use.to));
  out.append(events_.take());
  out.end("VCALENDAR");
  return out.take();
}

}  // namespace

std::string render_events_ics(const std::vector<ListedEvent>& events, const IcsOptions& options) {
  Calendar calendar(options);
  for (const auto& listed : events) calendar.add(listed);
  return calendar.take();
}

std::string render_deadlines_ics(const std::vector<ListedDeadline>& deadlines, const IcsOptions& options) {
  Calendar calendar(options);
  for (const auto& row : deadlines) calendar.add(row.listed, row.deadline);
  return calendar.take();
}

std::string render_digest_ics(const DigestView& digest, const IcsOptions& options) {
  Calendar calendar(options);
  for (const auto& section : digest.sections)
    for (const auto& group : section.groups)
      for (const auto& item : group.items) calendar.add(item.listed);
  return calendar.take();
}

}  // namespace almanac
