#include <algorithm>
#include <optional>

#include "common_place_names.hpp"
#include "east_asian_place.hpp"
#include "facts_steps.hpp"
#include "inflected_names.hpp"
#include "place_names.hpp"
#include "place_surroundings.hpp"

namespace almanac::facts {
namespace {

using prose::Piece;
using prose::PieceKind;

/// A mention of a place and how much its surroundings speak for it.
struct Mention {
  std::string city, country;
  std::uint32_t from = 0, to = 0;
  int score = 0;
  int size = 0;        ///< of the city (City::size)
  bool dated = false;  ///< a date stands in its segment
};

class PlaceReader {
 public:
  PlaceReader(const Reading& reading, std::string_view language)
      : text_(reading.text),
        signs_(reading.signs),
        names_(reading.text),
        language_(language.substr(0, 2)),
        around_(reading, names_) {
    bool online = false, in_person = false;
    for (const SignHit& hit : signs_) {
      online |= hit.sign == Sign::online || hit.sign == Sign::only_online || hit.sign == Sign::moved_online;
      in_person |= hit.sign == Sign::hybrid || hit.sign == Sign::in_person;
    }
    only_online_ = online && !in_person;
  }

  Place read() {
    mentions_.reserve(16);
    for (const prose::Segment& segment : text_.segments()) read_segment(segment);
    const Mention* best = nullptr;
    for (const Mention& mention : mentions_)
      if (mention.score >= 4 && (!best || mention.score > best->score || outgrows(mention, *best))) best = &mention;
    if (!best) best = sole_city();
    Place place;
    place.cities = dated_cities();
    if (!best) return place;
    place.city = best->city;
    place.country = best->country;
    place.from = best->from, place.to = best->to;
    // "Berlin" in one place and "Berlin, Germany" in another are one.
    for (const Mention& mention : mentions_) {
      if (place.country.empty() && !mention.country.empty() && mention.city == place.city)
        place.country = mention.country;
      if (place.city.empty() && !mention.city.empty() && mention.country == place.country && mention.score >= 3)
        place.city = mention.city;
    }
    return place;
  }

 private:
  /// "Sioux, Esp 130, Eindhoven": of two names in one address that look alike the larger city.
  static bool outgrows(const Mention& mention, const Mention& best) {
    constexpr std::uint32_t near = 6;
    return mention.score == best.score && mention.size > best.size && !best.city.empty() && mention.from >= best.to &&
           mention.from - best.to <= near;
  }

  /// Without much support: the only large city that the text names at all ("Lattice Warsaw").
  const Mention* sole_city() const {
    constexpr int large = 50;
    const Mention* sole = nullptr;
    for (const Mention& mention : mentions_) {
      if (mention.score < 1 || mention.city.empty()) continue;
      if (sole && sole->city != mention.city) return nullptr;
      if (!sole || mention.score > sole->score) sole = &mention;
    }
    return sole && !only_online_ && sole->size >= large && sole->score >= 2 ? sole : nullptr;
  }

  /// How many different cities stand beside dates; more than two count as two.
  unsigned dated_cities() const {
    std::string_view first;
    for (const Mention& mention : mentions_) {
      if (!mention.dated || mention.score < 3 || mention.city.empty()) continue;
      if (!first.empty() && first != mention.city) return 2;
      first = mention.city;
    }
    return first.empty() ? 0 : 1;
  }

  bool is_name(std::uint32_t i) const { return names_.is_name(i); }
  /// "March", "Friday": places of these names need their country.
  bool is_date_name(std::uint32_t i) const { return text_.at(i).name != nullptr; }
  void read_segment(const prose::Segment& segment) {
    is_dated_.reset();
    const auto next = [&](std::uint32_t i) {
      return static_cast<std::uint32_t>(text_.next_marked(i, prose::Mark::capital, segment.to));
    };
    for (std::uint32_t i = next(segment.from); i < segment.to;) {
      const bool is_sign = text_.at(i).kind == PieceKind::sign;
      i = next(std::max(i + 1, is_sign ? east_asian(i, segment) : latin(i, segment)));
    }
  }

  std::uint32_t latin(std::uint32_t i, const prose::Segment& segment) {
    const PlaceNames::NameEnds ends = names_.name_ends(i, segment.to);
    for (std::size_t words = ends.size(); --words != 0;) {
      const std::uint32_t to = ends[words];
      if (to == 0) continue;
      const std::string_view name = names_.key(i, to);
      if (name.size() < 3) continue;
      find_cities(name, cities_);
      if (cities_.empty() && !text_.is_symbol(to, ',')) continue;
      const std::uint32_t all = cities_.empty() ? to : behind_river(i, to, segment);
      PlaceNames::Named where = names_.behind(all, segment.to);
      if (where.country.empty() && all != to) where.to = all;
      if (where.country.empty() && !cities_.empty()) {
        const PlaceNames::Named outer = names_.outer_country(to, segment.to);
        if (!outer.country.empty() && choose_city(cities_, outer)->country == outer.country) where = outer;
      }
      if (is_in_state_of_georgia(where)) where.country = "US", where.state = "GA";
      if (is_australian(where, all)) where.country = "AU", where.state = {};
      const City* chosen = cities_.empty() ? nullptr : choose_city(cities_, where);
      if (chosen && where.country.empty()) chosen = choose_by_language(cities_, language_);
      if (!chosen || lies_elsewhere(*chosen, where)) {
        if (where.country.empty() || is_city(to + 1, where) || goes_on(to + 1, where, segment) ||
            !(unknown_city_fits(i, to, where, segment) || (to - i <= 3 && is_labelled_alone(i, segment))))
          continue;
        std::uint32_t from = to - 1;  // "Youth Hostel Hveragerdi": the name goes on from the building
        while (from > i && !names_.is_venue_noun(from - 1)) --from;
        add({.city = std::string{text_.published(text_.at(from).from, text_.at(to - 1).to)},
             .country = std::string{where.country},
             .from = i,
             .to = where.to},
            segment, where, false);
        return where.to;
      }
      const bool common = words == 1 && common_name_table.find(chosen->key) != 0;
      if (around_.ends_zone_name(i)) return to;
      if (words == 1 && is_date_name(i) && where.country.empty()) return to;
      const bool acronym = words == 1 && text_.at(i).upper && name.size() <= 3;  // "CHU de Poitiers"
      if (acronym && where.country.empty()) return to;
      if (common && where.country.empty() &&
          !(common_city_table.find(chosen->key) != 0 && i > segment.from && text_.is_symbol(i - 1, ':') &&
            around_.labelled(i, segment)) &&
          !(chosen->key != "of" && mid_sentence_in(i, segment)) && !ends_address(*chosen, i, to, segment))
        return to;
      add({.city = shown_name(*chosen),
           .country = std::string{where.country.empty() && chosen != &cities_.front() ? chosen->country
                                  : where.country.empty()                             ? clear_country(cities_)
                                  : is_territory_of(chosen->country, where.country)   ? chosen->country
                                                                                      : where.country},
           .from = i,
           .to = std::max(to, where.to),
           .size = chosen->size},
          segment, where, true);
      return std::max(to, where.to);
    }
    if (around_.word_before(i, "w", "we", "do", "z", "ze", "na", "v", "ve", "в", "во", "до", "на", "у") &&
        add_inflected(i, segment))
      return i + 1;
    // A country alone.
    if (const auto named = names_.country_at(i, ends); !named.country.empty() && named.state.empty()) {
      add({.city = {}, .country = std::string{named.country}, .from = i, .to = named.to, .score = -2}, segment, {},
          false);
      return named.to;
    }
    return i + 1;
  }

  /// "Perth WA": states that share their letters with one of America, behind a city of Australia; `from` is behind it.
  bool is_australian(const PlaceNames::Named& where, std::uint32_t from) const {
    return !where.state.empty() && !text_.is_symbol(from, ',') && !cities_.empty() && cities_.front().country == "AU" &&
           (where.state == "WA" || where.state == "NT" || where.state == "SA");
  }

  /// "Halle (Saale)", "Frankfurt/Oder", "Newcastle upon Tyne": where the whole name ends of the city at [i, to), whose
  /// cities are set to those of that name.
  std::uint32_t behind_river(std::uint32_t i, std::uint32_t to, const prose::Segment& segment) {
    const bool bracket = text_.is_symbol(to, '(');
    const bool sign = bracket || text_.is_symbol(to, '/');
    const std::uint32_t river = sign || text_.is_one_of(text_.at(to), "upon") ? to + 1 : to;
    if (river == to || river >= segment.to || !is_name(river) || (bracket && !text_.is_symbol(river + 1, ')')))
      return to;
    const std::string city{names_.key(i, to)}, name{text_.text_of(text_.at(river))};
    for (const char* const joint : {" an der ", " am ", " im ", " upon "}) {
      std::vector<City> cities = find_cities(city + joint + name);
      if (cities.empty()) continue;
      cities_ = std::move(cities);
      return bracket ? river + 2 : river + 1;
    }
    return to;
  }

  /// "Atlanta, Georgia": the one state of the USA that is called like a country.
  bool is_in_state_of_georgia(const PlaceNames::Named& where) const {
    return where.country == "GE" && std::any_of(cities_.begin(), cities_.end(), [](const City& city) {
             return city.country == "US" && city.state == "GA";
           });
  }

  /// "w Kielcach", "в Казани".
  bool add_inflected(std::uint32_t i, const prose::Segment& segment) {
    constexpr int least = 45;
    for (const std::string& name : nominatives_of(text_.text_of(text_.at(i)))) {
      find_cities(name, cities_);
      if (cities_.empty() || cities_.front().size < least || !inflects_names(cities_.front().country)) continue;
      add({.city = shown_name(cities_.front()),
           .country = std::string{clear_country(cities_)},
           .from = i,
           .to = i + 1,
           .score = 2,
           .size = cities_.front().size},
          segment, {.country = {}, .state = {}, .to = i + 1}, true);
      return true;
    }
    return false;
  }

  /// "The Guild, Bath." is an address.
  bool ends_address(const City& city, std::uint32_t i, std::uint32_t to, const prose::Segment& segment) const {
    return common_city_table.find(city.key) != 0 && i > segment.from + 1 && text_.is_symbol(i - 1, ',') &&
           (to >= segment.to || names_.postcode_behind(to, segment.to) != to);
  }

  /// "14 Quay Lane · Dublin": the sign parts a street, which has a number, from its city.
  bool ends_parted_address(std::uint32_t i, const prose::Segment& segment) const {
    constexpr std::uint32_t reach = 6;
    if (i <= segment.from + 2 || !(text_.is_symbol(i - 1, prose::other_symbol) || text_.is_symbol(i - 1, '|')))
      return false;
    for (std::uint32_t at = i - 1; at > segment.from && i - at < reach; --at)
      if (text_.is_number(at - 1) && is_name(at)) return true;
    return false;
  }

  bool mid_sentence_in(std::uint32_t i, const prose::Segment& segment) const {
    return i > segment.from && around_.word_before(i, "in", "en", "a", "te");
  }

  /// "AI Summit, Poland": a word that is a town in another country, or state, than the one behind it.
  static bool lies_elsewhere(const City& city, const PlaceNames::Named& where) {
    if (city.country == where.country) return !where.state.empty() && city.state != where.state;
    return !where.country.empty() && !is_territory_of(city.country, where.country);
  }
  /// Whether the country named from `from` on is a city itself: "Marina Bay, Singapore" is in Singapore.
  bool is_city(std::uint32_t from, const PlaceNames::Named& country) const {
    if (from >= country.to) return false;
    const std::vector<City> cities = find_cities(names_.key(from, country.to));
    return !cities.empty() && choose_city(cities, country)->country == country.country;
  }

  /// "Quux Park, Ontario, California": what looked like the region of the first name is a city of what stands behind.
  bool goes_on(std::uint32_t from, const PlaceNames::Named& where, const prose::Segment& segment) const {
    if (from >= where.to) return false;
    const PlaceNames::Named outer = names_.behind(where.to, segment.to);
    if (outer.country.empty()) return false;
    const std::vector<City> cities = find_cities(names_.key(from, where.to));
    return std::any_of(cities.begin(), cities.end(), [&](const City& city) {
      return city.country == outer.country && (outer.state.empty() || city.state == outer.state);
    });
  }
  /// At the start of a line, or behind a sign alone there: "📍 Hintertupfingen, Austria".
  bool begins(std::uint32_t i, const prose::Segment& segment) const {
    return i == segment.from || (i == segment.from + 1 && text_.is_symbol(segment.from, prose::other_symbol));
  }
  /// "Where: Hintertupfingen, Austria".
  bool is_labelled_alone(std::uint32_t i, const prose::Segment& segment) const {
    return i > 0 && text_.is_symbol(i - 1, ':') && around_.labelled(i, segment);
  }

  /// "in Hintertupfingen, Austria": a place, a comma behind it, that the table does not know.
  bool unknown_city_fits(std::uint32_t i, std::uint32_t to, const PlaceNames::Named& where,
                         const prose::Segment& segment) {
    if (where.to == to) return false;
    for (std::uint32_t from = i + 1; from < to; ++from) {  // "Messe Basel, Switzerland" is in Basel
      find_cities(names_.key(from, to), cities_);
      if (!cities_.empty() && choose_city(cities_, where)->country == where.country) return false;
    }
    if (around_.word_before(i, "in", "at", "a", "en", "te", "nach", "to", "near", "above", "outside", "bei",
                            "oberhalb"))
      return true;
    if (around_.word_before(i, "of") && i > 1 && text_.is_one_of(text_.at(i - 2), "island", "town", "village"))
      return true;
    if (begins(i, segment) && segment.whole_line && !segment.title && where.to >= segment.to && to - i <= 3)
      return true;
    return i > 0 && text_.is_symbol(i - 1, ',') && to - i <= 3;
  }

  bool has_date(const prose::Segment& segment) {
    if (!is_dated_) is_dated_ = around_.has_date(segment);
    return *is_dated_;
  }
  void add(Mention mention, const prose::Segment& segment, const PlaceNames::Named& where, bool known) {
    int score = mention.score;
    mention.dated = has_date(segment);
    const bool is_labelled = around_.labelled(mention.from, segment);
    const bool comma = mention.from > segment.from && text_.is_symbol(mention.from - 1, ',');
    const std::uint32_t code = names_.postcode_behind(mention.to, segment.to);
    const bool postcode = code != mention.to || names_.postcode_before(mention.from);
    if (known) score += 2;
    if (!where.country.empty()) score += 4;
    if (around_.at_word_before(mention.from)) score += 2;
    if (is_labelled) score += 6;
    if (mention.dated) score += 2;
    if (segment.title) score += 1;
    if (comma) score += 2;
    if (postcode) score += 3;
    const bool bracketed = text_.is_symbol(mention.to, ')');
    const bool closes = mention.to >= segment.to || text_.is_symbol(mention.to, ',') ||
                        text_.is_symbol(mention.to, '.') || text_.is_symbol(mention.to, ':') || bracketed;
    if (closes) score += 1;
    if (known && !comma && closes && ends_parted_address(mention.from, segment)) score += 2;
    if (mention.city.empty() && segment.title && comma && mention.to >= segment.to)
      score += 2;  // "Open Summit, Poland"
    const bool opened = mention.from > segment.from && text_.is_symbol(mention.from - 1, '(');
    if (opened && bracketed && only_online_) score -= 6;  // where the organiser sits
    if (opened && bracketed && !only_online_) score += 1;
    if (opened && bracketed && around_.behind_a_person(mention.from - 1)) score -= 6;  // "by Ada Frost (Lyon)"
    if (score > 2 && around_.names_zone(mention.from, mention.to)) score -= 8;
    if (text_.starts_with(segment.from, "©")) score -= 20;  // the owner's city
    if (only_online_ && follows_company(text_, segment.from, mention.from)) score -= 20;
    if (where.country.empty() && code == mention.to && mention.to < segment.to) {
      if (names_.is_street_noun(mention.to))
        score -= 6;  // "Keller Hall"
      else if (is_name(mention.to) && !names_.is_venue_noun(mention.to))
        score -= 3;  // "Berlin Buzzwords"
    }
    if (mention.from == segment.from && where.country.empty() && mention.to < segment.to &&
        text_.at(mention.to).kind == PieceKind::word && !text_.at(mention.to).capital)
      score -= 4;  // "Essen ist fertig"
    score += around_.chain_score(mention.from, segment);
    if (!is_labelled && score > 0 && around_.of_a_person(mention.from)) score -= 8;
    score -= around_.distance_penalty(mention.from, segment);
    if (around_.of_a_past_year(mention.from, mention.to) || around_.is_dateline(mention.from, mention.to)) score -= 8;
    mention.score = score;
    // "Le Tigre, Bordeaux": the later name of an address is the city.
    if (!mentions_.empty() && known && comma && mentions_.back().to + 1 == mention.from &&
        mentions_.back().size <= mention.size && mentions_.back().from >= segment.from)
      mentions_.back().score -= 5;
    mentions_.push_back(std::move(mention));
  }

  std::uint32_t east_asian(std::uint32_t i, const prose::Segment& segment) {
    const EastAsianPlace place = east_asian_place(text_, i, segment.to);
    if (!place.found()) return place.to;
    int score = place.score;
    const bool is_labelled = around_.labelled(i, segment);
    if (is_labelled) score += 6;
    if (!is_labelled && around_.of_a_person(i)) score -= 5;
    if (has_date(segment)) score += 1;
    if (segment.title) score -= 1;
    if (around_.of_a_past_year(i, place.to)) score -= 8;
    Mention mention{.city = {}, .country = {}, .from = i, .to = place.to, .score = score, .dated = has_date(segment)};
    if (place.cities.empty()) {
      mention.country = std::string{place.country};
      mention.score -= 2;
    } else {
      mention.city = shown_name(place.cities.front());
      mention.size = place.cities.front().size;
      mention.country = std::string{clear_country(place.cities)};
      mention.score += 2 + (place.cities.front().size >= 55 ? 1 : 0);
    }
    mentions_.push_back(std::move(mention));
    return place.to;
  }

  const prose::ProseText& text_;
  const std::vector<SignHit>& signs_;
  PlaceNames names_;
  std::string_view language_;  ///< of the source, two letters; may be empty
  PlaceSurroundings around_;
  bool only_online_ = false;  ///< online words, and none of a place
  std::vector<Mention> mentions_;
  std::vector<City> cities_;      ///< of the name that is read
  std::optional<bool> is_dated_;  ///< whether the segment that is read holds a date
};

}  // namespace

Place place_of_text(const Reading& reading, std::string_view language) { return PlaceReader(reading, language).read(); }

}  // namespace almanac::facts
