#include "json_event.hpp"

#include "json_writer.hpp"
#include "words.hpp"

namespace almanac::render {
namespace {

void put_link(JsonWriter& json, std::string_view name, std::string_view address) {
  if (const auto link = web_link(address)) json.member_if(name, *link);
}

void put_dates(JsonWriter& json, const ListedEvent& listed) {
  if (listed.shown) {
    const Occurrence& shown = *listed.shown;
    json.member_if("start", iso_text(shown.kind, shown.start));
    if (shown.end > shown.start) json.member_if("end", iso_text(shown.kind, shown.end));
    json.member_if("zone", shown.zone);
    json.member_if("all_day", shown.kind == MomentKind::date);
    json.member_if("recurrence_id", shown.recurrence_id);
    json.member_if("occurrence_cancelled", shown.status == EventStatus::cancelled);
  }
  if (const auto& when = listed.event.when; when) {
    if (when->start.precision >= Precision::month) json.member_if("precision", to_text(when->start.precision));
    json.member_if("date_from", to_text(when->start.provenance));
  }
}

void put_place(JsonWriter& json, const Event& event) {
  json.member_if("mode", to_text(event.mode));
  json.member_if("venue", event.venue);
  json.member_if("city", event.city);
  json.member_if("region", event.region);
  json.member_if("country", event.country);
  json.member_if("location", event.location);
  if (!event.geo) return;
  json.open_object("geo");
  json.member("lat", event.geo->lat);
  json.member("lon", event.geo->lon);
  json.close_object();
}

void put_marks(JsonWriter& json, const EventMarks& marks) {
  if (marks == EventMarks{}) return;
  json.open_object("marks");
  json.member_if("starred", marks.starred);
  json.member_if("going", marks.going);
  json.member_if("hidden", marks.hidden);
  json.member_if("note", marks.note);
  json.close_object();
}

}  // namespace

void put_moment(JsonWriter& json, std::string_view name, const Moment& moment) {
  json.open_object(name);
  json.member_if("at", iso_text(moment));
  json.member_if("zone", moment.zone);
  // A default of ours is never taken for what was published.
  if (!moment.zone.empty()) json.member("zone_stated", moment.zone_stated);
  if (moment.precision >= Precision::month) json.member_if("precision", to_text(moment.precision));
  json.member_if("from", to_text(moment.provenance));
  json.member_if("published", moment.text);
  json.close_object();
}

void put_deadline(JsonWriter& json, const Deadline& deadline) {
  json.member_if("type", to_text(deadline.type));
  json.member_if("label", deadline.label);
  json.member_if("closes", iso_text(MomentKind::instant, closing_second(deadline)));
  json.member_if("extended", deadline.extended);
  put_moment(json, "stated", deadline.at);
  if (deadline.doubt != DeadlineDoubt::none)
    json.member("doubt", deadline.doubt == DeadlineDoubt::zone ? "zone" : "conflict");
  if (deadline.readings.empty()) return;
  json.open_array("readings");
  for (const Moment& reading : deadline.readings) json.element(iso_text(reading));
  json.close_array();
}

void put_event(JsonWriter& json, const ListedEvent& listed) {
  const Event& event = listed.event;
  json.member_if("id", listed.public_id);
  json.member_if("kind", to_text(event.kind));
  json.member("title", event.title);
  put_link(json, "url", event.url);
  put_dates(json, listed);
  json.member_if("status", to_text(event.status));
  put_place(json, event);
  put_link(json, "join_url", event.join_url);
  json.member_if("cost", event.cost);
  json.member_if("language", event.language);
  json.member_list("topics", event.topics);
  json.member_if("summary", event.summary);
  if (!event.deadlines.empty()) {
    json.open_array("deadlines");
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
