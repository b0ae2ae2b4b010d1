#include "word_facts.hpp"

#include <almanac/base/short_text.hpp>
#include <array>
#include <unordered_map>

#include "each_word.hpp"
#include "title_news.hpp"

namespace almanac::match {
namespace {

struct WordPair {
  ShortText<15> word;
  ShortText<24> meaning;
};

constexpr std::string_view common_words =
    "a acm and annual asbl at by call colloque com con conf conference conferencia congres congress congresso "
    "convegno convention das day days de der des dia dias die du e edition encontro encuentro ev event events expo "
    "fest festival for forum from giornata giornate gmbh hybrid ieee ifip in inc incontro international intl jornada "
    "jornadas journee journees konferenz kongress la le live ltd meeting of official on online org papers proceedings "
    "rencontre rencontres sigs summit symposium tag tage tagung the to treffen und usenix virtual with y";

constexpr std::array<WordPair, 32> seasons{{{"automne", "autumn"},
                                            {"autumn", "autumn"},
                                            {"autunno", "autumn"},
                                            {"ete", "summer"},
                                            {"fall", "autumn"},
                                            {"fruehjahr", "spring"},
                                            {"fruehling", "spring"},
                                            {"fruhjahr", "spring"},
                                            {"fruhling", "spring"},
                                            {"herbst", "autumn"},
                                            {"herfst", "autumn"},
                                            {"hiver", "winter"},
                                            {"inverno", "winter"},
                                            {"invierno", "winter"},
                                            {"lente", "spring"},
                                            {"najaar", "autumn"},
                                            {"otono", "autumn"},
                                            {"outono", "autumn"},
                                            {"primavera", "spring"},
                                            {"printemps", "spring"},
                                            {"q1", "q1"},
                                            {"q2", "q2"},
                                            {"q3", "q3"},
                                            {"q4", "q4"},
                                            {"sommer", "summer"},
                                            {"spring", "spring"},
                                            {"summer", "summer"},
                                            {"verano", "summer"},
                                            {"verao", "summer"},
                                            {"voorjaar", "spring"},
                                            {"winter", "winter"},
                                            {"zomer", "summer"}}};

/// Things that happen at, before or after something larger and are not it.
constexpr std::string_view part_words =
    "afterparty atelier ateliers awards bootcamp ceremony colocated conjunction consortium contributor contributors "
    "curso cursos doctoral fringe gala hackathon hackday hackfest junior kids located luncheon maintainer maintainers "
    "masterclass meetup meetups minicurso minicursos mixer oficina oficinas party postconference precon preconference "
    "preevent reception satellite school schulung schulungen side soiree sprint sprints taller talleres teens track "
    "training trainings tutorial tutorials unconference village villages werkstatt workshop workshops youth";

/// Names of one place in different languages: the other name, then ours.
constexpr std::array<WordPair, 113> exonyms{{{"antwerpen", "antwerp"},
                                             {"arhus", "aarhus"},
                                             {"atenas", "athens"},
                                             {"atene", "athens"},
                                             {"athen", "athens"},
                                             {"athina", "athens"},
                                             {"bale", "basel"},
                                             {"bangalore", "bengaluru"},
                                             {"barcelone", "barcelona"},
                                             {"basle", "basel"},
                                             {"belgrad", "belgrade"},
                                             {"beograd", "belgrade"},
                                             {"berlino", "berlin"},
                                             {"berne", "bern"},
                                             {"bombay", "mumbai"},
                                             {"brugge", "bruges"},
                                             {"bruselas", "brussels"},
                                             {"brussel", "brussels"},
                                             {"bruxelas", "brussels"},
                                             {"bruxelles", "brussels"},
                                             {"bucuresti", "bucharest"},
                                             {"bukarest", "bucharest"},
                                             {"cdmx", "mexico"},
                                             {"copenhague", "copenhagen"},
                                             {"edimbourg", "edinburgh"},
                                             {"estocolmo", "stockholm"},
                                             {"filadelfia", "philadelphia"},
                                             {"firenze", "florence"},
                                             {"florenz", "florence"},
                                             {"genebra", "geneva"},
                                             {"geneve", "geneva"},
                                             {"genf", "geneva"},
                                             {"genova", "genoa"},
                                             {"gent", "ghent"},
                                             {"ginebra", "geneva"},
                                             {"ginevra", "geneva"},
                                             {"goteborg", "gothenburg"},
                                             {"gurgaon", "gurugram"},
                                             {"haag", "hague"},
                                             {"hannover", "hanover"},
                                             {"helsingfors", "helsinki"},
                                             {"kiev", "kyiv"},
                                             {"kobenhavn", "copenhagen"},
                                             {"koeln", "cologne"},
                                             {"koln", "cologne"},
                                             {"kopenhagen", "copenhagen"},
                                             {"krakau", "cracow"},
                                             {"krakow", "cracow"},
                                             {"kyjiv", "kyiv"},
                                             {"lisboa", "lisbon"},
                                             {"lisbonne", "lisbon"},
                                             {"lissabon", "lisbon"},
                                             {"londra", "london"},
                                             {"londres", "london"},
                                             {"luik", "liege"},
                                             {"luttich", "liege"},
                                             {"luzern", "lucerne"},
                                             {"madras", "chennai"},
                                             {"mailand", "milan"},
                                             {"marseilles", "marseille"},
                                             {"milano", "milan"},
                                             {"moskau", "moscow"},
                                             {"moskva", "moscow"},
                                             {"muenchen", "munich"},
                                             {"munchen", "munich"},
                                             {"munique", "munich"},
                                             {"napoli", "naples"},
                                             {"neapel", "naples"},
                                             {"nizza", "nice"},
                                             {"nueva", "new"},
                                             {"nurnberg", "nuremberg"},
                                             {"parigi", "paris"},
                                             {"pekin", "beijing"},
                                             {"peking", "beijing"},
                                             {"prag", "prague"},
                                             {"praga", "prague"},
                                             {"praha", "prague"},
                                             {"roma", "rome"},
                                             {"sankt", "saint"},
                                             {"saragossa", "zaragoza"},
                                             {"sevilla", "seville"},
                                             {"sofiya", "sofia"},
                                             {"st", "saint"},
                                             {"thessalonica", "thessaloniki"},
                                             {"tokio", "tokyo"},
                                             {"torino", "turin"},
                                             {"turijn", "turin"},
                                             {"varsovia", "warsaw"},
                                             {"varsovie", "warsaw"},
                                             {"venedig", "venice"},
                                             {"venezia", "venice"},
                                             {"viena", "vienna"},
                                             {"warschau", "warsaw"},
                                             {"warszawa", "warsaw"},
                                             {"wien", "vienna"},
                                             {"zuerich", "zurich"},
                                             {"zurigo", "zurich"},
                                             {"київ", "kyiv"},
                                             {"москва", "moscow"},
                                             {"上海", "shanghai"},
                                             {"京都", "kyoto"},
                                             {"北京", "beijing"},
                                             {"台北", "taipei"},
                                             {"名古屋", "nagoya"},
                                             {"大阪", "osaka"},
                                             {"广州", "guangzhou"},
                                             {"札幌", "sapporo"},
                                             {"杭州", "hangzhou"},
                                             {"東京", "tokyo"},
                                             {"深圳", "shenzhen"},
                                             {"福岡", "fukuoka"},
                                             {"부산", "busan"},
                                             {"서울", "seoul"}}};

/// Short forms that lists use for the same words.
constexpr std::array<WordPair, 14> short_forms{{{"ai", "artificial intelligence"},
                                                {"dc", "washington"},
                                                {"emea", "europe"},
                                                {"eu", "europe"},
                                                {"intl", "international"},
                                                {"ml", "machine learning"},
                                                {"na", "north america"},
                                                {"nyc", "new york"},
                                                {"pydata", "py data"},
                                                {"sf", "san francisco"},
                                                {"uk", "united kingdom"},
                                                {"us", "united states"},
                                                {"usa", "united states"},
                                                {"vs", "visual studio"}}};

/// States of the United States as addresses shorten them; of two words the telling one.
constexpr std::array<WordPair, 50> states{
    {{"al", "alabama"},       {"ak", "alaska"},       {"az", "arizona"},     {"ar", "arkansas"},
     {"ca", "california"},    {"co", "colorado"},     {"ct", "connecticut"}, {"de", "delaware"},
     {"fl", "florida"},       {"ga", "georgia"},      {"hi", "hawaii"},      {"id", "idaho"},
     {"il", "illinois"},      {"in", "indiana"},      {"ia", "iowa"},        {"ks", "kansas"},
     {"ky", "kentucky"},      {"la", "louisiana"},    {"me", "maine"},       {"md", "maryland"},
     {"ma", "massachusetts"}, {"mi", "michigan"},     {"mn", "minnesota"},   {"ms", "mississippi"},
     {"mo", "missouri"},      {"mt", "montana"},      {"ne", "nebraska"},    {"nv", "nevada"},
     {"nh", "hampshire"},     {"nj", "jersey"},       {"nm", "mexico"},      {"ny", "york"},
     {"nc", "carolina"},      {"nd", "dakota"},       {"oh", "ohio"},        {"ok", "oklahoma"},
     {"or", "oregon"},        {"pa", "pennsylvania"}, {"ri", "island"},      {"sc", "carolina"},
     {"sd", "dakota"},        {"tn", "tennessee"},    {"tx", "texas"},       {"ut", "utah"},
     {"vt", "vermont"},       {"va", "virginia"},     {"wa", "washington"},  {"wv", "virginia"},
     {"wi", "wisconsin"},     {"wy", "wyoming"}}};

std::unordered_map<std::string_view, WordFacts> gather_words() {
  std::unordered_map<std::string_view, WordFacts> out;
  for (const auto& [word, season] : seasons) out[word].season = season;
  for (const auto& [word, name] : exonyms) out[word].name = name;
  for (const auto& [word, longer] : short_forms) out[word].longer = longer;
  for (const auto& [word, state] : states) out[word].state = state;
  each_word(common_words, [&](std::string_view word) { out[word].common = true; });
  each_word(words_that_begin_news, [&](std::string_view word) { out[word].news = true; });
  each_word(part_words, [&](std::string_view word) { out[word].part = true; });
  return out;
}

}  // namespace

const WordFacts& facts_of(std::string_view word) {
  static const auto words = gather_words();
  static const WordFacts nothing;
  const auto at = words.find(word);
  return at == words.end() ? nothing : at->second;
}

}  // namespace almanac::match
