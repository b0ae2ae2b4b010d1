#pragma once
#include <almanac/model/kind.hpp>
#include <almanac/model/moment.hpp>
#include <almanac/model/origin.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace almanac {

struct Person {
  std::string name, email, url;
  friend bool operator==(const Person&, const Person&) = default;
};

/// RFC 4287 §4.2.7; RSS links are `alternate`.
struct Link {
  std::string href, rel, type, title;
  friend bool operator==(const Link&, const Link&) = default;
};

struct Enclosure {
  std::string url, type;
  std::optional<std::uint64_t> length;  ///< bytes, when published
  friend bool operator==(const Enclosure&, const Enclosure&) = default;
};

struct Geo {
  double lat = 0, lon = 0;
  friend bool operator==(const Geo&, const Geo&) = default;
};

/// Text as published. `raw` is HTML when `is_html`; ingest fills `plain`, the readable text people see.
struct TextBody {
  std::string raw;
  std::string plain;
  std::string type;      ///< media type as declared ("text/html"); may be empty
  std::string base;      ///< address that relative references in `raw` are resolved against; empty: the document's
  bool is_html = false;  ///< `raw` holds markup (RFC 4287 §3.1.1 html or xhtml; RSS descriptions)
  bool empty() const noexcept { return raw.empty() && plain.empty(); }
  friend bool operator==(const TextBody&, const TextBody&) = default;
};

/// What makes a merged deadline uncertain: sources disagree.
enum class DeadlineDoubt : std::uint8_t {
  none,
  zone,      ///< about a day or less apart: probably one reading of the zone is wrong
  conflict,  ///< too far apart to be an extension
};

/// A typed instant of an event that people must not miss.
struct Deadline {
  DeadlineType type = DeadlineType::other;
  Moment at;
  std::string label;      ///< as published: "camera ready"; may be empty
  bool extended = false;  ///< the source says that this date was moved to later
  DeadlineDoubt doubt = DeadlineDoubt::none;
  std::vector<Moment> readings = {};  ///< what the sources say, when they disagree
  friend bool operator==(const Deadline&, const Deadline&) = default;
};

/// RFC 5545 §3.8.5 as found: texts of the properties, read by `time`.
struct Recurrence {
  std::vector<std::string> rules;    ///< RRULE values
  std::vector<std::string> exrules;  ///< EXRULE values (RFC 2445)
  std::vector<std::string>
      dates;  ///< RDATE content lines: parameters and value, "TZID=Europe/Berlin:20260101T090000,…"
  std::vector<std::string> exceptions;  ///< EXDATE content lines, same form
  std::optional<Moment> id;             ///< RECURRENCE-ID: this entry replaces that instance of its series
  bool this_and_future = false;         ///< RANGE=THISANDFUTURE
  bool repeats() const noexcept { return !rules.empty() || !dates.empty(); }
  bool empty() const noexcept { return !repeats() && !id; }
  friend bool operator==(const Recurrence&, const Recurrence&) = default;
};

enum class Component : std::uint8_t { none, vevent, vtodo };

/// What one source says about one thing: a feed entry, a VEVENT, a row. A plugin's output, as published and then
/// normalised.
struct Entry {
  std::string id;                ///< as published (guid, atom:id, UID); empty when the source gives none
  bool id_is_permalink = false;  ///< RSS guid that is the entry's address
  Component component = Component::none;
  TextBody title;
  std::string url;  ///< absolute address of the entry's page; empty when none
  std::vector<Link> links;
  TextBody summary, content;
  std::vector<Person> authors;
  std::vector<std::string> categories;
  std::optional<Moment> published, updated;
  std::vector<Moment> published_else, updated_else;  ///< what other elements say of them, until they are read
  std::vector<Enclosure> enclosures;
  std::string language, rights, comments_url;
  std::int64_t comment_count = 0;  ///< answers to it, as published; 0: none, or nobody said

  std::optional<Kind> kind;  ///< as found or decided; absent: nobody said
  std::optional<Moment> start, end;
  bool end_is_last_day = false;  ///< days as ends (of `more_dates` too) were published as the last one; `end` is the
                                 ///< day after it once it is read
  std::optional<std::int64_t> duration;  ///< seconds (RFC 5545 §3.3.6), when published instead of an end
  std::int64_t duration_days = 0;        ///< of `duration`: days that end at the time of day they began at
  Recurrence recurrence;
  std::vector<When> more_dates;  ///< further dates of the same thing, when one item lists several
  std::int64_t sequence = 0;
  EventStatus status = EventStatus::unknown;
  std::string location;  ///< as published
  std::optional<Geo> geo;
  std::string join_url;  ///< where to take part online (RFC 7986 §5.11)
  std::vector<Deadline> deadlines;

  Mode mode = Mode::unknown;
  std::string venue, city, region, country;  ///< country: ISO 3166-1 alpha-2
  std::vector<std::string> topics;
  std::string cost;  ///< "free" or as stated
  FactOrigins origins;

  friend bool operator==(const Entry&, const Entry&) = default;
};

}  // namespace almanac
