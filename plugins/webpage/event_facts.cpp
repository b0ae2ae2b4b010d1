#include "event_facts.hpp"

#include <almanac_source.h>

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/model/url.hpp>
#include <almanac/text/html.hpp>

#include "schedule.hpp"

namespace almanac::webpage {
namespace json = boost::json;

namespace {

constexpr std::size_t most_categories = 64, most_organizers = 16;

std::string link(std::string_view base, const json::object& object, std::string_view name) {
  const std::string text = text_member(object, name);
  return text.empty() ? text : resolve_link(base, text);
}

std::int32_t status_of(std::string_view word) {
  if (word == "EventCancelled" || word == "EventCanceled") return ALMANAC_STATUS_CANCELLED;
  if (word == "EventPostponed") return ALMANAC_STATUS_POSTPONED;
  if (word == "EventMovedOnline") return ALMANAC_STATUS_MOVED_ONLINE;
  if (word == "EventScheduled" || word == "EventRescheduled") return ALMANAC_STATUS_CONFIRMED;
  return ALMANAC_STATUS_UNKNOWN;
}

std::int32_t mode_of(const json::object& event, std::string_view status, const Place& place) {
  const std::string mode = text_member(event, "eventAttendanceMode");
  const auto word = last_segment(mode);
  if (word == "OnlineEventAttendanceMode" || status == "EventMovedOnline") return ALMANAC_MODE_ONLINE;
  if (word == "MixedEventAttendanceMode") return ALMANAC_MODE_HYBRID;
  if (word == "OfflineEventAttendanceMode") return ALMANAC_MODE_IN_PERSON;
  if (place.online) return place.physical ? ALMANAC_MODE_HYBRID : ALMANAC_MODE_ONLINE;
  return place.physical ? ALMANAC_MODE_IN_PERSON : ALMANAC_MODE_UNKNOWN;
}

void read_dates(const json::object& event, const NodesById& nodes, EventFacts& facts) {
  facts.start = text_member(event, "startDate");
  facts.end = text_member(event, "endDate");
  if (facts.end.empty()) {
    facts.end = text_member(event, "dtend");
    facts.end_is_last_day = facts.end.empty();
  }
  facts.duration = iso_duration(text_member(event, "duration"));
  facts.published = text_member(event, "datePublished");
  facts.updated = text_member(event, "dateModified");
  if (const json::object* schedule = object_of(member(event, "eventSchedule"), nodes)) {
    ScheduleFacts read = read_schedule(*schedule);
    facts.zone = std::move(read.zone);
    if (!facts.start.empty()) return;
    facts.start = std::move(read.start);
    if (facts.duration < 0) facts.duration = read.duration;
    if (!read.rule.empty() || facts.end.empty()) facts.end = std::move(read.end);  // else it is the end of the last
    facts.rule = std::move(read.rule);
    facts.exceptions = std::move(read.exceptions);
  }
}

void read_organizers(const json::object& event, const NodesById& nodes, std::string_view base, EventFacts& facts) {
  each(member(event, "organizer"), [&](const json::value& value) {
    if (facts.organizers.size() >= most_organizers) return;
    Organizer organizer;
    if (const json::object* object = object_of(&value, nodes)) {
      organizer = {html_to_line(text_member(*object, "name")), text_member(*object, "email"),
                   link(base, *object, "url")};
    } else {
      organizer.name = html_to_line(text_of(&value));
    }
    if (organizer.email.starts_with("mailto:")) organizer.email.erase(0, 7);
    if (!organizer.name.empty() || !organizer.url.empty()) facts.organizers.push_back(std::move(organizer));
  });
}

void read_categories(const json::object& event, EventFacts& facts) {
  each(member(event, "keywords"), [&facts](const json::value& value) {
    const std::string text = text_of(&value);
    for (std::size_t at = 0; at <= text.size() && facts.categories.size() < most_categories;) {
      const auto end = std::min(text.find(',', at), text.size());
      std::string word = html_to_line(std::string_view(text).substr(at, end - at));
      if (!word.empty()) facts.categories.push_back(std::move(word));
      at = end + 1;
    }
  });
}

bool is_hackathon(std::string_view type) { return type == "Hackathon"; }
bool is_conference(std::string_view type) { return type == "ConferenceEvent"; }

}  // namespace

std::int64_t iso_duration(std::string_view text) {
  if (!text.starts_with('P') || text.size() > 32) return -1;
  text.remove_prefix(1);
  std::int64_t total = 0, number = 0;
  bool time = false, any = false, digits = false;
  for (const char c : text) {
    if (is_digit(c)) {
      number = std::min<std::int64_t>(number * 10 + (c - '0'), 100'000'000);
      digits = true;
      continue;
    }
    if (c == 'T' && !time && !digits) {
      time = true;
      continue;
    }
    std::int64_t unit = 0;
    if (!time && c == 'W') unit = 604'800;
    if (!time && c == 'D') unit = 86'400;
    if (time && c == 'H') unit = 3'600;
    if (time && c == 'M') unit = 60;
    if (time && c == 'S') unit = 1;
    if (!unit || !digits) return -1;
    total += number * unit;
    number = 0;
    digits = false;
    any = true;
  }
  return any && !digits ? total : -1;
}

EventFacts read_event(const json::object& event, const NodesById& nodes, std::string_view base) {
  EventFacts facts;
  facts.id = link(base, event, "@id");
  if (facts.id.empty()) facts.id = text_member(event, "identifier");
  facts.title = text_member(event, "name");
  if (facts.title.empty()) facts.title = text_member(event, "headline");
  facts.url = link(base, event, "url");
  facts.description = text_member(event, "description");
  facts.language = text_member(event, "inLanguage").substr(0, 35);
  read_dates(event, nodes, facts);
  facts.place = read_place(member(event, "location"), nodes);
  const std::string status = text_member(event, "eventStatus");
  facts.status = status_of(last_segment(status));
  facts.mode = mode_of(event, last_segment(status), facts.place);
  facts.offers = read_offers(event, nodes);
  read_organizers(event, nodes, base, facts);
  read_categories(event, facts);
  if (has_type(event, is_hackathon)) facts.kind = ALMANAC_KIND_HACKATHON;
  if (has_type(event, is_conference)) facts.kind = ALMANAC_KIND_CONFERENCE;
  return facts;
}

}  // namespace almanac::webpage
