#include "json.hpp"

#include <almanac/model/url.hpp>

#include "json_writer.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

/// {"schema":…,"<name>":[ {…}, … ]}
template <class Rows, class Put>
std::string envelope(std::string_view schema, std::string_view name, const Rows& rows, Put put) {
  JsonWriter json;
  json.open_object();
  json.member("schema", schema);
  json.key(name);
  json.open_array();
  for (const auto& row : rows) {
    json.open_object();
    put(json, row);
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return json.take() + '\n';
}

void put_source(JsonWriter& json, const Source& source) {
  const Health& health = source.health;
  json.member_number("id", source.id.value);
  json.member("name", source.name);
  if (const auto url = Url::parse(source.url)) json.member("url", url->redacted());
  json.member("plugin", source.plugin);
  json.member("recipe", source.recipe);
  if (source.kind) json.member("kind", to_text(*source.kind));
  json.member_list("tags", source.tags);
  if (source.every) json.member_number("every_seconds", source.every->count());
  json.member("state", to_text(health.state));
  if (health.last_attempt) json.member_instant("last_attempt", *health.last_attempt);
  if (health.last_good) json.member_instant("last_good", *health.last_good);
  if (health.last_changed) json.member_instant("last_changed", *health.last_changed);
  if (health.next_due) json.member_instant("next_due", *health.next_due);
  if (health.next_due && health.last_attempt && *health.next_due > *health.last_attempt)
    json.member_number("interval_seconds", (*health.next_due - *health.last_attempt).count());
  json.member("due_reason", health.due_reason);
  if (health.failures > 0) json.member_number("failures", health.failures);
  json.member("last_error", health.last_error);
  json.member_instant("added", source.added);
}

}  // namespace

std::string render_events_json(const std::vector<ListedEvent>& events) {
  return envelope("almanac.events/1", "events", events, put_event);
}

std::string render_events_jsonl(const std::vector<ListedEvent>& events) {
  std::string out;
  for (const auto& listed : events) {
    JsonWriter json;
    json.open_object();
    put_event(json, listed);
    json.close_object();
    out += json.take() + '\n';
  }
  return out;
}

std::string render_deadlines_json(const std::vector<ListedDeadline>& deadlines) {
  return envelope("almanac.deadlines/1", "deadlines", deadlines, [](JsonWriter& json, const ListedDeadline& row) {
    put_deadline(json, row.deadline);
    json.key("event");
    json.open_object();
    put_event(json, row.listed);
    json.close_object();
  });
}

std::string render_sources_json(const std::vector<Source>& sources) {
  return envelope("almanac.sources/1", "sources", sources, put_source);
}

}  // namespace almanac
