#include "date_zones.hpp"

#include <algorithm>
#include <almanac/base/short_text.hpp>
#include <array>

#include "date_civil.hpp"

namespace almanac::dates {
namespace {

struct Abbreviation {
  ShortText<4> name;
  std::int32_t minutes;
};

// Sorted.
constexpr auto abbreviations = std::to_array<Abbreviation>({
    {"ACDT", 630}, {"ACST", 570},  {"ADT", -180},  {"AEDT", 660},  {"AEST", 600},  {"AKDT", -480}, {"AKST", -540},
    {"ART", -180}, {"AST", -240},  {"AWST", 480},  {"BRST", -120}, {"BRT", -180},  {"BST", 60},    {"CAT", 120},
    {"CDT", -300}, {"CEDT", 120},  {"CEST", 120},  {"CET", 60},    {"CLST", -180}, {"CLT", -240},  {"COT", -300},
    {"CST", -360}, {"EAT", 180},   {"EDT", -240},  {"EEST", 180},  {"EET", 120},   {"EST", -300},  {"GMT", 0},
    {"GST", 240},  {"HADT", -540}, {"HAST", -600}, {"HDT", -540},  {"HKT", 480},   {"HST", -600},  {"ICT", 420},
    {"IDT", 180},  {"IST", 120},   {"JST", 540},   {"KST", 540},   {"MDT", -360},  {"MEST", 120},  {"MESZ", 120},
    {"MET", 60},   {"MEZ", 60},    {"MSD", 240},   {"MSK", 180},   {"MST", -420},  {"MYT", 480},   {"NDT", -150},
    {"NST", -210}, {"NZDT", 780},  {"NZST", 720},  {"PDT", -420},  {"PET", -300},  {"PHT", 480},   {"PKT", 300},
    {"PST", -480}, {"SAST", 120},  {"SGT", 480},   {"TRT", 180},   {"UT", 0},      {"UTC", 0},     {"UYT", -180},
    {"WAT", 60},   {"WEST", 60},   {"WET", 0},     {"WIB", 420},   {"WIT", 540},   {"WITA", 480},
});

constexpr bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }

std::string_view trim(std::string_view text) noexcept {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

void set_offset(DateParts& parts, std::int32_t offset) {
  parts.stated = Stated::offset;
  parts.offset = offset;
}

/// The length of an abbreviation in front of a signed offset ("GMT+1", "PST-0800"), which says it exactly; else 0.
std::size_t offset_prefix(std::string_view text) noexcept {
  std::size_t letters = 0;
  while (letters < text.size() && is_letter(text[letters])) ++letters;
  if (letters < 2 || !find_offset(text.substr(0, letters))) return 0;
  const auto rest = trim(text.substr(letters));
  return !rest.empty() && (rest[0] == '+' || rest[0] == '-') ? letters : 0;
}

/// A zone in words: an abbreviation, or a name that the zone database or the calendar world knows.
bool find_named(std::string_view name, DateParts& parts) {
  if (const auto offset = find_offset(name)) return set_offset(parts, *offset), true;
  if (name == "AT" || name == "at") name = "America/Halifax";
  if (auto zone = Zone::find(name)) {
    parts.stated = Stated::zone;
    parts.zone = std::move(zone);
    return true;
  }
  return false;
}

/// What may stand behind an offset: nothing, or the same once more ("+0100 CET", "+0300 +03"). Go adds the reading of
/// another clock ("m=+0.001").
bool repeats_offset(std::string_view rest, std::int32_t offset) noexcept {
  rest = trim(rest.substr(0, rest.find("m=")));
  if (rest.empty() || find_offset(rest)) return true;
  std::size_t used = 0;
  return read_offset(rest, used) == offset && used == rest.size();
}

}  // namespace

std::optional<std::int32_t> find_offset(std::string_view abbreviation) noexcept {
  if (abbreviation.empty() || abbreviation.size() > 4) return std::nullopt;
  char upper[4];
  std::size_t size = 0;
  for (const char c : abbreviation)
    if (size < 4) upper[size++] = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  const std::string_view key{upper, size};
  if (key.size() == 1) return is_letter(key[0]) && key != "J" ? std::optional<std::int32_t>{0} : std::nullopt;
  const auto found =
      std::lower_bound(abbreviations.begin(), abbreviations.end(), key,
                       [](const Abbreviation& entry, std::string_view name) { return entry.name < name; });
  if (found == abbreviations.end() || found->name != key) return std::nullopt;
  return found->minutes * 60;
}

std::optional<std::int32_t> read_offset(std::string_view text, std::size_t& used) noexcept {
  std::size_t at = 0;
  int sign = 0;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    sign = text[0] == '-' ? -1 : 1;
    at = 1;
  } else if (const auto sign_bytes = text.substr(0, 3); sign_bytes == "\xE2\x88\x92" || sign_bytes == "\xE2\x80\x93") {
    sign = -1;  // U+2212, the true minus, and U+2013, which editors of texts make of it
    at = 3;
  } else {
    return std::nullopt;
  }
  const std::size_t from = at;
  int value = 0;
  while (at < text.size() && is_digit(text[at]) && at - from < 7) value = value * 10 + (text[at++] - '0');
  const std::size_t digits = at - from;
  int hours = 0, minutes = 0, seconds = 0;
  const auto two_after_colon = [&](int& into) {
    if (at + 2 >= text.size() || text[at] != ':' || !is_digit(text[at + 1]) || !is_digit(text[at + 2])) return false;
    into = (text[at + 1] - '0') * 10 + text[at + 2] - '0';
    at += 3;
    return true;
  };
  if (digits == 1 || digits == 2) {
    hours = value;
    if (two_after_colon(minutes)) two_after_colon(seconds);
    if (at < text.size() && text[at] == ':') return std::nullopt;
  } else if (digits == 3 || digits == 4) {
    if (digits == 3 && text[from] == '0' && value != 0) return std::nullopt;  // "-047" is neither 47 minutes nor hours
    hours = value / 100, minutes = value % 100;
  } else if (digits == 6) {
    hours = value / 10000, minutes = value / 100 % 100, seconds = value % 100;
  } else {
    return std::nullopt;
  }
  if (hours > 24 || minutes > 59 || seconds > 59) return std::nullopt;
  const std::int32_t offset = hours * 3600 + minutes * 60 + seconds;
  if (offset > 86400) return std::nullopt;
  used = at;
  return sign * offset;
}

bool read_zone(std::string_view text, DateParts& parts) {
  text = trim(text);
  std::string_view comment;
  if (!text.empty() && (text.back() == ')' || text.back() == ']')) {
    const auto open = text.find(text.back() == ')' ? '(' : '[');
    if (open == text.npos) return false;
    comment = trim(text.substr(open + 1, text.size() - open - 2));
    if (!comment.empty() && comment[0] == '!') comment.remove_prefix(1);  // RFC 9557 critical flag
    if (comment.substr(0, 2) == "u-") comment = {};
    text = trim(text.substr(0, open));
  }
  if (text.empty()) {
    if (!comment.empty()) find_named(comment, parts);
    return true;
  }
  const std::size_t prefix = offset_prefix(text);
  text = trim(text.substr(prefix));
  if (text[0] == '+' || text[0] == '-' || text[0] == '\xE2') {
    std::size_t used = 0;
    const auto offset = read_offset(text, used);
    if (!offset) return false;
    set_offset(parts, *offset);
    return repeats_offset(text.substr(used), *offset) && (prefix == 0 || used == text.size());
  }
  if (text == "МСК" || text == "мск") text = "MSK";
  if (!is_letter(text[0])) return false;
  if (find_named(text, parts)) return true;
  const auto blank = text.find(' ');
  if (blank != text.npos) return false;
  if (!std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || c == '/' || c == '_'; })) return false;
  parts.stated = Stated::unknown;
  return true;
}

}  // namespace almanac::dates
