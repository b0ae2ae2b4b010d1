#include "place_names.hpp"

#include <algorithm>
#include <almanac/time/words/word_table.hpp>

namespace almanac::facts {
namespace {

using prose::Piece;
using prose::PieceKind;

/// Words for what stands in a city and takes its name.
constexpr std::string_view venue_words =
    "university universitat uni universite universidad universita universidade universiteit hochschule fachhochschule "
    "fh tu polytechnic politecnico college institute institut instituto istituto instituut school schule ecole escuela "
    "scuola escola campus library bibliothek stadtbibliothek bibliotheque mediatheque biblioteca bibliotheek "
    "universitatsbibliothek museum musee museo museu theatre theater teatro stadthalle halle rathaus kulturzentrum "
    "kulturhaus volkshochschule vhs messe kongresszentrum congress centre center zentrum palais palacio palazzo "
    "hackspace "
    "hackerspace makerspace fablab lab technopark chamber hostel inn lodge hotel cafe bar pub kneipe gasthaus brauhaus "
    "kirche "
    "bahnhof mairie ayuntamiento municipio gemeente gemeentehuis bibliothekszentrum hub coworking innovation "
    "sede sedes local locales locaux bureau siege geschaftsstelle vereinsheim raumlichkeiten lokal lokale siedziba "
    "siedzibie associations associazioni asociaciones vereine "
    "fetes civico civica cultural culturel culturale social sociale municipal municipale comunale communale "
    "polivalente "
    "polyvalente universitario congresos congres congressi gymnase espace chateau abbaye castello circolo buurthuis "
    "wijkcentrum sterrenwacht bieb dorpshuis gasthuis observatorium gymnasium sternwarte planetarium hacklab medialab "
    "biblioteket bibliotek biblioteka bibliotece knihovna knihovne kirjasto universitet universitetet "
    "uniwersytet uniwersytecie politechnika politechnice univerzita univerzite yliopisto egyetem facultad faculte "
    "facolta faculdade fakultat wydzial wydziale liceum instituttet muzeum muzea museet kulturhuset kulturhus dom dum "
    "klub kawiarnia kawiarni kavarna kavarne hackerspejs ateneo auditorio auditorium casa maison haus huis forum teatr "
    "divadlo teater университет университете институт институте библиотека библиотеке музей музее клуб клубе "
    "коворкинг коворкинге "
    "arrondissement ville cite ciudad cidade citta stad stadt city town";
constexpr auto venue_table = dates::word_table<venue_words>();

/// Words that make a street or a building of the city's name before them.
constexpr std::string_view street_words =
    "hall street st road rd avenue ave drive lane square building house room tower court boulevard way terrace "
    "strasse str platz allee straat plein laan weg";
constexpr auto street_table = dates::word_table<street_words>();

/// "Kongresshalle", "Tagungszentrum".
bool is_compound(std::string_view word) {
  constexpr std::string_view ends[] = {"halle",   "haus",       "zentrum", "saal",  "museum",
                                       "theater", "bibliothek", "schule",  "center"};
  return word.size() > 7 &&
         std::any_of(std::begin(ends), std::end(ends), [&](std::string_view end) { return word.ends_with(end); });
}

std::string_view state_of(const Region& region) { return region.country == "US" ? region.code : std::string_view{}; }

}  // namespace

std::string_view PlaceNames::key(std::uint32_t from, std::uint32_t to) const {
  if (to == from + 1) return text_.text_of(text_.at(from));
  key_.clear();
  for (std::uint32_t i = from; i < to; ++i) {
    if (text_.at(i).kind == PieceKind::symbol) continue;
    if (!key_.empty()) key_ += ' ';
    key_ += text_.text_of(text_.at(i));
  }
  return key_;
}

PlaceNames::NameEnds PlaceNames::name_ends(std::uint32_t i, std::uint32_t limit) const {
  NameEnds ends{0, i + 1};
  std::uint32_t at = i + 1;
  for (std::size_t words = 2; words < ends.size() && at < limit; ++words) {
    if ((text_.is_symbol(at, '-') && !text_.at(at).spaced) || text_.is_symbol(at, '\'') ||
        (text_.is_symbol(at, '.') && text_.at(at - 1).to - text_.at(at - 1).from <= 2))
      ++at;
    const Piece& piece = text_.at(at);
    if (at >= limit || piece.kind != PieceKind::word) break;
    const bool is_genitive = text_.is_symbol(at - 1, '\'') && text_.is_word(at, "s");  // "St. John's"
    const bool may_end = piece.capital || text_.is_symbol(at - 1, '-') || is_genitive;
    if (!may_end && piece.to - piece.from > 3) break;
    ++at;
    if (may_end) ends[words] = at;
  }
  return ends;
}

PlaceNames::Named PlaceNames::country_at(std::uint32_t i, std::uint32_t limit) const {
  if (i >= limit || !is_name(i)) return {};
  return country_at(i, name_ends(i, limit));
}

PlaceNames::Named PlaceNames::country_at(std::uint32_t i, const NameEnds& ends) const {
  for (std::size_t words = ends.size(); --words != 0;) {
    const std::uint32_t to = ends[words];
    if (to == 0) continue;
    const std::string_view name = key(i, to);
    if (name.size() > 3 || text_.at(i).upper)
      if (const auto country = find_country(name); !country.empty()) return {country, {}, to};
    if (const Region region = find_region(name, text_.at(i).start); !region.country.empty())
      return {region.country, state_of(region), to};
  }
  const Piece& piece = text_.at(i);
  if (piece.upper && piece.to - piece.from == 2) {
    const auto shown = text_.published(piece.from, piece.to);
    if (const Region region = find_region_code(shown.substr(0, 2));
        !region.country.empty() && text_.is_symbol(i - 1, ','))
      return {region.country, state_of(region), i + 1};
  }
  if (piece.upper && text_.is_word(i, "d") && text_.is_symbol(i + 1, '.') && text_.is_word(i + 2, "c"))
    return {"US", "DC", text_.is_symbol(i + 3, '.') ? i + 4 : i + 3};
  return {};
}

PlaceNames::Named PlaceNames::behind(std::uint32_t i, std::uint32_t limit) const {
  Named found;
  found.to = i;
  std::uint32_t at = i;
  const bool sign = text_.is_symbol(at, ',') || text_.is_symbol(at, '(') || text_.is_symbol(at, '/') ||
                    text_.is_symbol(at, '|') || text_.is_symbol(at, '-');
  if (sign)
    ++at;
  else if (!text_.is_word(at, "in") && !is_name(at))
    return found;
  if (!sign && at < limit && text_.at(at).upper && text_.at(at).to - text_.at(at).from == 2) {  // "Waukesha WI"
    const auto shown = text_.published(text_.at(at).from, text_.at(at).to);
    const Region region = find_region_code(shown.substr(0, 2));
    const bool ends = at + 1 >= limit || text_.at(at + 1).kind != PieceKind::word;
    return region.country.empty() || !ends ? found : Named{region.country, state_of(region), at + 1};
  }
  if (text_.is_one_of(text_.at(at), "in", "no", "na", "em", "en", "au", "aux", "nel")) ++at;
  if (text_.is_one_of(text_.at(at), "the", "en", "der", "la", "el", "les")) ++at;
  if (at >= limit || !is_name(at)) return found;
  if (const Named named = country_at(at, limit); !named.country.empty()) {
    found = named;
    if (!named.state.empty()) {  // "Lawrence, Kansas, USA"
      const Named outer = country_at(text_.is_symbol(named.to, ',') ? named.to + 1 : named.to, limit);
      if (outer.country == named.country && outer.state.empty()) found.to = outer.to;
      // "Florianópolis, SC, Brazil": other countries have such codes, too.
      if (!outer.country.empty() && outer.country != named.country && outer.state.empty() &&
          text_.is_symbol(named.to, ','))
        found = outer;
    }
  }
  return found;
}

PlaceNames::Named PlaceNames::outer_country(std::uint32_t i, std::uint32_t limit) const {
  Named found;
  found.to = i;
  if (!text_.is_symbol(i, ',') || !is_name(i + 1)) return found;
  const NameEnds ends = name_ends(i + 1, limit);
  const std::uint32_t to = *std::max_element(ends.begin(), ends.end());
  if (!text_.is_symbol(to, ',') || !find_cities(key(i + 1, to)).empty()) return found;
  const Named outer = country_at(to + 1, limit);
  return outer.country.empty() || !outer.state.empty() ? found : outer;
}

std::uint32_t PlaceNames::postcode_behind(std::uint32_t i, std::uint32_t limit) const {
  if (text_.is_symbol(i, ',')) ++i;
  if (i >= limit) return i;
  const Piece& first = text_.at(i);
  const Piece& second = text_.at(i + 1);
  const std::size_t letters = first.to - first.from;
  if (first.kind == PieceKind::number && (first.digits == 5 || first.digits == 6)) return i + 1;
  if (first.kind != PieceKind::word || !first.upper || second.kind != PieceKind::number || i + 1 >= limit) return i;
  if (letters <= 2 && !second.spaced && second.digits <= 2) return i + 2;                   // "M4 1LE", "SW7"
  if ((letters == 2 || letters == 3) && second.spaced && second.digits >= 4) return i + 2;  // "VIC 3000", "FL 33602"
  return i;
}

bool PlaceNames::postcode_before(std::uint32_t i) const {
  if (i == 0) return false;
  const Piece& code = text_.at(i - 1);
  return code.kind == PieceKind::number &&
         (code.digits == 5 || (code.digits == 4 && (code.value < 1900 || code.value > 2100)));
}

bool PlaceNames::is_venue_noun(std::uint32_t i) const {
  const Piece& piece = text_.at(i);
  if (piece.kind != PieceKind::word) return false;
  const std::string_view word = text_.text_of(piece);
  return venue_table.find(word, piece.start) != 0 || (piece.capital && is_compound(word));
}

bool PlaceNames::is_street_noun(std::uint32_t i) const {
  const Piece& piece = text_.at(i);
  return piece.kind == PieceKind::word && piece.capital && street_table.find(text_.text_of(piece), piece.start) != 0;
}

const City* choose_city(const std::vector<City>& cities, const PlaceNames::Named& area) {
  if (area.country.empty()) return &cities.front();
  for (const City& city : cities)
    if (city.country == area.country && (area.state.empty() || city.state == area.state)) return &city;
  for (const City& city : cities)
    if (city.country == area.country) return &city;
  return &cities.front();
}

const City* choose_by_language(const std::vector<City>& cities, std::string_view language) {
  struct Spoken {
    std::string_view language, countries;
  };
  constexpr Spoken spoken[] = {{"de", "DE AT CH"}, {"fr", "FR BE CH CA"}, {"it", "IT CH"}, {"pt", "PT BR"},
                               {"nl", "NL BE"},    {"pl", "PL"},          {"cs", "CZ"},    {"sk", "SK"},
                               {"sv", "SE FI"},    {"da", "DK"},          {"no", "NO"},    {"nb", "NO"},
                               {"fi", "FI"},       {"hu", "HU"},          {"ro", "RO"}};
  constexpr int much_smaller = 10;
  const City& largest = cities.front();
  if (cities.size() == 1 || language.empty()) return &largest;
  for (const auto& [code, countries] : spoken) {
    if (code != language) continue;
    for (const City& city : cities)
      if (countries.find(city.country) != countries.npos && largest.size - city.size < much_smaller) return &city;
  }
  return &largest;
}

std::string shown_name(const City& city) {
  constexpr std::string_view parted = " / ";  // "Donostia / San Sebastián": the later is the wider known
  if (const auto at = city.shown.find(parted); at != city.shown.npos)
    return std::string{city.shown.substr(at + parted.size())};
  constexpr std::string_view suffix = " City",
                             softness = "\u2019";  // "Tainan City", which was named without it, "Kazan’"
  if (city.shown.ends_with(suffix) && !city.key.ends_with(" city") && find_country(city.key).empty())
    return std::string{city.shown.substr(0, city.shown.size() - suffix.size())};
  if (city.shown.ends_with(softness)) return std::string{city.shown.substr(0, city.shown.size() - softness.size())};
  if (!city.shown.empty()) return std::string{city.shown};
  std::string out{city.key};
  bool start = true;
  for (char& c : out) {
    if (start && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    start = c == ' ';
  }
  return out;
}

std::string_view clear_country(const std::vector<City>& cities) {
  const City& first = cities.front();
  const auto rival =
      std::find_if(cities.begin(), cities.end(), [&](const City& city) { return city.country != first.country; });
  return rival == cities.end() || first.size - rival->size >= 5 ? first.country : std::string_view{};
}

}  // namespace almanac::facts
