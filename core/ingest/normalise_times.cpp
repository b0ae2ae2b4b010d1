#include <almanac/base/day.hpp>
#include <almanac/time/read_date.hpp>

#include "normalise.hpp"

namespace almanac {
namespace {

constexpr std::int64_t small_gap = 2 * day_seconds;

/// Reads the moments of one document with its zones and the source's defaults.
class MomentReader {
 public:
  MomentReader(Harvest& harvest, const ZoneBook& zones, const Normalising& how)
      : warnings_(harvest.warnings), zones_(zones), default_zone_(how.options.default_tz) {
    if (!harvest.document.time_zone.empty()) calendar_zone_ = zones.find(harvest.document.time_zone);
    reading_.day_first = how.options.day_first;
  }

  /// Feed times (published, updated): without a zone they are UTC, as feed formats demand one.
  void feed_time(std::optional<Moment>& moment) { read(moment, true); }
  /// Event times: without a zone they float, unless the calendar or the source's option names one.
  void event_time(std::optional<Moment>& moment) { read(moment, false); }
  bool event_time(Moment& moment) {
    std::optional<Moment> copy(std::move(moment));
    read(copy, false);
    if (copy) moment = std::move(*copy);
    return copy.has_value();
  }

 private:
  void read(std::optional<Moment>& moment, bool is_feed_time) {
    if (!moment) return;
    if (moment->kind == MomentKind::unread && !read_text(*moment, is_feed_time)) {
      moment.reset();
      return;
    }
    if (moment->kind == MomentKind::local) resolve(*moment);
    if (moment->kind == MomentKind::instant && moment->zone.empty()) moment->zone = "UTC";
  }

  bool read_text(Moment& moment, bool is_feed_time) {
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
  void make_day(Moment& moment, const std::string& zone_name) const {
    const auto zone = zones_.find(zone_name.empty() ? moment.zone : zone_name);
    const std::int64_t local = zone ? zone->to_local(moment.seconds) : moment.seconds;
    moment.seconds = local - ((local % day_seconds) + day_seconds) % day_seconds;
    moment.kind = MomentKind::date;
    moment.precision = Precision::day;
    moment.zone.clear();
    moment.zone_stated = false;
  }

  /// Puts a wall-clock time on the time line if any zone is known for it.
  void resolve(Moment& moment) {
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
      moment.zone_stated = true;
    }
    if (!zone && default_zone_) zone = &*default_zone_;
    if (!zone) {
      moment.zone.clear();
      return;
    }
    moment.kind = MomentKind::instant;
    moment.seconds = zone->to_utc(moment.seconds);
    moment.zone = zone->name();
  }

  void warn(const char* code, std::string message) {
    if (told_++ < 20) warnings_.push_back({code, std::move(message), std::nullopt});
  }

  std::vector<Warning>& warnings_;
  const ZoneBook& zones_;
  std::optional<Zone> default_zone_, calendar_zone_;
  DateReading reading_;
  int told_ = 0;
};

void settle_end(Entry& entry, bool inclusive) {
  if (!entry.start) {
    entry.end.reset();
    return;
  }
  if (!entry.end && entry.duration && *entry.duration > 0) {
    Moment end = *entry.start;
    end.seconds += entry.start->kind == MomentKind::date
                       ? (*entry.duration + day_seconds - 1) / day_seconds * day_seconds
                       : *entry.duration;
    end.text.clear();
    entry.end = std::move(end);
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

}  // namespace

void normalise_times(Harvest& harvest, const ZoneBook& zones, const Normalising& how) {
  MomentReader reader(harvest, zones, how);
  reader.feed_time(harvest.document.updated);
  reader.feed_time(harvest.document.published);
  for (Entry& entry : harvest.entries) {
    reader.feed_time(entry.published);
    reader.feed_time(entry.updated);
    reader.event_time(entry.start);
    // A text that is declared to name a day is the last one; dates end on the day after it.
    const bool is_last_day =
        entry.end && entry.end->kind == MomentKind::unread && entry.end->precision == Precision::day;
    reader.event_time(entry.end);
    if (is_last_day && entry.end && entry.end->kind == MomentKind::date) entry.end->seconds += day_seconds;
    reader.event_time(entry.recurrence.id);
    std::erase_if(entry.more_dates, [&](When& when) { return !reader.event_time(when.start); });
    for (When& when : entry.more_dates) reader.event_time(when.end);
    std::erase_if(entry.deadlines, [&](Deadline& deadline) { return !reader.event_time(deadline.at); });
    apply_pubdate(entry, how.options.pubdate_means);
    settle_end(entry, how.options.dtend_inclusive);
  }
}

}  // namespace almanac
