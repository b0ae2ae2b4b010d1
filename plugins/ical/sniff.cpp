#include "sniff.hpp"

#include <algorithm>

#include "scan.hpp"

namespace almanac::ical {
namespace {

std::string_view skip_blank(std::string_view text) noexcept {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return trim_controls(text);
}

/// The name of the root element without its prefix, behind XML declaration, comments and document type.
std::string_view root_element(std::string_view text) noexcept {
  while (text.starts_with("<?") || text.starts_with("<!")) {
    const bool comment = text.starts_with("<!--");
    const std::size_t end = comment ? text.find("-->") : text.find('>');
    if (end == text.npos) return {};
    text = trim_controls(text.substr(end + (comment ? 3 : 1)));
  }
  if (!text.starts_with('<')) return {};
  const std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>", 1) - 1);
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

bool is_json_calendar(std::string_view text) noexcept {
  while (text.starts_with('[')) text = trim_controls(text.substr(1));
  return begins_with_word(text, "\"VCALENDAR\"");
}

}  // namespace

Dialect dialect_of(std::string_view prefix) noexcept {
  const std::string_view text = skip_blank(prefix);
  if (begins_with_word(text, "BEGIN:VCALENDAR") || begins_with_word(text, "BEGIN:VEVENT")) return Dialect::lines;
  if (text.starts_with('[')) return is_json_calendar(text) ? Dialect::json : Dialect::none;
  if (text.starts_with('<')) {
    const std::string_view root = root_element(text);
    return is_word(root, "ICALENDAR") || is_word(root, "VCALENDAR") ? Dialect::xml : Dialect::none;
  }
  return Dialect::none;
}

int confidence(std::string_view prefix, std::string_view media_type) noexcept {
  switch (dialect_of(prefix)) {
    case Dialect::lines:
      return 100;
    case Dialect::xml:
    case Dialect::json:
      return 95;
    case Dialect::none:
      break;
  }
  const std::string_view type = trim_controls(media_type.substr(0, media_type.find(';')));
  const bool says_calendar = is_word(type, "TEXT/CALENDAR") || is_word(type, "TEXT/X-VCALENDAR") ||
                             is_word(type, "APPLICATION/ICS") || is_word(type, "APPLICATION/CALENDAR+XML") ||
                             is_word(type, "APPLICATION/CALENDAR+JSON");
  if (says_calendar) return 60;
  // A page may speak of calendars; but PHP writes its warnings, "<br />", in front of one.
  const std::string_view text = skip_blank(prefix);
  if (text.starts_with('<') && !text.starts_with("<br")) return 0;
  const bool begins = prefix.find("BEGIN:VCALENDAR") != prefix.npos || prefix.find("\nBEGIN:VEVENT") != prefix.npos;
  return begins ? 50 : 0;
}

}  // namespace almanac::ical
