#pragma once
#include <almanac/model/entry.hpp>
#include <almanac/time/zones/zone.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json_writer.hpp"

namespace almanac {

/// Writes entries for `almanac inspect` (README beside this file). `base` is what relative addresses in markup mean.
/// Borrows all three.
class EntryJson {
 public:
  EntryJson(JsonWriter& json, const ZoneBook& zones, std::string_view base) : json_(json), zones_(zones), base_(base) {}

  void write(const Entry& entry);

 private:
  void event_facts(const Entry& entry);
  /// An end as published: calendars name the day after the last one (RFC 5545 §3.6.1), pages and texts the last one.
  void end_time(Moment end, bool is_last_day);
  void time(std::string_view key, const Moment& moment);
  /// The last zone asked for: entries of one document mostly share it.
  std::optional<Zone> zone_of(const std::string& name);
  void deadlines(const std::vector<Deadline>& list);
  void more_dates(const std::vector<When>& list, bool ends_are_last_days);
  void text(std::string_view key, const TextBody& body);
  void enclosures(const std::vector<Enclosure>& list);

  JsonWriter& json_;
  const ZoneBook& zones_;
  std::string_view base_;
  std::string zone_name_;
  std::optional<Zone> zone_;
};

/// What entries and documents both have; nothing for an empty list.
void write_people(JsonWriter& json, std::string_view key, const std::vector<Person>& list);
void write_links(JsonWriter& json, const std::vector<Link>& list);

}  // namespace almanac
