#include "samples.hpp"

#include <charconv>

namespace almanac::samples {

std::int64_t at(std::string_view iso) {
  const auto number = [&](std::size_t from, std::size_t length) {
    int value = 0;
    if (from + length <= iso.size()) std::from_chars(iso.data() + from, iso.data() + from + length, value);
    return value;
  };
  const std::chrono::sys_days day{std::chrono::year{number(0, 4)} / number(5, 2) / number(8, 2)};
  return sys_seconds{day}.time_since_epoch().count() + number(11, 2) * 3600 + number(14, 2) * 60 + number(17, 2);
}

sys_seconds instant(std::string_view iso) { return sys_seconds{std::chrono::seconds{at(iso)}}; }

Reader berlin() { return {instant("2026-11-25T08:00:00"), *Zone::find("Europe/Berlin")}; }

namespace {

ListedEvent plain(std::string title, Kind kind) {
  ListedEvent listed;
  listed.event.kind = kind;
  listed.event.title = std::move(title);
  listed.event.url = "https://example.org/e";
  listed.event.first_seen = instant("2026-11-20T06:00:00");
  listed.event.changed = instant("2026-11-20T06:00:00");
  listed.public_id = "k7m2p9qx";
  listed.sources = {"PyData Berlin"};
  return listed;
}

Moment moment(MomentKind kind, std::int64_t seconds, std::string zone) {
  Moment moment;
  moment.kind = kind;
  moment.seconds = seconds;
  moment.zone_stated = !zone.empty();
  moment.zone = std::move(zone);
  moment.text = iso_text(kind, seconds);
  return moment;
}

void show(ListedEvent& listed, MomentKind kind, std::string_view start, std::string_view end, std::string zone) {
  Occurrence shown;
  shown.kind = kind;
  shown.start = at(start);
  shown.end = end.empty() ? shown.start : at(end);
  shown.zone = zone;
  listed.event.when = When{moment(kind, shown.start, zone), std::nullopt};
  if (!end.empty()) listed.event.when->end = moment(kind, shown.end, zone);
  listed.shown = shown;
  listed.event.occurrences = {shown};
}

void place(ListedEvent& listed, std::string city, std::string country, Mode mode) {
  listed.event.city = std::move(city);
  listed.event.country = std::move(country);
  listed.event.mode = mode;
}

}  // namespace

ListedEvent all_day(std::string title, std::string_view first, std::string_view end) {
  auto listed = plain(std::move(title), Kind::conference);
  show(listed, MomentKind::date, first, end, {});
  return listed;
}

ListedEvent timed(std::string title, std::string_view start_utc, std::string_view end_utc, std::string zone) {
  auto listed = plain(std::move(title), Kind::meetup);
  show(listed, MomentKind::instant, start_utc, end_utc, std::move(zone));
  return listed;
}

ListedEvent floating(std::string title, std::string_view start) {
  auto listed = plain(std::move(title), Kind::talk);
  show(listed, MomentKind::local, start, {}, {});
  return listed;
}

ListedEvent post(std::string title, std::string_view published) {
  auto listed = plain(std::move(title), Kind::post);
  listed.event.published = instant(published);
  return listed;
}

Deadline deadline(DeadlineType type, std::string_view utc, std::string zone) {
  Deadline deadline;
  deadline.type = type;
  deadline.at = moment(MomentKind::instant, at(utc), std::move(zone));
  return deadline;
}

std::vector<ListedEvent> events() {
  std::vector<ListedEvent> list;
  list.push_back(all_day("Winter Data Week", "2026-11-23", "2026-11-28"));
  place(list.back(), "Vienna", "AT", Mode::hybrid);
  list.back().public_id = "a2wdwk11";
  list.push_back(timed("Rust in production: lessons from two years", "2026-11-25T17:30:00", "2026-11-25T20:00:00",
                       "Europe/Berlin"));
  place(list.back(), "Berlin", "DE", Mode::in_person);
  list.back().public_id = "b3rust22";
  list.back().marks.starred = true;
  list.push_back(timed("Compilers evening, West Coast edition", "2026-11-27T03:00:00", "2026-11-27T05:00:00",
                       "America/Los_Angeles"));
  place(list.back(), "", "", Mode::online);
  list.back().public_id = "c4comp33";
  list.back().sources = {"Compiler Social", "confs.tech", "West Coast Calendar"};
  list.push_back(all_day("Hack the Alps", "2026-12-05", "2026-12-07"));
  list.back().event.kind = Kind::hackathon;
  place(list.back(), "Innsbruck", "AT", Mode::in_person);
  list.back().public_id = "d5alps44";
  list.back().marks.going = true;
  list.push_back(
      floating("Reading group: 東京 edition 🎉 with a title long enough to be cut in any table", "2026-12-09T18:00:00"));
  list.back().event.location = "Room 5, Main Building";
  list.back().public_id = "e6read55";
  list.push_back(all_day("Turn of the Year Congress", "2026-12-30", "2027-01-03"));
  list.back().event.status = EventStatus::cancelled;
  place(list.back(), "Hamburg", "DE", Mode::in_person);
  list.back().public_id = "f7year66";
  list.push_back(all_day("International Conference on Almanacs", "2027-05-12", "2027-05-15"));
  place(list.back(), "Lisbon", "PT", Mode::unknown);
  list.back().public_id = "g8conf77";
  list.back().event.topics = {"machine learning", "time series"};
  list.back().event.summary = "Calendars, clocks & the people who keep them.";
  list.back().event.geo = Geo{38.7223, -9.1393};
  list.back().event.deadlines = {deadline(DeadlineType::paper, "2026-11-29T11:59:00", "AoE"),
                                 deadline(DeadlineType::registration, "2027-04-01T22:00:00", "Europe/Lisbon")};
  list.back().event.deadlines[0].extended = true;
  list.push_back(all_day("Some Summit", "2027-06-01", "2027-06-02"));
  list.back().event.when->start.precision = Precision::month;
  list.back().public_id = "h9summ88";
  list.push_back(post("Show: a feed reader in 300 lines", "2026-11-24T10:00:00"));
  list.back().public_id = "i1post99";
  return list;
}

std::vector<ListedDeadline> deadlines() {
  const auto conference = events()[6];
  const auto hackathon = events()[3];
  Deadline day = deadline(DeadlineType::application, "2026-11-30T00:00:00", "");
  day.at.kind = MomentKind::date;
  day.at.text = "30 November";
  return {{conference, conference.event.deadlines[0]}, {hackathon, day}, {conference, conference.event.deadlines[1]}};
}

DetailedEvent detailed() {
  DetailedEvent detail;
  detail.listed = events()[6];
  detail.listed.event.changed = instant("2026-11-24T12:00:00");
  EntryDetail entry;
  entry.source_name = "Conference list";
  entry.source_url = "https://list.example/feed.xml";
  entry.merged_because = "same address and start day";
  entry.first_seen = instant("2026-11-20T06:00:00");
  entry.last_seen = instant("2026-11-25T06:00:00");
  entry.entry.id = "almanacs-2027";
  entry.entry.title.plain = "Int. Conf. on Almanacs 2027";
  entry.entry.url = "https://example.org/e?from=list";
  entry.entry.start = detail.listed.event.when->start;
  entry.entry.start->provenance = Provenance::prose;
  entry.entry.start->text = "May 12-14, 2027";
  entry.entry.deadlines = {detail.listed.event.deadlines[0]};
  detail.entries = {entry};
  EventChange change;
  change.kind = EventChange::What::extended;
  change.field = "paper";
  change.before = "2026-11-22T11:59:00Z AoE";
  change.after = "2026-11-29T11:59:00Z AoE";
  change.at = instant("2026-11-24T12:00:00");
  change.source = "Conference list";
  detail.changes = {change};
  return detail;
}

namespace {

DigestItem item(ListedEvent listed, std::string why) {
  DigestItem item;
  item.listed = std::move(listed);
  item.why = {std::move(why)};
  return item;
}

DigestItem moved_item(ListedEvent listed) {
  EventChange moved;
  moved.kind = EventChange::What::moved;
  moved.before = "2026-12-09T17:00:00";
  moved.after = "2026-12-09T18:00:00";
  auto result = item(std::move(listed), "you starred it");
  result.changes = {moved};
  return result;
}

}  // namespace

DigestView digest() {
  const auto list = events();
  DigestView view;
  view.profile = "ml";
  view.title = "Machine learning";
  view.period_name = "2026-W48";
  view.period_text = "23–29 November 2026";
  view.number = 12;
  view.made = berlin().now;
  view.from = instant("2026-11-22T23:00:00");
  view.to = instant("2026-11-29T23:00:00");
  view.zone = "Europe/Berlin";
  auto closing = item(list[6], "matches “machine learning”");
  closing.deadline = list[6].event.deadlines[0];
  closing.also_in = {"confs.tech", "WikiCFP"};
  auto apply = item(list[3], "matches “kind:hackathon”");
  apply.deadline = deadlines()[1].deadline;
  view.sections.push_back({SectionKind::deadlines, "Deadlines that close", {{"", {closing, apply}}}});
  view.sections.push_back(
      {SectionKind::competitions, "New hackathons and competitions", {{"", {item(list[3], "new since 2026-W47")}}}});
  view.sections.push_back({SectionKind::conferences,
                           "New conferences and meetups",
                           {{"Week 48 · 23–29 November",
                             {item(list[0], "matches “data”"), item(list[1], "matches “rust”; starred"),
                              item(list[2], "matches “compilers”")}},
                            {"Week 53 · 28 December 2026 – 3 January 2027", {item(list[5], "matches “congress”")}}}});
  view.sections.push_back({SectionKind::changed, "Changed", {{"", {moved_item(list[4])}}}});
  view.sections.push_back({SectionKind::posts, "Worth reading", {{"", {item(list[8], "in 3 sources")}}}});
  view.left_out = {{"told before and unchanged", 14}, {"over the limit of 25", 3}};
  view.broken = {{"Old meetup feed", "https://old.example/feed", "404 Not Found", instant("2026-11-06T09:00:00"), 5}};
  return view;
}

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts{
      "\x1b]8;;https://evil.example\x1b\\click\x1b[2J",
      "\xC2\x9B"
      "31mC1 control",
      "abc\xE2\x80\xAE"
      "txt.exe",
      "right\xE2\x80\x8Fto\xD8\x9Cleft\xE2\x80\x8E",
      "<script>alert(1)</script>",
      "\"><img src=x onerror=alert(1)>",
      "' onmouseover='alert(1)",
      "</style></title><b>out</b>",
      "](javascript:alert(1))",
      "![x](https://evil.example/p.png)",
      "<https://evil.example>",
      "https://evil.example/bare",
      "*bold* _em_ `code` # heading",
      "=cmd|' /C calc'!A0",
      "+1+1",
      "-2+3",
      "@SUM(A1:A9)",
      "line\r\nSUMMARY:injected\r\nEND:VEVENT",
      "cr\ronly",
      "\nBcc: victim@example.org",
      "\xC2\x85"
      "next\xE2\x80\xA8line\xE2\x80\xA9"
      "separators",
      "semi;colon,comma\\back",
      "&lt;script&gt;&#60;b&#62;&amp;",
      "]]> --> <!-- <![CDATA[",
      "{{{html}}} ${x} %s %n",
      "long " + std::string(300, 'x') + " \xF0\x9F\x8E\x89\xE6\x9D\xB1\xE4\xBA\xAC",
      "| table | cell |\n| --- | --- |",
      "1. one\n- two\n    code",
      "</a></p></article></main>",
      "www.evil.example and mailto:me@evil.example",
      "~~strike~~ [x]: javascript:1 \"t\"",
  };
  return texts;
}

namespace {

/// The length of a bidi control at a place (U+061C, U+200E/F, U+202A … U+202E, U+2066 … U+2069); 0 when there is none.
std::size_t bidi_at(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "\xD8\x9C") return 2;
  const std::string_view bytes = text.substr(at, 3);
  const auto is_between = [&](std::string_view first, std::string_view last) {
    return bytes >= first && bytes <= last;
  };
  const bool is_bidi =
      bytes.size() == 3 && (is_between("\xE2\x80\x8E", "\xE2\x80\x8F") || is_between("\xE2\x80\xAA", "\xE2\x80\xAE") ||
                            is_between("\xE2\x81\xA6", "\xE2\x81\xA9"));
  return is_bidi ? 3 : 0;
}

/// U+2028 and U+2029
bool is_separator_at(std::string_view text, std::size_t at) {
  return text.substr(at, 3) == "\xE2\x80\xA8" || text.substr(at, 3) == "\xE2\x80\xA9";
}

}  // namespace

std::string what_is_obeyed(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c0 = (byte < 0x20 && text[i] != '\t' && text[i] != '\r' && text[i] != '\n') || byte == 0x7F;
    const bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c0 || c1 || bidi_at(text, i) || is_separator_at(text, i)) out += std::to_string(i) + ' ';
  }
  return out;
}

std::string without_controls(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c0 = (byte < 0x20 && text[i] != '\t' && text[i] != '\r' && text[i] != '\n') || byte == 0x7F;
    // U+0080 … U+009F
    const bool c1 = byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1)
      ++i;
    else if (const std::size_t length = bidi_at(text, i))
      i += length - 1;
    else if (is_separator_at(text, i))
      out += ' ', i += 2;
    else if (!c0)
      out += text[i];
  }
  return out;
}

ListedEvent hostile_event(const std::string& text) {
  auto listed = timed(text, "2026-11-27T03:00:00", "2026-11-27T05:00:00", "America/Los_Angeles");
  Event& event = listed.event;
  event.summary = event.location = event.venue = event.city = event.region = event.country = event.cost =
      event.language = text;
  event.url = "javascript:" + text;
  event.join_url = "https://example.org/" + text;
  event.topics = {text, text};
  Deadline due;
  due.at = deadline(DeadlineType::other, "2026-11-29T11:59:00", text).at;
  due.label = due.at.text = text;
  event.deadlines = {due};
  listed.sources = {text, text, text};
  listed.marks.note = text;
  listed.shown->recurrence_id = text;
  return listed;
}

DigestView hostile_digest(const std::string& text) {
  auto view = digest();
  view.title = view.profile = text;
  auto bad = item(hostile_event(text), text);
  bad.also_in = {text};
  bad.deadline = bad.listed.event.deadlines[0];
  EventChange change;
  change.field = change.before = change.after = text;
  bad.changes = {change};
  view.sections = {{SectionKind::deadlines, text, {{text, {bad, bad}}}}};
  view.left_out = {{text, 1}};
  view.broken = {{text, text, text, std::nullopt, 2}};
  return view;
}

}  // namespace almanac::samples
