#pragma once
#include <almanac/base/result.hpp>
#include <almanac/model/harvest.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// A clock that people plan by: an IANA zone, a fixed offset ("UTC", "+05:30", "UTC-12:00", "AoE"), or a calendar's own
/// VTIMEZONE. Cheap to copy; immutable; any thread. A default-made Zone is UTC.
class Zone {
 public:
  Zone();

  /// Reads a zone as published: IANA names (case-insensitive, with aliases), "Z", "UTC", "GMT", "UTC±h[h[:mm]]",
  /// "GMT±hh", "±hh:mm", "AoE"/"anywhere on earth" (UTC-12), "Etc/GMT±h" (inverted sign, by the database), Windows
  /// names (CLDR), well-known abbreviations
  /// ("PST", "CEST", "PT"), prefixed ids ("/freeassociation.sourceforge.net/Europe/Berlin", "tzone://Microsoft/Utc"),
  /// quoted ones. Nothing when the name is unknown.
  static std::optional<Zone> find(std::string_view name);
  /// Reads what calendar programs wrote for people in place of a name: a city that one zone alone has ("Berlin", "New
  /// York"), or an offset with places that know it ("GMT+0100 (Berlin)", "UTC+01:00 Vienna"). Nothing when it is not
  /// sure.
  static std::optional<Zone> find_described(std::string_view name);
  static Zone fixed(std::int32_t offset_seconds);
  /// RFC 5545 §3.6.5: the observances of a VTIMEZONE, bounded (only YEARLY rules, ≤ 32 observances, years 1601…2200).
  /// One that names its zone of the database (X-LIC-LOCATION "Europe/Berlin") gives that. A missing TZOFFSETFROM is
  /// taken from TZOFFSETTO, a missing DTSTART holds from the beginning; observances without TZOFFSETTO are left out. An
  /// error when none is left.
  static Result<Zone> from_vtimezone(const ZoneDefinition& definition);

  /// As resolved: "Europe/Berlin", "UTC", "+05:30", "AoE", or the TZID of the calendar's own definition.
  const std::string& name() const noexcept;

  /// Wall clock to UTC (seconds both), as RFC 5545 §3.3.5 says: a time that happens twice means the first one; a time
  /// in a gap is read with the offset before the gap.
  std::int64_t to_utc(std::int64_t local) const;
  std::int64_t to_local(std::int64_t utc) const;
  std::int32_t offset_at(std::int64_t utc) const;
  /// The zone's short name then, "CEST"; or its offset.
  std::string abbreviation_at(std::int64_t utc) const;
  bool is_utc() const noexcept;

  struct Rules;

 private:
  friend class ZoneCursor;
  explicit Zone(std::shared_ptr<const Rules> rules);
  std::shared_ptr<const Rules> rules_;
};

/// The zones that one document can name: its own VTIMEZONEs and all that the system knows. Known names win over
/// embedded rules, Windows names and prefixed ids are resolved before VTIMEZONE is asked (FORMATS: "Windows zone
/// names"); names that only abbreviate or describe a zone mean it where the document does not define them otherwise.
class ZoneBook {
 public:
  ZoneBook() = default;
  /// Definitions that cannot be read are left out and told in `problems`.
  ZoneBook(const std::vector<ZoneDefinition>& definitions, std::vector<Warning>& problems);
  std::optional<Zone> find(std::string_view tzid) const;

 private:
  std::vector<std::pair<std::string, Zone>> own_;
};

}  // namespace almanac
