#pragma once
#include <almanac/model/harvest.hpp>
#include <almanac/plugin/instance.hpp>
#include <boost/test/unit_test.hpp>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

extern "C" const almanac_plugin* almanac_builtin_ical();

namespace ical_test {

using namespace almanac;

inline constexpr std::string_view base = "https://example.org/calendars/all.ics";

/// Parses a whole document as the host does. The body is an exact-size copy, so that a read past its end is seen.
inline Result<Harvest, Problem> parse(std::string_view body, std::string_view url = base) {
  auto plugin = PluginInstance::create(*almanac_builtin_ical(), {std::string(base), "", {}});
  BOOST_REQUIRE(plugin.has_value());
  Document document{std::string(body), std::string(url), "text/calendar", 200, 0};
  document.body.shrink_to_fit();
  return plugin->parse(document);
}

/// The same of a document that must be readable.
inline Harvest read(std::string_view body, std::string_view url = base) {
  auto harvest = parse(body, url);
  BOOST_REQUIRE_MESSAGE(harvest.has_value(), harvest.error().text());
  return std::move(*harvest);
}

/// A calendar around components; `lines` end with CRLF.
inline std::string calendar(std::string_view lines) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + std::string(lines) + "END:VCALENDAR\r\n";
}

/// The only entry of a calendar with one VEVENT that holds `lines`, each ended by LF.
inline Entry event(std::string_view lines, std::string_view url = base) {
  Harvest harvest = read(calendar("BEGIN:VEVENT\r\n" + std::string(lines) + "END:VEVENT\r\n"), url);
  BOOST_REQUIRE_EQUAL(harvest.entries.size(), 1u);
  return std::move(harvest.entries.front());
}

inline bool warned(const Harvest& harvest, std::string_view code) {
  for (const Warning& warning : harvest.warnings)
    if (warning.code == code) return true;
  return false;
}

/// "instant 2026-03-01T09:00:00Z", "local 2026-03-01T09:00:00 Europe/Berlin", "date 2026-03-01", "text TBA", or "none".
inline std::string shown(const std::optional<Moment>& moment) {
  if (!moment) return "none";
  const char* kinds[] = {"text", "instant", "local", "date"};
  std::string out = std::string(kinds[static_cast<int>(moment->kind)]) + " ";
  out += moment->kind == MomentKind::unread ? moment->text : iso_text(*moment);
  return moment->zone.empty() ? out : out + " " + moment->zone;
}

}  // namespace ical_test
