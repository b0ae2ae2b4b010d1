#pragma once
#include <cstdint>
#include <vector>

#include "facts_cues.hpp"
#include "place_names.hpp"

namespace almanac::facts {

/// "Quux Inc., 500 Howard St": whether a piece at or behind `from` tells that what stands before `to` belongs to a
/// company.
bool follows_company(const prose::ProseText& text, std::uint32_t from, std::uint32_t to);

/// What stands around the name of a place and tells whether the event is there. Indexes are of pieces; what it is made
/// with must outlive it.
class PlaceSurroundings {
 public:
  PlaceSurroundings(const Reading& reading, const PlaceNames& names)
      : text_(reading.text), signs_(reading.signs), published_(reading.published), names_(names) {}

  /// Whether one of the words stands right before a piece.
  template <std::size_t... Sizes>
  bool word_before(std::uint32_t i, const char (&... words)[Sizes]) const {
    return i > 0 && text_.is_one_of(text_.at(i - 1), words...);
  }
  /// … a word at which something is: "in", "at", "nach".
  bool at_word_before(std::uint32_t i) const;

  /// Whether "Where:" or the like stands before a piece, or on a line of its own above.
  bool labelled(std::uint32_t i, const prose::Segment& segment) const;
  /// Whether something in a segment may be a date.
  bool has_date(const prose::Segment& segment) const;

  /// The name that goes on into the city: "im Café Blau in Ulm", "University of Bonn" hold it, "Berlin's Jim London"
  /// and "from the University of Bonn" do not. Points for the city that begins at a piece, or against it.
  int chain_score(std::uint32_t from, const prose::Segment& segment) const;
  /// "Opponent: Prof. D. Cole, Oxford, UK".
  bool of_a_person(std::uint32_t from) const;
  /// "by Ada Frost (", "charla de Ada Frost (": the bracket at a piece stands behind the name of a person.
  bool behind_a_person(std::uint32_t bracket) const;
  /// "23:59 (Europe/Lisbon)": whether the name at a piece is the second of a zone's.
  bool ends_zone_name(std::uint32_t i) const;
  /// "18:00 hora de Lima", "Lima time": the name at [from, to) is one of a zone.
  bool names_zone(std::uint32_t from, std::uint32_t to) const;
  /// Earlier editions and other things: a year that has passed, "last year", "moved to". Points against a name.
  int distance_penalty(std::uint32_t from, const prose::Segment& segment) const;
  /// "2025 in Weimar", "Bergen (2024)": the name at [from, to) is that of a year before the text's own.
  bool of_a_past_year(std::uint32_t from, std::uint32_t to) const;
  /// "Berlin, 25 February 2027. We have …": where and when a text was written.
  bool is_dateline(std::uint32_t from, std::uint32_t to) const;

 private:
  std::vector<SignHit>::const_iterator sign_from(std::uint32_t i) const;
  bool is_city_word(std::uint32_t i) const;
  bool sentence_ends(std::uint32_t from, std::uint32_t to) const;
  bool tells_past(std::uint32_t i) const;
  bool tells_where_not(std::uint32_t i) const;
  bool denies_place(std::uint32_t from) const;

  const prose::ProseText& text_;
  const std::vector<SignHit>& signs_;
  const std::optional<dates::CivilDay> published_;
  const PlaceNames& names_;
};

}  // namespace almanac::facts
