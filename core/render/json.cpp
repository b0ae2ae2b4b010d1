#include "json.hpp"

#include <almanac/model/url.hpp>

#include "json_event.hpp"
#include "json_writer.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

/// {"schema":…,"<name>":[ {…}, … ]}
template <class Rows, class Put>
std::string envelope(std::string_view schema, std::string_view name, const Rows& rows, Put put,
                     const std::vector<std::string>& members = {}) {
  JsonWriter json;
  if (!members.empty()) json.keep_only(members, 3);
  json.open_object();
  json.member_if("schema", schema);
  json.open_array(name);
  for (const auto& row : rows) {
    json.open_object();
    put(json, row);
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return json.take() + '\n';
}

void put_row(JsonWriter& json, const ListedDeadline& row) {
  put_deadline(json, row.deadline);
  json.open_object("event");
  put_event(json, row.listed);
  json.close_object();
}

void put_source(JsonWriter& json, const Source& source) {
  const Health& health = source.health;
  json.member("id", source.id.value);
  json.member_if("name", source.name);
  if (const auto url = Url::parse(source.url)) json.member_if("url", url->redacted());
  json.member_if("plugin", source.plugin);
  json.member_if("recipe", source.recipe);
  if (source.kind) json.member_if("kind", to_text(*source.kind));
  json.member_list("tags", source.tags);
  if (source.every) json.member("every_seconds", source.every->count());
  json.member_if("state", to_text(health.state));
  if (health.last_attempt) json.member_instant("last_attempt", *health.last_attempt);
  if (health.last_good) json.member_instant("last_good", *health.last_good);
  if (health.last_changed) json.member_instant("last_changed", *health.last_changed);
  if (health.next_due) json.member_instant("next_due", *health.next_due);
  if (health.next_due && health.last_attempt && *health.next_due > *health.last_attempt)
    json.member("interval_seconds", (*health.next_due - *health.last_attempt).count());
  json.member_if("due_reason", health.due_reason);
  json.member_if("hint", health.hint);
  if (const auto before = Url::parse(source.moved_from)) json.member_if("moved_from", before->redacted());
  if (health.failures > 0) json.member("failures", health.failures);
  json.member_if("last_error", health.last_error);
  json.member_instant("added", source.added);
}

}  // namespace

std::string render_events_json(const std::vector<ListedEvent>& events, const std::vector<std::string>& members) {
  return envelope("almanac.events/1", "events", events, put_event, members);
}

std::string render_events_jsonl(const std::vector<ListedEvent>& events, const std::vector<std::string>& members) {
  std::string out;
  for (const auto& listed : events) {
    JsonWriter json;
    if (!members.empty()) json.keep_only(members, 1);
    json.open_object();
    put_event(json, listed);
    json.close_object();
    out += json.take() + '\n';
  }
  return out;
}

std::string render_deadlines_json(const std::vector<ListedDeadline>& deadlines) {
  return envelope("almanac.deadlines/1", "deadlines", deadlines, put_row);
}

std::string render_deadlines_jsonl(const std::vector<ListedDeadline>& deadlines) {
  std::string out;
  for (const auto& row : deadlines) {
    JsonWriter json;
    json.open_object();
    put_row(json, row);
    json.close_object();
    out += json.take() + '\n';
  }
  return out;
}

std::string render_sources_json(const std::vector<Source>& sources) {
  return envelope("almanac.sources/1", "sources", sources, put_source);
}

}  // namespace almanac
