#pragma once
#include <almanac/time/prose/prose_text.hpp>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "places.hpp"

namespace almanac::facts {

/// Reads names of places in a text. Indexes are of pieces; the text must outlive it.
class PlaceNames {
 public:
  explicit PlaceNames(const prose::ProseText& text) : text_(text) {}

  /// Whether a word with a capital stands at a piece.
  bool is_name(std::uint32_t i) const {
    const prose::Piece& piece = text_.at(i);
    return piece.kind == prose::PieceKind::word && piece.capital;
  }

  /// Pieces [from, to) as a key of the tables: blanks for hyphens, dots and apostrophes. Good until the next call.
  std::string_view key(std::uint32_t from, std::uint32_t to) const;

  /// Where the names of one word, of two and so on end that start at `i`, not behind `limit`: capitals, joined by
  /// blanks, hyphens, apostrophes or small words. 0: there is none of so many words.
  using NameEnds = std::array<std::uint32_t, 5>;
  NameEnds name_ends(std::uint32_t i, std::uint32_t limit) const;

  /// A country, or a state of the USA or a province of Canada, at a piece; country "" when none is.
  struct Named {
    std::string_view country, state;
    std::uint32_t to = 0;
  };
  Named country_at(std::uint32_t i, std::uint32_t limit) const;
  /// … where the names end that start there.
  Named country_at(std::uint32_t i, const NameEnds& ends) const;

  /// Country or region behind a city: ", Slovenia", " (Croatia)", ", MD", ", Kansas, USA", ", no Brasil".
  Named behind(std::uint32_t i, std::uint32_t limit) const;

  /// The country behind a city and a region that is no name of the tables: "Hobart, Tasmania, Australia".
  Named outer_country(std::uint32_t i, std::uint32_t limit) const;

  /// Where the postal code ends that stands behind a city ("M4 1LE", "VIC 3000", "10115"); `i` when none does.
  std::uint32_t postcode_behind(std::uint32_t i, std::uint32_t limit) const;
  /// Whether the postal code of a city stands before it: "75009 Paris".
  bool postcode_before(std::uint32_t i) const;

  /// Whether the word is one for a building, a room or an institution ("Universität", "Stadthalle", "library"), which
  /// stand before the city they are in.
  bool is_venue_noun(std::uint32_t i) const;
  /// Whether the word makes another name of the city before it: "Hall", "Street".
  bool is_street_noun(std::uint32_t i) const;

 private:
  const prose::ProseText& text_;
  mutable std::string key_;
};

/// The city that is meant of those with one name: the one in the area, else the largest. `cities` is not empty.
const City* choose_city(const std::vector<City>& cities, const PlaceNames::Named& area);
/// … where the area is not told: one in a country of the language (two letters, or "") that is not much smaller than
/// the largest, else the largest. `cities` is not empty.
const City* choose_by_language(const std::vector<City>& cities, std::string_view language);
/// The name to show.
std::string shown_name(const City& city);
/// A name alone tells its country when no other place of that name comes near in size; "" otherwise.
std::string_view clear_country(const std::vector<City>& cities);

}  // namespace almanac::facts
