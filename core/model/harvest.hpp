#pragma once
#include <almanac/model/entry.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace almanac {

/// The bytes of one response with their final address and media type. `body` is UTF-8 once charset detection has run.
struct Document {
  std::string body;
  std::string url;           ///< final address after redirects: the base of relative references
  std::string content_type;  ///< Content-Type as sent, parameters included; may be empty
  int http_status = 200;
  std::uint64_t tag = 0;  ///< the request's tag, given back to the plugin
  std::string language;   ///< Content-Language as sent, for a document that states none; may be empty
};

/// A request that a plugin asks for.
struct PlannedRequest {
  std::string url;
  std::string accept;           ///< value of the Accept header; empty: the host's default
  std::uint64_t tag = 0;        ///< free for the plugin; comes back with the response
  bool may_be_missing = false;  ///< "not found" means that there is nothing there yet
  friend bool operator==(const PlannedRequest&, const PlannedRequest&) = default;
};

/// What a document says of itself, and what it asks of pollers.
struct DocumentInfo {
  std::string format;    ///< rss, rdf, atom, json, cdf, icalendar, xcal, html, recipe
  std::string version;   ///< "2.0", "1.0" …; may be empty
  std::string encoding;  ///< lower-case label of the character encoding that was read
  bool well_formed = true;
  std::string id, title, url, self, language, rights, image;
  bool title_is_html = false, description_is_html = false, rights_is_html = false;
  std::string description;
  std::optional<Moment> updated, published;
  std::vector<Person> authors;
  std::vector<std::string> categories;
  std::vector<Link> links;
  std::string generator;
  std::string time_zone;  ///< X-WR-TIMEZONE: display zone, and the zone of floating times
  std::optional<std::int64_t>
      refresh_after;             ///< seconds between polls that the publisher asks for (ttl, sy:*, REFRESH-INTERVAL)
  std::uint32_t skip_hours = 0;  ///< bit h set: do not poll in hour h, GMT (RSS skipHours)
  std::uint8_t skip_days = 0;    ///< bit d set: do not poll on weekday d, 0 = Sunday, GMT (RSS skipDays)
};

/// Something in the document that was repaired or ignored.
struct Warning {
  std::string code;     ///< stable word: "xml-repaired", "bad-date"
  std::string message;  ///< for people
  std::optional<std::uint32_t> line;
  friend bool operator==(const Warning&, const Warning&) = default;
};

struct SkippedItem {
  std::size_t index = 0;  ///< position of the item in the document, from 0
  std::string reason;
  friend bool operator==(const SkippedItem&, const SkippedItem&) = default;
};

/// A VTIMEZONE (RFC 5545 §3.6.5) of the document, for zones that the system does not know.
struct ZoneDefinition {
  std::string id;    ///< TZID as the entries use it
  std::string text;  ///< the component's content lines, unfolded, LF-separated, from BEGIN:VTIMEZONE to END:VTIMEZONE
};

/// A feed or calendar that a page links to.
struct Discovered {
  std::string url, type, title;
  friend bool operator==(const Discovered&, const Discovered&) = default;
};

/// All that a plugin found in one document. Partial success is a value: bad items are listed, good ones kept.
struct Harvest {
  DocumentInfo document;
  std::vector<Entry> entries;
  std::vector<SkippedItem> skipped;
  std::vector<Warning> warnings;
  std::vector<ZoneDefinition> zones;
  std::vector<Discovered> discovered;
  std::vector<PlannedRequest> follow_ups;
};

}  // namespace almanac
