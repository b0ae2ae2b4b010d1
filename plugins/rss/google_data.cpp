// Events as Google's data feeds tell them, in elements of the namespace http://schemas.google.com/g/2005.
#include <algorithm>
#include <almanac/base/ascii.hpp>

#include "entry_ranks.hpp"
#include "event_facts.hpp"
#include "words.hpp"

namespace almanac::rss {
namespace {

/// The next line of a text, which moves behind it.
std::string_view next_line(std::string_view& text) noexcept {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

/// The zone of "DTSTART;TZID=Europe/Berlin".
std::string_view zone_of(std::string_view parameters) noexcept {
  constexpr std::string_view name = "TZID=";
  const std::size_t at = parameters.find(name);
  if (at == parameters.npos) return {};
  const std::string_view zone = parameters.substr(at + name.size());
  return zone.substr(0, zone.find(';'));
}

/// "TZID=Europe/Berlin:20260601T180000" of such a line.
std::string_view dates_of(std::string_view line, std::string_view name) noexcept {
  line.remove_prefix(name.size());
  return line.starts_with(';') ? line.substr(1) : line;
}

}  // namespace

void EventFacts::read_google(const Element& element) {
  const auto attribute = [&](const char* name) { return trim_controls(Walker::attribute(element.node, name)); };
  switch (element.name.term) {
    case Term::when:  // the end of a day is, as in calendars, the day after
      add_date(sdk::as_published(attribute("startTime")), sdk::as_published(attribute("endTime")));
      break;
    case Term::where:
      if (!attribute("rel").ends_with(".parking")) draft_.location.offer(attribute("valueString"), rank_module);
      break;
    case Term::eventstatus:
      if (const std::int32_t status = status_of(attribute("value")); status != ALMANAC_STATUS_UNKNOWN)
        entry_.status = status;
      break;
    case Term::recurrence:
      read_google_recurrence(walker_.text(element.node));
      break;
    default:
      break;
  }
}

/// Lines of iCalendar: the first time and the rules; what follows defines the zone.
void EventFacts::read_google_recurrence(std::string_view lines) {
  constexpr std::size_t most = 1000;
  for (std::size_t read = 0; !lines.empty() && read < most; ++read) {
    const std::string_view line = next_line(lines);
    if (line.starts_with("BEGIN:")) return;
    const std::size_t colon = line.find(':');
    if (colon == line.npos) continue;
    const std::string_view name = line.substr(0, std::min(line.find(';'), colon));
    const std::string_view value = line.substr(colon + 1);
    almanac_time time = sdk::as_published(value);
    time.zone = sdk::borrow(zone_of(line.substr(0, colon)));
    if (name == "DTSTART")
      draft_.start.offer(time, rank_module);
    else if (name == "DTEND")
      draft_.end.offer(time, rank_module);
    else if (name == "DURATION")
      entry_.duration = duration_of(value);
    else if (name == "RRULE")
      entry_.rrule_list.push_back(sdk::borrow(value));
    else if (name == "RDATE")
      entry_.rdate_list.push_back(sdk::borrow(dates_of(line, name)));
    else if (name == "EXDATE")
      entry_.exdate_list.push_back(sdk::borrow(dates_of(line, name)));
  }
}

}  // namespace almanac::rss
