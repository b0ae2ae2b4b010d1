#include <algorithm>

#include "facts_steps.hpp"
#include "place_surroundings.hpp"

namespace almanac::facts {
namespace {

using prose::Piece;
using prose::PieceKind;
using prose::ProseText;

/// "Porto Digital", "Virtual Minds": an online word as a part of a name.
bool is_in_name(const ProseText& text, const SignHit& hit) {
  const Piece& word = text.at(hit.from);
  if (hit.to != hit.from + 1 || hit.from == 0 || !text.is_one_of(word, "digital", "virtual", "remote")) return false;
  return word.capital && text.at(hit.from - 1).capital && text.at(hit.from - 1).kind == PieceKind::word;
}

/// "2023: online", "Past editions: Lund 2025, online 2021".
bool is_of_another_year(const Reading& reading, const SignHit& hit) {
  const ProseText& text = reading.text;
  if (hit.from >= 2 && text.is_symbol(hit.from - 1, ':') && text.at(hit.from - 2).digits == 4) return true;
  const Piece& behind = text.at(hit.to);
  return behind.digits == 4 && behind.value > 1990 && reading.published && behind.value < reading.published->year;
}

/// "digital heritage", "Digital Bath": what is digital there is no event.
bool is_of_a_subject(const ProseText& text, const SignHit& hit) {
  const Piece& next = text.at(hit.to);
  return hit.to == hit.from + 1 && text.is_one_of(text.at(hit.from), "digital") && next.kind == PieceKind::word &&
         !text.is_one_of(next, "event", "events", "conference", "meetup", "edition", "format", "session", "sessions",
                         "summit", "workshop", "seminar", "webinar", "forum", "congress", "day", "days", "fair",
                         "festival", "gathering", "lecture", "talk", "talks", "meeting", "broadcast", "only", "via",
                         "per", "statt", "und", "and", "or", "oder", "et", "ou", "y", "e", "en", "uber", "auf", "am",
                         "on", "at", "in", "de", "mode", "stattfinden", "teilnehmen", "dabei", "attendance");
}

/// "100% virtual".
bool is_wholly(const ProseText& text, const SignHit& hit) {
  return hit.from >= 2 && text.is_symbol(hit.from - 1, '%') && text.at(hit.from - 2).value == 100;
}

/// "1415 Campus Drive": a name and a number before the word.
bool is_address(const ProseText& text, std::uint32_t i) {
  if (!text.at(i).capital || i < 2 || !text.at(i - 1).capital) return false;
  for (std::uint32_t back = i - 1; back-- > 0 && i - back <= 4;)
    if (text.is_number(back) && text.at(back).digits <= 5) return true;
  return false;
}

/// "© 2027 Quux, 500 Howard St", "Quux Inc., 500 Howard St": the address of whoever wrote it.
bool is_of_owner(const ProseText& text, std::uint32_t i) {
  const prose::Segment* const segment = text.segment_of(i);
  return segment && (text.starts_with(segment->from, "©") || follows_company(text, segment->from, i));
}

/// "Room 1107", "Whitmore Hall": a place, though its city is not named. No "Zoom room 3".
bool names_a_room(const Reading& reading) {
  const ProseText& text = reading.text;
  for (const SignHit& hit : reading.signs) {
    const std::uint32_t i = hit.from;
    const bool named = i > 0 && text.at(i - 1).kind == PieceKind::word;
    const bool numbered = text.is_number(i + 1) && text.at(i + 1).spaced;
    if (hit.sign == Sign::room && numbered &&
        !(named && text.is_one_of(text.at(i - 1), "zoom", "breakout", "meeting", "chat", "matrix")))
      return true;
    if (hit.sign == Sign::street && is_address(text, i) && !is_of_owner(text, i)) return true;
    if (hit.sign == Sign::hall && text.at(i).capital && named && text.at(i - 1).capital) return true;
  }
  return false;
}

/// "Where: online": what the label names is all there is, unless a place stands behind it.
bool is_the_place(const Reading& reading, const SignHit& online, const Place& place) {
  const std::uint32_t label = online.from;
  if (label == 0 || !(reading.text.is_symbol(label - 1, ':') || reading.text.is_symbol(label - 1, '?'))) return false;
  const prose::Segment* const segment = reading.text.segment_of(online.from);
  if (!segment || (place.stated() && place.from >= online.to && place.from < segment->to)) return false;
  return std::any_of(reading.signs.begin(), reading.signs.end(),
                     [&](const SignHit& hit) { return hit.sign == Sign::place_label && hit.to == label - 1; });
}

}  // namespace

Mode mode_of_text(const Reading& reading, const Place& place) {
  bool online = false, hybrid = false, in_person = place.stated(), no_online = false, only_online = false;
  bool says_in_person = false;
  for (const SignHit& hit : reading.signs) {
    if (hit.sign == Sign::only_online || hit.sign == Sign::moved_online) return Mode::online;
    if (hit.sign == Sign::online &&
        (is_in_name(reading.text, hit) || is_of_another_year(reading, hit) || is_of_a_subject(reading.text, hit)))
      continue;
    if (hit.sign == Sign::online && is_wholly(reading.text, hit)) return Mode::online;
    online |= hit.sign == Sign::online;
    only_online |= hit.sign == Sign::online && is_the_place(reading, hit, place);
    hybrid |= hit.sign == Sign::hybrid;
    says_in_person |= hit.sign == Sign::in_person;
    no_online |= hit.sign == Sign::no_online;
  }
  in_person |= says_in_person;
  if (only_online && !hybrid && !no_online && !says_in_person) return Mode::online;
  if (!in_person) in_person = names_a_room(reading);
  if (no_online) online = hybrid = false;
  if (hybrid || (online && in_person)) return Mode::hybrid;
  if (online) return Mode::online;
  return in_person ? Mode::in_person : Mode::unknown;
}

}  // namespace almanac::facts
