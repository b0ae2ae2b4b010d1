#include "prose_roles.hpp"

#include <algorithm>
#include <utility>

#include "prose_anchor.hpp"
#include "prose_announced.hpp"
#include "prose_closing_clock.hpp"
#include "prose_columns.hpp"
#include "prose_deadlines.hpp"
#include "prose_extension.hpp"
#include "prose_moves.hpp"
#include "prose_surroundings.hpp"
#include "prose_until.hpp"

namespace almanac::prose {
namespace {

class RoleReader {
 public:
  RoleReader(const ProseText& text, const Anchor& anchor, const std::vector<CueHit>& cues)
      : text_(text),
        anchor_(anchor),
        cues_(cues),
        near_cues_(cues),
        title_cues_(
            near_cues_.first(Surroundings::count_before(near_cues_, static_cast<std::uint32_t>(text.title_pieces())))) {
  }

  std::vector<RoledDate> read(std::size_t first_dated) {
    for (const CueHit& hit : cues_) {
      moved_ |= hit.cue == Cue::moved || hit.cue == Cue::moves;
      if (hit.from < text_.title_pieces()) title_extended_ |= hit.cue == Cue::extended;
      looks_back_ |= hit.cue == Cue::recap && hit.from < text_.title_pieces() + opening_pieces;
    }
    const auto& segments = text_.segments();
    for (auto i = static_cast<std::uint32_t>(first_dated); i < segments.size(); ++i) read_segment(i);
    keep_sole_day();
    return std::move(dates_);
  }

 private:
  /// "The seminar planned for 8 April will be online": nothing takes the place of that day.
  void keep_sole_day() {
    constexpr int low = 5;
    if (moved_ || has_event_) return;
    for (RoledDate& dated : dates_)
      if (dated.replaced && !dated.past) dated.role = Role::event, dated.score = low;
  }

  /// A line that is only a label ("RSVP by", "日時") speaks for the line below it.
  std::uint32_t label_above(std::uint32_t index) {
    const auto& segments = text_.segments();
    const Segment& segment = segments[index];
    if (index == 0 || segment.title) return segment.from;
    constexpr std::uint32_t most_label = 8;  // pieces: "Call closes at 11:59 PM"
    const Segment& above = segments[index - 1];
    if (above.title || !above.whole_line || above.line + 2 < segment.line ||
        above.to - above.from > (text_.is_symbol(above.to - 1, ':') ? 2 * most_label : most_label))
      return segment.from;
    find_dates(text_, anchor_, above.from, above.to, above_);
    return above_.empty() ? above.from : segment.from;
  }

  void read_segment(std::uint32_t index) {
    const Segment& segment = text_.segments()[index];
    gone_ = false;
    std::vector<DateSpan>& spans = spans_;
    find_dates(text_, anchor_, segment.from, segment.to, spans);
    if (spans.empty()) return;
    if (read_row(index)) return;
    const std::uint32_t start = label_ = label_above(index);
    std::uint32_t lead = start;
    near_cues_ = near_cues_.subspan(Surroundings::count_before(near_cues_, start));
    std::size_t earlier = 0;  // of them, before `lead`
    for (DateSpan& span : spans) split_move(text_, near_cues_, span);
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const std::uint32_t tail = i + 1 < spans.size() ? tail_before(spans[i], spans[i + 1]) : segment.to;
      RoledDate dated;
      const bool is_last = i + 1 == spans.size();
      const bool inserted = is_inserted(spans[i], lead, is_last);
      dated.segment = index;
      dated.span = std::move(spans[i]);
      earlier += Surroundings::count_before(near_cues_.subspan(earlier), lead);
      const Surroundings around(text_, title_cues_, near_cues_, earlier, dated.span, lead, tail);
      decide(dated, around, is_last, segment, inserted);
      if (!inserted && !gone_) lead = dated.span.to;  // "the deadline, originally 1 March, is now 12 March"
      has_event_ |= dated.role == Role::event;
      dates_.push_back(std::move(dated));
    }
  }

  /// A line of a table whose head says what each of its dates is: "Posters  1 March  10 May" below "Track  Due
  /// Decision".
  bool read_row(std::uint32_t index) {
    const std::vector<CueHit> columns = columns_above(text_, anchor_, cues_, index, spans_);
    if (columns.empty()) return false;
    const std::uint32_t label = text_.segments()[index].from;
    const CueHit* row = named_before(spans_.front().from, nullptr);
    for (std::size_t i = 0; i < spans_.size(); ++i) {
      RoledDate dated{.span = std::move(spans_[i]), .segment = index, .role = Role::deadline};
      const bool is_named = row && row->from >= label && columns[i].cue == Cue::due;
      dated.type = is_named                     ? deadline_type_of(row->cue)
                   : columns[i].cue == Cue::due ? DeadlineType::submission
                                                : deadline_type_of(columns[i].cue);
      dates_.push_back(std::move(dated));
    }
    return true;
  }

  /// What stands behind a date up to the next: "12 May, registration deadline 1 May" says nothing of the first.
  std::uint32_t tail_before(const DateSpan& span, const DateSpan& next) const {
    if (!text_.is_symbol(span.to, ',')) return next.from;
    for (std::uint32_t i = span.to + 1; i < next.from; ++i)
      if (text_.at(i).kind == PieceKind::symbol) return next.from;
    return span.to;
  }

  /// "the deadline of QuuxConf (Ulm, 14-16 May) is 1 March": a range of days in brackets or between commas is the
  /// event's, and what stands before it speaks for the date behind it.
  bool is_inserted(const DateSpan& span, std::uint32_t lead, bool is_last) const {
    constexpr std::uint32_t reach = 8;
    if (!span.is_range() || span.precision != Precision::day || span.from == lead) return false;
    if (text_.is_symbol(span.from - 1, ',') && !is_last) return true;
    for (std::uint32_t i = span.from; i > lead && span.from - i < reach; --i) {
      if (text_.is_symbol(i - 1, ':') || text_.is_symbol(i - 1, ')')) return false;
      if (!text_.is_symbol(i - 1, '(')) continue;
      return !any_cue_around(near_cues_, span, [&](const CueHit& hit) {
        const bool is_of_range = hit.to >= i - 1 && hit.from < span.from;  // in the bracket, or right before it
        return is_of_range && (is_type(hit.cue) || hit.cue == Cue::due || hit.cue == Cue::closes);
      });
    }
    return false;
  }

  void decide(RoledDate& dated, const Surroundings& around, bool last_in_segment, const Segment& segment,
              bool inserted) {
    const DateSpan& span = dated.span;
    const std::uint32_t near = 2;
    const bool follows_gone = std::exchange(gone_, false);
    if (around.before(Cue::publication, 6) ||
        (around.before(Cue::repeats, 0) && !(span.is_range() && span.said == Said::plain)))
      return set(dated, Role::nothing);
    const bool right_until =
        (around.before(Cue::until, 0) && !joins_weekdays(text_, span, *around.before(Cue::until, 0))) ||
        is_slavic_until(text_, anchor_, span) || is_suffixed(text_, span);
    const bool closing = right_until || around.before(Cue::closes, 1);
    if (span.said == Said::relative && plain_weekday(span) && !(closing && around.type()) &&
        (!span.first_clock || ordinal_before(span.from)))
      return set(dated, Role::nothing);
    if (const CueHit* hit = around.behind(Cue::extended, 0); hit && !last_in_segment && is_sign(hit->from))
      return set(dated, Role::nothing);  // 9月30日延长至10月15日
    dated.past = told_in_the_past(dated, around);
    if (dated.past || (around.before(Cue::past, 5) && !around.before(Cue::label, 2))) return set(dated, Role::nothing);
    if (around.before(Cue::aside, 6) || denied(span) || is_version(span, segment)) return set(dated, Role::nothing);
    if (inserted) return score(dated, around, segment);
    dated.moved_here = span.is_moved || around.before(Cue::moved, 6) || moves_behind(span, around) || around.moves_to();
    const CueHit* closes = around.before(Cue::closes, anchor_.is_contest() && dated.moved_here ? 20 : 8);
    const CueHit* type = around.type();
    if ((!type || around.in_title(type)) && closes && closes->from == segment.from)
      type = named_before(segment.from, type);
    // "5月8日から10日まで": what closes there is the range itself, unless something is due.
    const bool ends_range = span.is_range() && !(type && around.before(type->cue) == type);
    const CueHit* until_before = around.before(Cue::until, near);
    if (until_before && joins_weekdays(text_, span, *until_before)) until_before = nullptr;
    const bool until = right_until || until_before || (around.behind(Cue::until_after, 1) && !ends_range);
    const bool due = around.before(Cue::due) || around.behind(Cue::due, last_in_segment ? 8 : 2);
    const CueHit* opens = around.before(Cue::opens, 4);
    dated.extended = follows_gone || is_struck_before(text_, span) || around.before(Cue::extended) ||
                     (last_in_segment && around.behind(Cue::extended, 12));
    if (bracketed_as_gone(around)) return set(dated, Role::nothing);
    if (around.before(Cue::replaced, 3) && !dated.moved_here &&
        (strongly_replaced(around) || moved_ || dated.extended || due || until || title_extended_)) {
      dated.replaced = !type && !due && !until && !is_gone(span);
      gone_ = type && due && !follows_gone;
      return set(dated, Role::nothing);
    }
    if (is_time_of_contest(span, type)) return score(dated, around, segment);
    if (anchor_.is_contest() && closes && !type && !span.is_range() && !has_event_) {
      dated.type = DeadlineType::submission;  // "The competition closes on 30 May"
      dated.extended |= dated.moved_here;
      return set(dated, Role::deadline);
    }
    if (opens && type && !span.is_range() && (segment.title || !around.in_title(type)) && !until &&
        !(closes && closes->from > opens->from) &&
        !(due && around.before(Cue::due) && around.before(Cue::due)->from > opens->from))
      return set(dated, Role::nothing);
    if (span.precision == Precision::day && (is_deadline(text_, around, span, segment, {type, closes, until, due}) ||
                                             is_listed(span, around, type, segment, dated.segment))) {
      const bool is_stale = type && anchor_.is_contest() && due && !around.beside(type);
      if (is_stale) type = nullptr;  // "Registration closes on 31 July, forecasts are due on 30 September"
      const bool is_of_call = !type && closes && is_call_before(text_, closes->from);
      dated.type = type ? deadline_type_of(type->cue) : is_of_call ? DeadlineType::cfp : DeadlineType::submission;
      if (const CueHit* extended = around.behind(Cue::extended, 6))
        dated.extended |= lengthen(text_, extended->to, dated.span.last);
      dated.extended |= dated.moved_here;
      dated.extended |= around.behind(Cue::replaced, 3) != nullptr;  // "now 4 December (was: 20 November)"
      take_closing_clock(dated.span, segment);
      return set(dated, Role::deadline);
    }
    if (span.precision != Precision::day && type && !around.in_title(type) &&
        (type->cue == Cue::notification || due || until))
      return set(dated, Role::nothing);
    if (until && !type && !dated.moved_here && span.said != Said::period) {
      if (last_in_segment && !dates_.empty() && dates_.back().segment + 2 >= dated.segment &&
          dates_.back().role == Role::event)
        return set(dated, Role::closing);
      if (right_until) return set(dated, Role::nothing);
    }
    if (around.before(Cue::ends, 4) && !dates_.empty() && dates_.back().role == Role::event)
      return set(dated, Role::closing);
    score(dated, around, segment);
  }

  /// "The call for speakers is open. Closes on 14 January": what the sentence before names; else what was found.
  const CueHit* named_before(std::uint32_t piece, const CueHit* found) const {
    constexpr std::uint32_t reach = 16;
    auto hit = std::lower_bound(cues_.begin(), cues_.end(), piece,
                                [](const CueHit& known, std::uint32_t from) { return known.from < from; });
    while (hit != cues_.begin() && (--hit)->from >= text_.title_pieces() && hit->to + reach >= piece)
      if (is_type(hit->cue)) return &*hit;
    return found;
  }

  /// "Submission period: 1 June – 7 July" of a hackathon: what is handed in then is made then.
  bool is_time_of_contest(const DateSpan& span, const CueHit* type) const {
    return anchor_.is_contest() && span.is_range() && type && type->cue == Cue::submission;
  }

  /// "5 March, by 4 pm", or "Call closes at 11:59 PM" above the day: the time of a deadline that states no other.
  void take_closing_clock(DateSpan& span, const Segment& segment) const {
    std::optional<ClockSpan>& clock = span.is_range() ? span.last_clock : span.first_clock;
    if (clock || span.zone) return;
    clock = closing_clock_behind(text_, span.to, segment.to);
    if (clock) span.to = clock->to;
    for (std::uint32_t i = label_; !clock && i < segment.from; ++i) clock = clock_at(text_, i, segment.from);
  }

  static void set(RoledDate& dated, Role role) { dated.role = role; }

  /// A day without a year that would lie far ahead, in a text that looks back or a sentence in the past tense.
  bool told_in_the_past(const RoledDate& dated, const Surroundings& around) const {
    constexpr std::int64_t far = 150, nearly_a_year = 325;
    const DateSpan& span = dated.span;
    if (looks_back_ && span.said == Said::relative && plain_weekday(span) && !around.before(Cue::label, 3)) return true;
    if (!anchor_.today() || span.year_stated || span.said != Said::plain) return false;
    const auto ahead = dates::days_from_civil(span.first.year, span.first.month, span.first.day) - *anchor_.today();
    if (around.before(Cue::label, 2) || ahead <= far) return false;
    if (ahead > nearly_a_year && anchor_.title_year() == 0 && !around.before(Cue::takes_place)) return true;
    return looks_back_ || around.before(Cue::past) || around.behind(Cue::past, 14);
  }

  /// 7月3日に延期, "auf März 2028 verschoben": there the word that moves stands behind the new date.
  bool moves_behind(const DateSpan& span, const Surroundings& around) const {
    const CueHit* hit = around.behind(Cue::moves, 1);
    const CueHit* to = around.behind(Cue::moved, 1);
    if (to && text_.is_word(to->from, "に")) return true;
    if (!hit) return false;
    const auto is_to = [&](std::uint32_t back) {
      return span.from >= back && text_.is_one_of(text_.at(span.from - back), "auf", "naar");
    };
    return is_sign(hit->from) || text_.is_one_of(text_.at(span.from), "auf", "naar") || is_to(1) || is_to(2);
  }
  bool is_sign(std::uint32_t i) const { return text_.at(i).kind == PieceKind::sign; }

  /// "2027.01.15": as a title the name of a release.
  bool is_version(const DateSpan& span, const Segment& segment) const {
    return segment.title && span.from == 0 && span.to + 1 >= text_.title_pieces() && text_.at(0).digits == 4 &&
           text_.is_symbol(1, '.');
  }

  /// "not on Tuesday, 26 January but on Thursday": only the other day holds.
  bool denied(const DateSpan& span) const {
    const Piece& behind = text_.at(text_.is_symbol(span.to, ',') ? span.to + 1 : span.to);
    if (!text_.is_one_of(behind, "but", "sondern", "mais", "sino", "ma", "mas", "maar", "bensi")) return false;
    for (std::uint32_t i = span.from; i > 0 && span.from - i < 5; --i)
      if (text_.is_one_of(text_.at(i - 1), "not", "nicht", "pas", "no", "non", "nao", "niet")) return true;
    return false;
  }

  /// "Early registration: 8 February" among the lines of a list of deadlines.
  bool is_listed(const DateSpan& span, const Surroundings& around, const CueHit* type, const Segment& segment,
                 std::uint32_t index) const {
    if (!type || dates_.empty() || dates_.back().role != Role::deadline) return false;
    // "Early registration closes 15 October, late registration 5 November"
    if (dates_.back().segment == index && type->from >= dates_.back().span.to && type->to == span.from) return true;
    return (segment.whole_line || dates_.back().segment + 1 == index) && around.before(type->cue) == type &&
           around.colon_before() && (type->cue == Cue::registration || type->cue == Cue::application) &&
           dates_.back().segment + 1 == index;
  }

  bool ordinal_before(std::uint32_t i) const {
    constexpr std::string_view words[] = {
        "first",   "second",  "third",    "fourth",    "last",    "1st",     "2nd",     "3rd",
        "th",      "st",      "nd",       "rd",        "ersten",  "zweiten", "dritten", "vierten",
        "letzten", "premier", "deuxieme", "troisieme", "dernier", "primer",  "segundo", "tercer",
        "ultimo",  "primo",   "secondo",  "terzo",     "eerste",  "tweede",  "derde",   "laatste"};
    return i > 0 &&
           std::any_of(std::begin(words), std::end(words), [&](std::string_view w) { return text_.is_word(i - 1, w); });
  }
  /// "instead of", "originally planned for": no second sign is needed.
  static bool strongly_replaced(const Surroundings& around) {
    const CueHit* hit = around.before(Cue::replaced, 3);
    return hit && hit->to - hit->from >= 2;
  }
  /// "12 March (was 1 March)": it holds no more, whatever it was the day of.
  bool bracketed_as_gone(const Surroundings& around) const {
    const CueHit* hit = around.before(Cue::replaced, 1);
    return hit && hit->from > 0 && text_.is_symbol(hit->from - 1, '(') && !dates_.empty() &&
           !text_.is_one_of(text_.at(hit->from), "geplant", "previsto", "prevue");
  }

  void score(RoledDate& dated, const Surroundings& around, const Segment& segment) {
    const DateSpan& span = dated.span;
    dated.announced = is_announced(dated, around, text_, segment, anchor_);
    if (is_of_publication(dated, segment, anchor_)) return set(dated, Role::nothing);
    int score = 10;
    if (segment.title) score += 3;
    if (around.before(Cue::label, 4)) score += 6;
    if (around.before(Cue::takes_place) || around.behind(Cue::takes_place, 6)) score += 3;
    if (around.before(Cue::begins, 4)) score += 2;
    if (around.colon_before() && around.before(Cue::event_noun, 2)) score += 6;
    if (dated.moved_here) score += 6;
    if (span.first_clock) score += 2;
    if (span.is_range()) score += 2;
    if (span.weekday != 0) score += 1;
    if (is_aside(span, segment)) score -= 6;
    if (span.precision == Precision::month) score -= 5;
    if (span.precision == Precision::year) score -= 7;
    if (span.said == Said::relative) score -= span.first_clock ? 3 : 8;
    if (span.said == Said::relative && plain_weekday(span)) score -= 4;
    if (span.said == Said::period && !span.year_stated) score -= 5;
    if (span.said == Said::period && span.precision == Precision::year) score -= 2;
    if (around.before(Cue::side, 4) || around.behind(Cue::side, 1)) score -= 4;
    if (around.before(Cue::past)) score -= 4;
    if (segment.title && around.before(Cue::closes, 8)) score -= 8;
    if (!span.year_stated && !span.first_clock && span.weekday == 0) score -= 1;
    if (is_gone(span)) {
      const bool still_open =
          span.said == Said::period &&
          (span.precision == Precision::year ? span.last.year : span.last.year * 12 + span.last.month) >=
              this_period(span.precision);
      constexpr std::int64_t contest = 60;  // days that one which has begun may still run
      const bool runs = anchor_.is_contest() && *anchor_.today() - day_count(span.last) <= contest &&
                        (around.before(Cue::label, 2) || around.before(Cue::begins, 2));
      dated.past = !still_open && !runs;
      if (dated.past) return set(dated, Role::nothing);
    }
    dated.score = score;
  }

  /// "(The fair itself runs 9 to 11 March.)": a sentence in brackets is not what the text is about.
  bool is_aside(const DateSpan& span, const Segment& segment) const {
    return !segment.title && text_.is_symbol(segment.from, '(') && span.from > segment.from + 2;
  }

  bool is_gone(const DateSpan& span) const {
    return anchor_.today() && dates::days_from_civil(span.last.year, span.last.month, span.last.day) < *anchor_.today();
  }

  /// Only the name of a weekday: "at 10 on Monday", "the second Saturday of every month".
  bool plain_weekday(const DateSpan& span) const { return text_.at(span.from).name != nullptr; }

  int this_period(Precision precision) const {
    const auto today = dates::civil_from_days(*anchor_.today());
    return precision == Precision::year ? today.year : today.year * 12 + today.month;
  }

  const ProseText& text_;
  const Anchor& anchor_;
  const std::vector<CueHit>& cues_;
  Surroundings::Hits near_cues_;  ///< from the last segment with dates, or the label above it, on
  Surroundings::Hits title_cues_;
  std::uint32_t label_ = 0;  ///< where the label begins of the segment that is read
  std::vector<RoledDate> dates_;
  std::vector<DateSpan> spans_, above_;  ///< of the segment that is read, and of the line above
  bool gone_ = false;                    ///< the last date is that of a deadline that was moved
  bool has_event_ = false, moved_ = false, title_extended_ = false, looks_back_ = false;
};

}  // namespace

std::size_t first_dated_segment(const ProseText& text, const Anchor& anchor) {
  std::vector<DateSpan> spans;
  const auto& segments = text.segments();
  const auto found = std::find_if(segments.begin(), segments.end(), [&](const Segment& segment) {
    find_dates(text, anchor, segment.from, segment.to, spans);
    return !spans.empty();
  });
  return static_cast<std::size_t>(found - segments.begin());
}

std::vector<RoledDate> read_roles(const ProseText& text, const Anchor& anchor, const std::vector<CueHit>& cues,
                                  std::size_t first_dated) {
  return RoleReader(text, anchor, cues).read(first_dated);
}

}  // namespace almanac::prose
