#include <fmt/format.h>

#include <algorithm>
#include <almanac/text/html.hpp>
#include <array>

#include "dates.hpp"
#include "words.hpp"

namespace almanac::render {
namespace {

/// A date as the log of changes keeps it: "START[/END][ ZONE]", each as iso_text writes it.
struct LoggedTime {
  Moment start;
  std::optional<Moment> end;
};

std::optional<LoggedTime> read_logged_time(std::string_view text) {
  // Only what follows the dates may hold blanks: a calendar's own name of its zone.
  const auto blank = std::min(text.find(' '), text.size());
  const auto dates = text.substr(0, blank);
  const std::string zone(text.substr(std::min(blank + 1, text.size())));
  const auto slash = std::min(dates.find('/'), dates.size());
  const auto moment = [&](std::string_view iso) {
    auto read = moment_from_iso(iso);
    if (read && read->kind == MomentKind::instant) read->zone = zone;
    return read;
  };
  auto start = moment(dates.substr(0, slash));
  if (!start) return std::nullopt;
  LoggedTime time{*std::move(start), std::nullopt};
  if (slash == dates.size()) return time;
  time.end = moment(dates.substr(slash + 1));
  if (!time.end || time.end->kind != time.start.kind) return std::nullopt;
  return time;
}

/// When something takes place: the day, and the time of day where it lasts no longer than one.
struct PlaceInTime {
  std::string day, rest;
  std::string text() const { return day + rest; }
};

PlaceInTime place_in_time(const LoggedTime& time, const Reader& reader) {
  ListedEvent listed;
  const auto start = time.start.seconds, end = time.end ? std::max(time.end->seconds, start) : start;
  listed.shown = Occurrence{time.start.kind, start, end, time.start.zone, EventStatus::unknown, {}};
  auto text = when_text(listed, reader, DateDetail::full);
  auto day = day_text(days_of(*listed.shown, reader.zone).first, reader);
  if (!text.starts_with(day)) return {std::move(text), {}};
  auto rest = text.substr(day.size());
  return {std::move(day), std::move(rest)};
}

/// "Thu 10 Dec 09:00 – Fri 11 Dec 17:00": for what lasts days and moved by hours.
std::string to_the_minute(const LoggedTime& time, const Reader& reader) {
  auto text = iso_in_words(iso_text(time.start), reader);
  if (time.end) text += " – " + iso_in_words(iso_text(*time.end), reader);
  return text;
}

struct BeforeAndAfter {
  std::string before, after;
};

/// "Thu 10 Dec 10:00–12:00" and "14:00–16:00": a day that stays is said once.
BeforeAndAfter times_told(const LoggedTime& before, const LoggedTime& after, const Reader& reader) {
  const auto was = place_in_time(before, reader), is = place_in_time(after, reader);
  if (was.text() == is.text()) return {to_the_minute(before, reader), to_the_minute(after, reader)};
  const auto timed = [](const PlaceInTime& place) { return place.rest.starts_with(' '); };
  const bool same_day = was.day == is.day && timed(was) && timed(is);
  return {was.text(), same_day ? is.rest.substr(1) : is.text()};
}

/// On the reader's clock and on its own.
std::string deadline_told(const LoggedTime& time, const Reader& reader) {
  if (time.start.kind != MomentKind::instant) return iso_in_words(iso_text(time.start), reader);
  Deadline deadline;
  deadline.at = time.start;
  deadline.at.zone_stated = true;  // what is not known is no doubt
  return plain_line(deadline_time_text(deadline, reader));
}

BeforeAndAfter values_told(const EventChange& change, const Reader& reader) {
  BeforeAndAfter told{plain_line(change.before), plain_line(change.after)};
  const auto before = read_logged_time(told.before), after = read_logged_time(told.after);
  using What = EventChange::What;
  if (change.kind == What::extended || change.kind == What::deadline) {
    if (before) told.before = deadline_told(*before, reader);
    if (after) told.after = deadline_told(*after, reader);
  } else if (change.kind == What::moved) {
    if (before && after) return times_told(*before, *after, reader);
    if (before) told.before = place_in_time(*before, reader).text();
    if (after) told.after = place_in_time(*after, reader).text();
  }
  return told;
}

}  // namespace

std::string change_text(const EventChange& change, const Reader& reader) {
  constexpr std::array<std::string_view, 11> verbs{"changed",   "moved",     "place",       "title",
                                                   "cancelled", "withdrawn", "postponed",   "restored",
                                                   "extended",  "deadline",  "moved online"};
  std::string text(verbs[static_cast<std::size_t>(change.kind)]);
  if (!change.field.empty()) text += ", " + plain_line(change.field);
  if (change.kind >= EventChange::What::cancelled && change.kind <= EventChange::What::restored) return text;
  const auto [before, after] = values_told(change, reader);
  if (before.empty() && after.empty()) return text;
  return fmt::format("{}: {} → {}", text, before.empty() ? "nothing" : before, after.empty() ? "nothing" : after);
}

}  // namespace almanac::render
