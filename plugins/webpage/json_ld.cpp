#include "json_ld.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/text/html.hpp>
#include <almanac/text/mend_json.hpp>
#include <array>

namespace almanac::webpage {
namespace json = boost::json;

bool is_event_type(std::string_view type) {
  constexpr std::array<std::string_view, 5> others{"PublicationEvent", "BroadcastEvent", "OnDemandEvent",
                                                   "DeliveryEvent", "UserEvent"};
  if (type == "Festival" || type == "Hackathon" || type == "EventSeries" || type == "CourseInstance") return true;
  return type.ends_with("Event") && std::find(others.begin(), others.end(), type) == others.end();
}

namespace {

constexpr std::size_t most_events = 5000;
constexpr std::size_t deepest_json = 64;

std::string_view unwrap(std::string_view script) {
  for (bool again = true; again;) {
    again = false;
    script = trim(script);
    for (const std::string_view mark :
         {"<!--", "<![CDATA[", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "\xEF\xBB\xBF"}) {
      if (script.starts_with(mark)) script.remove_prefix(mark.size()), again = true;
    }
    for (const std::string_view mark : {"-->", "]]>", "//", "/*", "*/", ";"}) {
      if (script.ends_with(mark)) script.remove_suffix(mark.size()), again = true;
    }
  }
  return script;
}

json::value parse(std::string_view text, json::error_code& error) {
  json::parse_options options;
  options.max_depth = deepest_json;
  options.allow_comments = true;
  options.allow_trailing_commas = true;
  options.allow_invalid_utf8 = true;
  return json::parse(json::string_view(text.data(), text.size()), error, {}, options);
}

// What parsers refuse and pages have: line ends inside strings, stray backslashes, all quotes as references.
std::string mended(std::string_view text) {
  const bool is_escaped = text.find("&quot;") != text.npos && text.find('"') == text.npos;
  return mend_json(is_escaped ? resolve_entities(text) : std::string(text));
}

void push_children(const json::value& value, std::vector<const json::value*>& todo) {
  const auto begin = todo.size();
  if (value.is_array()) {
    for (const auto& element : value.get_array()) todo.push_back(&element);
  } else if (value.is_object()) {
    for (const auto& pair : value.get_object()) todo.push_back(&pair.value());
  }
  std::reverse(todo.begin() + static_cast<std::ptrdiff_t>(begin), todo.end());
}

void collect_events(JsonLd& into) {
  std::vector<const json::value*> todo{into.document.get()};
  while (!todo.empty() && into.events.size() < most_events) {
    const json::value* value = todo.back();
    todo.pop_back();
    if (value->is_object()) {
      const auto& object = value->get_object();
      if (object.size() > 1) into.nodes.emplace(text_member(object, "@id"), &object);
      if (has_type(object, is_event_type) && object.size() > 2) {
        const bool dated = object.contains("startDate") || object.contains("eventSchedule");
        const auto* parts = member(object, "subEvent") ? member(object, "subEvent") : member(object, "subEvents");
        if (dated || !parts) into.events.push_back(&object);
        if (parts) todo.push_back(parts);
        for (const std::string_view name : {"location", "organizer"}) {  // for their "@id" only
          if (const auto* part = object_of(member(object, name), {}); part && part->size() > 1) {
            into.nodes.emplace(text_member(*part, "@id"), part);
          }
        }
        continue;
      }
    }
    push_children(*value, todo);
  }
  into.nodes.erase(std::string());
}

}  // namespace

JsonLd find_events(json::value document) {
  JsonLd result;
  result.document = std::make_unique<json::value>(std::move(document));
  collect_events(result);
  return result;
}

JsonLd read_json_ld(std::string_view script) {
  const auto text = unwrap(script);
  json::error_code error;
  json::value document = parse(text, error);
  if (error) {
    error.clear();
    document = parse(mended(text), error);
  }
  JsonLd result = find_events(error ? json::value() : std::move(document));
  result.well_formed = !error;
  return result;
}

}  // namespace almanac::webpage
