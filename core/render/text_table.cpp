#include "text_table.hpp"

#include <algorithm>
#include <almanac/text/escape.hpp>

#include "columns.hpp"
#include "dates.hpp"
#include "event_fields.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

constexpr std::string_view bold = "1", dim = "2", red = "31", yellow = "33", green = "32";

std::string_view urgency_color(std::int64_t days_left) {
  if (days_left < 0) return dim;
  if (days_left <= 3) return red;
  return days_left <= 14 ? yellow : std::string_view{};
}

std::int64_t days_until(const ListedEvent& listed, const Reader& reader) {
  if (!listed.shown) return 1000;
  const auto span = days_of(*listed.shown, reader.zone);
  const auto now = today(reader);
  return span.runs_on(now) ? 0 : (span.first - now).count();
}

Cell title_cell(const ListedEvent& listed) {
  std::string title;
  if (listed.marks.starred) title += "★ ";
  if (listed.marks.going) title += "✓ ";
  const bool off = listed.event.status == EventStatus::cancelled || listed.event.status == EventStatus::withdrawn ||
                   (listed.shown && listed.shown->status == EventStatus::cancelled);
  if (off)
    title += "CANCELLED ";
  else if (listed.event.status == EventStatus::postponed)
    title += "POSTPONED ";
  else if (listed.event.status == EventStatus::moved_online)
    title += "MOVED ONLINE ";
  const auto name = terminal_line(listed.event.title);
  title += name.empty() ? "(no title)" : name;
  return {std::move(title), off ? dim : bold, web_link(listed.event.url).value_or(std::string{})};
}

std::string source_text(const ListedEvent& listed) {
  if (listed.sources.empty()) return {};
  auto text = terminal_line(listed.sources.front());
  if (listed.sources.size() > 1) text += " +" + std::to_string(listed.sources.size() - 1);
  return text;
}

/// Where the table is narrower, only the date, the title and the id have room.
constexpr std::size_t narrow = 60;
/// Where it is narrower, long dates take the place of the places.
constexpr std::size_t roomy = 120;
constexpr std::size_t long_date = 16;

/// The date; of what has begun long ago, its end is of use.
std::string date_cell(const ListedEvent& listed, const Reader& reader, std::size_t width) {
  std::string text = terminal_line(when_text(listed, reader, DateDetail::brief));
  if (width >= roomy || !listed.shown || display_width(text) <= long_date) return text;
  const auto span = days_of(*listed.shown, reader.zone);
  return span.runs_on(today(reader)) ? terminal_line("until " + day_text(span.last, reader)) : text;
}

/// Ranks: the title and the date stay, then the id (one needs it to act), days left, place, source.
std::vector<Column> event_columns(const std::vector<ListedEvent>& events, const Reader& reader, std::size_t width) {
  std::vector<Column> columns{{"DATE", firm, firm, 8, {}}, {"LEFT", firm, firm, 4, {}}, {"TITLE", 36, 22, 9, {}},
                              {"PLACE", 16, 12, 3, {}},    {"SOURCE", 14, 10, 2, {}},   {"ID", firm, firm, 5, {}}};
  if (width < narrow) {
    columns[0].least = 16;
    columns[2].least = 12;
  }
  for (const auto& listed : events) {
    columns[0].cells.push_back({date_cell(listed, reader, width), {}, {}});
    columns[1].cells.push_back({days_left_text(listed, reader), urgency_color(days_until(listed, reader)), {}});
    columns[2].cells.push_back(title_cell(listed));
    columns[3].cells.push_back({terminal_line(where_text(listed.event)), {}, {}});
    columns[4].cells.push_back({source_text(listed), dim, {}});
    columns[5].cells.push_back({terminal_line(listed.public_id), dim, {}});
  }
  return columns;
}

/// The columns that were asked for: the later ones give way first, then vanish.
std::vector<Column> chosen_columns(const std::vector<ListedEvent>& events, const std::vector<std::string>& fields,
                                   const Reader& reader) {
  std::vector<Column> columns;
  for (const auto& name : fields) {
    const EventField* field = find_event_field(name);
    if (!field) continue;
    const bool gives_way = name == "title" || name == "place" || name == "source" || name == "summary" ||
                           name == "topics" || name == "url" || name == "venue" || name == "deadline";
    Column column{
        {}, gives_way ? 20 : firm, gives_way ? 10 : firm, static_cast<int>(fields.size() - columns.size()), {}};
    for (const char c : name) column.head += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    for (const auto& listed : events) {
      if (name == "title")
        column.cells.push_back(title_cell(listed));
      else if (name == "left")
        column.cells.push_back({days_left_text(listed, reader), urgency_color(days_until(listed, reader)), {}});
      else
        column.cells.push_back({terminal_line(field->shown(listed, reader)), {}, {}});
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

std::vector<Column> deadline_columns(const std::vector<ListedDeadline>& deadlines, const Reader& reader) {
  std::vector<Column> columns{{"CLOSES IN", firm, firm, 9, {}},    {"DEADLINE", 20, 12, 6, {}},
                              {"TITLE", 32, 17, 10, {}},           {"HERE", firm, firm, 5, {}},
                              {"PUBLISHED AS", firm, firm, 2, {}}, {"ID", firm, firm, 7, {}}};
  for (const auto& row : deadlines) {
    const auto left = closing_second(row.deadline) - reader.now.time_since_epoch().count();
    auto text = left >= 0 ? duration_text(left) : duration_text(-left) + " ago";
    columns[0].cells.push_back({std::move(text), urgency_color(left < 0 ? -1 : left / (24 * 3600)), {}});
    columns[1].cells.push_back(
        {terminal_line(deadline_type_text(row.deadline)), row.deadline.extended ? green : std::string_view{}, {}});
    columns[2].cells.push_back(title_cell(row.listed));
    columns[3].cells.push_back({deadline_here_text(row.deadline, reader), {}, {}});
    columns[4].cells.push_back({terminal_line(deadline_there_text(row.deadline, reader)), dim, {}});
    columns[5].cells.push_back({terminal_line(row.listed.public_id), dim, {}});
  }
  return columns;
}

void append_heading(std::string& out, std::string_view heading, std::size_t width, const TextStyle& style) {
  if (!out.empty()) out += '\n';
  append_styled(out, truncate_to_width(terminal_line(heading), width), "1;36", style);
  out += '\n';
}

}  // namespace

std::string render_event_table(const std::vector<ListedEvent>& events, const Reader& reader, const TextStyle& style) {
  if (events.empty()) return std::string(empty_list_text()) + '\n';
  const auto width = std::max(style.width, narrowest);
  const auto columns =
      style.fields.empty() ? event_columns(events, reader, width) : chosen_columns(events, style.fields, reader);
  const auto widths = fit_columns(columns, width);
  std::string out;
  out.reserve(events.size() * (width + 32));
  if (style.group == GroupBy::none) append_head(out, columns, widths, style);
  for (const auto& group : group_events(events, style.group, reader)) {
    if (style.group != GroupBy::none) append_heading(out, group.heading, width, style);
    for (const auto* listed : group.events)
      append_row(out, columns, widths, static_cast<std::size_t>(listed - events.data()), style);
  }
  return out;
}

std::string render_deadline_table(const std::vector<ListedDeadline>& deadlines, const Reader& reader,
                                  const TextStyle& style) {
  if (deadlines.empty()) return std::string(empty_list_text()) + '\n';
  const auto columns = deadline_columns(deadlines, reader);
  const auto widths = fit_columns(columns, std::max(style.width, narrowest));
  std::string out;
  append_head(out, columns, widths, style);
  for (std::size_t row = 0; row < deadlines.size(); ++row) append_row(out, columns, widths, row, style);
  return out;
}

}  // namespace almanac
