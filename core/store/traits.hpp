#pragma once
#include <almanac/model/event.hpp>
#include <almanac/query/filter.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace almanac::store_detail {

/// An event's short facts and a sketch of its place and topics in two numbers. They stand with the event, its dates and
/// its deadlines, and in the indexes these are listed by, so that a list in order of time passes over what cannot match
/// without looking at the events.
struct Traits {
  std::int64_t facts = 0;   ///< kind, mode, status, cost, language, country, cell of the map, price, dialect and the
                            ///< time of the last deadline, in fields of bits
  std::int64_t sketch = 0;  ///< a bit for each word of the place and each topic; several may share one
  friend bool operator==(const Traits&, const Traits&) = default;
};
Traits traits_of(const Event& event);

/// A field of bits in Traits::facts.
struct TraitField {
  int shift = 0;
  std::int64_t mask = 0;
};
inline constexpr TraitField kind_trait{0, 7}, mode_trait{3, 3}, status_trait{5, 7}, cost_trait{8, 3},
    language_trait{10, 1023}, country_trait{20, 1023}, cell_trait{30, 4095}, price_trait{42, 63}, dialect_trait{48, 63},
    deadline_trait{54, 511};

/// An event's facet: its facts but for the cell and the deadline. Events share few of them, which are listed in a table
/// of their own.
inline constexpr std::int64_t facet_mask =
    INT64_MAX & ~(cell_trait.mask << cell_trait.shift) & ~(deadline_trait.mask << deadline_trait.shift);

inline constexpr std::int64_t cost_free = 1, cost_other = 2;

/// The number of a language (its part before '-') or a country. Codes of two letters have a number of their own.
struct CodeTrait {
  std::int64_t number = 0;
  bool exact = false;  ///< nothing else has this number
};
CodeTrait code_trait(std::string_view code);

/// The number of a price as stated, shared by several; 0 for none and for what is free.
std::int64_t price_number(std::string_view cost);
/// The number of what follows a language's '-' (up to the next), shared by several; 0 for none.
std::int64_t dialect_number(std::string_view language);

/// The number of the thirty days in which a deadline lies, never 0: an event's trait is that of its last one, 0 without
/// any. A later time never has a smaller number.
std::int64_t deadline_number(std::int64_t seconds);

/// The bits of words of a place, in stems, or of a topic's key.
std::int64_t sketch_of_place(const std::vector<std::string>& stems);
std::int64_t sketch_of_topic(std::string_view key);

/// The cells that a circle may touch; empty when it may be all.
std::vector<std::int64_t> cells_around(const Near& near);

/// The rectangle around a circle, a little larger; all longitudes where it would hold a pole or the date line.
struct Box {
  double south = -90, north = 90, west = -180, east = 180;
};
Box box_around(const Near& near);

}  // namespace almanac::store_detail
