#include <algorithm>
#include <almanac/time/words/word_table.hpp>
#include <almanac/time/zones/zone.hpp>
#include <array>

#include "facts_steps.hpp"
#include "version_title.hpp"

namespace almanac::facts {
namespace {

using prose::Piece;
using prose::PieceKind;

constexpr std::size_t kinds = 7;
constexpr std::size_t at_kind(Kind kind) { return static_cast<std::size_t>(kind); }

struct Weight {
  Kind kind;
  int points;
};

/// What a sign speaks for.
constexpr Weight weight_of(Sign sign) {
  switch (sign) {
    case Sign::conference:
      return {Kind::conference, 10};
    case Sign::weak_conference:
      return {Kind::conference, 5};
    case Sign::call:
      return {Kind::conference, 7};
    case Sign::hackathon:
      return {Kind::hackathon, 14};
    case Sign::weak_hackathon:
      return {Kind::hackathon, 6};
    case Sign::competition:
      return {Kind::competition, 10};
    case Sign::weak_competition:
      return {Kind::competition, 3};
    case Sign::meetup:
      return {Kind::meetup, 9};
    case Sign::weak_meetup:
      return {Kind::meetup, 3};
    case Sign::talk:
      return {Kind::talk, 10};
    case Sign::weak_talk:
      return {Kind::talk, 3};
    case Sign::other_kind:
      return {Kind::other, 9};
    case Sign::weak_other:
      return {Kind::other, 3};
    case Sign::job:
      return {Kind::other, 9};
    case Sign::job_title:
      return {Kind::other, 5};
    case Sign::post:
    case Sign::post_title:
      return {Kind::post, 10};
    case Sign::mention:
      return {Kind::post, 8};
    case Sign::weak_post:
      return {Kind::post, 3};
    default:
      return {Kind::other, 0};
  }
}

constexpr std::size_t sign_count = static_cast<std::size_t>(Sign::told) + 1;
constexpr auto weights = [] {
  std::array<Weight, sign_count> rows{};
  for (std::size_t i = 0; i < sign_count; ++i) rows[i] = weight_of(static_cast<Sign>(i));
  return rows;
}();

constexpr int most_mentions = 3;  ///< of a sign in the text that count

/// The last three letters of the names that count_name knows.
constexpr std::string_view name_ends =
    "onf nfs mit ess enz ung ctf amp ays est tag fen sch rag nar urs jam hon erb eis ack cks int day dag age ene rna "
    "gar";
constexpr auto name_endings = dates::word_table<name_ends>();

class KindReader {
 public:
  KindReader(const Reading& reading, const ProseDates& dates, const Place& place, bool is_event)
      : text_(reading.text), signs_(reading.signs), dates_(dates), place_(place), is_event_(is_event) {}

  Kind read() {
    for (const SignHit& hit : signs_) count(hit);
    for (std::size_t i = text_.next_marked(0, prose::Mark::capital); i < text_.pieces().size();
         i = text_.next_marked(i + 1, prose::Mark::capital))
      count_name(static_cast<std::uint32_t>(i));
    count_shape();
    if (dates_.when && dates_.when->start.precision == Precision::minute && names_speaker())
      points_[at_kind(Kind::talk)] += 10;
    const int event = evidence();
    int post = points_[at_kind(Kind::post)];
    if (question_title()) post += has(Sign::narrator) ? 30 : 12;
    if (!title_says_event()) post += (is_titled_as_release(text_) ? 24 : 0) + (is_titled_with_version(text_) ? 12 : 0);
    if (narrates_in_title_) post += 10;
    if (narrates()) post += 3 * std::min(told_, 4);
    if (forum_thread()) post += 6;
    if (dates_.is_past && !has(Sign::cancelled) && !has(Sign::postponed)) post += 8;
    if (names_several_events()) post += dates_.lines >= 3 ? 40 : 24;
    points_[at_kind(Kind::post)] = 0;
    const auto best = std::max_element(points_.begin(), points_.end());
    if (post > event || (has_no_fact() && !is_clear(*best))) return Kind::post;
    if (*best > 0) return static_cast<Kind>(best - points_.begin());
    return event > 0 ? shape() : Kind::post;
  }

 private:
  /// Whether the words of a kind alone tell of an event, which is somewhere or is announced.
  bool is_clear(int points) const {
    constexpr int clear = 8;
    return (points >= clear || is_event_) && (dates_.when || place_.stated() || announced_ > 0);
  }

  bool in_title(std::uint32_t piece) const { return piece < text_.title_pieces(); }

  /// Title words weigh most, then the first words of the text; a sign counts at most three times.
  void count(const SignHit& hit) {
    const bool place = hit.sign == Sign::place_label && text_.is_symbol(hit.to, ':');
    if (hit.sign == Sign::announces || place) announced_ += in_title(hit.from) ? 2 : 1;
    has_ |= bit(hit.sign);
    told_ += hit.sign == Sign::told;
    narrates_in_title_ |= hit.sign == Sign::narrator && in_title(hit.from);
    const Weight weight = weights[static_cast<std::size_t>(hit.sign)];
    int& seen = seen_[static_cast<std::size_t>(hit.sign)];
    if (seen == most_mentions && !in_title(hit.from)) return;
    if (weight.points == 0 || in_weekday(hit.from) || counts_days(hit.from)) return;
    if ((hit.sign == Sign::post_title || hit.sign == Sign::job_title) && !in_title(hit.from)) return;
    if (is_beside_the_subject(hit)) return;
    if (!in_title(hit.from)) ++seen;
    const std::size_t early = text_.title_pieces() + (weight.kind == Kind::post ? 30 : 60);
    if (in_title(hit.from)) said_by_title_ |= 1u << at_kind(weight.kind);
    points_[at_kind(weight.kind)] += weight.points * (in_title(hit.from) ? 3 : hit.from < early ? 2 : 1) / 2;
  }

  /// "history of the hackathon" in a title is no hackathon, neither is what a text only says is there, too: "with a
  /// code sprint".
  bool is_beside_the_subject(const SignHit& hit) const {
    constexpr std::uint32_t reach = 3;
    for (std::uint32_t i = hit.from; i-- > 0 && hit.from - i <= reach && text_.at(i).kind == PieceKind::word;) {
      const Piece& word = text_.at(i);
      if (in_title(hit.from) ? text_.is_one_of(word, "of", "about", "on", "uber", "sur", "sobre") && i > 0
                             : text_.is_one_of(word, "with", "including", "plus", "mit", "avec", "con", "com"))
        return true;
    }
    return false;
  }

  static constexpr std::uint64_t bit(Sign sign) { return std::uint64_t{1} << static_cast<unsigned>(sign); }
  bool has(Sign sign) const { return (has_ & bit(sign)) != 0; }

  /// "terça-feira" is no fair.
  bool in_weekday(std::uint32_t i) const {
    return i >= 2 && text_.is_symbol(i - 1, '-') && text_.at(i - 2).name && text_.at(i - 2).name->weekday != 0;
  }

  /// "56 days left".
  bool counts_days(std::uint32_t i) const {
    return i > 0 && text_.is_number(i - 1) && text_.is_one_of(text_.at(i), "day", "days", "tag", "jours");
  }

  /// What the dates tell of the kind: an evening is a meeting, an hour or two of a workshop are a lesson.
  void count_shape() {
    int& conference = points_[at_kind(Kind::conference)];
    const bool calls = std::any_of(dates_.deadlines.begin(), dates_.deadlines.end(), [](const Deadline& deadline) {
      return deadline.type == DeadlineType::cfp || deadline.type == DeadlineType::abstract ||
             deadline.type == DeadlineType::paper;
    });
    if (calls) conference += 6;
    if (title_counts_hours()) points_[at_kind(Kind::hackathon)] += 8;
    if (!dates_.when) return;
    const Moment& start = dates_.when->start;
    const auto& end = dates_.when->end;
    const std::int64_t length = end ? end->seconds - start.seconds : 0;
    if (length > 86400 && start.precision <= Precision::day) {
      conference += conference > 0 ? 4 : 0;
      if (!has(Sign::meetup) || !title_says(Kind::meetup))
        points_[at_kind(Kind::meetup)] = 0;                           // people "meet" for days
      if (!title_says(Kind::talk)) points_[at_kind(Kind::talk)] = 0;  // its talks, not a talk
    }
    if (start.precision != Precision::minute || length > 86400) return;
    constexpr std::int64_t hour = 3600;
    const bool strong = has(Sign::conference) || has(Sign::call) || calls;
    if (hour_of(start) >= 17 && length <= 6 * hour) {
      points_[at_kind(Kind::meetup)] += 6;
      if (!strong) conference /= 2;
    } else if (!strong && conference > 0 && length <= 3 * hour && (has(Sign::online) || length > 0)) {
      points_[at_kind(Kind::talk)] += conference + 1;
    }
  }

  /// "Voice Sprint: 48 hours with open models": as long as hackathons last.
  bool title_counts_hours() const {
    for (std::uint32_t i = 0; i + 1 < text_.title_pieces(); ++i) {
      const int count = text_.is_number(i) ? text_.at(i).value : 0;
      if (count < 12 || count > 96 || count % 6 != 0) continue;
      const std::uint32_t unit = text_.is_symbol(i + 1, '-') ? i + 2 : i + 1;
      if (text_.is_one_of(text_.at(unit), "h", "hours", "hour", "stunden", "heures", "horas", "ore", "uur"))
        return true;
    }
    return false;
  }

  bool title_says_event() const { return (said_by_title_ & ~(1u << at_kind(Kind::post))) != 0; }
  bool title_says(Kind kind) const { return (said_by_title_ >> at_kind(kind) & 1u) != 0; }

  static std::int64_t hour_of(const Moment& moment) {
    std::int64_t local = moment.seconds;
    if (moment.kind == MomentKind::instant)
      if (const auto zone = Zone::find(moment.zone)) local = zone->to_local(local);
    return (local % 86400 + 86400) % 86400 / 3600;
  }

  /// A list of what is on: several days in several cities.
  bool names_several_events() const {
    return place_.cities >= 2 && ((dates_.days >= 3 && !has(Sign::talk)) || dates_.lines >= 3);
  }

  /// Whether nothing but words of a kind and names of places can speak for an event: no day of its own, no deadline, no
  /// word on its status. "Today we release …", "the law is effective June 1" name a day in passing.
  bool has_no_fact() const {
    const bool is_dated = dates_.when && !(dates_.in_passing && announced_ == 0) && !narrates();
    return !is_dated && dates_.deadlines.empty() && !has(Sign::cancelled) && !has(Sign::postponed) &&
           !has(Sign::dates_follow) && !has(Sign::job) && !has(Sign::call);
  }

  /// Names that say what they are: "OrbitConf", "HackPrairie", "BirdCTF", "SREcamp", "InfraDays", "Linux-Tag". The
  /// piece is marked as a capital.
  void count_name(std::uint32_t i) {
    const Piece& piece = text_.at(i);
    if (piece.kind != PieceKind::word) return;
    const auto word = text_.text_of(piece);
    if (word.size() < 6) return;
    if (name_endings.find(word.substr(word.size() - 3)) == 0 && !word.starts_with("hack")) return;
    const int factor = in_title(i) ? 3 : 1;
    const auto ends = [&](std::string_view end) { return word.ends_with(end); };
    if (ends("conf") || ends("confs") || ends("summit") || ends("kongress") || ends("konferenz") || ends("tagung"))
      points_[at_kind(Kind::conference)] += 5 * factor;
    else if (ends("ctf"))
      points_[at_kind(Kind::competition)] += 6 * factor;
    else if (word.starts_with("hack") && !word.starts_with("hacker") && !word.starts_with("hackspace") &&
             !word.starts_with("hackab") && !word.starts_with("hacked"))
      points_[at_kind(Kind::hackathon)] += 4 * factor;
    else if (ends("camp") || ends("days") || ends("fest") || names_day(piece, word) || names_days(word) ||
             (ends("tag") && !ends("montag") && !ends("dienstag") && !ends("donnerstag") && !ends("freitag") &&
              !ends("samstag") && !ends("sonntag") && !ends("vortrag") && !ends("beitrag") && word != "mittag"))
      points_[at_kind(Kind::conference)] += 3 * factor;
    else if (ends("treffen") || ends("stammtisch"))
      points_[at_kind(Kind::meetup)] += 5 * factor;
    else if (ends("vortrag") || ends("vorlesung") || ends("seminar"))
      points_[at_kind(Kind::talk)] += 5 * factor;
    else if (ends("kurs"))
      points_[at_kind(Kind::other)] += 5 * factor;
    else if (ends("jam") || ends("athon") || ends("hack") || ends("hacks") || ends("sprint"))
      points_[at_kind(Kind::hackathon)] += 5 * factor;
    else if (ends("wettbewerb") || ends("preis"))
      points_[at_kind(Kind::competition)] += 5 * factor;
  }

  /// "KubeDay", "Studiedag": neither a weekday nor a holiday.
  static bool names_day(const Piece& piece, std::string_view word) {
    constexpr std::string_view others[] = {"birthday", "holiday", "everyday",   "workday",
                                           "weekday",  "vandaag", "verjaardag", "feestdag"};
    return (word.ends_with("day") || word.ends_with("dag")) && !piece.name &&
           std::find(std::begin(others), std::end(others), word) == std::end(others);
  }

  /// "Linuxtage", "Kartdagene", "Datadagarna"; not "Feiertage".
  static bool names_days(std::string_view word) {
    constexpr std::string_view others[] = {"feiertage", "werktage",   "arbeitstage", "wochentage",  "heutage",
                                           "vortrage",  "hverdagene", "vardagarna",  "helligdagene"};
    return (word.ends_with("tage") || word.ends_with("dagene") || word.ends_with("dagarna") ||
            word.ends_with("dagar")) &&
           std::find(std::begin(others), std::end(others), word) == std::end(others);
  }

  /// Something is told that has happened, and nothing is announced: days are named in passing.
  bool narrates() const {
    const bool has_hour = dates_.when && dates_.when->start.precision == Precision::minute;
    const bool states_zone = dates_.when && dates_.when->start.zone_stated;  // who tells does not
    return told_ >= (has_hour ? 4 : 2) && !states_zone && announced_ == 0 && dates_.deadlines.empty();
  }

  /// "“Nodes and knots”, by Ada Frost": what a person tells.
  bool names_speaker() const {
    constexpr std::size_t opening = 400;
    const std::string_view folded = std::string_view{text_.folded()}.substr(0, opening);
    for (std::size_t quote = folded.find('"'); quote != folded.npos; quote = folded.find('"', quote + 1)) {
      auto i = static_cast<std::uint32_t>(text_.piece_at(quote)) + 1;
      if (text_.is_symbol(i, ',')) ++i;
      if (text_.is_one_of(text_.at(i), "by", "von", "par", "por", "di", "door", "av", "af") && is_name(i + 1) &&
          is_name(i + 2))
        return true;
    }
    return false;
  }
  bool is_name(std::uint32_t i) const { return text_.at(i).kind == PieceKind::word && text_.at(i).capital; }

  int weight_of_date(Precision precision) const {
    if (dates_.in_passing || narrates()) return 3;
    if (precision > Precision::day) return 5;
    return precision == Precision::minute ? 16 : 11;
  }

  /// How much speaks for an event at all.
  int evidence() const {
    int event = 0;
    if (dates_.when) event += weight_of_date(dates_.when->start.precision);
    if (!dates_.deadlines.empty()) event += 8;
    if (place_.stated()) event += 4;
    event += std::min(announced_, 5) * 3;
    int kind = 0;
    for (std::size_t k = 0; k < kinds; ++k)
      if (static_cast<Kind>(k) != Kind::post) kind = std::max(kind, points_[k]);
    return event + std::min(kind / 4, 6);
  }

  bool question_title() const {
    const auto end = text_.title_pieces();
    return end >= 2 && (text_.is_symbol(end - 2, '?') || (end >= 3 && text_.is_symbol(end - 3, '?')));
  }

  /// Marks that forums leave in their feeds.
  bool forum_thread() const {
    const std::string_view folded = text_.folded();
    return (folded.find("[link]") != folded.npos && folded.find("[comments]") != folded.npos) ||
           has_before_colon("comments url");
  }
  bool has_before_colon(std::string_view words) const {
    const std::string_view folded = text_.folded();
    for (std::size_t at = folded.find(':'); at != folded.npos; at = folded.find(':', at + 1))
      if (folded.substr(0, at).ends_with(words)) return true;
    return false;
  }

  /// No word says what it is: its length and hour do.
  Kind shape() const {
    if (!dates_.when) return dates_.deadlines.empty() ? Kind::other : Kind::conference;
    constexpr std::int64_t week = 7 * 86400, most_of_a_day = 6 * 3600;
    const auto& [start, end] = *dates_.when;
    if (end && end->seconds - start.seconds >= week && has(Sign::online)) return Kind::hackathon;
    if (end && start.kind == MomentKind::date) return Kind::conference;
    const std::int64_t length = end ? end->seconds - start.seconds : 0;
    if (length >= most_of_a_day && length < 86400 && hour_of(start) < 12) return Kind::conference;
    if (dates_.when->start.precision == Precision::minute) return Kind::meetup;
    return Kind::conference;
  }

  const prose::ProseText& text_;
  const std::vector<SignHit>& signs_;
  const ProseDates& dates_;
  const Place& place_;
  bool is_event_;
  std::array<int, kinds> points_{};
  std::array<int, sign_count> seen_{};
  std::uint64_t has_ = 0;       ///< signs that the text holds
  unsigned said_by_title_ = 0;  ///< kinds, as bits
  int announced_ = 0;
  bool narrates_in_title_ = false;
  int told_ = 0;
};

}  // namespace

Kind kind_of_text(const Reading& reading, const ProseDates& dates, const Place& place, bool is_event) {
  return KindReader(reading, dates, place, is_event).read();
}

std::optional<Kind> kind_named(std::string_view text) {
  constexpr int clear = 9;
  Weight best{Kind::other, 0};
  for (const SignHit& hit : find_signs(prose::ProseText(text, {}, sign_marks()))) {
    const Weight weight = weight_of(hit.sign);
    if (weight.kind != Kind::post && weight.points > best.points) best = weight;
  }
  if (best.points < clear) return std::nullopt;
  return best.kind;
}

}  // namespace almanac::facts
