#include "place_surroundings.hpp"

#include <algorithm>
#include <almanac/time/words/word_table.hpp>
#include <array>

namespace almanac::facts {
namespace {

using prose::Piece;
using prose::PieceKind;

/// Words before a place at which something is, and before one that only belongs to something.
constexpr std::string_view at_words = "in at en a te near bei nach to im au aux zu em no nel w we v ve i pa в во";
constexpr auto at_word_table = dates::word_table<at_words>();
constexpr std::string_view of_words = "from of by von aus de di da van for and";
constexpr auto of_word_table = dates::word_table<of_words>();
/// Small words inside a name: "University of …", "Cité des Congrès de …".
constexpr std::string_view inner_words = "of de di da do du des del della dei von van der den the la le el zur zum am";
constexpr auto inner_word_table = dates::word_table<inner_words>();

/// Words that say that something is not at a place, or was to be there once.
constexpr std::uint16_t never = 1, once = 2;
constexpr std::string_view never_words = "nicht statt anstatt pas no nao non anziche niet nie inte ikke не";
constexpr std::string_view once_words =
    "initialement ursprunglich inicialmente originalmente inizialmente originariamente oorspronkelijk pierwotnie "
    "puvodne "
    "ursprungligen opprinnelig oprindeligt первоначально изначально";
constexpr auto denial_words = [] {
  std::array<dates::WordMeaning, dates::count_words(never_words) + dates::count_words(once_words)> words;
  dates::put_words(dates::put_words(words.begin(), never_words, never), once_words, once);
  return words;
}();
constexpr auto denial_table = dates::word_table<denial_words>();

template <class Words>
bool stands_before(const prose::ProseText& text, std::uint32_t i, const Words& words) {
  return i > 0 && words.find(text.text_of(text.at(i - 1)), text.at(i - 1).start) != 0;
}

}  // namespace

bool follows_company(const prose::ProseText& text, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from + 1; i < to; ++i)
    if (text.at(i - 1).capital && text.is_one_of(text.at(i), "inc", "gmbh", "ltd", "llc", "corp", "bv", "plc"))
      return true;
  return false;
}

bool PlaceSurroundings::at_word_before(std::uint32_t i) const { return stands_before(text_, i, at_word_table); }

/// "City: Nice", but "City Screen".
bool PlaceSurroundings::is_city_word(std::uint32_t i) const {
  return text_.is_one_of(text_.at(i), "city", "town", "stadt", "ville", "ciudad", "citta", "cidade");
}

bool PlaceSurroundings::labelled(std::uint32_t i, const prose::Segment& segment) const {
  for (auto hit = sign_from(segment.from); hit != signs_.end() && hit->from < i; ++hit)
    if (hit->sign == Sign::place_label && hit->to <= i && i - hit->to <= 12 &&
        (text_.is_symbol(hit->to, ':') || (hit->from == segment.from && !is_city_word(hit->from))))
      return true;
  // a line that is only the label, above
  const auto& segments = text_.segments();
  const auto index = static_cast<std::size_t>(&segment - segments.data());
  if (index == 0) return false;
  const prose::Segment& above = segments[index - 1];
  const bool near = above.whole_line || above.line == segment.line;  // "Where? Lisbon"
  if (!near || above.to - above.from > 3) return false;
  return std::any_of(sign_from(above.from), sign_from(above.from + 1),
                     [](const SignHit& hit) { return hit.sign == Sign::place_label; });
}

/// The first sign at or behind a piece.
std::vector<SignHit>::const_iterator PlaceSurroundings::sign_from(std::uint32_t i) const {
  return std::lower_bound(signs_.begin(), signs_.end(), i,
                          [](const SignHit& hit, std::uint32_t piece) { return hit.from < piece; });
}

bool PlaceSurroundings::has_date(const prose::Segment& segment) const {
  for (std::uint32_t i = segment.from; i < segment.to; ++i) {
    const Piece& piece = text_.at(i);
    if ((piece.name && piece.kind == PieceKind::word &&
         (piece.to - piece.from > 3 || piece.capital || (i > segment.from && text_.is_number(i - 1)))) ||
        (piece.kind == PieceKind::number && piece.digits == 4) ||
        (piece.kind == PieceKind::number &&
         (text_.is_symbol(i + 1, ':') || text_.is_word(i + 1, "月") || text_.is_word(i + 1, "월") ||
          (text_.is_symbol(i + 1, '/') && text_.is_number(i + 2)))))
      return true;
  }
  return false;
}

int PlaceSurroundings::chain_score(std::uint32_t from, const prose::Segment& segment) const {
  std::uint32_t at = from;
  bool venue = false;
  for (int steps = 0; steps < 6 && at > segment.from; ++steps) {
    const bool inner = stands_before(text_, at, inner_word_table);
    const bool noun = names_.is_venue_noun(at - 1);
    if (!inner && !noun && !names_.is_name(at - 1)) break;
    venue |= noun;
    --at;
    if (noun && !names_.is_name(at)) break;
  }
  if (at == from) return stands_before(text_, from, of_word_table) ? -2 : 0;
  if (at > segment.from && word_before(at, "from", "by", "with", "von", "aus", "par", "por", "mit")) return -4;
  const bool held = at > segment.from && at_word_before(at);
  if (venue || held || word_before(at + 1, "am", "zum", "zur")) return venue && held ? 3 : 2;
  return -2;
}

bool PlaceSurroundings::of_a_person(std::uint32_t from) const {
  constexpr std::uint32_t reach = 10;
  for (auto hit = sign_from(from > reach ? from - reach : 0); hit != signs_.end() && hit->from < from; ++hit)
    if (hit->sign == Sign::person && !sentence_ends(hit->to, from)) return true;
  return false;
}
bool PlaceSurroundings::behind_a_person(std::uint32_t bracket) const {
  std::uint32_t i = bracket;
  while (i > 0 && bracket - i < 4 && names_.is_name(i - 1)) --i;
  if (bracket - i < 2 || i == 0) return false;
  if (text_.is_symbol(i - 1, ':')) {  // "Seminar: Ada Frost (Lyon), …"
    const auto sign = sign_from(i > 2 ? i - 2 : 0);
    return sign != signs_.end() && sign->to == i - 1 && sign->sign == Sign::talk;
  }
  if (word_before(i, "by", "par", "por", "door", "mit", "with", "avec", "con", "com", "av", "af", "od")) return true;
  if (!word_before(i, "de", "von", "di", "van", "da", "do", "del", "della", "of")) return false;
  const auto hit = sign_from(i > 2 ? i - 2 : 0);
  if (i > 1 && text_.is_one_of(text_.at(i - 2), "conference", "conferencia", "conferenza")) return true;
  return hit != signs_.end() && hit->to == i - 1 && (hit->sign == Sign::talk || hit->sign == Sign::weak_talk);
}

bool PlaceSurroundings::names_zone(std::uint32_t from, std::uint32_t to) const {
  if (text_.is_one_of(text_.at(to), "time", "tijd", "saati")) return true;
  return from >= 2 && text_.is_one_of(text_.at(from - 1), "de", "di", "d") &&
         text_.is_one_of(text_.at(from - 2), "hora", "horario", "heure", "ora");
}

/// A stop behind a longer word: that behind "Prof." or an initial ends no sentence.
bool PlaceSurroundings::sentence_ends(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i < to; ++i)
    if (text_.at(i).kind == PieceKind::line ||
        (text_.is_symbol(i, '.') && i > from && text_.at(i - 1).to - text_.at(i - 1).from > 4))
      return true;
  return false;
}

/// "was held in", "took place in".
bool PlaceSurroundings::tells_past(std::uint32_t i) const {
  return (text_.is_one_of(text_.at(i), "was", "were") && text_.is_one_of(text_.at(i + 1), "held", "hosted", "in")) ||
         (text_.is_word(i, "took") && text_.is_word(i + 1, "place"));
}
/// "decided to not meet in", "will not be in".
bool PlaceSurroundings::tells_where_not(std::uint32_t i) const {
  return text_.is_word(i, "not") && text_.is_one_of(text_.at(i + 1), "meet", "gather", "travel", "come", "go");
}

bool PlaceSurroundings::ends_zone_name(std::uint32_t i) const {
  return i > 1 && text_.is_symbol(i - 1, '/') && !text_.at(i).spaced &&
         text_.is_one_of(text_.at(i - 2), "europe", "america", "asia", "africa", "australia", "atlantic", "pacific",
                         "indian");
}

bool PlaceSurroundings::of_a_past_year(std::uint32_t from, std::uint32_t to) const {
  constexpr std::uint32_t reach = 2;
  const auto is_past = [&](std::uint32_t i) {
    const Piece& piece = text_.at(i);
    return piece.kind == PieceKind::number && piece.digits == 4 && piece.value >= 1950 &&
           piece.value < published_->year;
  };
  if (!published_) return false;
  if (text_.is_symbol(to, '(') && is_past(to + 1) && text_.is_symbol(to + 2, ')')) return true;
  for (std::uint32_t i = from; i-- > 0 && from - i <= reach;) {
    if (text_.at(i).kind == PieceKind::line || text_.is_symbol(i, '.')) return false;
    if (is_past(i))
      return i == 0 || !text_.is_one_of(text_.at(i - 1), "since", "seit", "depuis", "desde", "dal", "sinds");
  }
  return false;
}

bool PlaceSurroundings::is_dateline(std::uint32_t from, std::uint32_t to) const {
  constexpr std::uint32_t reach = 10;
  if (!published_ || from != text_.title_pieces()) return false;
  bool has_day = false;
  for (std::uint32_t i = to; i < to + reach && text_.at(i).kind != PieceKind::line; ++i) {
    if (!text_.is_number(i)) continue;
    has_day |= text_.at(i).value == published_->day;
    if (has_day && text_.at(i).value == published_->year) return true;
  }
  return false;
}

/// "nicht in Mainz", "no será en Soria", "initialement prévu à Metz": what stands before the preposition says that it
/// is not, or no more, at the place named from `from` on.
bool PlaceSurroundings::denies_place(std::uint32_t from) const {
  constexpr std::uint32_t reach = 4;
  for (std::uint32_t back = 2; back <= reach && back <= from; ++back) {
    const Piece& word = text_.at(from - back);
    if (word.kind != PieceKind::word) return false;
    const std::uint16_t denies = denial_table.find(text_.text_of(word), word.start);
    if (denies == once || (denies == never && back < reach)) return at_word_before(from);
  }
  return false;
}

int PlaceSurroundings::distance_penalty(std::uint32_t from, const prose::Segment& segment) const {
  int penalty = 0;
  constexpr std::uint32_t sentence = 16;  // "was held before in Bergen (2024), Uppsala (2025) and Odense"
  for (std::uint32_t i = std::max(segment.from, from > sentence ? from - sentence : 0); i < from; ++i)
    if (tells_past(i) && !sentence_ends(i, from)) penalty += 8;
  const std::uint32_t begin = from > segment.from + 6 ? from - 6 : segment.from;
  for (std::uint32_t i = begin; i < from; ++i) {
    if (text_.is_word(i, "last") && text_.is_word(i + 1, "year")) penalty += 6;
    if (text_.is_word(i, "moved") && text_.is_word(i + 1, "to")) penalty += 2;
    if (tells_where_not(i)) penalty += 8;
    if (text_.is_one_of(text_.at(i), "company", "team") && !text_.at(i).capital) penalty += 3;
    if (text_.is_one_of(text_.at(i), "years", "previously", "formerly")) penalty += 4;
  }
  if (from > segment.from + 1 && denies_place(from)) penalty += 8;
  if (text_.is_symbol(from - 1, ':') && text_.is_number(from - 2) && text_.at(from - 2).digits == 4 &&
      from >= segment.from + 2 && from - 2 == segment.from)
    penalty += 8;
  return penalty;
}

}  // namespace almanac::facts
