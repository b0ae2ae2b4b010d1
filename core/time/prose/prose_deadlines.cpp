#include "prose_deadlines.hpp"

namespace almanac::prose {
namespace {

class DeadlineReader {
 public:
  DeadlineReader(const ProseText& text, const Surroundings& around, const DateSpan& span, const Segment& segment,
                 const ClosingSigns& signs)
      : text_(text), around_(around), span_(span), segment_(segment), signs_(signs) {}

  bool read() const {
    const CueHit* const type = signs_.type;
    if (span_.is_range() && !signs_.until && !signs_.closes)
      return around_.before(Cue::due, 2) || is_labelled() || is_window();
    if (signs_.due || is_phase() || closes_call()) return true;
    if (!type) return false;
    if (is_last_hour() && around_.behind(Cue::closes, 12)) return true;
    const bool says_closes = signs_.closes && signs_.closes->from >= type->to;
    if (around_.in_title(type) && !segment_.title)
      return signs_.until || around_.before(Cue::extended, 1) ||
             (around_.title_says(Cue::due) && around_.colon_before() && !around_.before(Cue::event_noun, 4) &&
              !around_.before(Cue::label, 4));
    if (signs_.until || around_.before(Cue::extended, 1)) return true;
    if (segment_.title) return (says_closes && !is_apart(*signs_.closes)) || is_title_of_date();
    if (says_closes) return true;
    const bool before = around_.before(type->cue) == type;
    if (type->cue == Cue::notification) return before && around_.before(Cue::notification, 8) != nullptr;
    if (is_entry() || is_talk()) return false;
    return before && (around_.before(type->cue, 1) != nullptr || is_labelled());
  }

 private:
  /// What mostly opens, and rarely closes, on a day that stands beside it.
  bool is_entry() const { return signs_.type->cue == Cue::registration || signs_.type->cue == Cue::application; }

  /// "Tonight at 23:59 the early bird rate ends".
  bool is_last_hour() const {
    constexpr int late = 23 * 60;
    return !span_.is_range() && span_.first_clock && span_.first_clock->start >= late && span_.first_clock->end < 0;
  }

  bool is_labelled() const {
    if (!signs_.type || !around_.colon_before() || is_talk()) return false;
    const bool bracketed = span_.from >= 2 && text_.is_symbol(span_.from - 2, ')');  // "Submission (by mail or here):"
    return around_.before(signs_.type->cue, bracketed ? 12 : 4) == signs_.type;
  }
  /// "Vortrag: 15. April, 19 Uhr" is given then; several of them may be due.
  bool is_talk() const {
    return signs_.type->to == signs_.type->from + 1 &&
           text_.is_one_of(text_.at(signs_.type->from), "vortrag", "charla", "ponencia", "palestra");
  }

  /// "Application phase: 1 October to 30 November": the last day closes.
  bool is_phase() const { return span_.is_range() && is_labelled() && is_entry() && !around_.in_title(signs_.type); }

  /// "Call closes at 11:59 PM": said of one that only the title names.
  bool closes_call() const { return signs_.closes && is_call_before(text_, signs_.closes->from); }

  /// "CFP closing soon: QuuxConf, 14 May": a name stands between.
  bool is_apart(const CueHit& closes) const {
    for (std::uint32_t i = closes.to; i < span_.from; ++i)
      if (text_.is_symbol(i, ':') || text_.is_symbol(i, ',')) return true;
    return false;
  }

  /// "CFP closes soon! (3 March)": the sentence of a title before the date speaks for it.
  bool is_title_of_date() const {
    const bool is_alone = span_.from <= segment_.from + 1 && span_.to + 1 >= segment_.to && segment_.from > 0;
    return is_alone && !span_.is_range() && (around_.title_says(Cue::closes) || around_.title_says(Cue::due));
  }

  /// "The call runs from 1 March until 5 April": a time in which something is taken.
  bool is_window() const {
    const CueHit* const type = signs_.type;
    if (!type || around_.before(type->cue) != type) return false;
    std::uint32_t i = span_.from;
    if (!is_from_word(text_, i) && i > type->to && is_from_word(text_, i - 1)) --i;
    if (i == type->to && (is_from_word(text_, i) || is_from_word(text_, span_.from))) return true;
    if (i == type->to && text_.is_one_of(text_.at(type->from), "apply", "submit", "register")) return true;
    return i > type->to && text_.is_one_of(text_.at(i - 1), "runs", "run", "open", "running", "submitted", "accepted",
                                           "lauft", "offen", "geoffnet", "moglich", "ouvert", "ouverte", "ouverts",
                                           "ouvertes", "abierta", "abierto", "abiertas", "aperta", "aperto", "aperte",
                                           "aberta", "abertas", "aberto", "loopt", "geopend", "trwa", "trwaja",
                                           "przyjmujemy", "otwarta", "принимаются", "принимается", "открыта", "открыт");
  }

  const ProseText& text_;
  const Surroundings& around_;
  const DateSpan& span_;
  const Segment& segment_;
  const ClosingSigns& signs_;
};

}  // namespace

bool is_deadline(const ProseText& text, const Surroundings& around, const DateSpan& span, const Segment& segment,
                 const ClosingSigns& signs) {
  return DeadlineReader(text, around, span, segment, signs).read();
}

DeadlineType deadline_type_of(Cue cue) {
  switch (cue) {
    case Cue::cfp:
      return DeadlineType::cfp;
    case Cue::abstract:
      return DeadlineType::abstract;
    case Cue::paper:
      return DeadlineType::paper;
    case Cue::registration:
      return DeadlineType::registration;
    case Cue::application:
      return DeadlineType::application;
    case Cue::submission:
      return DeadlineType::submission;
    case Cue::notification:
      return DeadlineType::notification;
    default:
      return DeadlineType::other;
  }
}

std::optional<DeadlineType> deadline_titled(const ProseText& text, const std::vector<CueHit>& cues) {
  const CueHit *type = nullptr, *due = nullptr, *closes = nullptr;
  for (const CueHit& hit : cues) {
    if (hit.from >= text.title_pieces()) break;
    if (hit.cue == Cue::opens && type && !closes) return std::nullopt;  // "CFP opens"
    if (hit.cue == Cue::event_noun && due) return std::nullopt;         // "deadline workshop"
    if (hit.cue == Cue::event_noun && text.is_symbol(hit.to, ':')) return std::nullopt;
    if (hit.cue == Cue::due && !due) due = &hit;
    if (hit.cue == Cue::closes && type && !closes) closes = &hit;
    if (is_type(hit.cue) && (!type || type->cue == Cue::submission)) type = &hit;
  }
  if (due && !type) {  // "Deadline: QuuxConf", "QuuxConf deadline"
    const bool stands_alone = (due->from == 0 && text.is_symbol(due->to, ':')) || due->to + 1 >= text.title_pieces();
    return stands_alone ? std::optional(DeadlineType::other) : std::nullopt;
  }
  if (!type) return std::nullopt;
  const bool is_tag = type->from == 1 && text.is_symbol(0, '[') && text.is_symbol(type->to, ']');
  return due || closes || is_tag ? std::optional(deadline_type_of(type->cue)) : std::nullopt;
}

bool is_call_before(const ProseText& text, std::uint32_t i) {
  return i > 0 && text.is_one_of(text.at(i - 1), "call", "aufruf", "appel");
}

bool is_from_word(const ProseText& text, std::uint32_t i) {
  return text.is_one_of(text.at(i), "from", "vom", "von", "du", "del", "da", "dal", "do", "de", "van", "od", "с");
}

bool is_dashed(const ProseText& text, const DateSpan& span) {
  for (std::uint32_t i = span.from; i < span.to; ++i)
    if (text.is_symbol(i, '~') || text.is_symbol(i, '-')) return true;
  return false;
}

}  // namespace almanac::prose
