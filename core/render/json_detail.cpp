#include "agreed_origins.hpp"
#include "find_conflicts.hpp"
#include "json.hpp"
#include "json_event.hpp"
#include "json_writer.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

constexpr std::string_view change_words[] = {"other",     "moved",     "place",       "title",
                                             "cancelled", "withdrawn", "postponed",   "restored",
                                             "extended",  "deadline",  "moved_online"};
constexpr std::string_view section_words[] = {"deadlines", "competitions", "conferences", "changed", "posts"};

void put_origin(JsonWriter& json, const Origin& origin) {
  json.member("from", to_text(origin.provenance));
  json.member("confidence", static_cast<int>(origin.confidence));
}

void put_origin(JsonWriter& json, std::string_view fact, const Origin& origin) {
  if (!origin.confidence) return;
  json.open_object(fact);
  put_origin(json, origin);
  json.close_object();
}

/// What each fact stands on; those nobody recorded are left out.
void put_origins(JsonWriter& json, const FactOrigins& origins, const std::vector<std::string>& topics,
                 const std::optional<Moment>& start) {
  json.open_object("facts_from");
  if (start) put_origin(json, "start", origin_of(*start));
  put_origin(json, "kind", origins.kind);
  put_origin(json, "place", origins.place);
  put_origin(json, "mode", origins.mode);
  put_origin(json, "status", origins.status);
  put_origin(json, "cost", origins.cost);
  json.open_array("topics");
  for (std::size_t i = 0; i < std::min(topics.size(), origins.topics.size()); ++i) {
    if (!origins.topics[i].confidence) continue;
    json.open_object();
    json.member("topic", topics[i]);
    put_origin(json, origins.topics[i]);
    json.close_object();
  }
  json.close_array();
  json.close_object();
}

void put_conflicts(JsonWriter& json, const DetailedEvent& detail) {
  const auto conflicts = find_conflicts(detail);
  if (conflicts.empty()) return;
  json.open_array("conflicts");
  for (const Conflict& conflict : conflicts) {
    json.open_object();
    json.member("fact", conflict.fact);
    json.open_array("told");
    for (const auto& [value, names] : conflict.told) {
      json.open_object();
      json.member("value", value);
      json.member_list("sources", names);
      json.close_object();
    }
    json.close_array();
    json.close_object();
  }
  json.close_array();
}

void put_changes(JsonWriter& json, const std::vector<EventChange>& changes) {
  if (changes.empty()) return;
  json.open_array("changes");
  for (const auto& change : changes) {
    json.open_object();
    json.member_if("what", change_words[static_cast<std::size_t>(change.kind)]);
    json.member_if("field", change.field);
    json.member_if("before", change.before);
    json.member_if("after", change.after);
    json.member_instant("at", change.at);
    json.member_if("source", change.source);
    json.close_object();
  }
  json.close_array();
}

void put_entry(JsonWriter& json, const EntryDetail& detail) {
  const Entry& entry = detail.entry;
  json.member_if("source", detail.source_name);
  json.member_if("source_url", detail.source_url);
  json.member_if("native_id", entry.id);
  json.member_if("merged_because", detail.merged_because);
  json.member_if("title", entry.title.plain.empty() ? entry.title.raw : entry.title.plain);
  if (const auto link = web_link(entry.url)) json.member_if("url", *link);
  if (entry.start) put_moment(json, "start", *entry.start);
  if (entry.end) put_moment(json, "end", *entry.end);
  json.member_if("status", to_text(entry.status));
  json.member_if("mode", to_text(entry.mode));
  json.member_if("location", entry.location);
  json.member_if("city", entry.city);
  json.member_if("country", entry.country);
  json.member_list("topics", entry.topics);
  if (!entry.deadlines.empty()) {
    json.open_array("deadlines");
    for (const auto& deadline : entry.deadlines) {
      json.open_object();
      put_deadline(json, deadline);
      json.close_object();
    }
    json.close_array();
  }
  put_origins(json, entry.origins, entry.topics, entry.start);
  json.member_instant("first_seen", detail.first_seen);
  json.member_instant("last_seen", detail.last_seen);
}

void put_occurrences(JsonWriter& json, const Event& event) {
  json.open_array("occurrences");
  for (const auto& occurrence : event.occurrences) {
    json.open_object();
    json.member_if("start", iso_text(occurrence.kind, occurrence.start));
    if (occurrence.end > occurrence.start) json.member_if("end", iso_text(occurrence.kind, occurrence.end));
    json.member_if("zone", occurrence.zone);
    json.member_if("status", to_text(occurrence.status));
    json.member_if("recurrence_id", occurrence.recurrence_id);
    json.close_object();
  }
  json.close_array();
}

void put_item(JsonWriter& json, const DigestItem& item) {
  json.open_object();
  json.open_object("event");
  put_event(json, item.listed);
  json.close_object();
  if (item.deadline) {
    json.open_object("deadline");
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
  json.member_if("section", section_words[static_cast<std::size_t>(section.kind)]);
  json.member_if("title", section.title);
  json.open_array("groups");
  for (const auto& group : section.groups) {
    json.open_object();
    json.member_if("heading", group.heading);
    json.open_array("items");
    for (const auto& item : group.items) put_item(json, item);
    json.close_array();
    json.close_object();
  }
  json.close_array();
  json.close_object();
}

void put_about(JsonWriter& json, const DigestView& digest) {
  json.open_array("left_out");
  for (const auto& rule : digest.left_out) {
    json.open_object();
    json.member_if("rule", rule.rule);
    json.member("count", static_cast<std::int64_t>(rule.count));
    json.close_object();
  }
  json.close_array();
  json.open_array("broken_sources");
  for (const auto& source : digest.broken) {
    json.open_object();
    json.member_if("name", source.name);
    json.member_if("url", source.url);
    json.member_if("error", source.error);
    json.member("failures", source.failures);
    if (source.last_good) json.member_instant("last_good", *source.last_good);
    json.close_object();
  }
  json.close_array();
}

}  // namespace

std::string render_event_detail_json(const DetailedEvent& detail) {
  JsonWriter json;
  json.open_object();
  json.member_if("schema", "almanac.event/1");
  put_event(json, detail.listed);
  const Event& event = detail.listed.event;
  put_origins(json, agreed_origins(detail), event.topics, event.when ? std::optional(event.when->start) : std::nullopt);
  put_occurrences(json, event);
  put_conflicts(json, detail);
  put_changes(json, detail.changes);
  json.open_array("entries");
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
  json.member_if("schema", "almanac.digest/1");
  json.member_if("profile", digest.profile);
  json.member_if("title", digest.title);
  json.member_if("period", digest.period_name);
  json.member("number", digest.number);
  json.member_instant("made", digest.made);
  json.member_instant("from", digest.from);
  json.member_instant("to", digest.to);
  json.member_if("zone", digest.zone);
  json.open_array("sections");
  for (const auto& section : digest.sections) put_section(json, section);
  json.close_array();
  put_about(json, digest);
  json.close_object();
  return json.take() + '\n';
}

}  // namespace almanac
