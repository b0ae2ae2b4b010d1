#include <algorithm>
#include <almanac/time/word_table.hpp>
#include <array>

#include "facts_steps.hpp"

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
      return {Kind::hackathon, 4};
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
    case Sign::post:
      return {Kind::post, 10};
    case Sign::weak_post:
      return {Kind::post, 3};
    default:
      return {Kind::other, 0};
  }
}

/// The last three letters of the names that count_name knows.
constexpr std::string_view name_ends = "onf nfs mit ess enz ung ctf amp ays est tag fen sch rag nar urs";
constexpr auto name_endings = dates::word_table<dates::count_words(name_ends)>(name_ends);

class KindReader {
 public:
  KindReader(const Reading& reading, const ProseDates& dates, const Place& place)
      : text_(reading.text), signs_(reading.signs), dates_(dates), place_(place) {}

  Kind read() {
    for (const SignHit& hit : signs_) count(hit);
    for (std::uint32_t i = 0; i < text_.pieces().size(); ++i) count_name(i);
    const int event = evidence();
    int post = points_[at_kind(Kind::post)];
    if (question_title()) post += 12;
    if (is_feature_list()) post += 12;
    if (forum_thread()) post += 6;
    if (post > event) return Kind::post;
    points_[at_kind(Kind::post)] = 0;
    const auto best = std::max_element(points_.begin(), points_.end());
    if (*best > 0) return static_cast<Kind>(best - points_.begin());
    return event > 0 ? shape() : Kind::post;
  }

 private:
  bool in_title(std::uint32_t piece) const { return piece < text_.title_pieces(); }

  /// Title words weigh most, then the first words of the text; a sign counts at most three times.
  void count(const SignHit& hit) {
    const bool place = hit.sign == Sign::place_label && text_.is_symbol(hit.to, ':');
    if (hit.sign == Sign::announces || place) announced_ += in_title(hit.from) ? 2 : 1;
    const Weight weight = weight_of(hit.sign);
    if (weight.points == 0) return;
    int& seen = seen_[static_cast<std::size_t>(hit.sign)];
    if (!in_title(hit.from) && ++seen > 3) return;
    const bool early = hit.from < text_.title_pieces() + 60;
    points_[at_kind(weight.kind)] += weight.points * (in_title(hit.from) ? 3 : early ? 2 : 1) / 2;
  }

  /// Names that say what they are: "OrbitConf", "HackPrairie", "BirdCTF", "SREcamp", "InfraDays", "Linux-Tag".
  void count_name(std::uint32_t i) {
    const Piece& piece = text_.at(i);
    if (piece.kind != PieceKind::word || !piece.capital) return;
    const auto word = text_.text_of(piece);
    if (word.size() < 6) return;
    if (name_endings.find(word.substr(word.size() - 3)) == 0 && !word.starts_with("hack")) return;
    const int factor = in_title(i) ? 3 : 1;
    const auto ends = [&](std::string_view end) { return word.ends_with(end); };
    if (ends("conf") || ends("confs") || ends("summit") || ends("kongress") || ends("konferenz") || ends("tagung"))
      points_[at_kind(Kind::conference)] += 5 * factor;
    else if (ends("ctf"))
      points_[at_kind(Kind::competition)] += 6 * factor;
    else if (word.starts_with("hack") && !word.starts_with("hacker") && !word.starts_with("hackspace"))
      points_[at_kind(Kind::hackathon)] += 4 * factor;
    else if (ends("camp") || ends("days") || ends("fest") ||
             (ends("tag") && !ends("montag") && !ends("dienstag") && !ends("donnerstag") && !ends("freitag") &&
              !ends("samstag") && !ends("sonntag") && !ends("vortrag") && !ends("beitrag") && word != "mittag"))
      points_[at_kind(Kind::conference)] += 3 * factor;
    else if (ends("treffen") || ends("stammtisch"))
      points_[at_kind(Kind::meetup)] += 5 * factor;
    else if (ends("vortrag") || ends("vorlesung") || ends("seminar"))
      points_[at_kind(Kind::talk)] += 5 * factor;
    else if (ends("kurs"))
      points_[at_kind(Kind::other)] += 5 * factor;
  }

  /// How much speaks for an event at all.
  int evidence() const {
    int event = 0;
    if (dates_.when)
      event += dates_.when->start.precision <= Precision::day
                   ? (dates_.when->start.precision == Precision::minute ? 16 : 11)
                   : 5;
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

  /// "v0.27.3", "Foo 4.2 released".
  bool is_feature_list() const {
    for (std::uint32_t i = 0; i + 2 < text_.title_pieces(); ++i)
      if (text_.is_number(i) && text_.is_symbol(i + 1, '.') && text_.is_number(i + 2) && !text_.at(i + 2).spaced &&
          text_.at(i).digits <= 2 &&
          (text_.is_symbol(i + 3, '.') || (i > 0 && (text_.is_word(i - 1, "v") || text_.is_word(i - 1, "version")))))
        return true;
    return false;
  }

  /// Marks that forums leave in their feeds.
  bool forum_thread() const {
    const std::string& folded = text_.folded();
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
    if (dates_.when->end && dates_.when->start.kind == MomentKind::date) return Kind::conference;
    if (dates_.when->start.precision == Precision::minute) return Kind::meetup;
    return Kind::conference;
  }

  const prose::ProseText& text_;
  const std::vector<SignHit>& signs_;
  const ProseDates& dates_;
  const Place& place_;
  std::array<int, kinds> points_{};
  std::array<int, 40> seen_{};
  int announced_ = 0;
};

}  // namespace

Kind kind_of_text(const Reading& reading, const ProseDates& dates, const Place& place) {
  return KindReader(reading, dates, place).read();
}

std::optional<Kind> kind_named(std::string_view text) {
  constexpr int clear = 9;
  Weight best{Kind::other, 0};
  for (const SignHit& hit : find_signs(prose::ProseText(text, {}))) {
    const Weight weight = weight_of(hit.sign);
    if (weight.kind != Kind::post && weight.points > best.points) best = weight;
  }
  if (best.points < clear) return std::nullopt;
  return best.kind;
}

}  // namespace almanac::facts
