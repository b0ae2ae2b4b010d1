// Lines of "name value": a series is built from them and expanded within a small budget. Looks for overruns, endless
// work and results that break their promises.
#include <almanac/time/calendar/calendar_text.hpp>
#include <almanac/time/calendar/recurrence.hpp>
#include <almanac/time/zones/zone_rules.hpp>
#include <cstdlib>

namespace {

using namespace almanac;

void require(bool holds) {
  if (!holds) std::abort();
}

std::optional<Moment> moment_of(std::string_view text, const ZoneBook& zones) {
  const auto line = split_content_line(text);
  const auto time = read_calendar_time(line.value);
  if (!time) return std::nullopt;
  Moment out;
  out.text = text;
  out.seconds = time->seconds;
  out.kind = time->date_only ? MomentKind::date : time->utc ? MomentKind::instant : MomentKind::local;
  if (out.kind == MomentKind::instant) out.zone = "UTC";
  if (const auto zone = zones.find(line.parameter("TZID")); zone && out.kind == MomentKind::local) {
    out.kind = MomentKind::instant;
    out.zone = zone->name();
    out.seconds = zone->to_utc(time->seconds);
  }
  return out;
}

void read_line(std::string_view line, const ZoneBook& zones, Entry& entry) {
  if (line.size() < 2) return;
  const std::string value{line.substr(2)};
  switch (line.front()) {
    case 'S':
      entry.start = moment_of(value, zones);
      break;
    case 'E':
      entry.end = moment_of(value, zones);
      break;
    case 'L':
      entry.duration = read_calendar_duration(value);
      break;
    case 'R':
      entry.recurrence.rules.push_back(value);
      break;
    case 'X':
      entry.recurrence.exrules.push_back(value);
      break;
    case 'D':
      entry.recurrence.dates.push_back(value);
      break;
    case 'N':
      entry.recurrence.exceptions.push_back(value);
      break;
    case 'I':
      entry.recurrence.id = moment_of(value, zones);
      break;
    case 'F':
      entry.recurrence.this_and_future = true;
      break;
    default:
      break;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  std::vector<ZoneDefinition> definitions;
  if (const auto at = text.find("BEGIN:VTIMEZONE"); at != std::string::npos)
    definitions.push_back({"own", text.substr(at)});
  std::vector<Warning> problems;
  const ZoneBook zones(definitions, problems);
  std::vector<Entry> entries;
  std::string_view rest = text;
  while (!rest.empty() && entries.size() < 8) {
    Entry entry;
    entry.id = "x";
    while (!rest.empty() && !rest.starts_with("\n")) {
      const auto end = rest.find('\n');
      read_line(rest.substr(0, end), zones, entry);
      rest.remove_prefix(std::min(rest.size(), end == std::string_view::npos ? rest.size() : end + 1));
    }
    if (!rest.empty()) rest.remove_prefix(1);
    entries.push_back(std::move(entry));
  }
  const Window window{1'700'000'000, 1'800'000'000};
  const auto expansion = expand_all(entries, zones, window, {.instances = 50, .steps = 2000});
  for (std::size_t i = 0; i < expansion.occurrences.size(); ++i) {
    const auto& occurrence = expansion.occurrences[i];
    require(occurrence.start <= window.to && occurrence.end >= occurrence.start);
    require(occurrence.start >= window.from || occurrence.end > window.from);
    require(i == 0 || expansion.occurrences[i - 1].start <= occurrence.start);
  }
  if (const auto zone = Zone::find(text.substr(0, text.find('\n')))) require(Zone::find(zone->name()).has_value());
  read_posix_tail(text.substr(0, text.find('\n')));
  return 0;
}
