#include "prose.hpp"

#include <algorithm>
#include <almanac/time/zones/zone_names.hpp>
#include <limits>
#include <utility>

#include "prose_anchor.hpp"
#include "prose_clock_search.hpp"
#include "prose_deadlines.hpp"
#include "prose_roles.hpp"
#include "prose_shared_zone.hpp"

namespace almanac {
namespace {

using namespace prose;

void apply_clock(Moment& moment, const dates::CivilDay& day, const ClockSpan& clock, int minutes) {
  const std::int64_t local = day_count(day) * 86400 + minutes * 60;
  moment.precision = Precision::minute;
  moment.kind = MomentKind::local;
  moment.seconds = local;
  if (clock.stated == dates::Stated::offset) {
    moment.kind = MomentKind::instant;
    moment.seconds = local - clock.offset;
    moment.zone = offset_name(clock.offset);
    moment.zone_stated = true;
  } else if (clock.stated == dates::Stated::zone) {
    moment.kind = MomentKind::instant;
    moment.seconds = clock.zone->to_utc(local);
    moment.zone = clock.zone->name();
    moment.zone_stated = true;
  }
}

Moment moment_of(const dates::CivilDay& day, Precision precision, std::string_view words) {
  Moment moment;
  moment.kind = MomentKind::date;
  moment.precision = precision;
  moment.provenance = Provenance::prose;
  moment.seconds = day_count(day) * 86400;
  moment.text.assign(words);
  return moment;
}

class ProseReader {
 public:
  ProseReader(const ProseText& text, const ProseReading& reading)
      : text_(text),
        anchor_(text, reading),
        first_dated_(first_dated_segment(text, anchor_)),
        cues_(find_cues(text, first_dated_ < text.segments().size() ? text.pieces().size() : text.title_pieces())),
        dates_(read_roles(text, anchor_, cues_, first_dated_)) {
    for (const CalledOff& sentence : reading.called_off) call_off(sentence);
  }

  ProseDates read() {
    ProseDates facts;
    read_event(facts);
    read_deadlines(facts);
    facts.titled = deadline_titled(text_, cues_);
    count_days(facts);
    for (const RoledDate& dated : dates_)
      if (dated.off) facts.called_off.push_back(day_count(dated.span.first));
    return facts;
  }

 private:
  std::string_view words(const DateSpan& span) const {
    return text_.published(text_.at(span.from).from, text_.at(span.to - 1).to);
  }

  /// "The meetup of 2 May is off, the next one is on 9 May": the days before that word, or else all of the sentence.
  void call_off(const CalledOff& sentence) {
    const auto mark = [&](std::uint32_t end) {
      bool marked = false;
      for (RoledDate& dated : dates_)
        if (dated.span.precision == Precision::day && dated.span.from >= sentence.from && dated.span.from < end)
          marked = dated.off = true;
      return marked;
    };
    if (!mark(sentence.behind)) mark(sentence.to);
  }

  /// The likeliest date; one that is called off only when there is no other.
  const RoledDate* best_event() const {
    const RoledDate* best = nullptr;
    const bool has_day = std::any_of(dates_.begin(), dates_.end(), [](const RoledDate& dated) {
      return dated.role == Role::event && !dated.off && dated.span.precision == Precision::day;
    });
    const auto is_off = [&](const RoledDate& dated) { return dated.off && has_day; };
    const auto is_better = [&](const RoledDate& dated) {
      return !best || (is_off(dated) == is_off(*best) ? dated.score > best->score : is_off(*best));
    };
    for (const RoledDate& dated : dates_)
      if (dated.role == Role::event && dated.score > 0 && is_better(dated) && !repeats_deadline(dated)) best = &dated;
    return best && best->span.precision == Precision::year ? finer_than(*best) : best;
  }

  /// "Save the date: spring 2028", and April 2028 in the text.
  const RoledDate* finer_than(const RoledDate& coarse) const {
    const RoledDate* best = &coarse;
    for (const RoledDate& dated : dates_)
      if (dated.role == Role::event && dated.score > 0 && dated.span.precision != Precision::year &&
          dated.span.first.year == coarse.span.first.year && (best == &coarse || dated.score > best->score))
        best = &dated;
    return best;
  }

  /// "Grant deadline 15 January, 17:00" as a title, and the same day and time again in the text.
  bool repeats_deadline(const RoledDate& dated) const {
    const DateSpan& span = dated.span;
    if (span.is_range() || !span.first_clock || span.precision != Precision::day) return false;
    return std::any_of(dates_.begin(), dates_.end(), [&](const RoledDate& other) {
      return other.role == Role::deadline && other.span.from < text_.title_pieces() && !other.span.is_range() &&
             day_count(other.span.last) == day_count(span.last) && other.span.first_clock &&
             other.span.first_clock->start == span.first_clock->start;
    });
  }

  void count_days(ProseDates& facts) const {
    std::int64_t last_day = std::numeric_limits<std::int64_t>::min();
    bool past = false;
    for (const RoledDate& dated : dates_) {
      past |= dated.past;
      if (dated.role == Role::nothing || dated.span.precision != Precision::day) continue;
      const std::int64_t day = day_count(dated.span.first);
      if (day != last_day) ++facts.days;
      last_day = day;
      const Segment& segment = text_.segments()[dated.segment];
      if (dated.role == Role::event && !segment.title && dated.span.from <= segment.from + 3) ++facts.lines;
    }
    facts.is_past = past && facts.days == 0;
  }

  void read_event(ProseDates& facts) {
    const RoledDate* chosen = best_event();
    if (!chosen) {
      const bool dated =
          std::any_of(dates_.begin(), dates_.end(), [](const RoledDate& d) { return d.role == Role::event; });
      const int this_year = anchor_.today() ? dates::civil_from_days(*anchor_.today()).year : 0;
      if (anchor_.title_year() >= this_year && anchor_.title_year() != 0 && !dated && !is_year_of_deadline() &&
          !is_year_of_sentence()) {
        facts.in_passing = true;
        facts.when =
            When{moment_of({anchor_.title_year(), 1, 1}, Precision::year, std::to_string(anchor_.title_year())),
                 std::nullopt};
      }
      return;
    }
    DateSpan span = chosen->span;
    facts.in_passing = !span.first_clock && !is_announced(*chosen);
    if (span.undecided) {
      facts.undecided = true;
      facts.when = When{moment_of({span.first.year, 1, 1}, Precision::year, words(span)), std::nullopt};
      return;
    }
    complete(*chosen, span);
    facts.when = when_of(span);
    facts.in_passing = facts.in_passing && !span.first_clock;
  }

  /// Whether any mention of a date announces something.
  bool is_announced(const RoledDate& chosen) const {
    return std::any_of(dates_.begin(), dates_.end(), [&](const RoledDate& dated) {
      return dated.role == Role::event && dated.announced &&
             day_count(dated.span.first) == day_count(chosen.span.first);
    });
  }

  /// Whether a deadline in the title has the title's year.
  bool is_year_of_deadline() const {
    return std::any_of(dates_.begin(), dates_.end(), [&](const RoledDate& dated) {
      return dated.role == Role::deadline && dated.span.from < text_.title_pieces() && dated.span.year_stated &&
             text_.is_number(dated.span.to - 1) && text_.at(dated.span.to - 1).value == anchor_.title_year();
    });
  }

  /// "The state of conferences in 2027", "10 tips for 2027": no name goes before it.
  bool is_year_of_sentence() const {
    for (std::uint32_t i = 1; i < text_.title_pieces(); ++i)
      if (text_.is_number(i) && text_.at(i).value == anchor_.title_year() &&
          !text_.is_one_of(text_.at(i - 1), "in", "by", "until", "since", "of", "for", "im", "bis", "en", "em", "nel",
                           "entro", "voor"))
        return false;
    return text_.is_number(0) ? text_.at(0).value != anchor_.title_year() : true;
  }

  static constexpr std::int64_t longest_event = 200;  ///< days

  /// What other mentions of the same date, the closing date and times nearby add.
  void complete(const RoledDate& chosen, DateSpan& span) {
    if (span.precision != Precision::day) return;
    for (const RoledDate& other : dates_) {
      if (&other == &chosen || other.role == Role::deadline || other.role == Role::nothing) continue;
      const auto apart = day_count(other.span.first) - day_count(span.first);
      if (other.role == Role::closing && apart >= 0 && apart <= longest_event &&
          day_count(other.span.last) >= day_count(span.last)) {
        span.last = other.span.last;
        if (other.span.first_clock) span.last_clock = other.span.first_clock;
        if (span.last_clock && span.first_clock && span.first_clock->stated == dates::Stated::nothing)
          adopt_zone(*span.first_clock, *span.last_clock);
      } else if (other.role == Role::event && apart == 0) {
        if (span.is_range() && is_bracketed(span) && !other.span.is_range() && has_hours(other.span)) {
          span = other.span;
          continue;
        }
        if (!span.is_range() && other.span.is_range() && other.span.precision == Precision::day &&
            !(has_hours(span) && is_bracketed(other.span)))
          span.last = other.span.last;
        if (!span.first_clock && other.span.first_clock) span.first_clock = other.span.first_clock;
        if (is_same_without_zone(span.first_clock, other.span.first_clock))
          adopt_zone(*span.first_clock, *other.span.first_clock);
        if (!span.last_clock && other.span.last_clock) span.last_clock = other.span.last_clock;
      }
    }
    const ClockSearch clocks(text_, cues_, dates_);
    if (!span.first_clock) span.first_clock = clocks.near(chosen);
    if (span.first_clock && span.first_clock->stated == dates::Stated::nothing)
      if (const auto zone = shared_zone(text_, cues_, SharedBy::times)) adopt_zone(*span.first_clock, *zone);
    if (span.first_clock && span.first_clock->end < 0 && !span.is_range() && !span.last_clock)
      span.first_clock->end = clocks.end_below(chosen, *span.first_clock);
  }

  static bool has_hours(const DateSpan& span) { return span.first_clock && span.first_clock->end >= 0; }
  /// "A workshop at QuuxConf (14-16 May)": what it belongs to.
  bool is_bracketed(const DateSpan& span) const { return span.from > 0 && text_.is_symbol(span.from - 1, '('); }

  /// "7 pm" here and "7 pm PST" there.
  static bool is_same_without_zone(const std::optional<ClockSpan>& clock, const std::optional<ClockSpan>& zoned) {
    return clock && zoned && clock->stated == dates::Stated::nothing && zoned->stated != dates::Stated::nothing &&
           clock->start == zoned->start;
  }

  static void adopt_zone(ClockSpan& to, const ClockSpan& from) {
    to.stated = from.stated, to.offset = from.offset, to.zone = from.zone;
  }

  /// The first day of the month, or of the year, behind one: ends are exclusive.
  static dates::CivilDay behind(dates::CivilDay day, Precision precision) {
    if (precision == Precision::year || day.month == 12) return {day.year + 1, 1, 1};
    return {day.year, day.month + 1, 1};
  }

  /// "in the night from 9 to 10 March between 22:00 and 2:00".
  static bool is_one_night(const DateSpan& span) {
    return span.first_clock && span.first_clock->end >= 0 && span.first_clock->end < span.first_clock->start &&
           day_count(span.last) - day_count(span.first) == 1;
  }

  When when_of(const DateSpan& span) const {
    When when{moment_of(span.first, span.precision, words(span)), std::nullopt};
    const auto& start = span.first_clock;
    if (span.precision != Precision::day) {
      if (span.is_range()) when.end = moment_of(behind(span.last, span.precision), span.precision, {});
      return when;
    }
    if (start) apply_clock(when.start, span.first, *start, start->start);
    if (span.last_clock) {
      when.end = moment_of(span.last, Precision::day, {});
      ClockSpan zoned = *span.last_clock;
      if (zoned.stated == dates::Stated::nothing && start) adopt_zone(zoned, *start);
      apply_clock(*when.end, span.last, zoned, zoned.end >= 0 ? zoned.end : zoned.start);
    } else if (is_one_night(span)) {
      when.end = moment_of(span.last, Precision::day, {});
      apply_clock(*when.end, span.last, *start, start->end);
    } else if (span.is_range()) {
      when.end = moment_of(span.last, Precision::day, {});
      when.end->seconds += 86400;  // exclusive
    } else if (start && start->end >= 0) {
      when.end = moment_of(span.last, Precision::day, {});
      const bool overnight = start->end <= start->start;
      const dates::CivilDay day = overnight ? dates::civil_from_days(day_count(span.first) + 1) : span.first;
      apply_clock(*when.end, day, *start, start->end);
    }
    return when;
  }

  /// What an extension in the title can be one of: not "Extended Reality Days".
  static bool is_of_call(Cue cue) {
    return cue == Cue::due || cue == Cue::until || cue == Cue::until_after || cue == Cue::closes ||
           (cue >= Cue::cfp && cue <= Cue::other_deadline);
  }
  template <class Test>
  bool title_has(Test test) const {
    return std::any_of(cues_.begin(), cues_.end(),
                       [&](const CueHit& hit) { return hit.from < text_.title_pieces() && test(hit.cue); });
  }

  void read_deadlines(ProseDates& facts) const {
    std::optional<ClockSpan> shared;
    if (std::any_of(dates_.begin(), dates_.end(), [](const RoledDate& d) { return d.role == Role::deadline; }))
      shared = shared_zone(text_, cues_, SharedBy::all);
    const bool title_extended = title_has([](Cue cue) { return cue == Cue::extended; }) && title_has(is_of_call);
    for (const RoledDate& dated : dates_) {
      if (dated.role != Role::deadline || dated.span.undecided) continue;
      Deadline deadline = deadline_of(dated, shared);
      if (title_extended && deadline.type != DeadlineType::notification && facts.deadlines.empty())
        deadline.extended = true;
      if (Deadline* kept = add(facts.deadlines, std::move(deadline))) kept->at.text.assign(words(dated.span));
    }
  }

  /// One deadline a day and type; a second mention may add the time. The one that has the moment of `deadline` now;
  /// nullptr if none has.
  static Deadline* add(std::vector<Deadline>& deadlines, Deadline deadline) {
    const auto local_day = [](const Deadline& d) {
      return dates::floor_days(d.at.seconds - (d.at.zone == "AoE" ? 43200 : 0));
    };
    const std::int64_t day = local_day(deadline);
    for (Deadline& known : deadlines) {
      if (local_day(known) != day) continue;
      known.extended |= deadline.extended;
      const bool says_more = known.type == DeadlineType::cfp &&
                             (deadline.type == DeadlineType::paper || deadline.type == DeadlineType::abstract);
      if (known.type == DeadlineType::submission || says_more)
        known.type = deadline.type;  // what was not said at first
      if (known.at.precision != Precision::day || deadline.at.precision != Precision::minute) return nullptr;
      known.at = std::move(deadline.at);
      return &known;
    }
    constexpr std::size_t most = 64;
    return deadlines.size() < most ? &deadlines.emplace_back(std::move(deadline)) : nullptr;
  }

  /// Without its text: most are mentioned more than once.
  static Deadline deadline_of(const RoledDate& dated, const std::optional<ClockSpan>& shared) {
    const DateSpan& span = dated.span;
    Deadline deadline;
    deadline.type = dated.type;
    deadline.extended = dated.extended;
    deadline.at = moment_of(span.last, Precision::day, {});
    const auto& clock = span.last_clock ? span.last_clock : span.first_clock;
    if (clock) {
      int minutes = clock->end >= 0 ? clock->end : clock->start;
      if (minutes == 0) minutes = 1439;  // midnight at the end of that day
      ClockSpan zoned = *clock;
      if (shared && zoned.stated == dates::Stated::nothing) adopt_zone(zoned, *shared);
      apply_clock(deadline.at, span.last, zoned, std::min(minutes, 1439));
    } else if (span.zone || shared) {
      const ClockSpan& zoned = span.zone ? *span.zone : *shared;
      apply_clock(deadline.at, span.last, zoned, zoned.start > 0 ? std::min(zoned.start, 1439) : 1439);
      if (zoned.start >= 0) return deadline;
      deadline.at.seconds += 59;
      deadline.at.precision = Precision::day;
    } else {
      deadline.at.kind = MomentKind::instant;
      deadline.at.seconds += 86399 + 12 * 3600;  // the end of the day, anywhere on Earth
      deadline.at.zone = "AoE";
    }
    return deadline;
  }

  const ProseText& text_;
  Anchor anchor_;
  std::size_t first_dated_;   ///< of the segments
  std::vector<CueHit> cues_;  ///< of the title alone when there are no dates
  std::vector<RoledDate> dates_;
};

}  // namespace

ProseDates read_prose(const ProseText& text, const ProseReading& reading) { return ProseReader(text, reading).read(); }

ProseDates read_prose(std::string_view title, std::string_view text, const ProseReading& reading) {
  return read_prose(ProseText(title, text), reading);
}

std::optional<When> read_display_range(std::string_view text, const ProseReading& reading) {
  constexpr std::size_t longest = 120;
  if (text.size() > longest) return std::nullopt;
  const ProseText prose("", text);
  const Anchor anchor(prose, reading);
  std::vector<DateSpan> spans;
  find_dates(prose, anchor, static_cast<std::uint32_t>(prose.title_pieces()),
             static_cast<std::uint32_t>(prose.pieces().size()), spans);
  if (spans.size() != 1 || spans[0].undecided || spans[0].said == Said::relative ||
      spans[0].from != prose.title_pieces() || spans[0].to != prose.pieces().size())
    return std::nullopt;
  const DateSpan& span = spans[0];
  When when{moment_of(span.first, span.precision, text), std::nullopt};
  if (span.first_clock) apply_clock(when.start, span.first, *span.first_clock, span.first_clock->start);
  if (span.is_range()) {
    when.end = moment_of(span.last, span.precision, text);
    if (span.precision == Precision::day) when.end->seconds += 86400;
  }
  return when;
}

}  // namespace almanac
