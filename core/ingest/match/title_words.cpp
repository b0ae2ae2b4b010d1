#include "title_words.hpp"

#include <algorithm>
#include <almanac/text/fold.hpp>
#include <almanac/text/title_key.hpp>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

namespace almanac::match {
namespace {

template <std::size_t N>
constexpr std::array<std::string_view, N> sorted(std::array<std::string_view, N> words) {
  std::sort(words.begin(), words.end());
  return words;
}

using WordPair = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
constexpr std::array<WordPair, N> sorted(std::array<WordPair, N> words) {
  std::sort(words.begin(), words.end());
  return words;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

constexpr auto common_words = sorted(std::to_array<std::string_view>({"a",
                                                                      "acm",
                                                                      "and",
                                                                      "annual",
                                                                      "asbl",
                                                                      "at",
                                                                      "by",
                                                                      "call",
                                                                      "colloque",
                                                                      "com",
                                                                      "con",
                                                                      "conf",
                                                                      "conference",
                                                                      "conferencia",
                                                                      "congres",
                                                                      "congress",
                                                                      "congresso",
                                                                      "convegno",
                                                                      "convention",
                                                                      "das",
                                                                      "day",
                                                                      "days",
                                                                      "de",
                                                                      "der",
                                                                      "des",
                                                                      "dia",
                                                                      "dias",
                                                                      "die",
                                                                      "du",
                                                                      "e",
                                                                      "edition",
                                                                      "encontro",
                                                                      "encuentro",
                                                                      "ev",
                                                                      "event",
                                                                      "events",
                                                                      "expo",
                                                                      "fest",
                                                                      "festival",
                                                                      "for",
                                                                      "forum",
                                                                      "from",
                                                                      "giornata",
                                                                      "giornate",
                                                                      "gmbh",
                                                                      "hybrid",
                                                                      "ieee",
                                                                      "ifip",
                                                                      "in",
                                                                      "inc",
                                                                      "incontro",
                                                                      "international",
                                                                      "intl",
                                                                      "jornada",
                                                                      "jornadas",
                                                                      "journee",
                                                                      "journees",
                                                                      "konferenz",
                                                                      "kongress",
                                                                      "la",
                                                                      "le",
                                                                      "live",
                                                                      "ltd",
                                                                      "meeting",
                                                                      "of",
                                                                      "official",
                                                                      "on",
                                                                      "online",
                                                                      "org",
                                                                      "papers",
                                                                      "proceedings",
                                                                      "rencontre",
                                                                      "rencontres",
                                                                      "sigs",
                                                                      "summit",
                                                                      "symposium",
                                                                      "tag",
                                                                      "tage",
                                                                      "tagung",
                                                                      "the",
                                                                      "to",
                                                                      "treffen",
                                                                      "und",
                                                                      "usenix",
                                                                      "virtual",
                                                                      "with",
                                                                      "y"}));

constexpr auto seasons = std::to_array<WordPair>({{"automne", "autumn"},
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
                                                  {"zomer", "summer"}});

/// Things that happen at, before or after something larger and are not it.
constexpr auto part_words = sorted(std::to_array<std::string_view>(
    {"afterparty",  "atelier",       "ateliers",    "awards",       "bootcamp",    "ceremony",  "colocated",
     "conjunction", "consortium",    "contributor", "contributors", "curso",       "cursos",    "doctoral",
     "fringe",      "gala",          "hackathon",   "hackday",      "hackfest",    "junior",    "kids",
     "located",     "luncheon",      "maintainer",  "maintainers",  "masterclass", "meetup",    "meetups",
     "minicurso",   "minicursos",    "mixer",       "oficina",      "oficinas",    "party",     "postconference",
     "precon",      "preconference", "preevent",    "reception",    "satellite",   "school",    "schulung",
     "schulungen",  "side",          "soiree",      "sprint",       "sprints",     "taller",    "talleres",
     "teens",       "track",         "training",    "trainings",    "tutorial",    "tutorials", "unconference",
     "village",     "villages",      "werkstatt",   "workshop",     "workshops",   "youth"}));

/// Names of one place in different languages: the other name, then ours.
constexpr auto exonyms = std::to_array<WordPair>({{"antwerpen", "antwerp"},
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
                                                  {"서울", "seoul"}});

/// Short forms that lists use for the same words.
constexpr std::array<WordPair, 14> short_forms{{
    {"ai", "artificial intelligence"},
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
    {"vs", "visual studio"},
}};

/// States of the United States as addresses shorten them; of two words the telling one.
constexpr auto states = sorted(std::array<WordPair, 50>{
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
     {"wi", "wisconsin"},     {"wy", "wyoming"}}});

template <std::size_t N>
std::string_view lookup(const std::array<WordPair, N>& table, std::string_view word) {
  const auto at = std::lower_bound(table.begin(), table.end(), word,
                                   [](const WordPair& row, std::string_view key) { return row.first < key; });
  return at != table.end() && at->first == word ? at->second : std::string_view{};
}

/// What the tables say of a word.
struct WordFacts {
  std::string_view season;  ///< the season it names
  std::string_view name;    ///< our name of the place it names in another language
  std::string_view longer;  ///< what it is short for
  bool common = false, part = false;
};

std::unordered_map<std::string_view, WordFacts> gather_words() {
  std::unordered_map<std::string_view, WordFacts> out;
  for (const auto& [word, season] : seasons) out[word].season = season;
  for (const auto& [word, name] : exonyms) out[word].name = name;
  for (const auto& [word, longer] : short_forms) out[word].longer = longer;
  for (const std::string_view word : common_words) out[word].common = true;
  for (const std::string_view word : part_words) out[word].part = true;
  return out;
}

const WordFacts& facts_of(std::string_view word) {
  static const auto words = gather_words();
  static const WordFacts nothing;
  const auto at = words.find(word);
  return at == words.end() ? nothing : at->second;
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Splits at single blanks.
template <class Each>
void each_word(std::string_view text, Each each) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) each(text.substr(at, end - at));
    at = end + 1;
  }
}

bool is_round_word(std::string_view word) {
  constexpr auto words =
      sorted(std::array<std::string_view, 12>{"batch", "cycle", "deadline", "issue", "phase", "review", "round",
                                              "rounds", "submission", "submissions", "volume", "wave"});
  return is_one_of(words, word);
}

bool is_ordinal(std::string_view word) {
  constexpr auto words =
      sorted(std::array<std::string_view, 8>{"early", "fifth", "first", "fourth", "last", "late", "second", "third"});
  return is_one_of(words, word);
}

/// Cuts "Round 2", "First Review Cycle" and their brackets out of the words: rounds of a call are one event.
void drop_rounds(std::vector<std::string_view>& words) {
  std::vector<std::string_view> kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool marker = words[i] == "round" || words[i] == "cycle" || words[i] == "rounds";
    if (!marker) {
      kept.push_back(words[i]);
      continue;
    }
    while (!kept.empty() && (is_round_word(kept.back()) || is_ordinal(kept.back()))) kept.pop_back();
    if (i + 1 < words.size() && (is_number(words[i + 1]) || is_ordinal(words[i + 1]) || words[i + 1].size() == 1)) ++i;
  }
  if (!kept.empty()) words = std::move(kept);
}

/// "openconference" says no more than "open conference".
void cut_common_end(std::string& word) {
  for (const std::string_view end : {"conference", "conferences", "congress", "convention", "symposium"})
    if (word.size() >= end.size() + 3 && word.ends_with(end)) word.resize(word.size() - end.size());
}

/// "XII" counts editions: 2 to 39, which no other word is spelt like. Nothing for what is no such numeral.
std::optional<int> roman_numeral(std::string_view word) {
  if (word.size() < 2 || word.size() > 7 || word.find_first_not_of("ivx") != word.npos) return std::nullopt;
  constexpr std::array<std::string_view, 4> tens{"", "x", "xx", "xxx"};
  constexpr std::array<std::string_view, 10> ones{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
  for (std::size_t ten = tens.size(); ten-- > 0;)
    if (word.starts_with(tens[ten]))
      for (std::size_t one = 0; one < ones.size(); ++one)
        if (word.substr(tens[ten].size()) == ones[one]) return static_cast<int>(10 * ten + one);
  return std::nullopt;
}

/// "12e", "12eme", "5to", "3ª" (folded: "3a"): which edition it is, in languages of which title_key does not know the
/// ordinals.
bool is_foreign_ordinal(std::string_view word) {
  constexpr auto ends = sorted(
      std::to_array<std::string_view>({"a",  "da", "de", "do", "e",  "eme", "er",  "era", "ere", "ero", "es", "ma",
                                       "mo", "na", "no", "o",  "ra", "ro",  "ste", "ta",  "to",  "va",  "vo"}));
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  return digits >= 1 && digits <= 2 && digits < word.size() && is_one_of(ends, word.substr(digits));
}

/// "第12回", "第12届": cut off what follows it.
std::string_view without_counter(std::string_view word) {
  constexpr std::string_view before = "第";
  if (!word.starts_with(before)) return word;
  const std::size_t digits = word.find_first_not_of("0123456789", before.size());
  if (digits == word.npos || digits == before.size()) return word;
  for (const std::string_view counter : {"回", "届", "屆", "次"})
    if (word.substr(digits).starts_with(counter)) return word.substr(digits + counter.size());
  return word;
}

/// Cuts which edition it is out of the words, where it stands: "12. Quux" and "La 12e Quux" in front, "Quux XII"
/// behind.
void drop_editions(std::vector<std::string_view>& words, std::string_view title, std::vector<std::string>& numbers) {
  constexpr auto articles = sorted(std::to_array<std::string_view>(
      {"a", "das", "de", "der", "die", "el", "het", "il", "l", "la", "le", "o", "the"}));
  for (std::string_view& word : words) word = without_counter(word);
  std::erase(words, std::string_view());
  const std::size_t first = words.size() > 1 && is_one_of(articles, words.front()) ? 1 : 0;
  if (words.size() > first + 1) {
    const std::string_view word = words[first];
    const std::size_t at = is_number(word) && word.size() <= 2 ? title.find(word) : title.npos;
    const bool is_counted = at != title.npos && title.substr(at + word.size()).starts_with(". ");
    if (is_counted || is_foreign_ordinal(word)) words.erase(words.begin() + static_cast<std::ptrdiff_t>(first));
  }
  for (std::size_t i = words.size(); i-- > 1;)
    if (const auto edition = roman_numeral(words[i])) {
      numbers.push_back(std::to_string(*edition));
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

bool has_at_sign(std::string_view title) {
  const auto at = title.find('@');
  return at != title.npos && at > 0;
}

}  // namespace

bool is_common_word(std::string_view word) { return facts_of(word).common; }

std::vector<std::string> place_words(std::string_view text) {
  std::string folded = fold(text.substr(0, 300));
  for (char& c : folded)
    if (static_cast<unsigned char>(c) < 0x80 && !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) c = ' ';
  std::vector<std::string> out;
  each_word(folded, [&](std::string_view word) {
    const std::string_view name = facts_of(word).name;
    out.emplace_back(name.empty() ? word : name);
    if (out.size() > 1 && word.size() == 2)
      if (const std::string_view state = lookup(states, word); !state.empty()) out.emplace_back(state);
  });
  return out;
}

std::vector<std::string_view> title_parts(std::string_view title) {
  std::vector<std::string_view> parts;
  const auto add = [&](std::string_view part) {
    while (!part.empty() && (part.front() == ' ' || part.front() == '(')) part.remove_prefix(1);
    while (!part.empty() && (part.back() == ' ' || part.back() == ')')) part.remove_suffix(1);
    if (!part.empty()) parts.push_back(part);
  };
  std::size_t begin = 0;
  for (std::size_t i = 0; i < title.size() && parts.size() < 6; ++i) {
    const char c = title[i];
    const bool dash = c == '-' && i > 0 && title[i - 1] == ' ' && i + 1 < title.size() && title[i + 1] == ' ';
    const bool colon = c == ':' && i + 1 < title.size() && title[i + 1] == ' ';
    if (c != '|' && c != '>' && c != '(' && !dash && !colon) continue;
    add(title.substr(begin, i - begin));
    begin = i + 1;
  }
  if (parts.empty()) return {};
  add(title.substr(begin));
  return parts.size() > 1 ? parts : std::vector<std::string_view>{};
}

TitleForm title_form(std::string_view title, const std::vector<std::string>& place, std::string& season,
                     std::string& part_of) {
  TitleForm form;
  const std::string key = title_key(title.substr(0, 300));
  std::vector<std::string_view> words;
  each_word(key, [&](std::string_view word) { words.push_back(word); });
  drop_rounds(words);
  drop_editions(words, title, form.numbers);
  if (part_of.empty() && has_at_sign(title)) part_of = "@";
  form.core.reserve(words.size());
  form.ordered.reserve(words.size());
  const auto take = [&](std::string_view word, const WordFacts& facts) {
    if (!facts.season.empty()) {
      if (season.empty()) season = facts.season;
      return;
    }
    if (part_of.empty() && facts.part) part_of = word;
    if (part_of.empty() && word == "at" && !form.core.empty()) part_of = word;
    form.ordered.emplace_back(word);
    if (facts.common) {
      form.common.emplace_back(word);
      return;
    }
    if (is_number(word)) form.numbers.emplace_back(word.substr(std::min(word.find_first_not_of('0'), word.size() - 1)));
    const std::string_view name = facts.name.empty() ? word : facts.name;
    if (std::find(place.begin(), place.end(), name) != place.end())
      form.placed.emplace_back(name);
    else
      form.core.emplace_back(name);
  };
  for (const std::string_view word : words) {
    const WordFacts& facts = facts_of(word);
    if (facts.longer.empty())
      take(word, facts);
    else
      each_word(facts.longer, [&](std::string_view one) { take(one, facts_of(one)); });
  }
  form.is_generic = form.core.empty();
  if (form.is_generic) form.core = form.placed.empty() ? form.common : form.placed;
  for (std::string& word : form.core) {
    cut_common_end(word);
    form.squeezed += word;
  }
  return form;
}

}  // namespace almanac::match
