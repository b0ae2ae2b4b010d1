#include "property.hpp"

#include <array>
#include <cstddef>
#include <cstring>

namespace almanac::ical {
namespace {

struct Name {
  std::string_view text;
  Property property = Property::other;
};

constexpr std::array names{
    Name{"BEGIN", Property::begin},
    Name{"END", Property::end},
    Name{"X-MICROSOFT-CDO-ALLDAYEVENT", Property::all_day},
    Name{"X-FUNAMBOL-ALLDAY", Property::all_day},
    Name{"ATTACH", Property::attach},
    Name{"CATEGORIES", Property::categories},
    Name{"CONFERENCE", Property::conference},
    Name{"CREATED", Property::created},
    Name{"DAYLIGHT", Property::daylight},
    Name{"DCREATED", Property::created},
    Name{"DESCRIPTION", Property::description},
    Name{"DUE", Property::due},
    Name{"DURATION", Property::duration},
    Name{"EXDATE", Property::exdate},
    Name{"EXRULE", Property::exrule},
    Name{"GEO", Property::geo},
    Name{"X-ALT-DESC", Property::html_description},
    Name{"IMAGE", Property::image},
    Name{"X-GOOGLE-CONFERENCE", Property::join_link},
    Name{"X-MICROSOFT-SKYPETEAMSMEETINGURL", Property::join_link},
    Name{"X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", Property::join_link},
    Name{"LAST-MODIFIED", Property::last_modified},
    Name{"X-TRUMBA-LINK", Property::link},
    Name{"LOCATION", Property::location},
    Name{"LOCATION-TYPE", Property::location_type},
    Name{"METHOD", Property::method},
    Name{"NAME", Property::name},
    Name{"ORGANIZER", Property::organizer},
    Name{"X-APPLE-STRUCTURED-LOCATION", Property::place},
    Name{"PRODID", Property::product},
    Name{"RDATE", Property::rdate},
    Name{"RECURRENCE-ID", Property::recurrence_id},
    Name{"REFRESH-INTERVAL", Property::refresh},
    Name{"X-PUBLISHED-TTL", Property::refresh_hint},
    Name{"RRULE", Property::rrule},
    Name{"SEQUENCE", Property::sequence},
    Name{"SOURCE", Property::source},
    Name{"DTSTAMP", Property::stamp},
    Name{"DTSTART", Property::start},
    Name{"STATUS", Property::status},
    Name{"STYLED-DESCRIPTION", Property::html_description},
    Name{"DTEND", Property::stop},
    Name{"STRUCTURED-DATA", Property::structured_data},
    Name{"SUMMARY", Property::summary},
    Name{"X-WR-TIMEZONE", Property::time_zone},
    Name{"TIMEZONE-ID", Property::time_zone},
    Name{"TZID", Property::tzid},
    Name{"TZ", Property::tz_offset},
    Name{"UID", Property::uid},
    Name{"URL", Property::url},
    Name{"VERSION", Property::version},
    Name{"X-WR-CALDESC", Property::wr_description},
    Name{"X-WR-RELCALID", Property::wr_id},
    Name{"X-WR-CALNAME", Property::wr_name},
};

constexpr std::size_t slots = 256;

/// Letters count alike in both cases: bit 0x20 is masked out. `text` is not empty.
constexpr std::size_t slot_of(std::string_view text, unsigned seed) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i]) & 0xDFu); };
  const std::size_t size = text.size();
  const unsigned key = byte(0) | byte(size - 1) << 8 | byte(size / 2) << 16 | static_cast<unsigned>(size) << 24;
  return key * seed >> 24;
}

using Table = std::array<std::uint8_t, slots>;  // 1 + index into names; 0: nothing there

constexpr bool fill(Table& table, unsigned seed) {
  table = {};
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::uint8_t& slot = table[slot_of(names[i].text, seed)];
    if (slot != 0) return false;
    slot = static_cast<std::uint8_t>(i + 1);
  }
  return true;
}

constexpr unsigned seed = [] {
  Table table{};
  for (unsigned candidate = 0x9E3779B1u, tries = 0; tries < 2000; ++tries, candidate += 0x3C6EF372u)
    if (fill(table, candidate)) return candidate;
  return 0u;
}();
static_assert(seed != 0, "no seed keeps the property names apart");

constexpr Table table = [] {
  Table filled{};
  fill(filled, seed);
  return filled;
}();

/// Eight characters of a name with the bit masked out that tells the case of a letter. Name characters stay apart.
constexpr std::uint64_t no_case = 0xDFDFDFDFDFDFDFDF;
std::uint64_t folded(const char* at, std::size_t size) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, at, size);
  return word & no_case;
}

/// Whether two names of one length are equal in any case: in steps of eight, the last one overlapping.
bool same_name(const char* a, const char* b, std::size_t size) noexcept {
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8)
      if (folded(a + at, 8) != folded(b + at, 8)) return false;
    return folded(a + size - 8, 8) == folded(b + size - 8, 8);
  }
  if (size >= 4) return folded(a, 4) == folded(b, 4) && folded(a + size - 4, 4) == folded(b + size - 4, 4);
  return folded(a, 2) == folded(b, 2) && folded(a + size - 1, 1) == folded(b + size - 1, 1);
}

}  // namespace

/// `name` consists of letters, digits, "-", "_" and ".".
Property property_of(std::string_view name) noexcept {
  if (name.size() < 2) return Property::other;
  const std::size_t slot = table[slot_of(name, seed)];
  if (slot == 0) return Property::other;
  const Name& candidate = names[slot - 1];
  if (name.size() != candidate.text.size()) return Property::other;
  return same_name(name.data(), candidate.text.data(), name.size()) ? candidate.property : Property::other;
}

}  // namespace almanac::ical
