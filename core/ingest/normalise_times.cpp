#include <almanac/base/day.hpp>
#include <utility>

#include "normalise_steps.hpp"

namespace almanac {
namespace {

constexpr std::int64_t small_gap = 2 * day_seconds;

void settle_end(Entry& entry, bool inclusive) {
  if (!entry.start) {
    entry.end.reset();
    return;
  }
  if (!entry.end) return;
  if (inclusive && entry.end->kind == MomentKind::date) entry.end->seconds += day_seconds;
  const bool alike = entry.end->kind == entry.start->kind;
  if (alike && entry.end->seconds < entry.start->seconds) {
    if (entry.start->kind != MomentKind::date && entry.start->seconds - entry.end->seconds <= small_gap)
      std::swap(*entry.start, *entry.end);
    else
      entry.end.reset();
  }
}

/// "21:00", "9:30:00": a time of day and nothing else.
bool is_clock_time(const Moment& moment) {
  const std::string& text = moment.text;
  const std::size_t colon = text.find(':');
  return moment.kind == MomentKind::unread && (colon == 1 || colon == 2) && text.size() >= colon + 3 &&
         text.size() <= colon + 6 && text.find_first_not_of("0123456789:") == text.npos;
}

/// Applies what the user declared about publication dates.
void apply_pubdate(Entry& entry, PubdateMeans means) {
  if (means == PubdateMeans::published || !entry.published) return;
  Moment stated = std::move(*entry.published);
  entry.published.reset();
  if (means == PubdateMeans::build) return;
  stated.provenance = Provenance::declared;
  if (means == PubdateMeans::start && !entry.start)
    entry.start = std::move(stated);
  else if (means == PubdateMeans::deadline && entry.deadlines.empty())
    entry.deadlines.push_back({DeadlineType::cfp, std::move(stated), {}, false});
}

/// Applies what the user declared about the starts of entries.
void make_start_deadline(Entry& entry) {
  if (!entry.start || !entry.recurrence.empty()) return;
  Moment stated = std::move(*entry.start);
  stated.provenance = Provenance::declared;
  entry.start.reset();
  if (entry.deadlines.empty()) entry.deadlines.push_back({DeadlineType::other, std::move(stated), {}, false});
}

}  // namespace

TimeReader::TimeReader(const std::string& calendar_zone, const ZoneBook& zones, const SourceOptions& options,
                       std::vector<Warning>& warnings)
    : warnings_(warnings), zones_(zones), options_(options) {
  if (!calendar_zone.empty()) calendar_zone_ = zones.find(calendar_zone);
  reading_.day_first = options.day_first;
}

/// Feed times (published, updated): without a zone they are UTC, as feed formats demand one.
void TimeReader::feed_time(std::optional<Moment>& moment) { read(moment, true); }

/// … or of the others the first that can be read.
void TimeReader::feed_time(std::optional<Moment>& moment, std::vector<Moment>& others) {
  feed_time(moment);
  for (Moment& other : std::exchange(others, {})) {
    if (moment) return;
    moment = std::move(other);
    feed_time(moment);
  }
}

/// Event times: without a zone they float, unless the calendar or the source's option names one.
void TimeReader::event_time(std::optional<Moment>& moment) { read(moment, false); }

bool TimeReader::event_time(Moment& moment) {
  std::optional<Moment> copy(std::move(moment));
  read(copy, false);
  if (copy) moment = std::move(*copy);
  return copy.has_value();
}

/// A day that is known to be the last one: dates end on the day after it. A text that is declared to name a day is one,
/// too.
void TimeReader::read_end(std::optional<Moment>& end, bool is_last_day) {
  if (end && end->kind == MomentKind::unread && end->precision == Precision::day) is_last_day = true;
  event_time(end);
  if (is_last_day && end && end->kind == MomentKind::date) end->seconds += day_seconds;
}

/// "from 9 December 19:00 to 21:00": an end that is only a time of day is on the day of the start, or on the next.
void TimeReader::read_clock_end(std::optional<Moment>& end, const Moment& start) {
  const auto zone = start.kind == MomentKind::instant ? zones_.find(start.zone) : std::nullopt;
  std::string stated = std::move(end->text);
  end->text = iso_text(MomentKind::date, zone ? zone->to_local(start.seconds) : start.seconds) + 'T' + stated;
  end->zone = start.zone;
  end->zone_stated = start.zone_stated;
  event_time(end);
  if (!end) return;
  if (end->kind != start.kind || start.kind == MomentKind::date) return end.reset();
  if (end->seconds < start.seconds) end->seconds += day_seconds;
  end->text = std::move(stated);
}

void TimeReader::read(std::optional<Moment>& moment, bool is_feed_time) {
  if (!moment) return;
  if (moment->kind == MomentKind::unread && !read_text(*moment, is_feed_time)) {
    moment.reset();
    return;
  }
  if (moment->kind == MomentKind::local) resolve(*moment);
  if (moment->kind == MomentKind::instant && moment->zone.empty()) moment->zone = "UTC";
}

bool TimeReader::read_text(Moment& moment, bool is_feed_time) {
  reading_.assume_utc = is_feed_time;
  auto read = read_date(moment.text, reading_);
  if (!read) {
    warn("bad-date", "'" + moment.text + "' is no date: " + read.error().message());
    return false;
  }
  read->provenance = moment.provenance;
  if (moment.precision == Precision::day && read->kind == MomentKind::instant) make_day(*read, moment.zone);
  if (read->kind == MomentKind::local) {
    read->zone = std::move(moment.zone);
    read->zone_stated = moment.zone_stated;
  }
  moment = std::move(*read);
  return true;
}

/// An instant that stands for a day, as lists write midnight in UTC: the day that it is in the zone named.
void TimeReader::make_day(Moment& moment, const std::string& zone_name) const {
  const auto zone = zones_.find(zone_name.empty() ? moment.zone : zone_name);
  const std::int64_t local = zone ? zone->to_local(moment.seconds) : moment.seconds;
  moment.seconds = local - ((local % day_seconds) + day_seconds) % day_seconds;
  moment.kind = MomentKind::date;
  moment.precision = Precision::day;
  moment.zone.clear();
  moment.zone_stated = false;
}

/// Start and end of a calendar's entry are of one type (RFC 5545 §3.8.2.2); an end of another one is read on its own
/// clock. One that then lies before the start says nothing.
void TimeReader::align_end(Entry& entry) const {
  if (entry.component == Component::none || !entry.start || !entry.end || entry.start->kind == entry.end->kind) return;
  Moment& end = *entry.end;
  if (const auto zone = end.kind == MomentKind::instant ? zones_.find(end.zone) : std::nullopt)
    end.seconds = zone->to_local(end.seconds);
  end.kind = entry.start->kind;
  end.zone = entry.start->zone;
  end.zone_stated = entry.start->zone_stated;
  if (end.kind == MomentKind::instant)
    if (const auto zone = zones_.find(end.zone)) end.seconds = zone->to_utc(end.seconds);
  if (end.kind == MomentKind::date) {
    const std::int64_t rest = ((end.seconds % day_seconds) + day_seconds) % day_seconds;
    end.seconds += rest ? day_seconds - rest : 0;
    end.precision = Precision::day;
  }
  if (end.seconds <= entry.start->seconds) entry.end.reset();
}

/// The end that a duration means: its days end at the same time of day, the rest are exact seconds (RFC 5545 §3.3.6). A
/// task is due then.
void TimeReader::end_after_duration(Entry& entry) const {
  if (!entry.start || entry.end || entry.duration.value_or(0) <= 0) return;
  Moment end = *entry.start;
  end.text.clear();
  const auto zone = end.kind == MomentKind::instant && entry.duration_days > 0 ? zones_.find(end.zone) : std::nullopt;
  if (end.kind == MomentKind::date) {
    end.seconds += (*entry.duration + day_seconds - 1) / day_seconds * day_seconds;
  } else if (zone) {
    const std::int64_t days = entry.duration_days * day_seconds;
    end.seconds = zone->to_utc(zone->to_local(end.seconds) + days) + *entry.duration - days;
  } else {
    end.seconds += *entry.duration;
  }
  if (entry.component == Component::vtodo && entry.deadlines.empty())
    entry.deadlines.push_back({DeadlineType::other, std::move(end), {}, false});
  else if (entry.component != Component::vtodo)
    entry.end = std::move(end);
}

/// "12 May 09:00 to 14 May" outside calendars: the event ends with that day, on the clock of its start.
void TimeReader::close_last_day(Entry& entry) const {
  if (!entry.end_is_last_day || !entry.start || !entry.end) return;
  const Moment& start = *entry.start;
  Moment& end = *entry.end;
  if (start.kind == MomentKind::date || end.kind != MomentKind::date) return;
  const auto zone = start.kind == MomentKind::instant ? zones_.find(start.zone) : std::nullopt;
  if (start.kind == MomentKind::instant && !zone) return;
  const std::int64_t local_start = zone ? zone->to_local(start.seconds) : start.seconds;
  if (end.seconds <= local_start + day_seconds) return;
  const std::int64_t last_second = end.seconds - 1;
  end.kind = start.kind;
  end.seconds = zone ? zone->to_utc(last_second) : last_second;
  end.zone = start.zone;
  end.zone_stated = false;
  end.precision = Precision::day;
}

/// Puts a wall-clock time on the time line if any zone is known for it.
void TimeReader::resolve(Moment& moment) {
  const Zone* zone = nullptr;
  std::optional<Zone> stated;
  if (!moment.zone.empty()) {
    stated = zones_.find(moment.zone);
    if (!stated) warn("unknown-zone", "the zone '" + moment.zone + "' is not known: its times are taken without one");
    if (stated) zone = &*stated;
  }
  moment.zone_stated = zone && moment.zone_stated;
  if (!zone && calendar_zone_) {
    zone = &*calendar_zone_;
    moment.zone_stated = moment.zone.empty();  // otherwise the time's own zone is not known
  }
  if (!zone && options_.default_tz) zone = &*options_.default_tz;
  if (!zone) {
    moment.zone.clear();
    return;
  }
  moment.kind = MomentKind::instant;
  moment.seconds = zone->to_utc(moment.seconds);
  moment.zone = zone->name();
}

void TimeReader::warn(const char* code, std::string message) {
  if (told_++ < most_date_warnings) warnings_.push_back({code, std::move(message), std::nullopt});
}

void TimeReader::read(DocumentInfo& document) {
  feed_time(document.updated);
  feed_time(document.published);
}

void TimeReader::read(Entry& entry) {
  feed_time(entry.published, entry.published_else);
  feed_time(entry.updated, entry.updated_else);
  event_time(entry.start);
  if (entry.end && entry.start && is_clock_time(*entry.end))
    read_clock_end(entry.end, *entry.start);
  else
    read_end(entry.end, entry.end_is_last_day);
  event_time(entry.recurrence.id);
  std::erase_if(entry.more_dates, [&](When& when) { return !event_time(when.start); });
  for (When& when : entry.more_dates) read_end(when.end, entry.end_is_last_day);
  std::erase_if(entry.deadlines, [&](Deadline& deadline) { return !event_time(deadline.at); });
  align_end(entry);
  close_last_day(entry);
  apply_pubdate(entry, options_.pubdate_means);
  if (options_.start_is_deadline) make_start_deadline(entry);
  end_after_duration(entry);
  settle_end(entry, options_.dtend_inclusive && !entry.end_is_last_day);
}

void normalise_times(Harvest& harvest, const ZoneBook& zones, const Normalising& how) {
  TimeReader reader(harvest.document.time_zone, zones, how.options, harvest.warnings);
  reader.read(harvest.document);
  for (Entry& entry : harvest.entries) reader.read(entry);
}

}  // namespace almanac
