#include "facts_steps.hpp"

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

/// "2023: online": a line about an earlier edition.
bool is_of_another_year(const ProseText& text, const SignHit& hit) {
  return hit.from >= 2 && text.is_symbol(hit.from - 1, ':') && text.at(hit.from - 2).digits == 4;
}

/// "Room 1107", "Hörsaal 3", "1415 Campus Drive": a place, though its city is not named.
bool names_a_room(const ProseText& text) {
  const auto end = static_cast<std::uint32_t>(text.pieces().size());
  for (std::uint32_t i = 0; i + 1 < end; ++i) {
    const Piece& piece = text.at(i);
    if (piece.kind != PieceKind::word) continue;
    const bool before_number =
        text.is_one_of(piece, "room", "raum", "horsaal", "salle", "amphi", "amphitheatre", "sala", "aula", "zaal",
                       "lokaal", "auditorium", "theatre", "building", "gebaude");
    if (before_number && text.is_number(i + 1) && text.at(i + 1).spaced && i > 0 &&
        !text.is_one_of(text.at(i - 1), "zoom", "breakout", "meeting", "chat", "matrix"))
      return true;
    const bool street =
        text.is_one_of(piece, "street", "st", "avenue", "ave", "road", "rd", "drive", "lane", "boulevard");
    if (street && piece.capital && i >= 2 && text.at(i - 1).capital)
      for (std::uint32_t back = i - 1; back-- > 0 && i - back <= 4;)
        if (text.is_number(back) && text.at(back).digits <= 5) return true;
    // "Whitmore Hall"
    if (text.is_one_of(piece, "hall", "auditorium", "library") && piece.capital && i >= 1 && text.at(i - 1).capital &&
        text.at(i - 1).kind == PieceKind::word)
      return true;
  }
  return false;
}

}  // namespace

Mode mode_of_text(const Reading& reading, const Place& place) {
  bool online = false, hybrid = false, in_person = place.stated(), no_online = false;
  for (const SignHit& hit : reading.signs) {
    if (hit.sign == Sign::only_online || hit.sign == Sign::moved_online) return Mode::online;
    if (hit.sign == Sign::online && (is_in_name(reading.text, hit) || is_of_another_year(reading.text, hit))) continue;
    online |= hit.sign == Sign::online;
    hybrid |= hit.sign == Sign::hybrid;
    in_person |= hit.sign == Sign::in_person;
    no_online |= hit.sign == Sign::no_online;
  }
  if (!in_person) in_person = names_a_room(reading.text);
  if (no_online) online = hybrid = false;
  if (hybrid || (online && in_person)) return Mode::hybrid;
  if (online) return Mode::online;
  return in_person ? Mode::in_person : Mode::unknown;
}

}  // namespace almanac::facts
