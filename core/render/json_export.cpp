#include "json.hpp"
#include "json_writer.hpp"

namespace almanac {
using namespace render;

namespace {

std::string closing_text(const Deadline& deadline) { return iso_text(MomentKind::instant, closing_second(deadline)); }

void put_told(JsonWriter& json, const Deadline& deadline) {
  json.open_object();
  json.member("kind", to_text(deadline.type));
  json.member("label", deadline.label);
  json.member("utc", closing_text(deadline));
  if (deadline.doubt == DeadlineDoubt::zone)
    json.member("flag", "probable_zone_error");
  else if (deadline.doubt == DeadlineDoubt::conflict)
    json.member("flag", "conflict");
  else if (deadline.extended && !deadline.readings.empty())
    json.member("flag", "extended");
  json.member_true("extended", deadline.extended);
  if (!deadline.readings.empty()) {
    json.key("readings");
    json.open_array();
    for (const Moment& reading : deadline.readings) {
      Deadline other = deadline;
      other.at = reading;
      json.text(closing_text(other));
    }
    json.close_array();
  }
  json.close_object();
}

void put_source(JsonWriter& json, const EntryDetail& detail) {
  const Entry& entry = detail.entry;
  json.open_object();
  json.member("source", detail.source_name);
  json.member("source_url", detail.source_url);
  json.member("native_id", entry.id);
  json.member("url", entry.url);
  json.member("title", entry.title.plain);
  if (entry.start) json.member("start", iso_text(*entry.start));
  json.member("merged_because", detail.merged_because);
  json.close_object();
}

}  // namespace

std::string render_event_export_line(const DetailedEvent& detail) {
  const Event& event = detail.listed.event;
  JsonWriter json;
  json.open_object();
  json.member("event_id", detail.listed.public_id);
  json.member("kind", to_text(event.kind));
  json.member("title", event.title);
  json.member("url", event.url);
  if (event.when) {
    json.member("start", iso_text(event.when->start));
    if (event.when->end) json.member("end", iso_text(*event.when->end));
  }
  json.member("status", to_text(event.status));
  json.member("mode", to_text(event.mode));
  json.member("location", event.location);
  json.member("city", event.city);
  json.member("country", event.country);
  json.key("entries");
  json.open_array();
  for (const EntryDetail& entry : detail.entries) put_source(json, entry);
  json.close_array();
  json.key("deadlines");
  json.open_array();
  for (const Deadline& deadline : event.deadlines) put_told(json, deadline);
  json.close_array();
  json.close_object();
  return json.take() + '\n';
}

}  // namespace almanac
