#include "text_detail.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <almanac/base/day.hpp>
#include <almanac/text/escape.hpp>
#include <almanac/text/html.hpp>

#include "agreed_origins.hpp"
#include "columns.hpp"
#include "dates.hpp"
#include "find_conflicts.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

constexpr std::size_t label_width = 12;

/// " [prose, 80 %]": where a fact was found and how sure it is; empty when nobody recorded it.
std::string origin_text(const Origin& origin) {
  return origin.confidence ? fmt::format(" [{}, {} %]", to_text(origin.provenance), origin.confidence) : std::string{};
}

std::string mode_text(Mode mode) { return mode == Mode::in_person ? "in person" : std::string(to_text(mode)); }

/// Topics of one origin together: "ai, rust [structured, 95 %], web [prose, 80 %]".
std::string topics_text(const Event& event, const FactOrigins& origins) {
  const auto origin = [&](std::size_t i) { return i < origins.topics.size() ? origins.topics[i] : Origin{}; };
  std::string out;
  for (std::size_t i = 0; i < event.topics.size(); ++i) {
    if (!out.empty()) out += ", ";
    out += plain_line(event.topics[i]);
    if (i + 1 == event.topics.size() || origin(i) != origin(i + 1)) out += origin_text(origin(i));
  }
  return out;
}

class DetailWriter {
 public:
  DetailWriter(const Reader& reader, const TextStyle& style)
      : reader_(reader), style_(style), width_(std::max(style.width, narrowest)) {}

  void heading(std::string_view text) {
    out_ += '\n';
    append_styled(out_, text, "1;36", style_);
    out_ += '\n';
  }
  /// The same with what the fact stands on.
  void fact(std::string_view label, const std::string& value, const Origin& origin) {
    if (!value.empty()) fact(label, value + origin_text(origin));
  }
  /// "  label       value", wrapped under itself; nothing for an empty value.
  void fact(std::string_view label, std::string_view value) {
    const auto text = terminal_line(value);
    if (text.find_first_not_of(' ') == text.npos) return;  // of what the terminal obeys nothing may be left
    std::string lines;
    append_wrapped(lines, text, width_, label_width + 2, label_width + 2);
    std::string head = "  " + std::string(label);
    head.resize(std::max(head.size(), label_width + 2), ' ');
    out_ += "  ";
    append_styled(out_, std::string_view(head).substr(2), "2", style_);
    out_ += std::string_view(lines).substr(label_width + 2);
  }
  void paragraph(std::string_view text, std::size_t indent) {
    append_wrapped(out_, terminal_line(text), width_, indent, 4);
  }
  void facts(const ListedEvent& listed, const FactOrigins& origins);
  void deadlines(const DetailedEvent& detail);
  void readings(const Deadline& deadline, const DetailedEvent& detail);
  void occurrences(const Event& event);
  void links(const DetailedEvent& detail);
  void conflicts(const DetailedEvent& detail);
  void changes(const DetailedEvent& detail);
  void entry(const EntryDetail& detail);
  std::string take() { return std::move(out_); }

 private:
  std::string moment_text(const Moment& moment) const;
  const Reader& reader_;
  const TextStyle& style_;
  std::size_t width_;
  std::string out_;
};

void DetailWriter::facts(const ListedEvent& listed, const FactOrigins& origins) {
  const auto words = describe(listed, reader_);
  const Event& event = listed.event;
  append_styled(out_, escape_terminal(words.title), "1", style_);
  out_ += '\n';
  auto when = words.when_there.empty() ? words.when : words.when + " (" + words.when_there + ')';
  if (!words.days_left.empty()) when += ", " + words.days_left;
  fact("id", listed.public_id);
  fact("kind", words.kind, origins.kind);
  fact("status", words.status, origins.status);
  fact("marks", fmt::format("{}{}", listed.marks.starred ? "starred " : "", listed.marks.going ? "going" : ""));
  fact("note", listed.marks.note);
  fact("when", when, event.when ? origin_of(event.when->start) : Origin{});
  fact("place", words.place, origins.place);
  fact("mode", mode_text(event.mode), origins.mode);
  fact("venue", event.venue);
  fact("location", event.location);
  if (event.geo) fact("position", fmt::format("{:.5f}, {:.5f}", event.geo->lat, event.geo->lon));
  fact("cost", event.cost, origins.cost);
  fact("language", event.language);
  fact("topics", topics_text(event, origins));
  fact("sources", list_text(listed.sources, 30));
  fact("first seen", instant_text(event.first_seen.time_since_epoch().count(), reader_, true));
  if (event.changed > event.first_seen)
    fact("changed", instant_text(event.changed.time_since_epoch().count(), reader_, true));
  if (words.summary.empty()) return;
  out_ += '\n';
  append_wrapped(out_, terminal_line(words.summary), width_, 2, 2);
}

/// What each source says of a deadline that they tell differently.
void DetailWriter::readings(const Deadline& deadline, const DetailedEvent& detail) {
  if (deadline.readings.empty()) return;
  paragraph(deadline.doubt == DeadlineDoubt::zone ? "the sources differ by a day or less, probably about the zone:"
            : deadline.doubt == DeadlineDoubt::conflict ? "the sources contradict each other:"
                                                        : "the sources differ; the later one is taken:",
            4);
  for (const Moment& reading : deadline.readings) {
    std::vector<std::string> names;
    for (const EntryDetail& entry : detail.entries)
      for (const Deadline& told : entry.entry.deadlines)
        if (told.type == deadline.type && told.at.kind == reading.kind && told.at.seconds == reading.seconds) {
          names.push_back(entry.source_name);
          break;
        }
    paragraph(moment_text(reading) + (names.empty() ? std::string{} : ", says " + list_text(names, 5)), 6);
  }
}

void DetailWriter::deadlines(const DetailedEvent& detail) {
  const Event& event = detail.listed.event;
  if (event.deadlines.empty()) return;
  heading("Deadlines");
  for (const auto& deadline : event.deadlines) {
    paragraph(deadline_type_text(deadline) + ' ' + closes_text(deadline, reader_) + ": " +
                  deadline_time_text(deadline, reader_),
              2);
    auto origin = std::string("published");
    if (!deadline.at.text.empty()) origin += " as “" + deadline.at.text + "”";
    paragraph(origin + origin_text(origin_of(deadline.at)), 4);
    readings(deadline, detail);
  }
}

void DetailWriter::occurrences(const Event& event) {
  if (event.occurrences.size() < 2) return;
  constexpr std::size_t most = 20;
  heading(fmt::format("Dates ({})", event.occurrences.size()));
  ListedEvent row;
  for (std::size_t i = 0; i < event.occurrences.size() && i < most; ++i) {
    row.shown = event.occurrences[i];
    auto text = when_text(row, reader_, DateDetail::full);
    if (row.shown->status == EventStatus::cancelled) text += ", cancelled";
    paragraph(text, 2);
  }
  if (event.occurrences.size() > most) paragraph(fmt::format("and {} more", event.occurrences.size() - most), 2);
}

void DetailWriter::links(const DetailedEvent& detail) {
  std::vector<std::pair<std::string_view, std::string>> links;
  const auto add = [&](std::string_view label, std::string_view address) {
    const auto link = web_link(address);
    if (!link) return;
    const auto same = [&](const auto& known) { return known.second == *link; };
    if (std::none_of(links.begin(), links.end(), same)) links.emplace_back(label, *link);
  };
  add("page", detail.listed.event.url);
  add("join", detail.listed.event.join_url);
  for (const auto& [entry, name, url, because, first, last] : detail.entries) {
    add("page", entry.url);
    add("join", entry.join_url);
    add("comments", entry.comments_url);
    for (const auto& link : entry.links) add(link.rel.empty() ? "link" : "also", link.href);
    for (const auto& enclosure : entry.enclosures) add("file", enclosure.url);
  }
  if (links.empty()) return;
  heading("Links");
  for (const auto& [label, link] : links) fact(label, link);
}

void DetailWriter::conflicts(const DetailedEvent& detail) {
  const auto conflicts = find_conflicts(detail);
  if (conflicts.empty()) return;
  heading("The sources differ");
  for (const Conflict& conflict : conflicts) {
    std::string text;
    for (const auto& [value, names] : conflict.told)
      text += (text.empty() ? "" : "; ") + iso_in_words(plain_line(value), reader_) + ", says " + list_text(names, 5);
    fact(conflict.fact, text);
  }
}

void DetailWriter::changes(const DetailedEvent& detail) {
  if (detail.changes.empty()) return;
  heading("Changes");
  for (const auto& change : detail.changes) {
    auto text =
        instant_text(change.at.time_since_epoch().count(), reader_, false) + "  " + change_text(change, reader_);
    if (!change.source.empty()) text += ", says " + change.source;
    paragraph(text, 2);
  }
}

std::string DetailWriter::moment_text(const Moment& moment) const {
  if (moment.kind == MomentKind::unread)
    return moment.text.empty() ? std::string{} : "“" + moment.text + "” (not readable)";
  auto text = iso_in_words(iso_text(moment), reader_);
  text += " (" + std::string(to_text(moment.provenance));
  if (!moment.zone.empty()) text += ", " + moment.zone + (moment.zone_stated ? "" : " assumed");
  if (!moment.text.empty()) text += ", from “" + moment.text + "”";
  return text + ')';
}

/// The end, which of days is the last one: published is the day behind it.
Moment last_of(const Entry& entry) {
  Moment last = *entry.end;
  if (last.kind == MomentKind::date && entry.start && entry.start->seconds < last.seconds) last.seconds -= day_seconds;
  return last;
}

void DetailWriter::entry(const EntryDetail& detail) {
  const Entry& entry = detail.entry;
  out_ += '\n';
  out_ += "  ";
  append_styled(out_, terminal_line(detail.source_name), "1", style_);
  out_ += '\n';
  fact("source", detail.source_url);
  fact("merged", detail.merged_because);
  fact("title", entry.title.plain.empty() ? entry.title.raw : entry.title.plain);
  fact("native id", entry.id);
  if (entry.start) fact("start", moment_text(*entry.start));
  if (entry.end) fact(entry.end->kind == MomentKind::date ? "last day" : "end", moment_text(last_of(entry)));
  fact("repeats", list_text(entry.recurrence.rules, 4));
  fact("status", std::string(to_text(entry.status)), entry.origins.status);
  fact("mode", mode_text(entry.mode), entry.origins.mode);
  fact("location", entry.location);
  fact("city",
       entry.city.empty() || entry.country.empty() ? entry.city + entry.country : entry.city + ", " + entry.country,
       entry.origins.place);
  for (const auto& deadline : entry.deadlines)
    fact("deadline", deadline_type_text(deadline) + ": " + moment_text(deadline.at));
  if (detail.first_seen != sys_seconds{})
    fact("seen", "first " + instant_text(detail.first_seen.time_since_epoch().count(), reader_, false) +
                     (detail.last_seen > detail.first_seen
                          ? ", last " + instant_text(detail.last_seen.time_since_epoch().count(), reader_, false)
                          : std::string{}));
}

}  // namespace

std::string render_event_detail(const DetailedEvent& detail, const Reader& reader, const TextStyle& style) {
  DetailWriter out(reader, style);
  out.facts(detail.listed, agreed_origins(detail));
  out.deadlines(detail);
  out.occurrences(detail.listed.event);
  out.links(detail);
  out.conflicts(detail);
  out.changes(detail);
  if (!detail.entries.empty()) out.heading("What the sources say");
  for (const auto& entry : detail.entries) out.entry(entry);
  return out.take();
}

}  // namespace almanac
