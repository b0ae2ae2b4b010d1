#include "event_fields.hpp"

#include <algorithm>
#include <almanac/text/html.hpp>
#include <array>

#include "dates.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

using Row = const ListedEvent&;
using To = const Reader&;

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) (out += out.empty() ? "" : "; ") += text;
  return out;
}

std::string start_of(Row row, To) { return row.shown ? iso_text(row.shown->kind, row.shown->start) : std::string{}; }
std::string end_of(Row row, To) {
  return row.shown && row.shown->end > row.shown->start ? iso_text(row.shown->kind, row.shown->end) : std::string{};
}
std::string time_of(sys_seconds time) {
  return time == sys_seconds{} ? std::string{} : iso_text(MomentKind::instant, time.time_since_epoch().count());
}
std::string day_of(sys_seconds time, To reader) {
  if (time == sys_seconds{}) return {};
  const auto local = reader.zone.to_local(time.time_since_epoch().count());
  return iso_text(MomentKind::date, local);
}

std::string deadline_shown(Row row, To reader) {
  const Deadline* next = next_deadline(row.event, reader.now);
  return next ? deadline_type_text(*next) + ' ' + closes_text(*next, reader) : std::string{};
}
std::string deadline_value(Row row, To reader) {
  const Deadline* next = next_deadline(row.event, reader.now);
  return next ? iso_text(MomentKind::instant, closing_second(*next)) : std::string{};
}

std::string title(Row row, To) { return row.event.title; }
std::string kind(Row row, To) { return std::string(to_text(row.event.kind)); }
std::string status(Row row, To) { return std::string(to_text(row.event.status)); }
std::string mode(Row row, To) { return std::string(to_text(row.event.mode)); }
std::string place(Row row, To) { return where_text(row.event); }
std::string date(Row row, To reader) { return when_text(row, reader, DateDetail::full); }
std::string left(Row row, To reader) { return days_left_text(row, reader); }
std::string url(Row row, To) { return web_link(row.event.url).value_or(std::string{}); }
std::string marks(Row row, To) {
  std::string out = row.marks.starred ? "starred" : "";
  if (row.marks.going) out += out.empty() ? "going" : " going";
  return out;
}

template <std::string Event::*text>
std::string fact(Row row, To) {
  return plain_line(row.event.*text);
}

const std::array<EventField, 24> table{{
    {"id", "id", "what show and star take", [](Row row, To) { return row.public_id; },
     [](Row row, To) { return row.public_id; }},
    {"date", "start end all_day", "when it takes place", date, start_of},
    {"end", "end", "when it ends", end_of, end_of},
    {"left", "start", "days left", left, left},
    {"zone", "zone", "the zone it was planned in", [](Row row, To) { return row.shown ? row.shown->zone : ""; },
     [](Row row, To) { return row.shown ? row.shown->zone : ""; }},
    {"title", "title", "its title", title, title},
    {"kind", "kind", "conference, hackathon …", kind, kind},
    {"place", "venue city region country location mode", "where", place, place},
    {"venue", "venue", "the building", fact<&Event::venue>, fact<&Event::venue>},
    {"city", "city", "the city", fact<&Event::city>, fact<&Event::city>},
    {"region", "region", "the state or region", fact<&Event::region>, fact<&Event::region>},
    {"country", "country", "two-letter country code", fact<&Event::country>, fact<&Event::country>},
    {"mode", "mode", "in_person, online or hybrid", mode, mode},
    {"status", "status", "confirmed, cancelled …", status, status},
    {"deadline", "deadlines", "the next deadline", deadline_shown, deadline_value},
    {"cost", "cost", "free, or as stated", fact<&Event::cost>, fact<&Event::cost>},
    {"language", "language", "its language", fact<&Event::language>, fact<&Event::language>},
    {"topics", "topics", "its topics", [](Row row, To) { return joined(row.event.topics); },
     [](Row row, To) { return joined(row.event.topics); }},
    {"url", "url", "its page", url, url},
    {"source", "sources", "who tells of it", [](Row row, To) { return list_text(row.sources, 2); },
     [](Row row, To) { return joined(row.sources); }},
    {"summary", "summary", "the beginning of its text", fact<&Event::summary>, fact<&Event::summary>},
    {"published", "published", "when it was published",
     [](Row row, To reader) { return day_of(row.event.published.value_or(sys_seconds{}), reader); },
     [](Row row, To) { return time_of(row.event.published.value_or(sys_seconds{})); }},
    {"seen", "first_seen", "when it was first seen",
     [](Row row, To reader) { return day_of(row.event.first_seen, reader); },
     [](Row row, To) { return time_of(row.event.first_seen); }},
    {"marks", "marks", "starred, going", marks, marks},
}};

}  // namespace

std::span<const EventField> event_fields() { return table; }

const EventField* find_event_field(std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const EventField& f) { return f.name == name; });
  return found == table.end() ? nullptr : &*found;
}

std::vector<std::string> json_members(const std::vector<std::string>& fields) {
  std::vector<std::string> out;
  for (const auto& name : fields) {
    const EventField* field = find_event_field(name);
    std::string_view rest = field ? field->members : std::string_view{};
    while (!rest.empty()) {
      const auto cut = rest.find(' ');
      const auto member = rest.substr(0, cut);
      if (std::find(out.begin(), out.end(), member) == out.end()) out.emplace_back(member);
      rest = cut == rest.npos ? std::string_view{} : rest.substr(cut + 1);
    }
  }
  return out;
}

}  // namespace almanac
