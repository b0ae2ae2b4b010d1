#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>

#include "prose_atoms.hpp"
#include "prose_leading_words.hpp"
#include "prose_opens.hpp"

namespace almanac::prose {

using dates::mask_of;
using dates::Tongue;

namespace {

constexpr std::string_view seasons[] = {
    "spring",    "summer",   "autumn",   "fall",      "winter",    "fruhjahr", "fruhling",  "sommer",    "herbst",
    "printemps", "ete",      "automne",  "hiver",     "primavera", "verano",   "otono",     "invierno",  "estate",
    "autunno",   "inverno",  "verao",    "outono",    "voorjaar",  "zomer",    "najaar",    "lente",     "wiosna",
    "wiosny",    "lato",     "lata",     "latem",     "jesien",    "jesieni",  "jesienia",  "zima",      "zimy",
    "zime",      "jaro",     "jare",     "leto",      "lete",      "podzim",   "podzimu",   "var",       "varen",
    "sommaren",  "sommeren", "hosten",   "vintern",   "vinteren",  "foraret",  "efteraret", "kevat",     "kevaalla",
    "kesa",      "kesalla",  "syksy",    "syksylla",  "talvella",  "весна",    "весной",    "весны",     "лето",
    "летом",     "лета",     "осень",    "осенью",    "осени",     "зима",     "зимой",     "зимы",      "tavasszal",
    "nyaron",    "osszel",   "ilkbahar", "sonbahar",  "primavara", "toamna",   "tardor",    "estiu",     "trimestre",
    "semestre",  "quartal",  "halbjahr", "kwartaal",  "halfjaar",  "kwartal",  "kwartale",  "polrocze",  "polroczu",
    "kvartal",   "halvar",   "halvaret", "ctvrtleti", "pololeti",  "квартал",  "квартале",  "полугодие", "полугодии"};

struct Word {
  std::string_view word;
  Atom::Relative relative;
};
constexpr Word single[] = {{"today", Atom::today},
                           {"tonight", Atom::today},
                           {"heute", Atom::today},
                           {"hoy", Atom::today},
                           {"oggi", Atom::today},
                           {"stasera", Atom::today},
                           {"hoje", Atom::today},
                           {"vandaag", Atom::today},
                           {"vanavond", Atom::today},
                           {"tomorrow", Atom::tomorrow},
                           {"morgen", Atom::tomorrow},
                           {"demain", Atom::tomorrow},
                           {"manana", Atom::tomorrow},
                           {"domani", Atom::tomorrow},
                           {"amanha", Atom::tomorrow},
                           {"ubermorgen", Atom::after_tomorrow},
                           {"overmorgen", Atom::after_tomorrow},
                           {"dopodomani", Atom::after_tomorrow},
                           {"morgenavond", Atom::tomorrow},
                           {"morgenabend", Atom::tomorrow},
                           {"dzis", Atom::today},
                           {"dzisiaj", Atom::today},
                           {"jutro", Atom::tomorrow},
                           {"pojutrze", Atom::after_tomorrow},
                           {"dnes", Atom::today},
                           {"zitra", Atom::tomorrow},
                           {"pozitri", Atom::after_tomorrow},
                           {"idag", Atom::today},
                           {"ikvall", Atom::today},
                           {"imorgon", Atom::tomorrow},
                           {"tanaan", Atom::today},
                           {"huomenna", Atom::tomorrow},
                           {"holnap", Atom::tomorrow},
                           {"bugun", Atom::today},
                           {"yarin", Atom::tomorrow},
                           {"сегодня", Atom::today},
                           {"завтра", Atom::tomorrow},
                           {"послезавтра", Atom::after_tomorrow},
                           {"сьогодні", Atom::today},
                           {"αυριο", Atom::tomorrow},
                           {"σημερα", Atom::today},
                           {"avui", Atom::today},
                           {"dema", Atom::tomorrow},
                           {"besok", Atom::tomorrow}};
constexpr Word pairs[] = {{"aujourd'hui", Atom::today},
                          {"ce soir", Atom::today},
                          {"今日", Atom::today},
                          {"本日", Atom::today},
                          {"今晩", Atom::today},
                          {"今晚", Atom::today},
                          {"今天", Atom::today},
                          {"明日", Atom::tomorrow},
                          {"明天", Atom::tomorrow},
                          {"明晚", Atom::tomorrow},
                          {"明晩", Atom::tomorrow},
                          {"今夜", Atom::today},
                          {"明後日", Atom::after_tomorrow},
                          {"后天", Atom::after_tomorrow},
                          {"後天", Atom::after_tomorrow},
                          {"오늘", Atom::today},
                          {"내일", Atom::tomorrow},
                          {"모레", Atom::after_tomorrow},
                          {"i dag", Atom::today},
                          {"i kvall", Atom::today},
                          {"i aften", Atom::today},
                          {"i kveld", Atom::today},
                          {"i morgon", Atom::tomorrow},
                          {"i morgen", Atom::tomorrow},
                          {"i overmorgen", Atom::after_tomorrow},
                          {"apres-demain", Atom::after_tomorrow},
                          {"pasado manana", Atom::after_tomorrow}};
constexpr std::string_view this_words[] = {"this",   "coming", "diesen", "diesem", "ce",   "cette", "este", "esta",
                                           "questo", "questa", "deze",   "dit",    "tuto", "эту",   "этот"};
constexpr std::string_view next_words[] = {"next",       "nachsten", "nachster",  "kommenden", "proximo",
                                           "proxima",    "prossimo", "prossima",  "volgende",  "komende",
                                           "aanstaande", "kommende", "nachste",   "nachstem",  "najblizszy",
                                           "najblizsza", "pristi",   "ближайшую", "ближайший"};

/// The words that something without a name of a month or a day may begin with, and as what (Opens); and those of times.
constexpr auto opening_words = [] {
  constexpr std::size_t letters = 3;
  std::array<dates::WordMeaning, std::size(seasons) + std::size(single) + std::size(pairs) + std::size(article_words) +
                                     std::size(this_words) + std::size(next_words) + letters + clock_words.size()>
      words;
  auto out = words.begin();
  const auto put = [&](std::string_view word, std::uint8_t bits) { *out++ = {word, bits}; };
  for (const auto word : article_words) put(word, Opens::article);
  for (const auto word : seasons) put(word, Opens::period);
  for (const auto word : {"q", "h"}) put(word, Opens::period);
  for (const Word& row : single) put(row.word, Opens::day);
  for (const Word& row : pairs) put(row.word.substr(0, row.word.find_first_of(" '-")), Opens::some);
  for (const auto word : this_words) put(word, Opens::week);
  for (const auto word : next_words) put(word, Opens::week);
  put("a", Opens::some);
  for (const auto& row : clock_words) put(row.word, Opens::clock);
  return words;
}();
constexpr auto first_words = dates::word_table<opening_words>();

/// How the pairs begin.
constexpr auto pair_starts = [] {
  dates::StartFilter starts;
  for (const Word& row : pairs) starts.add(dates::word_start(row.word));
  return starts;
}();

}  // namespace

void mark_opening_words(MarkTable& marks) {
  first_words.for_each_word([&](std::string_view word) {
    if (word != "i") marks.add(key_of(word == "a" ? "a week" : word), Mark::opener);
  });
  for (const Word& row : pairs)
    if (row.word.starts_with("i ")) marks.add(key_of(row.word), Mark::opener);
}

std::uint8_t opened_by_word(std::string_view word, std::uint32_t start) noexcept {
  return static_cast<std::uint8_t>(first_words.find(word, start));
}

/// Whether a number of a day stands before a month's name: "31", "31.", "31st", "31 de".
bool AtomReader::day_before(std::uint32_t i) const {
  const auto is = [&](std::uint32_t at, std::initializer_list<std::string_view> words) {
    return one_of(at, {words.begin(), words.size()});
  };
  if (i > 0 && is(i - 1, {"de", "of", "di"})) --i;
  if (i > 0 && (symbol(i - 1, '.') || is(i - 1, {"st", "nd", "rd", "th", "er"}))) --i;
  return i > 0 && number(i - 1) && piece(i - 1).value >= 29;
}

/// "May 2027", "early June 2027", "spring 2027", "Q3 2027".
bool AtomReader::read_period(std::uint32_t i, Atom& atom) const {
  if (const int month = month_name(i, false)) {
    std::uint32_t next = i + 1;
    if (any(next, "de", "of")) ++next;
    if (symbol(next, ',')) ++next;
    if (year_at(next, atom.year, atom.to)) {
      if (day_before(i)) return false;  // "31 February 2027" is no day, so it says nothing
      atom.month = month;
      return atom.period = true;
    }
    // "April to June 2027": the year of the later one.
    std::uint32_t later = i + 1;
    int year = 0;
    std::uint32_t year_to = 0;
    if (joint(later, false) == Joint::range && month_name(later, false) != 0 &&
        year_at(symbol(later + 1, ',') ? later + 2 : later + 1, year, year_to) && !day_before(i)) {
      atom.month = month;
      atom.to = i + 1;
      return atom.period = true;
    }
    if (i > 0 && !piece(i + 1).spaced && symbol(i + 1, '-')) return false;
    static constexpr std::string_view early[] = {
        "early", "mid", "late",  "in",     "im",   "from",    "anfang",     "mitte",    "ende", "en",
        "debut", "fin", "a",     "inizio", "meta", "finales", "principios", "mediados", "em",   "eind",
        "begin", "for", "until", "w",      "v",    "ve",      "в",          "у",        "nel",  "i"};
    std::size_t before = i == 0 ? static_cast<std::size_t>(-1) : i - 1;
    if (before != static_cast<std::size_t>(-1) && text_.is_symbol(before, '-') && before > 0) --before;
    for (const auto w : early)
      if (before < text_.pieces().size() && text_.is_word(before, w)) {
        atom.month = month;
        atom.to = i + 1;
        return atom.period = true;
      }
    return false;
  }
  const Piece& p = piece(i);
  if (p.kind != PieceKind::word) return false;
  const auto w = text_.text_of(p);
  std::uint32_t next = i + 1;
  if (w == "q" && number(next, 1) && !piece(next).spaced) {
    ++next;
  } else if (w == "h" && number(next, 1) && !piece(next).spaced && p.capital) {
    ++next;
  } else if (std::find(std::begin(seasons), std::end(seasons), w) == std::end(seasons)) {
    return false;
  }
  if (any(next, "of", "de", "del")) ++next;
  if (!year_at(next, atom.year, atom.to)) return false;
  atom.month = 1;
  return atom.period = atom.season = true;
}

/// "two weeks from today", "10 days from tomorrow": how many days that word counts from here.
int AtomReader::days_counted_before(std::uint32_t i) const {
  if (i > 1 && text_.is_word(i - 1, "after") && text_.is_word(i - 2, "day")) return 1;
  if (i < 3 || !text_.is_one_of(text_.at(i - 1), "from")) return 0;
  const bool weeks = text_.is_one_of(text_.at(i - 2), "week", "weeks");
  if (!weeks && !text_.is_one_of(text_.at(i - 2), "day", "days")) return 0;
  const Piece& count = text_.at(i - 3);
  int counted = count.kind == PieceKind::number && count.digits <= 2 ? count.value : 0;
  constexpr std::string_view words[] = {"a", "two", "three", "four", "five", "six"};
  for (int w = 0; w < static_cast<int>(std::size(words)) && counted == 0; ++w)
    if (text_.is_word(count, words[w])) counted = w + 1;
  return counted * (weeks ? 7 : 1);
}

/// "tomorrow", "tomorrow, Friday"; not "guten morgen".
bool AtomReader::read_day_word(std::uint32_t i, Atom& atom) const {
  const bool morning =
      i > 0 && (text_.is_word(i - 1, "guten") || text_.is_word(i - 1, "am") || text_.is_word(i - 1, "la") ||
                text_.is_word(i - 1, "goede") || text_.is_word(i - 1, "jeden"));
  if (morning) return false;
  const auto is = [&](const Word& row) { return word(i, row.word); };
  atom.relative = std::find_if(std::begin(single), std::end(single), is)->relative;
  atom.days_later = days_counted_before(i);
  atom.to = skip_part_of_day(i + 1);
  std::uint32_t to = 0;
  if (const int weekday = weekday_name(symbol(atom.to, ',') ? atom.to + 1 : atom.to, to))
    atom.weekday = weekday, atom.to = to;
  return true;
}

/// A day that a weekday only leads to: "(13th)", ", 11/02", "（9/15）". It says more than the weekday.
bool AtomReader::read_day_behind(std::uint32_t i, Atom& atom) const {
  const bool bracket = symbol(i, '(');
  if (bracket || symbol(i, ',')) ++i;
  Atom day{.weekday = atom.weekday};
  if (!number(i)) return false;
  std::uint32_t to = 0;
  if (read_short_pair(i, day)) {
    to = day.to;
  } else if (bracket && piece(i).value >= 1 && piece(i).value <= 31) {
    day.day = piece(i).value;
    to = i + 1;
    if (!piece(to).spaced && any(to, "st", "nd", "rd", "th")) ++to;
    if (symbol(to, '.')) ++to;
    if (!symbol(to, ')')) return false;
  } else {
    return false;
  }
  if (bracket && symbol(to, ')')) ++to;
  atom = day;
  atom.to = to;
  return true;
}

/// "11/02" beside a weekday, "9/15" in an East Asian text: day and month without a year, when one reading fits.
bool AtomReader::read_short_pair(std::uint32_t i, Atom& atom) const {
  if (!number(i) || !symbol(i + 1, '/') || piece(i + 1).spaced || !number(i + 2) || piece(i + 2).spaced) return false;
  if (symbol(i + 3, '/') || (symbol(i + 3, '.') && number(i + 4) && !piece(i + 4).spaced)) return false;
  const int first = piece(i).value, second = piece(i + 2).value;
  atom.numeric = true;
  atom.to = i + 3;
  if (read_east_asian_pair(i, atom)) return true;
  // "by 4/10": the text tells the order of the two.
  const std::uint16_t leading = i > 0 ? leading_word(text_, i - 1) : std::uint16_t{0};
  if (atom.weekday == 0 && (leading & Leading::closing_day) != 0 && decide_pair(first, second, '/', atom))
    return !atom.undecided;
  // "30/01 – …", "le 13/02 à 19h", "senast 5/2"
  constexpr std::uint32_t romance =
      mask_of(Tongue::fr) | mask_of(Tongue::es) | mask_of(Tongue::it) | mask_of(Tongue::pt);
  const bool is_romance = piece(i).digits == 2 && piece(i + 2).digits == 2 && (anchor_.tongues() & romance) != 0;
  if (atom.weekday == 0 && first >= 1 && first <= 31 && second >= 1 && second <= 12 &&
      (is_romance || (leading & Leading::day_first) != 0)) {
    atom.day = first;
    atom.month = second;
    return true;
  }
  if (atom.weekday == 0 || !anchor_.today() || first < 1 || second < 1) return false;
  // The nearest such days on or after the publication; the one of that weekday.
  const auto fits = [&](int day, int month) {
    const int now = dates::civil_from_days(*anchor_.today()).year;
    for (int year = now; month <= 12 && year <= now + 1; ++year) {
      if (day > dates::days_in_month(year, month)) continue;
      const auto count = dates::days_from_civil(year, month, day);
      if (count >= *anchor_.today()) return dates::weekday_of(count) == atom.weekday;
    }
    return false;
  };
  const bool day_first = fits(first, second), month_first = fits(second, first);
  if (day_first == month_first) return false;
  atom.day = day_first ? first : second;
  atom.month = day_first ? second : first;
  return true;
}

/// "tomorrow", "this Friday", "next Thursday", "Friday" with a time, "a week on Saturday".
bool AtomReader::read_relative(std::uint32_t i, Atom& atom) const {
  const std::uint8_t first = piece(i).opens;
  if (pair_starts.may_hold(piece(i).start))
    for (const auto& [words, day] : pairs)
      if (text_.starts_with(i, words)) {
        atom.relative = day;
        atom.to = skip_part_of_day(static_cast<std::uint32_t>(text_.piece_at(piece(i).from + words.size())));
        return true;
      }
  if (piece(i).kind == PieceKind::sign) return read_east_asian_week(i, atom);
  if (piece(i).kind != PieceKind::word) return false;
  if ((first & Opens::day) != 0 && read_day_word(i, atom)) return true;
  std::uint32_t to = 0;
  if ((first & Opens::week) != 0 && one_of(i, this_words)) {
    std::uint32_t next = word(i + 1, "coming") ? i + 2 : i + 1;
    if (const int weekday = weekday_name(next, to)) {
      atom.weekday = weekday, atom.relative = Atom::this_week, atom.to = skip_part_of_day(to);
      return read_day_behind(to, atom), true;
    }
    return false;
  }
  if ((first & Opens::week) != 0 && one_of(i, next_words)) {
    if (const int weekday = weekday_name(i + 1, to)) {
      atom.weekday = weekday, atom.relative = Atom::next_one, atom.to = skip_part_of_day(to);
      return read_day_behind(to, atom), true;
    }
    return false;
  }
  if (word(i, "a") && word(i + 1, "week") && any(i + 2, "on", "from"))
    if (const int weekday = weekday_name(i + 3, to))
      return atom.weekday = weekday, atom.relative = Atom::week_after, atom.to = to, true;
  const int weekday = weekday_name(i, to);
  if (weekday == 0 || is_weekday_range(i, to)) return false;
  atom.weekday = weekday;
  atom.to = to;
  if (word(to, "week") && !symbol(to - 1, '.')) return atom.relative = Atom::week_after, atom.to = to + 1, true;
  if (word(to, "next") && word(to + 1, "week")) return atom.relative = Atom::next_week, atom.to = to + 2, true;
  if (any(to, "prochain", "prochaine", "proximo", "proxima", "prossimo", "prossima")) {
    atom.relative = Atom::next_one, atom.to = to + 1;
    read_day_behind(to + 1, atom);
  } else {
    read_day_behind(to, atom);
  }
  if (atom.day == 0) atom.to = skip_part_of_day(atom.to);
  return true;
}

}  // namespace almanac::prose
