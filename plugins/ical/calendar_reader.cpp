#include "calendar_reader.hpp"

#include <string>

#include "arena.hpp"
#include "calendar_facts.hpp"
#include "component_stack.hpp"
#include "content_lines.hpp"
#include "entry_builder.hpp"
#include "notes.hpp"
#include "scan.hpp"
#include "value_text.hpp"

namespace almanac::ical {
namespace {

class CalendarReader {
 public:
  CalendarReader(std::string_view base_url, const sdk::Sink& sink, const Limits& limits)
      : sink_(sink),
        limits_(limits),
        notes_(sink, limits.warnings),
        facts_(base_url, notes_),
        builder_(base_url, limits, arena_, notes_) {}

  almanac_status read(std::string_view body, std::string_view format);

 private:
  bool take(const Line& line);
  void begin(const Line& line);
  void end(const Line& line);
  void open_entry(Component component, const Line& line);
  void open_place();
  void close(std::size_t count);
  void close_all(const Line& line);
  void add_to_zone(const Line& line);
  bool bad_line(const Line& line);
  bool in_entry() const noexcept { return open_.is_in(Component::event) || open_.is_in(Component::todo); }

  const sdk::Sink& sink_;
  const Limits& limits_;
  Arena arena_;
  Notes notes_;
  DocumentFacts facts_;
  EntryBuilder builder_;
  ComponentStack open_;
  bool entry_open_ = false, zone_open_ = false, place_open_ = false, seen_ = false, full_ = false;
  std::size_t index_ = 0, bad_lines_ = 0;
  std::string zone_text_, zone_id_;
};

almanac_status CalendarReader::read(std::string_view body, std::string_view format) {
  LineReader lines(body, limits_.line, arena_);
  Line line;
  for (Arena::Mark mark; mark = arena_.mark(), lines.next(line);) {
    const bool kept = !line.name.empty() ? take(line) : bad_line(line);
    if (!kept) arena_.rewind(mark);
    if (bad_lines_ > limits_.bad_lines) return seen_ ? ALMANAC_E_LIMIT : ALMANAC_E_FORMAT;
    if (full_) break;
  }
  if (!seen_) return ALMANAC_E_FORMAT;
  if (!full_) close_all(line);
  notes_.finish();
  facts_.finish(sink_, format);
  return ALMANAC_OK;
}

/// Whether the line's text is still needed when the next line is read.
bool CalendarReader::take(const Line& line) {
  const Property property = property_of(line.name);
  if (property == Property::begin) {
    begin(line);
  } else if (property == Property::end) {
    end(line);
  } else if (zone_open_) {
    if (property == Property::tzid && open_.is_in(Component::zone) && line.rest.size() > 1 && zone_id_.empty())
      zone_id_ = trim_controls(unescape(line.rest.substr(line.rest.find(':') + 1), arena_));
    add_to_zone(line);
  } else if (property != Property::other && in_entry()) {
    return builder_.add(property, line) || bad_line(line);
  } else if (property != Property::other && place_open_ && open_.is_in(Component::place)) {
    return builder_.add_to_place(property, line);
  } else if (property != Property::other && open_.is_in(Component::calendar)) {
    if (!facts_.add(property, line)) bad_line(line);
  }
  return false;
}

void CalendarReader::begin(const Line& line) {
  const std::string_view name = trim_controls(line.rest.substr(1));
  const Component component = component_of(name);
  switch (component) {
    case Component::calendar:
      close_all(line);
      open_.open(component, name);
      seen_ = true;
      facts_.begin_calendar();
      return;
    case Component::event:
    case Component::todo:
      open_entry(component, line);
      return;
    case Component::zone:
      if (!zone_open_ && !entry_open_ && open_.open(component, name)) {
        zone_open_ = true;
        zone_text_.clear();
        zone_id_.clear();
        add_to_zone(line);
      }
      return;
    case Component::place:
    case Component::other: {
      const bool is_place = component == Component::place && in_entry();
      if (!open_.open(component, name))
        notes_.warn("too-deep", "components are nested too deeply", name, line.number);
      else if (is_place)
        open_place();
      if (zone_open_) add_to_zone(line);
    }
  }
}

/// A VLOCATION of the entry itself (RFC 9073 §7.2), not one of its alarms or participants.
void CalendarReader::open_place() {
  place_open_ = true;
  builder_.begin_place();
}

/// An event that begins inside another one says that the first was never closed: entries do not nest (RFC 5545 §3.6).
void CalendarReader::open_entry(Component component, const Line& line) {
  if (entry_open_ || zone_open_) {
    notes_.warn("unclosed-component", "a component begins before the last one was closed", line.whole, line.number);
    while (entry_open_ || zone_open_) close(1);
  }
  if (index_ >= limits_.entries) {
    sink_.warn("too-many-entries", "the calendar goes on after " + std::to_string(index_) + " entries", line.number);
    full_ = true;
    return;
  }
  if (!open_.open(component, trim_controls(line.rest.substr(1)))) return;
  seen_ = entry_open_ = true;
  facts_.tell_zone(sink_);
  builder_.begin(component == Component::event ? ALMANAC_COMPONENT_VEVENT : ALMANAC_COMPONENT_VTODO, facts_.calendar());
}

void CalendarReader::end(const Line& line) {
  const std::string_view name = trim_controls(line.rest.substr(1));
  if (zone_open_) add_to_zone(line);
  const std::size_t count = open_.closed_by(name);
  if (count != 1) notes_.warn("unclosed-component", "END does not match the component that is open", name, line.number);
  close(count);
}

void CalendarReader::close(std::size_t count) {
  for (; count > 0; --count) {
    const Component component = open_.pop();
    if (component == Component::zone) {
      zone_open_ = false;
      if (zone_id_.empty() || zone_text_.size() > limits_.zone)
        notes_.warn("bad-zone", "a VTIMEZONE has no TZID or is too long and was left out", zone_id_, 0);
      else
        sink_.zone(zone_id_, zone_text_);
    } else if (component == Component::place && place_open_) {
      place_open_ = false;
      builder_.end_place();
    } else if (component == Component::event || component == Component::todo) {
      entry_open_ = false;
      builder_.finish(sink_, index_++);
    }
  }
}

void CalendarReader::close_all(const Line& line) {
  if (open_.empty()) return;
  notes_.warn("unclosed-component", "a component was never closed", {}, line.number);
  close(open_.depth());
}

void CalendarReader::add_to_zone(const Line& line) {
  if (zone_text_.size() > limits_.zone) return;
  zone_text_ += line.whole;
  zone_text_ += '\n';
}

/// Always false: nothing of it is kept.
bool CalendarReader::bad_line(const Line& line) {
  if (trim_controls(line.whole).empty()) return false;
  ++bad_lines_;
  notes_.warn("bad-line", "not a content line, passed over", line.whole, line.number);
  return false;
}

}  // namespace

almanac_status read_calendar(std::string_view body, std::string_view base_url, const sdk::Sink& sink,
                             std::string_view format, const Limits& limits) {
  if (body.size() > limits.document) return ALMANAC_E_LIMIT;
  return CalendarReader(base_url, sink, limits).read(body, format);
}

}  // namespace almanac::ical
