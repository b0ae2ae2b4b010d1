#include "json.hpp"
#include "json_writer.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

constexpr std::string_view change_words[] = {"other",     "moved",     "place",    "title",    "cancelled",
                                             "withdrawn", "postponed", "restored", "extended", "deadline"};
constexpr std::string_view section_words[] = {"deadlines", "competitions", "conferences", "changed", "posts"};

void put_changes(JsonWriter& json, const std::vector<EventChange>& changes) {
  if (changes.empty()) return;
  json.key("changes");
  json.open_array();
  for (const auto& change : changes) {
    json.open_object();
    json.member("what", change_words[static_cast<std::size_t>(change.kind)]);
    json.member("field", change.field);
    json.member("before", change.before);
    json.member("after", change.after);
    json.member_instant("at", change.at);
    json.member("source", change.source);
    json.close_object();
  }
  json.close_array();
}

void put_entry(JsonWriter& json, const EntryDetail& detail) {
  const Entry& entry = detail.entry;
  json.member("source", detail.source_name);
  json.member("source_url", detail.source_url);
  json.member("native_id", entry.id);
  json.member("merged_because", detail.merged_because);
  json.member("title", entry.title.plain.empty() ? entry.title.raw : entry.title.plain);
  if (const auto link = web_link(entry.url)) json.member("url", *link);
  if (entry.start) put_moment(json, "start", *entry.start);
  if (entry.end) put_moment(json, "end", *entry.end);
  json.member("status", to_text(entry.status));
  json.member("location", entry.location);
  if (!entry.deadlines.empty()) {
    json.key("deadlines");
    json.open_array();
    for (const auto& deadline : entry.deadlines) {
      json.open_object();
      put_deadline(json, deadline);
      json.close_object();
    }
    json.close_array();
  }
  json.member_instant("first_seen", detail.first_seen);
  json.member_instant("last_seen", detail.last_seen);
}

void put_occurrences(JsonWriter& json, const Event& event) {
  json.key("occurrences");
  json.open_array();
  for (const auto& occurrence : event.occurrences) {
    json.open_object();
    json.member("start", iso_text(occurrence.kind, occurrence.start));
    if (occurrence.end > occurrence.start) json.member("end", iso_text(occurrence.kind, occurrence.end));
    json.member("zone", occurrence.zone);
    json.member("status", to_text(occurrence.status));
    json.member("recurrence_id", occurrence.recurrence_id);
    json.close_object();
  }
  json.close_array();
}

void put_item(JsonWriter& json, const DigestItem& item) {
  json.open_object();
  json.key("event");
  json.open_object();
  put_event(json, item.listed);
  json.close_object();
  if (item.deadline) {
    json.key("deadline");
    json.open_object();
    put_deadline(json, *item.deadline);
    json.close_object();
  }
  put_changes(json, item.changes);
  json.member_list("why", item.why);
  json.member_list("also_in", item.also_in);
  json.close_object();
}

void put_section(JsonWriter& json, const DigestSection& section) {
  json.open_object();
  json.member("section", section_words[static_cast<std::size_t>(section.kind)]);
  json.member("title", section.title);
  json.key("groups");
  json.open_array();
  for (const auto& group : section.groups) {
    json.open_object();
    json.member("heading", group.heading);
    json.key("items");
    json.open_array();
    for (const auto& item : group.items) put_item(json, item);
    json.close_array();
    json.close_object();
  }
  json.close_array();
  json.close_object();
}

void put_about(JsonWriter& json, const DigestView& digest) {
  json.key("left_out");
  json.open_array();
  for (const auto& rule : digest.left_out) {
    json.open_object();
    json.member("rule", rule.rule);
    json.member_number("count", static_cast<std::int64_t>(rule.count));
    json.close_object();
  }
  json.close_array();
  json.key("broken_sources");
  json.open_array();
  for (const auto& source : digest.broken) {
    json.open_object();
    json.member("name", source.name);
    json.member("url", source.url);
    json.member("error", source.error);
    json.member_number("failures", source.failures);
    if (source.last_good) json.member_instant("last_good", *source.last_good);
    json.close_object();
  }
  json.close_array();
}

}  // namespace

std::string render_event_detail_json(const DetailedEvent& detail) {
  JsonWriter json;
  json.open_object();
  json.member("schema", "almanac.event/1");
  put_event(json, detail.listed);
  put_occurrences(json, detail.listed.event);
  put_changes(json, detail.changes);
  json.key("entries");
  json.open_array();
  for (const auto& entry : detail.entries) {
    json.open_object();
    put_entry(json, entry);
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return json.take() + '\n';
}

std::string render_digest_json(const DigestView& digest) {
  JsonWriter json;
  json.open_object();
  json.member("schema", "almanac.digest/1");
  json.member("profile", digest.profile);
  json.member("title", digest.title);
  json.member("period", digest.period_name);
  json.member_number("number", digest.number);
  json.member_instant("made", digest.made);
  json.member_instant("from", digest.from);
  json.member_instant("to", digest.to);
  json.member("zone", digest.zone);
  json.key("sections");
  json.open_array();
  for (const auto& section : digest.sections) put_section(json, section);
  json.close_array();
  put_about(json, digest);
  json.close_object();
  return json.take() + '\n';
}

}  // namespace almanac
