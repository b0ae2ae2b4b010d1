#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/time/zones/zone.hpp>
#include <almanac/time/zones/zone_names.hpp>
#include <almanac/time/zones/zone_rules.hpp>
#include <array>

#include "calendar_text.hpp"
#include "rule_walk.hpp"

namespace almanac {
namespace {

using std::string_view;

constexpr std::size_t most_observances = 32;
constexpr std::size_t most_definitions = 256;
constexpr std::size_t most_dates = 1024;
constexpr std::size_t steps_a_definition = 20'000;
constexpr std::int64_t first_year_start = -11'644'473'600;  // 1601-01-01
constexpr std::int64_t last_year_end = 7'289'654'399;       // 2200-12-31T23:59:59

/// STANDARD or DAYLIGHT (RFC 5545 §3.6.5).
struct Observance {
  std::optional<std::int32_t> from, to;
  std::int64_t start = first_year_start;  ///< on the wall clock before the change
  std::vector<Rule> rules;
  std::vector<CalendarTime> dates;
  std::string short_name;
};

/// Collects the observances of a definition, line by line.
class DefinitionReader {
 public:
  error_code read(string_view text) {
    while (!text.empty()) {
      const auto end = text.find('\n');
      if (const auto failed = read_line(split_content_line(text.substr(0, end)))) return failed;
      if (end == string_view::npos) break;
      text.remove_prefix(end + 1);
    }
    // A change to an unknown offset says nothing; one from an unknown offset still does.
    std::erase_if(observances_, [](const Observance& o) { return !o.to; });
    return observances_.empty() ? make_error_code(boost::system::errc::bad_message) : error_code{};
  }
  const std::vector<Observance>& observances() const { return observances_; }
  /// The zone of the database that the exporter says it is: X-LIC-LOCATION, written by all that use libical.
  const std::string& location() const { return location_; }

 private:
  static std::string upper(string_view word) {
    std::string out{word};
    for (char& c : out)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return out;
  }

  error_code read_line(const ContentLine& line) {
    const auto name = upper(line.name);
    if (name == "BEGIN" || name == "END") {
      const auto what = upper(line.value);
      const bool observance = what == "STANDARD" || what == "DAYLIGHT";
      if (name == "BEGIN" && observance) {
        if (observances_.size() == most_observances) return make_error_code(boost::system::errc::value_too_large);
        observances_.emplace_back();
      }
      if (observance) inside_ = name == "BEGIN";
      return {};
    }
    if (inside_)
      read_property(name, line);
    else if (name == "X-LIC-LOCATION")
      location_ = line.value.substr(0, 128);
    return {};
  }

  void read_property(string_view name, const ContentLine& line) {
    auto& now = observances_.back();
    if (name == "TZOFFSETFROM") now.from = read_calendar_offset(line.value);
    if (name == "TZOFFSETTO") now.to = read_calendar_offset(line.value);
    if (name == "TZNAME") now.short_name = line.value.substr(0, 32);
    if (name == "DTSTART") {
      if (const auto time = read_calendar_time(line.value)) now.start = std::max(time->seconds, first_year_start);
    }
    if (name == "RRULE" && now.rules.size() < 4) {
      if (auto rule = read_rule(line.value); rule && rule->frequency == Frequency::yearly)
        now.rules.push_back(std::move(*rule));
    }
    if (name == "RDATE") read_dates(line.value, now);
  }

  static void read_dates(string_view values, Observance& now) {
    while (!values.empty() && now.dates.size() < most_dates) {
      const auto comma = values.find(',');
      auto value = values.substr(0, comma);
      if (const auto time = read_calendar_time(value.substr(0, value.find('/')))) now.dates.push_back(*time);
      if (comma == string_view::npos) break;
      values.remove_prefix(comma + 1);
    }
  }

  std::vector<Observance> observances_;
  std::string location_;
  bool inside_ = false;
};

/// A change with what held before it; kept until the order of all changes is known.
struct Onset {
  Zone::Rules::Change change;
  std::int32_t before = 0;
};

void add_onsets(const Observance& observance, std::uint16_t index, std::size_t& steps, std::vector<Onset>& onsets) {
  const auto from = observance.from.value_or(*observance.to);
  const auto add = [&](std::int64_t utc) { onsets.push_back({{utc, *observance.to, index}, from}); };
  add(observance.start - from);
  for (const auto& rule : observance.rules) {
    RuleWalk walk(rule, observance.start, false, steps);
    walk.stop_after(last_year_end);
    while (const auto local = walk.next()) {
      if (!is_within(rule.until, *local, *local - from)) break;
      add(*local - from);
    }
  }
  for (const auto& date : observance.dates) add(date.utc ? date.seconds : date.seconds - from);
}

/// Own definitions of names that only abbreviate or describe say more than the name: "EST" with a summer time.
bool is_known_for_sure(string_view id, const Zone& known) {
  return known.is_utc() || (!read_zone_name(id) && !id.starts_with('('));
}

/// Whether two zones show the same times in these years.
bool agree(const Zone& a, const Zone& b) {
  constexpr std::int64_t from = 1'577'836'800, to = 2'082'758'400, week = 604'800;  // 2020 … 2035
  for (auto at = from; at < to; at += week)
    if (a.offset_at(at) != b.offset_at(at)) return false;
  return true;
}

/// A zone of the document by the name that the database has for it, where its id describes that one.
Zone named(Zone own, string_view id) {
  if (read_zone_name(id)) return own;
  auto known = Zone::find(id);
  if (!known) known = Zone::find_described(id);
  return known && agree(own, *known) ? std::move(*known) : own;
}

}  // namespace

Result<Zone> Zone::from_vtimezone(const ZoneDefinition& definition) {
  DefinitionReader reader;
  const auto failed = reader.read(definition.text);
  if (const auto known = find(reader.location()); known && reader.location().find('/') != std::string::npos)
    return *known;
  if (failed) return failed;
  auto rules = std::make_shared<Rules>();
  rules->name = definition.id;
  std::vector<Onset> onsets;
  std::size_t steps = steps_a_definition;
  for (const auto& observance : reader.observances()) {
    add_onsets(observance, static_cast<std::uint16_t>(rules->short_names.size()), steps, onsets);
    rules->short_names.push_back(observance.short_name);
  }
  std::stable_sort(onsets.begin(), onsets.end(),
                   [](const Onset& a, const Onset& b) { return a.change.at < b.change.at; });
  rules->short_names.emplace_back();
  rules->changes.push_back({std::numeric_limits<std::int64_t>::min(), onsets.front().before,
                            static_cast<std::uint16_t>(rules->short_names.size() - 1)});
  for (const auto& onset : onsets) {
    // Of two changes at one instant the later definition holds.
    if (rules->changes.size() > 1 && rules->changes.back().at == onset.change.at) rules->changes.pop_back();
    rules->changes.push_back(onset.change);
  }
  return Zone(std::move(rules));
}

ZoneBook::ZoneBook(const std::vector<ZoneDefinition>& definitions, std::vector<Warning>& problems) {
  std::size_t left = most_definitions;
  for (auto definition = definitions.rbegin(); definition != definitions.rend() && left-- > 0; ++definition) {
    const auto same_id = [definition](const auto& own) { return own.first == definition->id; };
    if (std::any_of(own_.begin(), own_.end(), same_id)) continue;  // the last one wins
    if (const auto known = Zone::find(definition->id); known && is_known_for_sure(definition->id, *known)) continue;
    auto zone = Zone::from_vtimezone(*definition);
    if (zone)
      own_.emplace_back(definition->id, named(std::move(*zone), definition->id));
    else
      problems.push_back(
          {"bad-zone", "VTIMEZONE " + definition->id.substr(0, 80) + " cannot be read: " + zone.error().message(), {}});
  }
}

std::optional<Zone> ZoneBook::find(std::string_view tzid) const {
  const auto own_named = [&](auto&& is_named) {
    return std::find_if(own_.begin(), own_.end(), [&](const auto& own) { return is_named(own.first); });
  };
  auto own = own_named([&](const std::string& id) { return id == tzid; });
  // Parameters are compared without regard to case (RFC 5545 §2), and some exporters quote the TZID of a VTIMEZONE too.
  if (own == own_.end())
    own = own_named([&](string_view id) { return equal_nocase(trim(id, " \""), trim(tzid, " \"")); });
  if (own != own_.end()) return own->second;
  auto zone = Zone::find(tzid);
  return zone ? zone : Zone::find_described(tzid);
}

}  // namespace almanac
