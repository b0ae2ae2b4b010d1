#include "compare.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace almanac::match {
namespace {

using Words = std::vector<std::string>;

bool has(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// "day" and "days", "test" and "tests".
bool same_word(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() > b.size()) std::swap(a, b);
  return b.size() == a.size() + 1 && a.size() >= 3 && b.ends_with('s') && b.starts_with(a);
}

/// Whether `form` says `word`, also as a part of a longer word: "drupalcamp" says "camp".
bool says(const TitleForm& form, const std::string& word) {
  if (std::any_of(form.core.begin(), form.core.end(), [&](const std::string& other) { return same_word(other, word); }))
    return true;
  return word.size() >= 4 && form.squeezed.find(word) != std::string::npos;
}

std::size_t said_by(const Words& words, const TitleForm& form) {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](const std::string& word) { return says(form, word); }));
}

bool same_set(const Words& a, const Words& b) {
  return a.size() == b.size() && std::all_of(a.begin(), a.end(), [&](const std::string& word) {
           return std::any_of(b.begin(), b.end(), [&](const std::string& other) { return same_word(word, other); });
         });
}

std::size_t unsaid(const Words& words, const TitleForm& form, const Words& place) {
  return static_cast<std::size_t>(std::count_if(
      words.begin(), words.end(), [&](const std::string& word) { return !says(form, word) && !has(place, word); }));
}

/// One letter more, less or other, in a name long enough for that to be a slip.
bool is_misspelt(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 6 || b.size() - a.size() > 1) return false;
  std::size_t at = 0;
  while (at < a.size() && a[at] == b[at]) ++at;
  return a.substr(a.size() == b.size() ? std::min(at + 1, a.size()) : at) == b.substr(std::min(at + 1, b.size()));
}

/// Two spellings of one word: "eng" and "engineering".
bool is_spelling_of(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return same_word(a, b) || is_misspelt(a, b) || (a.size() >= 3 && b.starts_with(a));
}

/// Whether `word` spells the beginnings of all of `longer`, in order: "vslive" for "visual studio live".
bool abbreviates(std::string_view word, const Words& longer) {
  if (longer.size() < 2 || longer.size() > 8 || word.size() < longer.size() || word.size() > 12) return false;
  std::vector<bool> reached(word.size() + 1);
  reached[0] = true;
  for (const std::string& next : longer) {
    std::vector<bool> after(word.size() + 1);
    for (std::size_t at = 0; at < word.size(); ++at)
      for (std::size_t n = 1;
           reached[at] && n <= next.size() && at + n <= word.size() && word[at + n - 1] == next[n - 1]; ++n)
        after[at + n] = true;
    reached = std::move(after);
  }
  return reached[word.size()];
}

bool abbreviates(const TitleForm& a, const TitleForm& b) {
  if (a.core.size() != 1) return false;
  Words without_place;
  for (const std::string& word : b.ordered)
    if (!has(b.placed, word)) without_place.push_back(word);
  return abbreviates(a.core.front(), b.ordered) || abbreviates(a.core.front(), without_place) ||
         abbreviates(a.core.front(), b.core);
}

/// Whether `form` has a word of its own that neither the other title nor the place there knows.
bool says_more(const TitleForm& form, const TitleForm& other, const Place& elsewhere) {
  return std::any_of(form.core.begin(), form.core.end(), [&](const std::string& word) {
    return !says(other, word) && !has(elsewhere.words, word) &&
           std::none_of(other.core.begin(), other.core.end(),
                        [&](const std::string& theirs) { return is_spelling_of(word, theirs); });
  });
}

/// For whom it is: "b" beginners, "i" those between, "a" advanced ones; 0: it does not say.
char level_of(const TitleForm& form) {
  constexpr std::pair<std::string_view, char> levels[] = {
      {"advanced", 'a'},     {"anfanger", 'b'},      {"avance", 'a'},       {"avances", 'a'},
      {"avanzado", 'a'},     {"avanzato", 'a'},      {"basic", 'b'},        {"basics", 'b'},
      {"beginner", 'b'},     {"beginners", 'b'},     {"debutant", 'b'},     {"debutants", 'b'},
      {"einfuhrung", 'b'},   {"einsteiger", 'b'},    {"expert", 'a'},       {"experts", 'a'},
      {"gevorderden", 'a'},  {"grundlagen", 'b'},    {"intermediate", 'i'}, {"intro", 'b'},
      {"introduction", 'b'}, {"principiantes", 'b'}, {"principianti", 'b'}, {"fortgeschrittene", 'a'}};
  for (const std::string& word : form.ordered)
    for (const auto& [name, level] : levels)
      if (word == name) return level;
  return 0;
}

/// A word of a place that only one title names, while the other says nothing of that place.
bool names_unknown_place(const TitleForm& form, const TitleForm& other, const Place& elsewhere) {
  return std::any_of(form.placed.begin(), form.placed.end(), [&](const std::string& word) {
    return !has(elsewhere.words, word) && !has(other.core, word) && !has(other.placed, word);
  });
}

Titles compare_forms(const TitleForm& a, const TitleForm& b) {
  if (a.core.empty() || b.core.empty()) return Titles::unlike;
  // "Lyon Summit" and "Lyon Meeting" share nothing but the place.
  if (a.is_generic || b.is_generic)
    return a.is_generic && b.is_generic && same_set(a.ordered, b.ordered) ? Titles::equal : Titles::related;
  if (a.squeezed == b.squeezed || same_set(a.core, b.core)) return Titles::equal;
  const std::size_t in_b = said_by(a.core, b), in_a = said_by(b.core, a);
  if (in_b == a.core.size() && in_a == b.core.size()) return Titles::equal;
  if (abbreviates(a, b) || abbreviates(b, a)) return Titles::alike;
  if (in_b * 5 >= a.core.size() * 4 && in_a * 5 >= b.core.size() * 4) return Titles::alike;
  if (in_b == a.core.size() || in_a == b.core.size()) return Titles::within;
  if (in_b == 0 && in_a == 0) return Titles::unlike;
  return Titles::related;
}

Words telling(const Words& words) {
  Words out;
  for (const std::string& word : words)
    if (word.size() > 2 && word != "city" && word != "the" && word != "area" && word != "greater") out.push_back(word);
  return out.empty() ? words : out;
}

std::size_t shared(const Words& a, const Words& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const std::string& word) { return has(b, word); }));
}

std::string squeeze(const Words& words) {
  std::string out;
  for (const std::string& word : words) out += word;
  return out;
}

/// Territories that some lists count as the country and others not.
std::string_view state_of(std::string_view country) {
  constexpr std::pair<std::string_view, std::string_view> parts[] = {
      {"AW", "NL"}, {"AX", "FI"}, {"CW", "NL"}, {"FO", "DK"}, {"GF", "FR"}, {"GG", "GB"}, {"GI", "GB"}, {"GL", "DK"},
      {"GP", "FR"}, {"GU", "US"}, {"HK", "CN"}, {"IM", "GB"}, {"JE", "GB"}, {"MO", "CN"}, {"MQ", "FR"}, {"NC", "FR"},
      {"PF", "FR"}, {"PR", "US"}, {"PS", "IL"}, {"RE", "FR"}, {"TW", "CN"}, {"VI", "US"}, {"XK", "RS"}};
  for (const auto& [part, whole] : parts)
    if (part == country) return whole;
  return country;
}

bool is_nested(std::string_view outer, std::string_view inner) {
  return inner.size() > outer.size() && inner.starts_with(outer) &&
         (inner[outer.size()] == '/' || inner[outer.size()] == '?');
}

/// Two hosts of one site: "2026.europe.jcon.one" and "europe.jcon.one".
bool same_site(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a == b || (b.ends_with(a) && b[b.size() - a.size() - 1] == '.' && a.find('.') != a.npos && a.size() > 6);
}

Pages compare_two(const Address& a, const Address& b) {
  if (a == b) return Pages::same;
  if (!same_site(a.host_text(), b.host_text())) return Pages::unlike;
  if (is_platform(a.host_text()) || is_platform(b.host_text())) return Pages::unlike;
  if (a.host == b.host && (is_nested(a.text, b.text) || is_nested(b.text, a.text))) return Pages::nested;
  return Pages::same_host;
}

}  // namespace

Titles compare_titles(const MatchFacts& a, const MatchFacts& b) {
  const TitleForm &x = a.titles.front(), &y = b.titles.front();
  Titles best = compare_forms(x, y);
  if (best != Titles::equal && best >= Titles::within && unsaid(x.core, y, b.place.words) == 0 &&
      unsaid(y.core, x, a.place.words) == 0)
    best = Titles::equal;
  if (best == Titles::equal && (names_unknown_place(x, y, b.place) || names_unknown_place(y, x, a.place)))
    best = Titles::within;
  if (best == Titles::equal) return best;
  for (std::size_t i = 0; i < a.titles.size(); ++i)
    for (std::size_t j = 0; j < b.titles.size(); ++j) {
      if (i == 0 && j == 0) continue;
      Titles other = compare_forms(a.titles[i], b.titles[j]);
      // A part of a title that equals a whole says as much as containment.
      if (other == Titles::equal) other = Titles::within;
      if (other == Titles::within || other == Titles::alike) best = std::max(best, Titles::within);
    }
  return best;
}

Pages compare_pages(const MatchFacts& a, const MatchFacts& b) {
  Pages best = Pages::none;
  for (const Address& x : a.addresses)
    for (const Address& y : b.addresses) best = std::max(best, compare_two(x, y));
  return best;
}

Days compare_days(const MatchFacts& a, const MatchFacts& b) {
  if (!a.first_day || !b.first_day) return Days::unknown;
  if (!a.day_is_sure || !b.day_is_sure) return std::llabs(*a.first_day - *b.first_day) <= 31 ? Days::near : Days::far;
  if (*a.first_day == *b.first_day) return Days::same;
  return std::llabs(*a.first_day - *b.first_day) <= 3 ? Days::near : Days::far;
}

Places compare_places(const Place& a, const Place& b) {
  if (a.online && b.online) return Places::same;
  if (a.city.empty() && b.city.empty()) return Places::unknown;
  if (a.city.empty() || b.city.empty()) return a.online || b.online ? Places::mixed : Places::unknown;
  const Words x = telling(a.city), y = telling(b.city);
  if (squeeze(a.city) == squeeze(b.city) || is_misspelt(squeeze(a.city), squeeze(b.city))) return Places::same;
  if (shared(x, b.words) == x.size() || shared(y, a.words) == y.size()) return Places::same;
  const std::size_t least = std::min(x.size(), y.size());
  return shared(x, y) * 2 > least ? Places::same : Places::unlike;
}

bool countries_differ(const Place& a, const Place& b) {
  if (a.city.empty() || b.city.empty() || a.country.empty() || b.country.empty()) return false;
  return state_of(a.country) != state_of(b.country);
}

bool names_its_part(const MatchFacts& whole, const MatchFacts& part) {
  const TitleForm &outer = whole.titles.front(), &inner = part.titles.front();
  for (const Address& x : whole.addresses)
    for (const Address& y : part.addresses) {
      if (x.host != y.host || !is_nested(x.text, y.text)) continue;
      const std::string_view deeper = std::string_view(y.text).substr(x.text.size());
      if (std::any_of(inner.core.begin(), inner.core.end(), [&](const std::string& word) {
            return word.size() > 2 && !says(outer, word) && deeper.find(word) != deeper.npos;
          }))
        return true;
    }
  return false;
}

bool years_differ(const MatchFacts& a, const MatchFacts& b) {
  if (a.years.empty() || b.years.empty()) return false;
  return std::none_of(a.years.begin(), a.years.end(),
                      [&](int year) { return std::find(b.years.begin(), b.years.end(), year) != b.years.end(); });
}

bool tell_two_things(const MatchFacts& a, const MatchFacts& b) {
  const TitleForm &x = a.titles.front(), &y = b.titles.front();
  if (abbreviates(x, y) || abbreviates(y, x)) return false;
  if (!says_more(x, y, b.place) || !says_more(y, x, a.place)) return false;
  // A longer or shorter name that one of them gives may be what the other is called.
  const auto is_called = [](const MatchFacts& one, const TitleForm& title) {
    return std::any_of(one.titles.begin() + 1, one.titles.end(),
                       [&](const TitleForm& name) { return compare_forms(name, title) == Titles::equal; });
  };
  return !is_called(a, y) && !is_called(b, x);
}

bool levels_differ(const MatchFacts& a, const MatchFacts& b) {
  const char one = level_of(a.titles.front()), other = level_of(b.titles.front());
  return one && other && one != other;
}

bool same_title_and_year(const MatchFacts& a, const MatchFacts& b) {
  return compare_titles(a, b) == Titles::equal && !a.years.empty() && !b.years.empty() && !years_differ(a, b) &&
         a.titles.front().placed == b.titles.front().placed;
}

}  // namespace almanac::match
