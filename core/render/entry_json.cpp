#include "entry_json.hpp"

#include <almanac/text/escape.hpp>
#include <almanac/text/html.hpp>

namespace almanac {
namespace {

std::string in_lines(const std::vector<std::string>& rules) {
  std::string out;
  for (const std::string& rule : rules) {
    if (!out.empty()) out += '\n';
    out += rule;
  }
  return out;
}

}  // namespace

void EntryJson::write(const Entry& entry) {
  json_.open_object();
  if (entry.component != Component::none)
    json_.member("component", std::string_view(entry.component == Component::vtodo ? "VTODO" : "VEVENT"));
  json_.member_if("id", entry.id);
  json_.member_if("title", entry.title.plain);
  json_.member_if("url", entry.url);
  write_links(json_, entry.links);
  text("summary", entry.summary);
  text("content", entry.content);
  write_people(json_, "authors", entry.authors);
  json_.member_list("categories", entry.categories);
  if (entry.published) json_.member("published", iso_text(*entry.published));
  if (entry.updated) json_.member("updated", iso_text(*entry.updated));
  enclosures(entry.enclosures);
  json_.member_if("language", entry.language);
  json_.member_if("rights", entry.rights);
  json_.member_if("comments_url", entry.comments_url);
  event_facts(entry);
  json_.close_object();
}

void EntryJson::event_facts(const Entry& entry) {
  if (entry.kind) json_.member("kind", to_text(*entry.kind));
  if (entry.start) time("start", *entry.start);
  if (entry.end) end_time(*entry.end, entry.end_is_last_day);
  if (entry.duration) json_.member("duration", *entry.duration);
  if (!entry.recurrence.rules.empty()) json_.member("rrule", in_lines(entry.recurrence.rules));
  if (entry.recurrence.id) time("recurrence_id", *entry.recurrence.id);
  if (entry.component != Component::none) json_.member("sequence", entry.sequence);
  json_.member_if("status", to_text(entry.status));
  json_.member_if("location", entry.location);
  if (entry.geo) {
    json_.open_object("geo");
    json_.member("lat", entry.geo->lat);
    json_.member("lon", entry.geo->lon);
    json_.close_object();
  }
  json_.member_if("join_url", entry.join_url);
  deadlines(entry.deadlines);
  more_dates(entry.more_dates, entry.end_is_last_day);
  json_.member_if("mode", to_text(entry.mode));
  json_.member_if("venue", entry.venue);
  json_.member_if("city", entry.city);
  json_.member_if("region", entry.region);
  json_.member_if("country", entry.country);
  json_.member_list("topics", entry.topics);
  json_.member_if("cost", entry.cost);
}

void EntryJson::end_time(Moment end, bool is_last_day) {
  if (end.kind == MomentKind::date && (is_last_day || end.provenance == Provenance::prose)) end.seconds -= 86'400;
  time("end", end);
}

void EntryJson::time(std::string_view key, const Moment& moment) {
  const auto zone = moment.kind == MomentKind::instant ? zone_of(moment.zone) : std::nullopt;
  json_.open_object(key);
  // A deadline that names a day only: the end of that day is a rule of ours, not a finding.
  if (zone && moment.precision == Precision::day && !moment.zone_stated)
    json_.member("value", iso_text(MomentKind::date, zone->to_local(moment.seconds)));
  else
    json_.member("value", iso_text(moment));
  if (zone && moment.precision != Precision::day)
    json_.member("local", iso_text(MomentKind::local, zone->to_local(moment.seconds)));
  json_.member_if("tz", moment.zone);
  json_.member("zone_stated", moment.zone_stated);
  json_.member_if("text", moment.text);
  json_.member("precision", to_text(moment.precision));
  json_.member("provenance", to_text(moment.provenance));
  json_.close_object();
}

std::optional<Zone> EntryJson::zone_of(const std::string& name) {
  if (name.empty()) return std::nullopt;
  if (name != zone_name_) {
    zone_name_ = name;
    zone_ = zones_.find(name);
  }
  return zone_;
}

void EntryJson::deadlines(const std::vector<Deadline>& list) {
  if (list.empty()) return;
  json_.open_array("deadlines");
  for (const Deadline& deadline : list) {
    json_.open_object();
    json_.member("type", to_text(deadline.type));
    time("at", deadline.at);
    json_.member_if("label", deadline.label);
    json_.member_if("text", deadline.at.text);
    json_.member("extended", deadline.extended);
    json_.close_object();
  }
  json_.close_array();
}

void EntryJson::more_dates(const std::vector<When>& list, bool ends_are_last_days) {
  if (list.empty()) return;
  json_.open_array("more_dates");
  for (const When& when : list) {
    json_.open_object();
    time("start", when.start);
    if (when.end) end_time(*when.end, ends_are_last_days);
    json_.close_object();
  }
  json_.close_array();
}

void EntryJson::text(std::string_view key, const TextBody& body) {
  if (body.empty()) return;
  json_.open_object(key);
  json_.member_if("text", body.plain);
  if (body.is_html)
    json_.member("html", sanitize_html(body.raw, body.base.empty() ? base_ : std::string_view(body.base)));
  else if ((body.type.empty() || body.type == "text/plain") && body.plain.find('<') != body.plain.npos)
    json_.member("html", escape_html(body.plain));  // for those who show "html, else text": no markup comes alive
  json_.member_if("type", body.type);
  json_.close_object();
}

void EntryJson::enclosures(const std::vector<Enclosure>& list) {
  if (list.empty()) return;
  json_.open_array("enclosures");
  for (const Enclosure& item : list) {
    json_.open_object();
    json_.member("url", item.url);
    json_.member_if("type", item.type);
    if (item.length) json_.member("length", static_cast<std::int64_t>(*item.length));
    json_.close_object();
  }
  json_.close_array();
}

void write_people(JsonWriter& json, std::string_view key, const std::vector<Person>& list) {
  if (list.empty()) return;
  json.open_array(key);
  for (const Person& person : list) {
    json.open_object();
    json.member_if("name", person.name);
    json.member_if("email", person.email);
    json.member_if("url", person.url);
    json.close_object();
  }
  json.close_array();
}

void write_links(JsonWriter& json, const std::vector<Link>& list) {
  if (list.empty()) return;
  json.open_array("links");
  for (const Link& link : list) {
    json.open_object();
    json.member("href", link.href);
    json.member_if("rel", link.rel);
    json.member_if("type", link.type);
    json.member_if("title", link.title);
    json.close_object();
  }
  json.close_array();
}

}  // namespace almanac
