#include "month_names.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "word_table.hpp"

namespace almanac::dates {
namespace {

/// Names of one language, folded, alternatives separated by blanks; January first, Monday first.
struct Language {
  Tongue tongue;
  std::array<std::string_view, 12> months;
  std::array<std::string_view, 7> weekdays;
};

/// Months that are numbers.
constexpr std::array<std::string_view, 12> no_months = {"", "", "", "", "", "", "", "", "", "", "", ""};

using enum Tongue;
constexpr auto languages = std::to_array<Language>({
    {en,
     {"january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
      "september sep sept", "october oct", "november nov", "december dec"},
     {"monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri", "saturday sat",
      "sunday sun"}},
    {de,
     {"januar jan janner jaenner", "februar feb feber", "marz maerz mrz mar", "april apr", "mai", "juni jun juno",
      "juli jul julei", "august aug", "september sep sept", "oktober okt", "november nov", "dezember dez"},
     {"montag mo mon", "dienstag di die", "mittwoch mi mit", "donnerstag do don", "freitag fr fre",
      "samstag sonnabend sa sam", "sonntag so son"}},
    {fr,
     {"janvier janv jan", "fevrier fevr fev", "mars mar", "avril avr", "mai", "juin", "juillet juil juill jui",
      "aout aou", "septembre sept sep", "octobre oct", "novembre nov", "decembre dec"},
     {"lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam", "dimanche dim"}},
    {es,
     {"enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul", "agosto ago",
      "septiembre setiembre sep sept set", "octubre oct", "noviembre nov", "diciembre dic"},
     {"lunes lun", "martes mar", "miercoles mie", "jueves jue", "viernes vie", "sabado sab", "domingo dom"}},
    {it,
     {"gennaio gen", "febbraio feb febb", "marzo mar", "aprile apr", "maggio mag", "giugno giu", "luglio lug",
      "agosto ago", "settembre set sett", "ottobre ott", "novembre nov", "dicembre dic"},
     {"lunedi lun", "martedi mar", "mercoledi mer", "giovedi gio", "venerdi ven", "sabato sab", "domenica dom"}},
    {pt,
     {"janeiro jan", "fevereiro fev", "marco mar", "abril abr", "maio mai", "junho jun", "julho jul", "agosto ago",
      "setembro set", "outubro out", "novembro nov", "dezembro dez"},
     {"segunda segunda-feira seg", "terca terca-feira ter", "quarta quarta-feira qua", "quinta quinta-feira qui",
      "sexta sexta-feira sex", "sabado sab", "domingo dom"}},
    {nl,
     {"januari jan", "februari feb", "maart mrt maa", "april apr", "mei", "juni jun", "juli jul", "augustus aug",
      "september sep sept", "oktober okt", "november nov", "december dec"},
     {"maandag ma maa", "dinsdag di din", "woensdag wo woe", "donderdag do don", "vrijdag vr vri", "zaterdag za zat",
      "zondag zo zon"}},
    {pl,
     {"styczen stycznia styczniu sty", "luty lutego lutym lut", "marzec marca marcu mar",
      "kwiecien kwietnia kwietniu kwi", "maj maja maju", "czerwiec czerwca czerwcu cze", "lipiec lipca lipcu lip",
      "sierpien sierpnia sierpniu sie", "wrzesien wrzesnia wrzesniu wrz", "pazdziernik pazdziernika pazdzierniku paz",
      "listopad listopada listopadzie lis", "grudzien grudnia grudniu gru"},
     {"poniedzialek poniedzialku pon pn", "wtorek wtorku wt wto", "sroda srody sr sro srode",
      "czwartek czwartku czw cz", "piatek piatku pt pia", "sobota soboty sob sobote",
      "niedziela niedzieli niedziele niedz nd"}},
    {ru,
     {"январь января январе янв", "февраль февраля феврале фев февр", "март марта марте мар",
      "апрель апреля апреле апр", "май мая мае", "июнь июня июне июн", "июль июля июле июл",
      "август августа августе авг", "сентябрь сентября сентябре сен сент", "октябрь октября октябре окт",
      "ноябрь ноября ноябре ноя нояб", "декабрь декабря декабре дек"},
     {"понедельник понедельника пн пнд", "вторник вторника вт втр", "среда среду среды ср срд",
      "четверг четверга чт чтв", "пятница пятницу пятницы пт птн", "суббота субботу субботы сб сбт",
      "воскресенье воскресенья вс вск"}},
    {el,
     {"ιανουαριοσ ιανουαριου ιανουαριο γεναρη ιαν", "φεβρουαριοσ φεβρουαριου φεβρουαριο φλεβαρη φεβ",
      "μαρτιοσ μαρτιου μαρτιο μαρτη μαρ", "απριλιοσ απριλιου απριλιο απριλη απρ", "μαιοσ μαιου μαιο μαη μαι",
      "ιουνιοσ ιουνιου ιουνιο ιουνη ιουν ιον", "ιουλιοσ ιουλιου ιουλιο ιουλη ιουλ ιολ",
      "αυγουστοσ αυγουστου αυγουστο αυγ", "σεπτεμβριοσ σεπτεμβριου σεπτεμβριο σεπτεμβρη σεπ σεπτ",
      "οκτωβριοσ οκτωβριου οκτωβριο οκτωβρη οκτ", "νοεμβριοσ νοεμβριου νοεμβριο νοεμβρη νοε",
      "δεκεμβριοσ δεκεμβριου δεκεμβριο δεκεμβρη δεκ"},
     {"δευτερα δευ", "τριτη τρι", "τεταρτη τετ", "πεμπτη πεμ", "παρασκευη παρ", "σαββατο σαβ", "κυριακη κυρ"}},
    {hu,
     {"januar januarban jan", "februar februarban febr feb", "marcius marciusban marc", "aprilis aprilisban apr",
      "majus majusban maj", "junius juniusban jun", "julius juliusban jul", "augusztus augusztusban aug",
      "szeptember szeptemberben szept", "oktober oktoberben okt", "november novemberben nov",
      "december decemberben dec"},
     {"hetfo hetfon", "kedd kedden", "szerda szerdan sze", "csutortok csutortokon", "pentek penteken",
      "szombat szombaton szo", "vasarnap"}},
    {cs,
     {"leden ledna led", "unor unora uno", "brezen brezna bre", "duben dubna dub", "kveten kvetna kve",
      "cerven cervna cer", "cervenec cervence cvc", "srpen srpna srp", "zari zar", "rijen rijna rij",
      "listopad listopadu", "prosinec prosince pro"},
     {"pondeli pondelni", "utery ut", "streda stredu stredy", "ctvrtek ctvrtka ct ctv", "patek patku pa",
      "sobota sobotu soboty so", "nedele nedeli ne"}},
    {sv,
     {"januari jan", "februari feb", "mars mar", "april apr", "maj", "juni jun", "juli jul", "augusti aug",
      "september sep", "oktober okt", "november nov", "december dec"},
     {"mandag man", "tisdag tis", "onsdag ons", "torsdag tors tor", "fredag fre", "lordag lor", "sondag son"}},
    {da,
     {"januar jan", "februar feb", "marts mar", "april apr", "maj", "juni jun", "juli jul", "august aug",
      "september sep", "oktober okt", "november nov", "december dec"},
     {"mandag man", "tirsdag tir tirs", "onsdag ons", "torsdag tor tors", "fredag fre", "lordag lor", "sondag son"}},
    {no,
     {"januar jan", "februar feb", "mars mar", "april apr", "mai", "juni jun", "juli jul", "august aug",
      "september sep", "oktober okt", "november nov", "desember des"},
     {"mandag man", "tirsdag tir", "onsdag ons", "torsdag tor", "fredag fre", "lordag lor", "sondag son"}},
    {fi,
     {"tammikuu tammikuuta tammi", "helmikuu helmikuuta helmi", "maaliskuu maaliskuuta maalis",
      "huhtikuu huhtikuuta huhti", "toukokuu toukokuuta touko", "kesakuu kesakuuta kesa", "heinakuu heinakuuta heina",
      "elokuu elokuuta elo", "syyskuu syyskuuta syys", "lokakuu lokakuuta loka", "marraskuu marraskuuta marras",
      "joulukuu joulukuuta joulu"},
     {"maanantai maanantaina ma", "tiistai tiistaina ti", "keskiviikko keskiviikkona ke", "torstai torstaina to",
      "perjantai perjantaina pe", "lauantai lauantaina la", "sunnuntai sunnuntaina su"}},
    {tr,
     {"ocak oca", "subat sub", "mart mar", "nisan nis", "mayis may", "haziran haz", "temmuz tem", "agustos agu",
      "eylul eyl", "ekim eki", "kasim kas", "aralik ara"},
     {"pazartesi pzt", "sali sal", "carsamba car", "persembe per", "cuma cum", "cumartesi cmt", "pazar paz"}},
    {uk,
     {"січень січня січ", "лютий лютого лют", "березень березня бер берез", "квітень квітня кві квіт",
      "травень травня тра трав", "червень червня чер черв", "липень липня лип", "серпень серпня сер серп",
      "вересень вересня вер верес", "жовтень жовтня жов жовт", "листопад листопада лис лист листоп",
      "грудень грудня гру груд"},
     {"понеділок пн", "вівторок вт", "середа середу ср", "четвер чт", "пʼятниця п'ятниця", "субота суботу сб",
      "неділя неділю нд"}},
    {ro,
     {"ianuarie ian", "februarie feb", "martie mar", "aprilie apr", "mai", "iunie iun", "iulie iul", "august aug",
      "septembrie sept sep", "octombrie oct", "noiembrie nov noi", "decembrie dec"},
     {"luni lun", "marti mar", "miercuri mie", "joi", "vineri vin", "sambata sam", "duminica dum"}},
    {ca,
     {"gener gen", "febrer febr", "marc", "abril abr", "maig", "juny", "juliol jul", "agost ag", "setembre set",
      "octubre oct", "novembre nov", "desembre des"},
     {"dilluns dl", "dimarts dt", "dimecres dc", "dijous dj", "divendres dv", "dissabte ds", "diumenge dg"}},
    {id,
     {"januari jan", "februari feb", "maret mar", "april apr", "mei", "juni jun", "juli jul", "agustus agu ags",
      "september sep", "oktober okt", "november nov", "desember des"},
     {"senin sen", "selasa sel", "rabu rab", "kamis kam", "jumat jum", "sabtu sab", "minggu min"}},
    {ko, no_months, {"월요일 월", "화요일 화", "수요일 수", "목요일 목", "금요일 금", "토요일 토", "일요일"}},
    {ja,
     no_months,
     {"月曜日 月曜", "火曜日 火曜", "水曜日 水曜", "木曜日 木曜", "金曜日 金曜", "土曜日 土曜", "日曜日 日曜"}},
    {zh,
     {"一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"},
     {"星期一 周一 週一 礼拜一", "星期二 周二 週二 礼拜二", "星期三 周三 週三 礼拜三", "星期四 周四 週四 礼拜四",
      "星期五 周五 週五 礼拜五", "星期六 周六 週六 礼拜六", "星期日 星期天 周日 週日 礼拜天 礼拜日"}},
});

/// A name as the languages list it.
struct ListedName {
  std::string_view word;
  DateName meaning;
};

constexpr std::size_t count_names() {
  std::size_t count = 0;
  for (const Language& language : languages) {
    for (const auto list : language.months) count += count_words(list);
    for (const auto list : language.weekdays) count += count_words(list);
  }
  return count;
}

/// All names, sorted and merged. A word that names two different months or days keeps the first language's: "so" is
/// Sunday in German, and Saturday in Czech.
struct NameList {
  std::array<ListedName, count_names()> names{};
  std::size_t size = 0, chars = 0;

  constexpr NameList() {
    for (const Language& language : languages) {
      const std::uint32_t mask = mask_of(language.tongue);
      std::uint8_t number = 0;
      for (const auto list : language.months) add(list, {.word = {}, .month = ++number, .month_in = mask});
      number = 0;
      for (const auto list : language.weekdays) add(list, {.word = {}, .weekday = ++number, .weekday_in = mask});
    }
    std::sort(names.begin(), names.end(), [](const ListedName& a, const ListedName& b) {
      return a.word != b.word ? a.word < b.word : languages_of(a) < languages_of(b);
    });
    merge();
    for (std::size_t i = 0; i < size; ++i) chars += names[i].word.size();
  }

 private:
  static constexpr std::uint32_t languages_of(const ListedName& name) {
    return name.meaning.month_in | name.meaning.weekday_in;
  }

  /// Appends the words of a list, each with a meaning.
  constexpr void add(std::string_view list, DateName meaning) {
    for (std::size_t from = 0; from < list.size();) {
      const std::size_t end = std::min(list.find(' ', from), list.size());
      names[size++] = {list.substr(from, end - from), meaning};
      from = end + 1;
    }
  }

  constexpr void merge() {
    std::size_t kept = 0;
    for (std::size_t i = 1; i < size; ++i) {
      if (names[i].word != names[kept].word) {
        names[++kept] = names[i];
        continue;
      }
      DateName& last = names[kept].meaning;
      const DateName& next = names[i].meaning;
      if (last.month == 0) last.month = next.month;
      if (last.weekday == 0) last.weekday = next.weekday;
      if (next.month == last.month) last.month_in |= next.month_in;
      if (next.weekday == last.weekday) last.weekday_in |= next.weekday_in;
    }
    size = kept + 1;
  }
};
constexpr NameList listed;

struct NameTable {
  static constexpr unsigned log_slots = std::bit_width(listed.names.size()) + 1;

  std::array<DateName, listed.size> names{};
  std::array<std::uint64_t, listed.size> keys{};  ///< word_key of each
  std::array<std::uint16_t, std::size_t{1} << log_slots>
      slots{};  ///< hashed by word_start: 1 + index in `names`; 0: free
  PackedChars<listed.chars> chars;

  constexpr NameTable() {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto& [word, meaning] = listed.names[i];
      names[i] = meaning;
      names[i].word = chars.add(word);
      const std::uint32_t start = word_start(word);
      keys[i] = word_key(word, start);
      std::size_t at = scattered(start, log_slots);
      while (slots[at] != 0) at = (at + 1) % slots.size();
      slots[at] = static_cast<std::uint16_t>(i + 1);
    }
  }
};
constexpr NameTable table;

// U+00C0…U+017F without marks; upper case is made lower first.
constexpr std::string_view latin1 = "aaaaaaaceeeeiiiidnooooo*ouuuuyts";  // U+00C0…DF and E0…FF alike
constexpr std::string_view latin_a =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuu"
    "uuwwyyyzzzzzzs";
static_assert(latin1.size() == 32 && latin_a.size() == 128);

}  // namespace

std::span<const DateName> date_names() noexcept { return table.names; }

std::string_view word_of(const DateName& name) noexcept { return name.word.in(table.chars.data()); }

const DateName* find_date_name(std::string_view folded) noexcept { return find_date_name(folded, word_start(folded)); }

const DateName* find_date_name(std::string_view folded, std::uint32_t start) noexcept {
  const std::uint64_t key = word_key(folded, start);
  for (std::size_t at = scattered(start, NameTable::log_slots); table.slots[at] != 0;
       at = (at + 1) % table.slots.size()) {
    const std::size_t i = table.slots[at] - 1U;
    if (table.keys[i] != key) continue;
    if (is_start_all(folded, start) || table.names[i].word.in(table.chars.data()) == folded) return &table.names[i];
  }
  return nullptr;
}

char32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned first = byte(at);
  const auto follows = [&](std::size_t n) {
    for (std::size_t i = 1; i <= n; ++i)
      if ((byte(at + i) & 0xC0U) != 0x80U) return false;
    return true;
  };
  const auto tail = [&](std::size_t i) { return byte(at + i) & 0x3FU; };
  char32_t c = 0xFFFD;
  std::size_t length = 1;
  if (first < 0x80) {
    c = first;
  } else if (first >= 0xC2 && first < 0xE0 && follows(1)) {
    c = (first & 0x1FU) << 6U | tail(1), length = 2;
  } else if (first >= 0xE0 && first < 0xF0 && follows(2)) {
    c = (first & 0x0FU) << 12U | tail(1) << 6U | tail(2), length = 3;
  } else if (first >= 0xF0 && first < 0xF5 && follows(3)) {
    c = (first & 0x07U) << 18U | tail(1) << 12U | tail(2) << 6U | tail(3), length = 4;
  }
  at += length;
  return c;
}

void FoldedWord::put(char32_t c) noexcept {
  const auto add = [&](char32_t byte) { bytes_[size_++] = static_cast<char>(byte); };
  const std::size_t width = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  if (size_ + width > 31) return;
  if (width == 1) return add(c);
  if (width == 2) return add(0xC0U | c >> 6U), add(0x80U | (c & 0x3FU));
  if (width == 3) return add(0xE0U | c >> 12U), add(0x80U | (c >> 6U & 0x3FU)), add(0x80U | (c & 0x3FU));
  add(0xF0U | c >> 18U), add(0x80U | (c >> 12U & 0x3FU)), add(0x80U | (c >> 6U & 0x3FU)), add(0x80U | (c & 0x3FU));
}

int fold_code_point(char32_t c, char32_t (&out)[2]) noexcept {
  out[0] = c;
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') out[0] += 32;
  } else if (c == 0xC6 || c == 0xE6) {
    out[0] = 'a', out[1] = 'e';
    return 2;
  } else if (c == 0xDF || c == 0x1E9E) {
    out[0] = 's', out[1] = 's';
    return 2;
  } else if (c == 0x152 || c == 0x153) {
    out[0] = 'o', out[1] = 'e';
    return 2;
  } else if (c >= 0xC0 && c <= 0xFF) {
    out[0] = static_cast<unsigned char>(latin1[(c - 0xC0) & 31U]);
  } else if (c >= 0x100 && c <= 0x17F) {
    out[0] = static_cast<unsigned char>(latin_a[c - 0x100]);
  } else if (c >= 0x218 && c <= 0x21B) {
    out[0] = c < 0x21A ? 's' : 't';
  } else if (c >= 0x300 && c <= 0x36F) {
    return 0;
  } else if (c >= 0x391 && c <= 0x3A9) {
    out[0] += 32;
  } else if (c == 0x3C2) {
    out[0] = 0x3C3;  // at the end of a word: capitals have one form
  } else if (c >= 0x386 && c <= 0x3CE) {
    constexpr std::u32string_view from = U"ΆΈΉΊΌΎΏΐΪΫάέήίΰϊϋόύώς", to = U"αεηιουωιιυαεηιυιυουως";
    if (const auto i = from.find(c); i != from.npos) out[0] = to[i];
  } else if (c >= 0x410 && c <= 0x42F) {
    out[0] += 32;
  } else if (c >= 0x400 && c <= 0x40F) {
    out[0] += 80;
  }
  if (out[0] == 0x451) out[0] = 0x435;  // ё is mostly written е
  return 1;
}

FoldedWord::FoldedWord(std::string_view utf8) noexcept {
  for (std::size_t at = 0; at < utf8.size() && size_ < 31;) {
    char32_t folded[2];
    const int count = fold_code_point(next_code_point(utf8, at), folded);
    for (int i = 0; i < count; ++i) put(folded[i]);
  }
}

}  // namespace almanac::dates
