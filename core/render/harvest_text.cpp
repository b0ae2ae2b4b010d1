#include "harvest_text.hpp"

#include <algorithm>
#include <almanac/time/zones/zone.hpp>

#include "columns.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

constexpr std::size_t most_notes = 20;
constexpr std::string_view bold = "1", dim = "2", yellow = "33";

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

void append_joined(std::string& out, std::string_view text, std::string_view between) {
  if (text.empty()) return;
  if (!out.empty()) out += between;
  out += text;
}

/// "2026-03-01", "2026-03-01 10:00", "2026-03" when only the month is known.
std::string clock_text(std::int64_t seconds, MomentKind kind, Precision precision) {
  std::string out = iso_text(kind, seconds).substr(0, 16);
  if (out.size() > 10) out[10] = ' ';
  if (precision == Precision::day) out.resize(10);
  if (precision == Precision::month) out.resize(7);
  if (precision == Precision::year) out.resize(4);
  return out;
}

/// A point in time on the clock it was planned on, with the zone's name; "?" when that is a default of ours.
std::string time_text(const Moment& moment, const ZoneBook& zones) {
  if (moment.kind != MomentKind::instant) return clock_text(moment.seconds, moment.kind, moment.precision);
  const auto zone = zones.find(moment.zone);
  const std::int64_t local = zone ? zone->to_local(moment.seconds) : moment.seconds;
  std::string out = clock_text(local, MomentKind::local, moment.precision);
  append_joined(out, zone && !moment.zone.empty() ? moment.zone : "UTC", " ");
  return moment.zone_stated ? out : out + '?';
}

/// "2026-03-01 – 2026-03-03": the last day, although dates end on the day after it. "2026-03-01 10:00 – 12:00 UTC".
std::string span_text(const Entry& entry, const ZoneBook& zones) {
  if (!entry.start) return {};
  const std::string first = time_text(*entry.start, zones);
  if (!entry.end) return first;
  Moment end = *entry.end;
  if (end.kind == MomentKind::date) end.seconds -= 86'400;
  std::string last = time_text(end, zones);
  if (last == first) return first;
  constexpr std::size_t day = 10, minute = 16;
  if (first.size() < minute || last.size() < minute || first.substr(minute) != last.substr(minute))
    return first + " – " + last;
  if (first.compare(0, day, last, 0, day) == 0) last.erase(0, day + 1);
  return first.substr(0, minute) + " – " + last;
}

std::string place_text(const Entry& entry) {
  Event event;
  event.mode = entry.mode;
  event.city = entry.city;
  event.country = entry.country;
  event.location = entry.location;
  return terminal_line(where_text(event));
}

std::string deadlines_text(const Entry& entry, const ZoneBook& zones) {
  std::string out;
  for (const Deadline& deadline : entry.deadlines)
    append_joined(out,
                  std::string(to_text(deadline.type)) + ' ' + time_text(deadline.at, zones) +
                      (deadline.extended ? " (extended)" : ""),
                  "; ");
  return terminal_line(out);
}

std::string facts_text(const Entry& entry) {
  std::string out = entry.kind ? std::string(to_text(*entry.kind)) : std::string();
  append_joined(out, to_text(entry.status), ", ");
  append_joined(out, entry.cost, ", ");
  return terminal_line(out);
}

std::string topics_text(const Entry& entry) {
  std::string out;
  for (const std::string& topic : entry.topics) append_joined(out, topic, ", ");
  return terminal_line(out);
}

std::vector<Column> entry_columns(const std::vector<Entry>& entries, const ZoneBook& zones) {
  std::vector<Column> columns{{"WHEN", firm, firm, 8, {}}, {"TITLE", 36, 20, 9, {}}, {"PLACE", 18, 12, 5, {}},
                              {"KIND", 20, 10, 4, {}},     {"TOPICS", 20, 8, 2, {}}, {"DEADLINES", 30, 14, 6, {}}};
  for (const Entry& entry : entries) {
    const std::string title = terminal_line(entry.title.plain);
    columns[0].cells.push_back({span_text(entry, zones), {}, {}});
    columns[1].cells.push_back(
        {title.empty() ? "(no title)" : title, bold, web_link(entry.url).value_or(std::string{})});
    columns[2].cells.push_back({place_text(entry), {}, {}});
    columns[3].cells.push_back({facts_text(entry), {}, {}});
    columns[4].cells.push_back({topics_text(entry), dim, {}});
    columns[5].cells.push_back({deadlines_text(entry, zones), {}, {}});
  }
  return columns;
}

std::vector<Column> occurrence_columns(const std::vector<OccurrenceView>& list, const ZoneBook& zones) {
  std::vector<Column> columns{{"START", firm, firm, 9, {}},
                              {"END", firm, firm, 3, {}},
                              {"TITLE", 36, 20, 8, {}},
                              {"STATUS", firm, firm, 2, {}}};
  for (const OccurrenceView& at : list) {
    Moment moment;
    moment.kind = at.kind, moment.zone = at.zone_name(), moment.zone_stated = true;
    moment.seconds = at.start;
    columns[0].cells.push_back({terminal_line(time_text(moment, zones)), {}, {}});
    moment.seconds = at.kind == MomentKind::date ? at.end - 86'400 : at.end;
    columns[1].cells.push_back({at.end == at.start ? std::string() : terminal_line(time_text(moment, zones)), {}, {}});
    columns[2].cells.push_back({terminal_line(at.entry->title.plain), bold, {}});
    columns[3].cells.push_back({std::string(to_text(at.status)), {}, {}});
  }
  return columns;
}

void append_table(std::string& out, const std::vector<Column>& columns, std::size_t width, const TextStyle& style) {
  const std::size_t rows = columns.front().cells.size();
  if (rows == 0) return;
  const auto widths = fit_columns(columns, width);
  out += '\n';
  append_head(out, columns, widths, style);
  for (std::size_t row = 0; row < rows; ++row) append_row(out, columns, widths, row, style);
}

void append_top(std::string& out, const Harvest& harvest, std::string_view plugin, std::size_t width,
                const TextStyle& style) {
  const std::string title = terminal_line(harvest.document.title);
  std::string facts = std::string(plugin);
  append_joined(facts, counted(harvest.entries.size(), "entry", "entries"), ", ");
  if (!harvest.skipped.empty()) facts += ", " + std::to_string(harvest.skipped.size()) + " left out";
  if (!harvest.warnings.empty()) facts += ", " + counted(harvest.warnings.size(), "warning", "warnings");
  const std::string line = (title.empty() ? "(no title)" : title) + " (" + facts + ")";
  std::string wrapped;
  append_wrapped(wrapped, line, width, 0, 2);
  append_styled(out, std::string_view(wrapped).substr(0, wrapped.size() - 1), bold, style);
  out += '\n';
}

void append_notes(std::string& out, const Harvest& harvest, std::size_t width, const TextStyle& style) {
  const auto heading = [&](std::string_view text) {
    out += '\n';
    append_styled(out, text, yellow, style);
    out += '\n';
  };
  const auto note = [&](const std::string& text) { append_wrapped(out, terminal_line(text), width, 2, 4); };
  if (!harvest.skipped.empty()) {
    heading("Left out:");
    for (std::size_t i = 0; i < std::min(harvest.skipped.size(), most_notes); ++i)
      note("item " + std::to_string(harvest.skipped[i].index + 1) + ": " + harvest.skipped[i].reason);
    if (harvest.skipped.size() > most_notes)
      note("and " + std::to_string(harvest.skipped.size() - most_notes) + " more");
  }
  if (!harvest.warnings.empty()) {
    heading("Warnings:");
    for (std::size_t i = 0; i < std::min(harvest.warnings.size(), most_notes); ++i) {
      const Warning& warning = harvest.warnings[i];
      note((warning.line ? "line " + std::to_string(*warning.line) + ": " : "") + warning.message);
    }
    if (harvest.warnings.size() > most_notes)
      note("and " + std::to_string(harvest.warnings.size() - most_notes) + " more");
  }
  if (harvest.entries.empty() && harvest.discovered.empty() && harvest.skipped.empty())
    note(
        "It holds nothing that almanac reads: no items, no events (schema.org, h-event), no link to a feed or "
        "calendar.");
  if (!harvest.discovered.empty()) {
    heading("Feeds and calendars that it links to:");
    for (const Discovered& item : harvest.discovered)
      note(item.url + (item.title.empty() ? "" : "  (" + item.title + ")"));
  }
}

}  // namespace

std::string render_harvest_text(const Harvest& harvest, const ZoneBook& zones,
                                const std::vector<OccurrenceView>* occurrences, std::string_view plugin,
                                const TextStyle& style) {
  const std::size_t width = std::max(style.width, narrowest);
  std::string out;
  append_top(out, harvest, plugin, width, style);
  append_table(out, occurrences ? occurrence_columns(*occurrences, zones) : entry_columns(harvest.entries, zones),
               width, style);
  append_notes(out, harvest, width, style);
  return out;
}

}  // namespace almanac
