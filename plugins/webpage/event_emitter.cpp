#include "event_emitter.hpp"

#include <almanac/text/html.hpp>

namespace almanac::webpage {
namespace {

almanac_text as_text(std::string_view words) { return looks_like_html(words) ? sdk::html(words) : sdk::plain(words); }

almanac_time as_time(std::string_view text, std::string_view zone) {
  almanac_time time = sdk::as_published(text);
  time.zone = sdk::borrow(zone);
  return time;
}

}  // namespace

void EventEmitter::emit(const EventFacts& facts) {
  entry_.clear();
  entry_.id = sdk::borrow(facts.id);
  entry_.title = as_text(facts.title);
  entry_.url = sdk::borrow(facts.url);
  entry_.summary = as_text(facts.description);
  entry_.language = sdk::borrow(facts.language);
  entry_.start = as_time(facts.start, facts.zone);
  entry_.end = as_time(facts.end, facts.zone);
  if (facts.end_is_last_day) entry_.end.flags |= ALMANAC_TIME_LAST_DAY;
  entry_.published = sdk::as_published(facts.published);
  entry_.updated = sdk::as_published(facts.updated);
  entry_.duration = facts.duration;
  if (!facts.rule.empty()) entry_.rrule_list.push_back(sdk::borrow(facts.rule));
  for (const auto& exception : facts.exceptions) entry_.exdate_list.push_back(sdk::borrow(exception));
  entry_.kind = facts.kind;
  entry_.status = facts.status;
  entry_.mode = facts.mode;
  entry_.location = sdk::borrow(facts.place.text);
  entry_.venue = sdk::borrow(facts.place.venue);
  entry_.city = sdk::borrow(facts.place.city);
  entry_.region = sdk::borrow(facts.place.region);
  entry_.country = sdk::borrow(facts.place.country);
  entry_.join_url = sdk::borrow(facts.place.join_url);
  entry_.cost = sdk::borrow(facts.offers.cost);
  if (facts.place.geo) {
    entry_.has_geo = 1;
    entry_.lat = facts.place.geo->first;
    entry_.lon = facts.place.geo->second;
  }
  for (const auto& organizer : facts.organizers) {
    entry_.author_list.push_back(
        {sdk::borrow(organizer.name), sdk::borrow(organizer.email), sdk::borrow(organizer.url)});
  }
  for (const auto& category : facts.categories) entry_.category_list.push_back(sdk::borrow(category));
  for (const auto& deadline : facts.offers.deadlines) {
    entry_.deadline_list.push_back({deadline.type, 0, as_time(deadline.at, {}), sdk::borrow(deadline.label)});
  }
  sink_.emit(entry_);
}

}  // namespace almanac::webpage
