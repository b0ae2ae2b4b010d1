#include "words.hpp"

#include <fmt/format.h>

#include <almanac/model/url.hpp>
#include <almanac/text/html.hpp>
#include <array>

#include "dates.hpp"

namespace almanac::render {
namespace {

void join(std::string& out, std::string_view separator, std::string_view part) {
  if (part.empty()) return;
  if (!out.empty()) out += separator;
  out += part;
}

bool is_link_safe(unsigned char c) {
  return c > 0x20 && c < 0x7f &&
         std::string_view("\"'<>\\^`{|}()[]").find(static_cast<char>(c)) == std::string_view::npos;
}

std::string status_text(const ListedEvent& listed) {
  if (listed.shown && listed.shown->status == EventStatus::cancelled) return "cancelled";
  const auto status = listed.event.status;
  if (status == EventStatus::moved_online) return "moved online";
  return status == EventStatus::confirmed ? std::string{} : std::string(to_text(status));
}

}  // namespace

std::optional<std::string> web_link(std::string_view address) {
  if (address.empty()) return std::nullopt;
  const auto url = Url::parse(address);
  if (!url || (url->scheme() != "http" && url->scheme() != "https") || !url->userinfo().empty()) return std::nullopt;
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  out.reserve(url->text().size());
  const bool literal_host = url->host().find(':') != std::string_view::npos;  // an IPv6 host keeps its brackets
  for (const char c : url->text()) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_link_safe(byte) || (literal_host && (c == '[' || c == ']')))
      out += c;
    else
      (out += '%') += {hex[byte >> 4], hex[byte & 15]};
  }
  return out;
}

std::string where_text(const Event& event) {
  std::string place;
  join(place, ", ", event.city.empty() ? event.venue : event.city);
  join(place, ", ", event.country);
  place = plain_line(place.empty() ? event.location : place);
  if (event.mode == Mode::online) return place.empty() || event.city.empty() ? "online" : "online (" + place + ')';
  if (event.mode == Mode::hybrid) return place.empty() ? "on site or online" : place + " or online";
  return place;
}

std::string deadline_name(const Deadline& deadline) {
  switch (deadline.type) {
    case DeadlineType::cfp:
      return "call for papers";
    case DeadlineType::other:
      return deadline.label.empty() ? "deadline" : plain_line(deadline.label);
    default:
      return std::string(to_text(deadline.type));
  }
}

std::string_view deadline_note(const Deadline& deadline) {
  if (deadline.doubt == DeadlineDoubt::zone) return "zone in doubt";
  if (deadline.doubt == DeadlineDoubt::conflict) return "sources disagree";
  return deadline.extended ? "extended" : "";
}

std::string deadline_type_text(const Deadline& deadline) {
  const std::string_view note = deadline_note(deadline);
  return deadline_name(deadline) + (note.empty() ? std::string() : fmt::format(" ({})", note));
}

std::string list_text(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < most; ++i) join(text, ", ", plain_line(names[i]));
  if (names.size() > most) text += fmt::format(" and {} more", names.size() - most);
  return text;
}

namespace {

std::string next_deadline_text(const Event& event, const Reader& reader) {
  const Deadline* next = next_deadline(event, reader.now);
  if (!next) return {};
  // Nothing that changes with the time of reading: feeds say this too.
  return deadline_type_text(*next) + (closes(*next) ? " closes " : " ") + plain_line(deadline_time_text(*next, reader));
}

}  // namespace

std::vector<std::string_view> facts_beside_date(const ItemWords& words) {
  std::vector<std::string_view> facts;
  for (const std::string* fact : {&words.days_left, &words.place, &words.kind, &words.cost, &words.next_deadline})
    if (!fact->empty()) facts.push_back(*fact);
  return facts;
}

ItemWords describe(const ListedEvent& listed, const Reader& reader) {
  const Event& event = listed.event;
  ItemWords words;
  words.title = plain_line(event.title);
  if (words.title.empty()) words.title = "(no title)";
  words.link = web_link(event.url).value_or(std::string{});
  words.kind = event.kind == Kind::other ? "event" : std::string(to_text(event.kind));
  words.status = status_text(listed);
  if (listed.marks.starred) words.marks = "★";
  if (listed.marks.going) join(words.marks, " ", "✓");
  words.when = when_text(listed, reader, DateDetail::full);
  words.when_there = when_there_text(listed, reader).value_or(std::string{});
  words.days_left = days_left_text(listed, reader);
  words.place = where_text(event);
  words.cost = plain_line(event.cost);
  words.next_deadline = next_deadline_text(event, reader);
  words.sources = list_text(listed.sources, 2);
  words.summary = plain_line(event.summary);
  return words;
}

ItemWords describe(const DigestItem& item, const Reader& reader) {
  auto words = describe(item.listed, reader);
  if (item.deadline) {
    words.next_deadline.clear();
    words.deadline_type = deadline_type_text(*item.deadline);
    words.closes = closes_text(*item.deadline, reader);
    words.deadline_here = deadline_here_text(*item.deadline, reader);
    words.deadline_there = plain_line(deadline_there_text(*item.deadline, reader));
  }
  for (const auto& change : item.changes) words.changes.push_back(change_text(change, reader));
  for (const auto& reason : item.why) join(words.why, "; ", plain_line(reason));
  words.also_in = list_text(item.also_in, 4);
  return words;
}

std::string_view kind_heading(Kind kind) {
  constexpr std::array<std::string_view, 7> headings{"Other events", "Conferences", "Hackathons", "Competitions",
                                                     "Meetups",      "Talks",       "Posts"};
  return headings[static_cast<std::size_t>(kind)];
}

std::string_view empty_list_text() {
  return "Nothing matches: try a longer --within, fewer words, or `almanac sources` to see what is followed.";
}

}  // namespace almanac::render
