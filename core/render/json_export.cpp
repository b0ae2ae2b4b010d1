#include "json.hpp"
#include "json_writer.hpp"

namespace almanac {

namespace {

std::string closing_text(const Deadline& deadline) { return iso_text(MomentKind::instant, closing_second(deadline)); }

void put_told(JsonWriter& json, const Deadline& deadline) {
  json.open_object();
  json.member_if("kind", to_text(deadline.type));
  json.member_if("label", deadline.label);
  json.member_if("utc", closing_text(deadline));
  if (deadline.doubt == DeadlineDoubt::zone)
    json.member_if("flag", "probable_zone_error");
  else if (deadline.doubt == DeadlineDoubt::conflict)
    json.member_if("flag", "conflict");
  else if (deadline.extended && !deadline.readings.empty())
    json.member_if("flag", "extended");
  json.member_if("extended", deadline.extended);
  if (!deadline.readings.empty()) {
    json.open_array("readings");
    for (const Moment& reading : deadline.readings) {
      Deadline other = deadline;
      other.at = reading;
      json.element(closing_text(other));
    }
    json.close_array();
  }
  json.close_object();
}

void put_source(JsonWriter& json, const EntryDetail& detail) {
  const Entry& entry = detail.entry;
  json.open_object();
  json.member_if("source", detail.source_name);
  json.member_if("source_url", detail.source_url);
  json.member_if("native_id", entry.id);
  json.member_if("url", entry.url);
  json.member_if("title", entry.title.plain);
  if (entry.start) json.member_if("start", iso_text(*entry.start));
  json.member_if("merged_because", detail.merged_because);
  json.close_object();
}

}  // namespace

std::string render_event_export_line(const DetailedEvent& detail) {
  const Event& event = detail.listed.event;
  JsonWriter json;
  json.open_object();
  json.member_if("event_id", detail.listed.public_id);
  json.member_if("kind", to_text(event.kind));
  json.member_if("title", event.title);
  json.member_if("url", event.url);
  if (event.when) {
    json.member_if("start", iso_text(event.when->start));
    if (event.when->end) json.member_if("end", iso_text(*event.when->end));
  }
  json.member_if("status", to_text(event.status));
  json.member_if("mode", to_text(event.mode));
  json.member_if("location", event.location);
  json.member_if("city", event.city);
  json.member_if("country", event.country);
  json.open_array("entries");
  for (const EntryDetail& entry : detail.entries) put_source(json, entry);
  json.close_array();
  json.open_array("deadlines");
  for (const Deadline& deadline : event.deadlines) put_told(json, deadline);
  json.close_array();
  json.close_object();
  return json.take() + '\n';
}

}  // namespace almanac
