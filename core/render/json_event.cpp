#include "json_writer.hpp"
#include "words.hpp"

namespace almanac::render {
namespace {

void put_link(JsonWriter& json, std::string_view name, std::string_view address) {
  if (const auto link = web_link(address)) json.member(name, *link);
}

void put_dates(JsonWriter& json, const ListedEvent& listed) {
  if (listed.shown) {
    const Occurrence& shown = *listed.shown;
    json.member("start", iso_text(shown.kind, shown.start));
    if (shown.end > shown.start) json.member("end", iso_text(shown.kind, shown.end));
    json.member("zone", shown.zone);
    json.member_true("all_day", shown.kind == MomentKind::date);
    json.member("recurrence_id", shown.recurrence_id);
    json.member_true("occurrence_cancelled", shown.status == EventStatus::cancelled);
  }
  if (const auto& when = listed.event.when; when) {
    if (when->start.precision >= Precision::month) json.member("precision", to_text(when->start.precision));
    json.member("date_from", to_text(when->start.provenance));
  }
}

void put_place(JsonWriter& json, const Event& event) {
  json.member("mode", to_text(event.mode));
  json.member("venue", event.venue);
  json.member("city", event.city);
  json.member("region", event.region);
  json.member("country", event.country);
  json.member("location", event.location);
  if (!event.geo) return;
  json.key("geo");
  json.open_object();
  json.key("lat");
  json.real(event.geo->lat);
  json.key("lon");
  json.real(event.geo->lon);
  json.close_object();
}

void put_marks(JsonWriter& json, const EventMarks& marks) {
  if (marks == EventMarks{}) return;
  json.key("marks");
  json.open_object();
  json.member_true("starred", marks.starred);
  json.member_true("going", marks.going);
  json.member_true("hidden", marks.hidden);
  json.member("note", marks.note);
  json.close_object();
}

}  // namespace

void put_moment(JsonWriter& json, std::string_view name, const Moment& moment) {
  json.key(name);
  json.open_object();
  json.member("at", iso_text(moment));
  json.member("zone", moment.zone);
  if (!moment.zone.empty()) {  // a default of ours is never taken for what was published
    json.key("zone_stated");
    json.boolean(moment.zone_stated);
  }
  if (moment.precision >= Precision::month) json.member("precision", to_text(moment.precision));
  json.member("from", to_text(moment.provenance));
  json.member("published", moment.text);
  json.close_object();
}

void put_deadline(JsonWriter& json, const Deadline& deadline) {
  json.member("type", to_text(deadline.type));
  json.member("label", deadline.label);
  json.member("closes", iso_text(MomentKind::instant, closing_second(deadline)));
  json.member_true("extended", deadline.extended);
  put_moment(json, "stated", deadline.at);
  if (deadline.doubt != DeadlineDoubt::none)
    json.member("doubt", deadline.doubt == DeadlineDoubt::zone ? "zone" : "conflict");
  if (deadline.readings.empty()) return;
  json.key("readings");
  json.open_array();
  for (const Moment& reading : deadline.readings) json.text(iso_text(reading));
  json.close_array();
}

void put_event(JsonWriter& json, const ListedEvent& listed) {
  const Event& event = listed.event;
  json.member("id", listed.public_id);
  json.member("kind", to_text(event.kind));
  json.key("title");
  json.text(event.title);
  put_link(json, "url", event.url);
  put_dates(json, listed);
  json.member("status", to_text(event.status));
  put_place(json, event);
  put_link(json, "join_url", event.join_url);
  json.member("cost", event.cost);
  json.member("language", event.language);
  json.member_list("topics", event.topics);
  json.member("summary", event.summary);
  if (!event.deadlines.empty()) {
    json.key("deadlines");
    json.open_array();
    for (const auto& deadline : event.deadlines) {
      json.open_object();
      put_deadline(json, deadline);
      json.close_object();
    }
    json.close_array();
  }
  if (event.published) json.member_instant("published", *event.published);
  json.member_instant("first_seen", event.first_seen);
  json.member_instant("changed", event.changed);
  json.member_list("sources", listed.sources);
  put_marks(json, listed.marks);
}

}  // namespace almanac::render
