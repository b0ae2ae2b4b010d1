#include "known_names.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/base/nearest.hpp>
#include <almanac/base/short_text.hpp>
#include <almanac/text/fold.hpp>
#include <vector>

#include "places.hpp"

namespace almanac::facts {
namespace {

struct Language {
  ShortText<14> name;
  ShortText<2> code;
};

/// ISO 639-1, by folded names: the English ones, and what those who speak it call it where that is in Latin letters.
constexpr Language languages[] = {
    {"abkhazian", "ab"},  {"afrikaans", "af"},     {"albanian", "sq"},    {"amharic", "am"},     {"arabic", "ar"},
    {"armenian", "hy"},   {"assamese", "as"},      {"azerbaijani", "az"}, {"bangla", "bn"},      {"basque", "eu"},
    {"belarusian", "be"}, {"bengali", "bn"},       {"bokmal", "nb"},      {"bosanski", "bs"},    {"bosnian", "bs"},
    {"breton", "br"},     {"bulgarian", "bg"},     {"burmese", "my"},     {"castilian", "es"},   {"catalan", "ca"},
    {"chamorro", "ch"},   {"chinese", "zh"},       {"corsican", "co"},    {"croatian", "hr"},    {"cymraeg", "cy"},
    {"czech", "cs"},      {"danish", "da"},        {"dansk", "da"},       {"deutsch", "de"},     {"dutch", "nl"},
    {"dzongkha", "dz"},   {"eesti", "et"},         {"english", "en"},     {"espanol", "es"},     {"esperanto", "eo"},
    {"estonian", "et"},   {"euskara", "eu"},       {"faroese", "fo"},     {"farsi", "fa"},       {"fijian", "fj"},
    {"filipino", "tl"},   {"finnish", "fi"},       {"flemish", "nl"},     {"francais", "fr"},    {"french", "fr"},
    {"frisian", "fy"},    {"gaeilge", "ga"},       {"gaelic", "gd"},      {"galego", "gl"},      {"galician", "gl"},
    {"georgian", "ka"},   {"german", "de"},        {"greek", "el"},       {"guarani", "gn"},     {"gujarati", "gu"},
    {"haitian", "ht"},    {"hausa", "ha"},         {"hebrew", "he"},      {"hindi", "hi"},       {"hrvatski", "hr"},
    {"hungarian", "hu"},  {"icelandic", "is"},     {"igbo", "ig"},        {"indonesian", "id"},  {"interlingua", "ia"},
    {"irish", "ga"},      {"italian", "it"},       {"italiano", "it"},    {"japanese", "ja"},    {"javanese", "jv"},
    {"kannada", "kn"},    {"kazakh", "kk"},        {"khmer", "km"},       {"kinyarwanda", "rw"}, {"korean", "ko"},
    {"kurdish", "ku"},    {"kyrgyz", "ky"},        {"lao", "lo"},         {"latin", "la"},       {"latvian", "lv"},
    {"lithuanian", "lt"}, {"luxembourgish", "lb"}, {"macedonian", "mk"},  {"magyar", "hu"},      {"malagasy", "mg"},
    {"malay", "ms"},      {"malayalam", "ml"},     {"maltese", "mt"},     {"mandarin", "zh"},    {"maori", "mi"},
    {"marathi", "mr"},    {"mongolian", "mn"},     {"nederlands", "nl"},  {"nepali", "ne"},      {"nihongo", "ja"},
    {"norsk", "no"},      {"norwegian", "no"},     {"nynorsk", "nn"},     {"occitan", "oc"},     {"odia", "or"},
    {"pashto", "ps"},     {"persian", "fa"},       {"polish", "pl"},      {"polski", "pl"},      {"portugues", "pt"},
    {"portuguese", "pt"}, {"punjabi", "pa"},       {"quechua", "qu"},     {"romana", "ro"},      {"romanian", "ro"},
    {"romansh", "rm"},    {"russian", "ru"},       {"samoan", "sm"},      {"sanskrit", "sa"},    {"serbian", "sr"},
    {"shona", "sn"},      {"shqip", "sq"},         {"sindhi", "sd"},      {"sinhala", "si"},     {"slovak", "sk"},
    {"slovencina", "sk"}, {"slovene", "sl"},       {"slovenian", "sl"},   {"slovenscina", "sl"}, {"somali", "so"},
    {"spanish", "es"},    {"srpski", "sr"},        {"sundanese", "su"},   {"suomi", "fi"},       {"svenska", "sv"},
    {"swahili", "sw"},    {"swedish", "sv"},       {"tagalog", "tl"},     {"tajik", "tg"},       {"tamil", "ta"},
    {"tatar", "tt"},      {"telugu", "te"},        {"thai", "th"},        {"tibetan", "bo"},     {"tigrinya", "ti"},
    {"turkish", "tr"},    {"turkmen", "tk"},       {"ukrainian", "uk"},   {"urdu", "ur"},        {"uyghur", "ug"},
    {"uzbek", "uz"},      {"vietnamese", "vi"},    {"welsh", "cy"},       {"wolof", "wo"},       {"xhosa", "xh"},
    {"yiddish", "yi"},    {"yoruba", "yo"},        {"zulu", "zu"}};

/// Codes of ISO 639-1 besides those of the names.
constexpr std::string_view rarer_codes =
    "aa ae ak an av ay ba bh bi bm ce cr cu cv dv ee ff gv hz ho ii ik io iu kg ki kj kl kr ks kv kw lg "
    "li ln lu mh na nd ng nr nv ny oj om os pi rn sc se sg ss st tn to ts tw ty ve vo wa za";

bool is_language_code(std::string_view code) {
  if (code.size() == 3) return std::all_of(code.begin(), code.end(), is_letter);  // ISO 639-3 has thousands
  if (code.size() != 2) return false;
  const auto is_it = [&](const Language& one) { return one.code == code; };
  return std::any_of(std::begin(languages), std::end(languages), is_it) || rarer_codes.find(code) != rarer_codes.npos;
}

/// Hyphens and dots as blanks, as the tables have their keys.
std::string key_of(std::string_view name) {
  std::string key = fold(name);
  std::replace_if(
      key.begin(), key.end(), [](char c) { return c == '-' || c == '_' || c == '.'; }, ' ');
  return key;
}

}  // namespace

std::string country_named(std::string_view name) {
  std::string capitals = to_lower(name);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  if (const std::string_view code = find_country_code(capitals); !code.empty()) return std::string(code);
  return std::string(find_country(key_of(name)));
}

std::string nearest_country(std::string_view name) {
  std::vector<std::string_view> names;
  for (std::string_view lines = countries_table().lines; !lines.empty();) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    names.push_back(line.substr(0, line.find('\t')));
  }
  return std::string(nearest_word(key_of(name), names));
}

std::string language_named(std::string_view name) {
  const std::string tag = to_lower(name);
  if (is_language_code(std::string_view(tag).substr(0, tag.find('-')))) return tag;
  const std::string key = key_of(name);
  for (const Language& one : languages)
    if (one.name == key) return std::string(one.code);
  return {};
}

std::string nearest_language(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Language& one : languages) names.push_back(one.name);
  return std::string(nearest_word(key_of(name), names));
}

}  // namespace almanac::facts
