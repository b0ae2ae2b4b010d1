#include "date_words.hpp"

#include <algorithm>

namespace almanac {
namespace {

constexpr std::array<std::string_view, 7> codes{"en", "de", "fr", "es", "it", "pt", "nl"};

// Short forms of CLDR, without the stops that would stand in the middle of a line.
constexpr std::array<DateWords, 7> all_words{
    {{"en",
      {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
      {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
      {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
       "December"},
      "",
      " ",
      "Week"},
     {"de",
      {"So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"},
      {"Jan", "Feb", "März", "Apr", "Mai", "Juni", "Juli", "Aug", "Sept", "Okt", "Nov", "Dez"},
      {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
       "Dezember"},
      ".",
      " ",
      "Woche"},
     {"fr",
      {"dim", "lun", "mar", "mer", "jeu", "ven", "sam"},
      {"janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"},
      {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
       "décembre"},
      "",
      " ",
      "Semaine"},
     {"es",
      {"dom", "lun", "mar", "mié", "jue", "vie", "sáb"},
      {"ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"},
      {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
       "diciembre"},
      "",
      " de ",
      "Semana"},
     {"it",
      {"dom", "lun", "mar", "mer", "gio", "ven", "sab"},
      {"gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"},
      {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
       "novembre", "dicembre"},
      "",
      " ",
      "Settimana"},
     {"pt",
      {"dom", "seg", "ter", "qua", "qui", "sex", "sáb"},
      {"jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"},
      {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
       "dezembro"},
      "",
      " de ",
      "Semana"},
     {"nl",
      {"zo", "ma", "di", "wo", "do", "vr", "za"},
      {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
      {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
       "december"},
      "",
      " ",
      "Week"}}};

}  // namespace

const DateWords& date_words(DateLanguage language) { return all_words[static_cast<std::size_t>(language)]; }

std::optional<DateLanguage> find_date_language(std::string_view code) {
  const auto at = std::find(codes.begin(), codes.end(), code);
  if (at == codes.end()) return std::nullopt;
  return static_cast<DateLanguage>(at - codes.begin());
}

std::span<const std::string_view> date_language_codes() { return codes; }

}  // namespace almanac
