#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "ics_writer.hpp"

namespace almanac::render {
namespace {

constexpr std::int64_t day = 24 * 3600, year = 366 * day, step = 7 * day, longest = 60 * year;

bool is_iana_name(std::string_view name) {
  return name.find('/') != std::string_view::npos && name.size() < 64 &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
                  c == '-' || c == '+';
         });
}

std::string offset_text(std::int32_t offset) {
  const auto size = std::abs(offset);
  auto text = fmt::format("{}{:02}{:02}", offset < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  return size % 60 == 0 ? text : text + fmt::format("{:02}", size % 60);
}

void observance(IcsWriter& out, const Zone& zone, std::int64_t at, std::int32_t before, bool daylight) {
  const auto kind = daylight ? "DAYLIGHT" : "STANDARD";
  out.begin(kind);
  out.raw("DTSTART", ics_time(at + before, false));
  out.raw("TZOFFSETFROM", offset_text(before));
  out.raw("TZOFFSETTO", offset_text(zone.offset_at(at)));
  out.text("TZNAME", zone.abbreviation_at(at));
  out.end(kind);
}

/// First instant in (from, to] with another offset than `from`; there is exactly one change between them.
std::int64_t change_between(const Zone& zone, std::int64_t from, std::int64_t to) {
  const auto offset = zone.offset_at(from);
  while (to - from > 1) {
    const auto middle = from + (to - from) / 2;
    (zone.offset_at(middle) == offset ? from : to) = middle;
  }
  return to;
}

}  // namespace

std::optional<Zone> named_zone(std::string_view name) {
  if (!is_iana_name(name)) return std::nullopt;
  auto zone = Zone::find(name);
  if (!zone || !is_iana_name(zone->name()) || zone->name().starts_with("Etc/")) return std::nullopt;
  return zone;
}

std::string vtimezone(const Zone& zone, std::int64_t from, std::int64_t to) {
  to += year;
  from = std::max(from - year, to - longest);
  IcsWriter out;
  out.begin("VTIMEZONE");
  out.raw("TZID", zone.name());
  bool first = true;
  auto offset = zone.offset_at(from);
  for (auto at = from; at < to; at += step) {
    const auto next = zone.offset_at(at + step);
    if (next == offset) continue;
    // What held before the first change: daylight time if that change turns the clock back.
    if (first) observance(out, zone, from, offset, next < offset);
    first = false;
    observance(out, zone, change_between(zone, at, at + step), offset, next > offset);
    offset = next;
  }
  if (first) observance(out, zone, from, offset, false);
  out.end("VTIMEZONE");
  return out.take();
}

}  // namespace almanac::render
