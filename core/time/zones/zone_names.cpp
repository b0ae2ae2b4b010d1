#include "zone_names.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/base/short_text.hpp>
#include <array>
#include <cstdlib>

namespace almanac {
namespace {

constexpr std::int32_t hour = 3600;
constexpr std::size_t longest_zone_name = 40;

struct Known {
  ShortText<28> word;
  std::int32_t offset;  ///< used when `database` is empty
  ShortText<32> database;
  ShortText<4> shown = {};
};

// Lower case, sorted.
constexpr std::array known{
    Known{"acdt", 10 * hour + 1800, {}},
    Known{"acst", 9 * hour + 1800, {}},
    Known{"adt", -3 * hour, {}},
    Known{"aedt", 11 * hour, {}},
    Known{"aest", 10 * hour, {}},
    Known{"akdt", -8 * hour, {}},
    Known{"akst", -9 * hour, {}},
    Known{"anywhere on earth", -12 * hour, {}, "AoE"},
    Known{"anywhere-on-earth", -12 * hour, {}, "AoE"},
    Known{"aoe", -12 * hour, {}, "AoE"},
    Known{"art", 0, "America/Argentina/Buenos_Aires"},
    Known{"ast", -4 * hour, {}},
    Known{"awst", 8 * hour, {}},
    Known{"brt", 0, "America/Sao_Paulo"},
    Known{"bst", 0, "Europe/London"},
    Known{"cat", 0, "Africa/Maputo"},
    Known{"cdt", -5 * hour, {}},
    Known{"central daylight time", 0, "America/Chicago"},
    Known{"central time", 0, "America/Chicago"},
    Known{"cest", 2 * hour, {}},
    Known{"cet", 0, "Europe/Brussels"},
    Known{"clt", 0, "America/Santiago"},
    Known{"coordinated universal time", 0, {}},
    Known{"cot", 0, "America/Bogota"},
    Known{"cst", -6 * hour, {}},
    Known{"ct", 0, "America/Chicago"},
    Known{"eastern daylight time", 0, "America/New_York"},
    Known{"eastern time", 0, "America/New_York"},
    Known{"eat", 0, "Africa/Nairobi"},
    Known{"edt", -4 * hour, {}},
    Known{"eest", 3 * hour, {}},
    Known{"eet", 0, "Europe/Athens"},
    Known{"est", -5 * hour, {}},
    Known{"et", 0, "America/New_York"},
    Known{"etc/gmt", 0, {}},
    Known{"etc/uct", 0, {}},
    Known{"etc/universal", 0, {}},
    Known{"etc/utc", 0, {}},
    Known{"etc/zulu", 0, {}},
    Known{"gmt", 0, {}},
    Known{"greenwich", 0, {}},
    Known{"greenwich mean time", 0, {}},
    Known{"gst", 0, "Asia/Dubai"},
    Known{"hdt", -9 * hour, {}},
    Known{"hkt", 0, "Asia/Hong_Kong"},
    Known{"hst", -10 * hour, {}},
    Known{"ict", 0, "Asia/Bangkok"},
    Known{"idt", 3 * hour, {}},
    Known{"ist", 0, "Asia/Kolkata"},
    Known{"jst", 0, "Asia/Tokyo"},
    Known{"kst", 0, "Asia/Seoul"},
    Known{"mdt", -6 * hour, {}},
    Known{"mest", 2 * hour, {}},
    Known{"mesz", 2 * hour, {}},
    Known{"met", 0, "Europe/Brussels"},
    Known{"mez", 0, "Europe/Berlin"},
    Known{"mountain daylight time", 0, "America/Denver"},
    Known{"mountain time", 0, "America/Denver"},
    Known{"msd", 4 * hour, {}},
    Known{"msk", 0, "Europe/Moscow"},
    Known{"mst", -7 * hour, {}},
    Known{"mt", 0, "America/Denver"},
    Known{"ndt", -(2 * hour + 1800), {}},
    Known{"npt", 0, "Asia/Kathmandu"},
    Known{"nst", -(3 * hour + 1800), {}},
    Known{"nzdt", 13 * hour, {}},
    Known{"nzst", 12 * hour, {}},
    Known{"pacific daylight time", 0, "America/Los_Angeles"},
    Known{"pacific time", 0, "America/Los_Angeles"},
    Known{"pdt", -7 * hour, {}},
    Known{"pet", 0, "America/Lima"},
    Known{"pht", 0, "Asia/Manila"},
    Known{"pkt", 0, "Asia/Karachi"},
    Known{"pst", -8 * hour, {}},
    Known{"pt", 0, "America/Los_Angeles"},
    Known{"sast", 0, "Africa/Johannesburg"},
    Known{"sgt", 0, "Asia/Singapore"},
    Known{"sst", -11 * hour, {}},
    Known{"trt", 0, "Europe/Istanbul"},
    Known{"uct", 0, {}},
    Known{"universal", 0, {}},
    Known{"universal coordinated time", 0, {}},
    Known{"ut", 0, {}},
    Known{"utc", 0, {}},
    Known{"wast", 2 * hour, {}},
    Known{"wat", 0, "Africa/Lagos"},
    Known{"west", 1 * hour, {}},
    Known{"wet", 0, "Europe/Lisbon"},
    Known{"wib", 0, "Asia/Jakarta"},
    Known{"z", 0, {}},
    Known{"zulu", 0, {}},
};
static_assert(std::is_sorted(known.begin(), known.end(),
                             [](const Known& a, const Known& b) { return a.word < b.word.view(); }));

bool digits(std::string_view& text, std::size_t least, std::size_t most, int& out) {
  std::size_t n = 0;
  out = 0;
  while (n < text.size() && n < most && text[n] >= '0' && text[n] <= '9') out = out * 10 + (text[n++] - '0');
  text.remove_prefix(n);
  return n >= least;
}

/// ±h, ±hh, ±hhmm, ±h:mm, ±hh:mm[:ss]; all of `text`.
std::optional<std::int32_t> read_offset(std::string_view text) {
  // U+2212 is how careful writers spell minus.
  bool negative = false;
  if (text.starts_with("\xE2\x88\x92")) {
    negative = true;
    text.remove_prefix(3);
  } else if (text.starts_with('+') || text.starts_with('-')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  } else {
    return std::nullopt;
  }
  int h = 0, m = 0, s = 0;
  if (!digits(text, 1, 2, h)) return std::nullopt;
  if (text.starts_with(':') || text.starts_with('.')) {
    text.remove_prefix(1);
    if (!digits(text, 2, 2, m)) return std::nullopt;
    if (text.starts_with(':')) {
      text.remove_prefix(1);
      if (!digits(text, 2, 2, s)) return std::nullopt;
    }
  } else if (!text.empty()) {
    if (!digits(text, 2, 2, m)) return std::nullopt;
    if (!text.empty() && !digits(text, 2, 2, s)) return std::nullopt;
  }
  if (!text.empty() || h > 24 || m > 59 || s > 59) return std::nullopt;
  const auto value = static_cast<std::int32_t>(h * hour + m * 60 + s);
  return negative ? -value : value;
}

}  // namespace

std::optional<ZoneName> read_zone_name(std::string_view name) {
  if (name.empty() || name.size() > longest_zone_name) return std::nullopt;
  std::array<char, longest_zone_name> folded;
  std::transform(name.begin(), name.end(), folded.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::string_view word{folded.data(), name.size()};
  const auto found =
      std::lower_bound(known.begin(), known.end(), word, [](const Known& k, std::string_view w) { return k.word < w; });
  if (found != known.end() && found->word == word) {
    if (!found->database.empty()) return ZoneName{{}, {}, found->database};
    return ZoneName{found->offset, found->shown, {}};
  }
  std::string_view offset = word;
  for (const std::string_view prefix : {"utc", "gmt", "ut"})
    if (offset.starts_with(prefix)) {
      offset.remove_prefix(prefix.size());
      break;
    }
  while (offset.starts_with(' ')) offset.remove_prefix(1);
  if (const auto seconds = read_offset(offset)) return ZoneName{*seconds, {}, {}};
  return std::nullopt;
}

ZoneDescription read_zone_description(std::string_view name) {
  const auto stated_with = [](std::string_view zone, std::string_view places) -> std::optional<ZoneDescription> {
    const auto meaning = read_zone_name(trim(zone));
    if (!meaning) return std::nullopt;
    return ZoneDescription{meaning->offset, trim(places)};
  };
  std::optional<ZoneDescription> out;
  const auto open = name.starts_with('(') ? 0 : name.ends_with(')') ? name.rfind('(') : name.npos;
  const auto close = open == name.npos ? name.npos : name.find(')', open);
  if (close != name.npos) {
    const auto inside = name.substr(open + 1, close - open - 1);
    const auto outside = open == 0 ? name.substr(close + 1) : name.substr(0, open);
    out = stated_with(inside, outside);
    if (!out) out = stated_with(outside, inside);
  } else if (const auto blank = name.find(' '); blank != name.npos) {
    out = stated_with(name.substr(0, blank), name.substr(blank));
    if (out && !out->offset) out.reset();  // "ET Berlin" says two things
  }
  return out.value_or(ZoneDescription{{}, name});
}

std::string offset_name(std::int32_t seconds) {
  if (seconds == 0) return "UTC";
  const auto size = static_cast<unsigned>(std::abs(seconds));
  std::string out{seconds < 0 ? '-' : '+'};
  const auto two = [&out](unsigned value) {
    out += static_cast<char>('0' + value / 10 % 10);
    out += static_cast<char>('0' + value % 10);
  };
  two(size / 3600);
  out += ':';
  two(size / 60 % 60);
  if (size % 60) {
    out += ':';
    two(size % 60);
  }
  return out;
}

}  // namespace almanac
