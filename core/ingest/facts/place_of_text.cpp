#include <algorithm>
#include <almanac/time/word_table.hpp>
#include <array>
#include <optional>

#include "facts_steps.hpp"
#include "places.hpp"

namespace almanac::facts {
namespace {

using prose::Piece;
using prose::PieceKind;

/// A mention of a place and how much its surroundings speak for it.
struct Mention {
  std::string city, country;
  std::uint32_t from = 0, to = 0;
  int score = 0;
};

/// Words that are also names of places and begin sentences; they need a country behind them.
constexpr std::string_view common_names =
    "reading nice bath split mobile date bar best data union most same march sunday of university central "
    "center centre online hall park live open call time enter orange deal tours vienne media man are one san "
    "santa new north south east west station college the august may april june friday winter spring summer "
    "independence mission liberty campus start doors early general program normal paper page young price rust "
    "go python ada java ruby elm gent lens sale eden hub lab talk talks speaker submit register social free "
    "bring come lima venue zoom teams discord federal buy sur ele elk ela les des das der die den del han hat "
    "sind wir ihr une von zum nos los las para con por est pour een het van met marathon sprint challenge "
    "apply mars mai marzo sede cali orleans vale ville commerce industry cc os uk us eu";
constexpr auto common_name_table = dates::word_table<dates::count_words(common_names)>(common_names);

/// Words before a place at which something is, and before one that only belongs to something.
constexpr std::string_view at_words = "in at en a te near bei nach to im au aux zu";
constexpr auto at_word_table = dates::word_table<dates::count_words(at_words)>(at_words);
constexpr std::string_view of_words = "from of by von aus de di da van for and";
constexpr auto of_word_table = dates::word_table<dates::count_words(of_words)>(of_words);

class PlaceReader {
 public:
  explicit PlaceReader(const Reading& reading)
      : text_(reading.text), signs_(reading.signs), end_(static_cast<std::uint32_t>(reading.text.pieces().size())) {}

  Place read() {
    mentions_.reserve(16);
    for (const prose::Segment& segment : text_.segments()) read_segment(segment);
    const Mention* best = nullptr;
    for (const Mention& mention : mentions_)
      if (mention.score >= 4 && (!best || mention.score > best->score)) best = &mention;
    Place place;
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
  bool is_name(std::uint32_t i) const {
    const Piece& piece = text_.at(i);
    return i < end_ && piece.kind == PieceKind::word && piece.capital;
  }
  /// "March", "Friday": places of these names need their country.
  bool is_date_name(std::uint32_t i) const { return text_.at(i).name != nullptr; }
  template <std::size_t... Sizes>
  bool word_before(std::uint32_t i, const char (&... words)[Sizes]) const {
    return i > 0 && text_.is_one_of(text_.at(i - 1), words...);
  }
  template <std::size_t Words>
  bool word_before(std::uint32_t i, const dates::WordTable<Words>& words) const {
    return i > 0 && words.find(text_.text_of(text_.at(i - 1)), text_.at(i - 1).start) != 0;
  }

  /// Pieces [from, to) as a key of the tables: blanks for hyphens, dots and apostrophes. Good until the next call.
  std::string_view key(std::uint32_t from, std::uint32_t to) const {
    if (to == from + 1) return text_.text_of(text_.at(from));
    key_.clear();
    for (std::uint32_t i = from; i < to; ++i) {
      if (text_.at(i).kind == PieceKind::symbol) continue;
      if (!key_.empty()) key_ += ' ';
      key_ += text_.text_of(text_.at(i));
    }
    return key_;
  }

  /// Where the names of one word, of two and so on end that start at `i`, not behind `limit`: capitals, joined by
  /// blanks, hyphens, apostrophes or small words. 0: there is none of so many words.
  using NameEnds = std::array<std::uint32_t, 5>;
  NameEnds name_ends(std::uint32_t i, std::uint32_t limit) const {
    NameEnds ends{0, i + 1};
    std::uint32_t at = i + 1;
    for (std::size_t words = 2; words < ends.size() && at < limit; ++words) {
      if ((text_.is_symbol(at, '-') && !text_.at(at).spaced) || text_.is_symbol(at, '\'') ||
          (text_.is_symbol(at, '.') && text_.at(at - 1).to - text_.at(at - 1).from <= 2))
        ++at;
      const Piece& piece = text_.at(at);
      if (at >= limit || piece.kind != PieceKind::word) break;
      const bool may_end = piece.capital || text_.is_symbol(at - 1, '-');
      if (!may_end && piece.to - piece.from > 3) break;
      ++at;
      if (may_end) ends[words] = at;
    }
    return ends;
  }

  void read_segment(const prose::Segment& segment) {
    is_dated_.reset();
    for (std::uint32_t i = segment.from; i < segment.to;) {
      const Piece& piece = text_.pieces()[i];
      if (piece.kind == PieceKind::sign)
        i = std::max(i + 1, east_asian(i, segment));
      else if (piece.capital)
        i = std::max(i + 1, latin(i, segment));
      else
        ++i;
    }
  }

  /// Country or region behind a city: ", Slovenia", " (Croatia)", ", MD", ", Kansas, USA".
  struct Behind {
    std::string_view country, state;
    std::uint32_t to = 0;
  };
  Behind behind(std::uint32_t i, std::uint32_t limit) const {
    Behind found;
    found.to = i;
    std::uint32_t at = i;
    if (text_.is_symbol(at, ',') || text_.is_symbol(at, '(') || text_.is_symbol(at, '/') || text_.is_symbol(at, '|') ||
        text_.is_symbol(at, '-'))
      ++at;
    else if (!text_.is_word(at, "in") && !is_name(at))
      return found;
    if (text_.is_word(at, "in")) ++at;
    if (text_.is_word(at, "the") || text_.is_word(at, "en")) ++at;
    if (at >= limit || !is_name(at)) return found;
    if (const auto [country, state, to] = country_at(at, limit); !country.empty()) {
      found.country = country, found.state = state, found.to = to;
      if (!state.empty()) {  // "Lawrence, Kansas, USA"
        const auto outer = country_at(text_.is_symbol(to, ',') ? to + 1 : to, limit);
        if (outer.country == country && outer.state.empty()) found.to = outer.to;
      }
    }
    return found;
  }

  struct Named {
    std::string_view country, state;
    std::uint32_t to = 0;
  };
  Named country_at(std::uint32_t i, std::uint32_t limit) const {
    if (i >= limit || !is_name(i)) return {};
    const NameEnds ends = name_ends(i, limit);
    for (std::size_t words = ends.size(); --words != 0;) {
      const std::uint32_t to = ends[words];
      if (to == 0) continue;
      const std::string_view name = key(i, to);
      if (const auto country = find_country(name); !country.empty() && (name.size() > 3 || text_.at(i).upper))
        return {country, {}, to};
      if (const Region region = find_region(name); !region.country.empty())
        return {region.country, region.country == "US" ? region.code : std::string_view{}, to};
    }
    const Piece& piece = text_.at(i);
    if (piece.upper && piece.to - piece.from == 2) {
      const auto shown = text_.published(piece.from, piece.to);
      if (const Region region = find_region_code(shown.substr(0, 2));
          !region.country.empty() && text_.is_symbol(i - 1, ','))
        return {region.country, region.country == "US" ? region.code : std::string_view{}, i + 1};
    }
    if (piece.upper && text_.is_word(i, "d") && text_.is_symbol(i + 1, '.') && text_.is_word(i + 2, "c"))
      return {"US", "DC", text_.is_symbol(i + 3, '.') ? i + 4 : i + 3};
    return {};
  }

  std::uint32_t latin(std::uint32_t i, const prose::Segment& segment) {
    const NameEnds ends = name_ends(i, segment.to);
    for (std::size_t words = ends.size(); --words != 0;) {
      const std::uint32_t to = ends[words];
      if (to == 0) continue;
      const std::string_view name = key(i, to);
      if (name.size() < 3) continue;
      find_cities(name, cities_);
      const std::vector<City>& cities = cities_;
      if (cities.empty() && !text_.is_symbol(to, ',')) continue;
      const Behind where = behind(to, segment.to);
      if (cities.empty()) {
        if (where.country.empty() || !unknown_city_fits(i, to, where)) continue;
        add({std::string{text_.published(text_.at(i).from, text_.at(to - 1).to)}, std::string{where.country}, i,
             where.to, 0},
            segment, where, false);
        return where.to;
      }
      Mention mention{.city = {}, .country = {}, .from = i, .to = std::max(to, where.to), .score = 0};
      const City* chosen = choose(cities, where);
      const bool common = words == 1 && common_name_table.find(chosen->key) != 0;
      const bool date_name = words == 1 && is_date_name(i);
      if (date_name && where.country.empty()) return to;
      if (common && where.country.empty() && !(chosen->key != "of" && mid_sentence_in(i, segment))) return to;
      mention.city = shown(*chosen);
      mention.country = where.country.empty() ? clear_country(cities) : std::string{where.country};
      add(std::move(mention), segment, where, true);
      return std::max(to, where.to);
    }
    // A country alone.
    if (const Named named = country_at(i, segment.to); !named.country.empty() && named.state.empty()) {
      Mention mention{.city = {}, .country = std::string{named.country}, .from = i, .to = named.to, .score = -2};
      add(std::move(mention), segment, Behind{}, false);
      return named.to;
    }
    return i + 1;
  }

  bool mid_sentence_in(std::uint32_t i, const prose::Segment& segment) const {
    return i > segment.from && word_before(i, "in", "en", "a", "te");
  }

  /// "in Hintertupfingen, Austria": a place, a comma behind it, that the table does not know.
  bool unknown_city_fits(std::uint32_t i, std::uint32_t to, const Behind& where) const {
    if (where.to == to) return false;
    if (word_before(i, "in", "at", "a", "en", "te", "nach", "to")) return true;
    return i > 0 && text_.is_symbol(i - 1, ',') && to - i <= 3;
  }

  const City* choose(const std::vector<City>& cities, const Behind& where) const {
    const City* found = &cities.front();
    if (where.country.empty()) return found;
    for (const City& city : cities)
      if (city.country == where.country && (where.state.empty() || city.state == where.state)) return &city;
    for (const City& city : cities)
      if (city.country == where.country) return &city;
    return found;
  }

  static std::string shown(const City& city) {
    if (!city.shown.empty()) return std::string{city.shown};
    std::string out{city.key};
    bool start = true;
    for (char& c : out) {
      if (start && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
      start = c == ' ';
    }
    return out;
  }

  /// A name alone tells its country when no other place of that name comes near in size.
  static std::string clear_country(const std::vector<City>& cities) {
    const City& first = cities.front();
    const auto rival =
        std::find_if(cities.begin(), cities.end(), [&](const City& city) { return city.country != first.country; });
    return rival == cities.end() || first.size - rival->size >= 5 ? std::string{first.country} : std::string{};
  }

  bool labelled(std::uint32_t i, const prose::Segment& segment) const {
    for (auto hit = sign_from(segment.from); hit != signs_.end() && hit->from < i; ++hit)
      if (hit->sign == Sign::place_label && hit->to <= i && i - hit->to <= 12 &&
          (hit->from == segment.from || text_.is_symbol(hit->to, ':')))
        return true;
    // a line that is only the label, above
    const auto& segments = text_.segments();
    const auto index = static_cast<std::size_t>(&segment - segments.data());
    if (index == 0) return false;
    const prose::Segment& above = segments[index - 1];
    if (!above.whole_line || above.to - above.from > 3) return false;
    return std::any_of(sign_from(above.from), sign_from(above.from + 1),
                       [](const SignHit& hit) { return hit.sign == Sign::place_label; });
  }

  /// The first sign at or behind a piece.
  std::vector<SignHit>::const_iterator sign_from(std::uint32_t i) const {
    return std::lower_bound(signs_.begin(), signs_.end(), i,
                            [](const SignHit& hit, std::uint32_t piece) { return hit.from < piece; });
  }

  bool has_date(const prose::Segment& segment) {
    if (!is_dated_) is_dated_ = find_date(segment);
    return *is_dated_;
  }
  bool find_date(const prose::Segment& segment) const {
    for (std::uint32_t i = segment.from; i < segment.to; ++i) {
      const Piece& piece = text_.at(i);
      if ((piece.name && piece.kind == PieceKind::word && (piece.to - piece.from > 3 || piece.capital)) ||
          (piece.kind == PieceKind::number && piece.digits == 4) ||
          (piece.kind == PieceKind::number && text_.is_symbol(i + 1, ':')))
        return true;
    }
    return false;
  }

  void add(Mention mention, const prose::Segment& segment, const Behind& where, bool known) {
    int score = mention.score;
    if (known) score += 2;
    if (!where.country.empty()) score += 4;
    if (word_before(mention.from, at_word_table)) score += 2;
    if (labelled(mention.from, segment)) score += 6;
    if (has_date(segment)) score += 2;
    if (segment.title) score += 1;
    if (mention.from > segment.from && text_.is_symbol(mention.from - 1, ',')) score += 2;
    const bool closes = mention.to >= segment.to || text_.is_symbol(mention.to, ',') ||
                        text_.is_symbol(mention.to, '.') || text_.is_symbol(mention.to, ')');
    if (closes) score += 1;
    if (where.country.empty() && is_name(mention.to) && mention.to < segment.to) score -= 3;  // "Berlin Buzzwords"
    if (mention.from > segment.from && is_name(mention.from - 1) && !text_.is_symbol(mention.from - 1, ',')) score -= 2;
    if (word_before(mention.from, of_word_table)) score -= 2;
    score -= distance_penalty(mention, segment);
    mention.score = score;
    mentions_.push_back(std::move(mention));
  }

  /// Earlier editions and other things: a year that has passed, "last year", "moved to".
  int distance_penalty(const Mention& mention, const prose::Segment& segment) const {
    int penalty = 0;
    const std::uint32_t from = mention.from > segment.from + 6 ? mention.from - 6 : segment.from;
    for (std::uint32_t i = from; i < mention.from; ++i) {
      if (text_.is_word(i, "last") && text_.is_word(i + 1, "year")) penalty += 6;
      if (text_.is_word(i, "moved") && text_.is_word(i + 1, "to")) penalty += 2;
      if (text_.is_word(i, "institute") || text_.is_word(i, "company")) penalty += 3;
    }
    if (text_.is_symbol(mention.from - 1, ':') && text_.is_number(mention.from - 2) &&
        text_.at(mention.from - 2).digits == 4 && mention.from >= segment.from + 2 && mention.from - 2 == segment.from)
      penalty += 8;
    return penalty;
  }

  std::uint32_t east_asian(std::uint32_t i, const prose::Segment& segment) {
    std::uint32_t longest = 0;
    std::vector<City> found;
    std::string_view country;
    for (std::uint32_t size = 1; size <= 8 && text_.at(i + size - 1).kind == PieceKind::sign && i + size <= segment.to;
         ++size) {
      if (size < 2) continue;
      const std::string_view name =
          std::string_view{text_.folded()}.substr(text_.at(i).from, text_.at(i + size - 1).to - text_.at(i).from);
      if (auto cities = find_cities(name); !cities.empty() && cities.front().size >= 45)
        found = std::move(cities), longest = size, country = {};
      else if (found.empty())
        if (const auto named = find_country(name); !named.empty()) country = named, longest = size;
    }
    if (longest == 0) return i + 1;
    std::uint32_t to = i + longest;
    const auto follows = [&](std::initializer_list<std::string_view> words) {
      return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return text_.starts_with(to, w); });
    };
    const auto precedes = [&](std::initializer_list<std::string_view> words) {
      return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
        return text_.at(i).from >= w.size() &&
               std::string_view{text_.folded()}.substr(text_.at(i).from - w.size(), w.size()) == w;
      });
    };
    int score = 0;
    if (follows({"市", "区", "區", "府", "都", "県", "で", "にて", "举行", "舉行", "召开", "召開", "举办", "舉辦", ",",
                 "国", "で開催", "开"}))
      score += 3;
    if (precedes({"在", "于", "於", "場所:", "会場:", "地点:", "地點:", ",",
                  "場所: ", "会場: ", "地点: ", "地點: ", "で", "・", "|", "| "}))
      score += 3;
    if (labelled(i, segment)) score += 6;
    if (has_date(segment)) score += 1;
    if (segment.title) score -= 1;
    Mention mention{.city = {}, .country = {}, .from = i, .to = to, .score = score};
    if (found.empty()) {
      mention.country = std::string{country};
      mention.score -= 2;
    } else {
      mention.city = shown(found.front());
      mention.country = clear_country(found);
      mention.score += 2 + (found.front().size >= 55 ? 1 : 0);
      // A country behind it: "臺北市中正區，台灣".
    }
    mentions_.push_back(std::move(mention));
    return to;
  }

  const prose::ProseText& text_;
  const std::vector<SignHit>& signs_;
  std::uint32_t end_;
  std::vector<Mention> mentions_;
  std::vector<City> cities_;      ///< of the name that is read
  std::optional<bool> is_dated_;  ///< whether the segment that is read holds a date
  mutable std::string key_;
};

}  // namespace

Place place_of_text(const Reading& reading) { return PlaceReader(reading).read(); }

}  // namespace almanac::facts
