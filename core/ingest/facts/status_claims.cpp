#include "status_claims.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

namespace almanac::facts {
namespace {

/// Folded words; a trailing '*' lets a word go on.
using Words = std::span<const std::string_view>;

/// What makes a statement only possible.
constexpr std::string_view conditions[] = {
    "if",      "unless",  "whether", "case",    "may",    "might", "can",      "could",   "would",   "falls", "sollte",
    "sollten", "wenn",    "kann",    "konnte*", "konnen", "cas",   "peut",     "peuvent", "pourra*", "caso",  "casos",
    "puede*",  "podria*", "podra*",  "qualora", "puo",    "potra", "potrebbe", "pode",    "poder*",  "als",   "indien",
    "mocht",   "kan",     "geval",   "jesli",   "pokud",  "hvis",  "если",     "якщо",    "jos"};
/// … when it begins a sentence or stands right before the word.
constexpr std::string_view leading_conditions[] = {"should", "when", "bei", "si", "se", "in", "bij"};
constexpr std::string_view eastern_conditions[] = {"場合", "もし", "若", "如果", "如需", "如遇", "ときは", "可能"};
constexpr std::string_view denials[] = {"not",  "never", "nicht", "kein*", "pas", "jamais", "no",   "nao", "non",
                                        "niet", "geen",  "nunca", "nie",   "ne",  "inte",   "ikke", "ei",  "не"};
constexpr std::string_view buts[] = {"but", "sondern", "mais", "sino", "bensi", "ma", "mas", "maar", "而是"};
/// How phrases begin that say that something does not take place, perhaps only not there.
constexpr std::string_view absences[] = {"will", "won", "does", "not", "findet", "n", "non", "gaat"};
/// Words that say so of what stands behind them, too: "had to cancel the meetup", "annulation de la conférence".
constexpr std::string_view actives[] = {"cancel",       "calling",    "call",         "cancelling",   "cancellation",
                                        "absage*",      "annulation", "annullamento", "annulering",   "cancelamos",
                                        "postpone",     "postponing", "postponement", "verschiebung", "report",
                                        "aplazamiento", "rinvio",     "adiamento",    "uitstel",      "se"};
constexpr std::string_view ourselves[] = {"we", "wir", "nous", "nosotros", "noi", "nos", "wij", "decided"};
/// Those of them that are nouns: alone they say nothing.
constexpr std::string_view nouns[] = {"cancellation", "absage",       "annulation",   "annullamento",
                                      "annulering",   "postponement", "verschiebung", "report",
                                      "aplazamiento", "rinvio",       "adiamento",    "uitstel"};
/// Parts of an event, and what is around it: never the event.
constexpr std::string_view parts[] = {
    "ticket*",      "keynote*",    "speaker*",     "registration*",   "booking*",    "reservation*",  "rsvp*",
    "guest*",       "order*",      "flight*",      "train",           "trains",      "subscription*", "membership*",
    "pass",         "passes",      "deadline*",    "submission*",     "livestream*", "her",           "his",
    "their",        "its",         "karten",       "eintrittskarten", "anmeldung*",  "buchung*",      "frist*",
    "*frist",       "*schluss",    "einreichung*", "referent*",       "limite",      "limites",       "billet*",
    "inscription*", "soumission*", "entradas",     "inscripcion*",    "plazo*",      "biglietto",     "biglietti",
    "iscrizion*",   "scadenza",    "scadenze",     "ingresso*",       "inscric*",    "prazo*",        "inschrijving*",
    "kaartje*",     "keynotes",    "rebate*",      "discount*",       "visa"};
/// What is an event or a part of one, as the title tells.
constexpr std::string_view sessions[] = {
    "talk*",     "session*",      "tutorial*", "workshop*",  "training*", "lecture*",   "panel*",     "course*",
    "class",     "classes",       "dinner*",   "party",      "social",    "tour*",      "excursion*", "sprint*",
    "barcamp*",  "vortrag*",      "fuhrung*",  "abendessen", "sitzung*",  "vorlesung*", "kurs*",      "schulung*",
    "atelier*",  "intervention*", "diner*",    "visite*",    "seance*",   "cours",      "taller*",    "charla*",
    "ponencia*", "sesion*",       "cena",      "visita",     "curso*",    "laborator*", "intervento", "sessione",
    "corso",     "palestra*",     "oficina*",  "sessao",     "jantar",    "lezing*",    "sessie*",    "cursus",
    "excursie*", "breakfast",     "lunch",     "reception"};
constexpr std::string_view eastern_parts[] = {"講演", "セッション", "懇親会", "チケット", "报名", "報名", "订单",
                                              "申込", "登録",       "締切",   "截止",     "门票", "晚宴"};
constexpr std::string_view events[] = {
    "event",       "conference*",  "conf",         "meetup*",     "meeting*",       "summit*",      "congress*",
    "edition",     "hackathon*",   "camp",         "fest*",       "symposium",      "seminar*",     "webinar*",
    "contest",     "competition",  "it",           "this",        "veranstaltung*", "konferenz*",   "tagung*",
    "*treffen",    "*treff",       "*tag",         "*tage",       "kongress*",      "stammtisch*",  "dies*",
    "wettbewerb",  "evenement*",   "rencontre*",   "colloque*",   "journee*",       "concours",     "congres*",
    "evento*",     "encuentro*",   "conferencia*", "jornada*",    "concurso",       "convegno",     "conferenza",
    "incontro",    "congresso",    "edizione",     "encontro",    "bijeenkomst*",   "conferentie*", "*dag",
    "*dagen",      "konferenc*",   "spotkani*",    "warsztat*",   "wydarzeni*",     "wyklad*",      "prelekcj*",
    "setkani*",    "prednask*",    "akce",         "traff*",      "konferens*",     "konferanse*",  "arrangement*",
    "foredrag*",   "forelasning*", "medlemsmote*", "tapahtum*",   "luento",         "kokous",       "talalkozo*",
    "rendezveny*", "eloadas*",     "etkinlik*",    "конференци*", "встреч*",        "лекци*",       "семинар*",
    "мероприят*",  "хакатон*",     "вебинар*",     "митап*",      "джем*",          "турнир*",      "фестивал*",
    "конкурс*",    "semana",       "semaine",      "settimana",   "woche",          "feria",        "feira",
    "fiera",       "messe",        "noche",        "nuit",        "nacht",          "fiesta",       "festa",
    "fete",        "hackaton*",    "maraton*",     "seminario*",  "webinario*",     "simposio*",    "quedada*",
    "reunion",     "reuniao",      "assemblee",    "asamblea",    "salon",          "beurs"};
constexpr std::string_view eastern_events[] = {
    "イベント", "勉強会", "大会",   "会議",     "カンファレンス", "ミートアップ", "ハッカソン", "セミナー",
    "例会",     "活动",   "活動",   "会议",     "會議",           "研讨会",       "沙龙",       "比赛",
    "峰会",     "论坛",   "讲座",   "本会",     "ワークショップ", "ジャム",       "报告会",     "행사",
    "모임",     "강연",   "세미나", "컨퍼런스", "해커톤",         "특강",         "대회",       "워크숍"};
/// What may stand before a word that has no subject: "Unfortunately cancelled."
constexpr std::string_view fillers[] = {"unfortunately",
                                        "sadly",
                                        "sorry",
                                        "update",
                                        "leider",
                                        "malheureusement",
                                        "lamentablemente",
                                        "purtroppo",
                                        "infelizmente",
                                        "helaas",
                                        "attention",
                                        "achtung",
                                        "important",
                                        "now",
                                        "has",
                                        "been",
                                        "is",
                                        "wird",
                                        "ist",
                                        "est",
                                        "foi"};

bool fits(std::string_view word, std::string_view pattern) {
  if (pattern.front() == '*') return word.ends_with(pattern.substr(1));
  if (pattern.back() == '*') return word.starts_with(pattern.substr(0, pattern.size() - 1));
  return word == pattern;
}

class ClaimReader {
 public:
  explicit ClaimReader(const Reading& reading) : text_(reading.text), signs_(reading.signs) {}

  std::vector<StatusClaim> read() const {
    std::vector<StatusClaim> claims;
    for (const SignHit& hit : signs_)
      if (auto claim = claim_of(hit)) claims.push_back(*claim);
    return claims;
  }

 private:
  static EventStatus status_of(Sign sign) {
    switch (sign) {
      case Sign::cancelled:
      case Sign::not_cancelled:
        return EventStatus::cancelled;
      case Sign::postponed:
        return EventStatus::postponed;
      case Sign::moved_online:
        return EventStatus::moved_online;
      default:
        return EventStatus::unknown;
    }
  }

  std::optional<StatusClaim> claim_of(const SignHit& hit) const {
    StatusClaim claim{.status = status_of(hit.sign), .in_title = hit.from < text_.title_pieces(), .behind = hit.to};
    if (claim.status == EventStatus::unknown) return std::nullopt;
    const prose::Segment* const segment = text_.segment_of(hit.from);
    if (!segment) return std::nullopt;
    claim.from = segment->from, claim.to = segment->to;
    claim.is_denial = hit.sign == Sign::not_cancelled;
    claim.of_event = claim.status == EventStatus::moved_online;
    if (claim.of_event || claim.is_denial) return claim;
    if (is_conditional(hit, *segment)) return std::nullopt;
    if (is_denied(hit.from > segment->from + 2 ? hit.from - 3 : segment->from, hit.from)) {
      claim.is_denial = true;
      return claim;
    }
    if (is_one(hit.from, absences) && any_of(buts, hit.to, segment->to)) return std::nullopt;
    claim.of_event = is_of_event(hit, *segment);
    return claim;
  }

  bool is_one(std::uint32_t i, Words words) const {
    const prose::Piece& piece = text_.at(i);
    if (piece.kind == prose::PieceKind::sign)
      return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return text_.starts_with(i, w); });
    const bool is_month = piece.name && piece.capital;  // "May" is no "may"
    if (piece.kind != prose::PieceKind::word || is_month) return false;
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return fits(text_.text_of(piece), w); });
  }
  bool any_of(Words words, std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i)
      if (is_one(i, words)) return true;
    return false;
  }

  /// "is not cancelled"; "no Porto" is where it is.
  bool is_denied(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i)
      if (is_one(i, denials) && !(text_.is_one_of(text_.at(i), "no", "na") && text_.at(i + 1).capital)) return true;
    return false;
  }

  bool is_conditional(const SignHit& hit, const prose::Segment& segment) const {
    constexpr std::uint32_t reach = 6;
    const std::uint32_t behind = std::min(hit.to + reach, segment.to);
    if (any_of(conditions, segment.from, hit.from) || is_one(segment.from, leading_conditions)) return true;
    if (hit.from > segment.from && is_one(hit.from - 1, leading_conditions) && is_one(hit.from, actives)) return true;
    if (any_of(eastern_conditions, segment.from, behind)) return true;
    for (std::uint32_t i = hit.to; i < behind; ++i)
      if (text_.is_one_of(text_.at(i), "if", "unless", "falls", "wenn", "indien")) return true;
    return false;
  }

  /// A word of the title that may be the name of the event.
  bool is_of_title(std::uint32_t i) const {
    constexpr std::uint32_t shortest = 4;
    const prose::Piece& piece = text_.at(i);
    if (piece.kind != prose::PieceKind::word || piece.to - piece.from < shortest) return false;
    for (std::size_t t = 0; t < text_.title_pieces(); ++t)
      if (text_.at(t).kind == prose::PieceKind::word && text_.text_of(text_.at(t)) == text_.text_of(piece)) return true;
    return false;
  }
  /// "talk", where the title tells of no talk; "talks".
  bool is_part(std::uint32_t i) const {
    if (is_one(i, parts) || is_one(i, eastern_parts)) return true;
    return is_one(i, sessions) && (is_plural(i) || !is_of_title(i));
  }
  bool is_plural(std::uint32_t i) const { return text_.text_of(text_.at(i)).back() == 's'; }
  bool has_part(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i)
      if (is_part(i)) return true;
    return false;
  }
  bool names_event(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i)
      if (is_one(i, events) || is_one(i, eastern_events) || is_of_title(i)) return true;
    return false;
  }
  /// Nothing but such words as "unfortunately" and signs.
  bool is_bare(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i)
      if (text_.at(i).kind != prose::PieceKind::symbol && !is_one(i, fillers)) return false;
    return true;
  }

  bool is_of_event(const SignHit& hit, const prose::Segment& segment) const {
    constexpr std::uint32_t object = 5, attribute = 2;
    const bool is_active = is_one(hit.from, actives) || is_one(hit.to - 1, actives);
    const std::uint32_t near = std::min(hit.to + (is_active ? object : attribute), segment.to);
    // "cancelled tickets", "postponed talks": what stands right behind.
    if (text_.at(hit.to).kind == prose::PieceKind::word && has_part(hit.to, near)) return false;
    if (segment.title && is_one(hit.to, sessions) && is_plural(hit.to)) return false;
    if (segment.title) {
      return !any_of(parts, segment.from, segment.to) && !any_of(eastern_parts, segment.from, segment.to) &&
             (!is_one(hit.from, nouns) || text_.is_symbol(hit.to, ':') || names_event(segment.from, segment.to));
    }
    if (has_part(segment.from, hit.from)) return false;
    if (names_event(segment.from, hit.from)) return true;
    // "We have decided to call off QuuxConf."
    if (is_active)
      return names_event(hit.to, near) || (text_.at(hit.to).capital && any_of(ourselves, segment.from, hit.from));
    return is_bare(segment.from, hit.from) &&
           (text_.at(hit.to).kind != prose::PieceKind::word || names_event(hit.to, near) ||
            text_.is_one_of(text_.at(hit.to), "due", "because", "wegen", "for", "until"));
  }

  const prose::ProseText& text_;
  const std::vector<SignHit>& signs_;
};

}  // namespace

std::vector<StatusClaim> status_claims(const Reading& reading) { return ClaimReader(reading).read(); }

}  // namespace almanac::facts
