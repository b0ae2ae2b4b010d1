/* The boundary between almanac and its source plugins: a stable C ABI. C11, standard headers only.
 *
 * A source plugin is a pure function: it says what to fetch (plan) and turns documents into entries (parse). It never
 * opens a socket, reads a clock or touches a file. Every string is UTF-8, borrowed for the call that passes it, and not
 * NUL-terminated. Whoever allocates frees. Enumerators travel as int32_t. Every struct starts with its size; fields are
 * only ever appended, and a reader ignores what lies past the size it was given. No function may throw, longjmp or
 * exit.
 */
#ifndef ALMANAC_SOURCE_H
#define ALMANAC_SOURCE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ALMANAC_ABI_MAJOR 1u
#define ALMANAC_ABI_MINOR 0u
#define ALMANAC_EXPORT __attribute__((visibility("default")))

typedef struct almanac_str {
  const char* data; /* may be NULL when size is 0 */
  size_t size;
} almanac_str;

/* What a plugin function answers. */
typedef int32_t almanac_status;
enum {
  ALMANAC_OK = 0,
  ALMANAC_E_CONFIG = 1, /* the source's configuration is wrong */
  ALMANAC_E_FORMAT = 2, /* the document is not of a form that this plugin reads */
  ALMANAC_E_LIMIT = 3,  /* out of memory, or the document passes a limit */
  ALMANAC_E_STOP = 4,   /* the sink said stop; pass it on */
  ALMANAC_E_INTERNAL = 5
};

enum {
  ALMANAC_TIME_NONE = 0,
  ALMANAC_TIME_TEXT = 1,
  ALMANAC_TIME_INSTANT = 2,
  ALMANAC_TIME_LOCAL = 3,
  ALMANAC_TIME_DATE = 4
};
enum {
  ALMANAC_PRECISION_SECOND = 0,
  ALMANAC_PRECISION_MINUTE = 1,
  ALMANAC_PRECISION_DAY = 2,
  ALMANAC_PRECISION_MONTH = 3,
  ALMANAC_PRECISION_YEAR = 4
};
enum {
  ALMANAC_TIME_ZONE_ASSUMED = 1, /* `zone` is the list's or the plugin's default, not published with the time */
  ALMANAC_TIME_LAST_DAY = 2      /* an end: should it be a day, it is the last one and not, as in iCalendar, the next */
};
enum { ALMANAC_FROM_STRUCTURE = 0, ALMANAC_FROM_DECLARATION = 1, ALMANAC_FROM_PROSE = 2, ALMANAC_FROM_INFERENCE = 3 };
enum {
  ALMANAC_KIND_UNKNOWN = -1,
  ALMANAC_KIND_OTHER = 0,
  ALMANAC_KIND_CONFERENCE = 1,
  ALMANAC_KIND_HACKATHON = 2,
  ALMANAC_KIND_COMPETITION = 3,
  ALMANAC_KIND_MEETUP = 4,
  ALMANAC_KIND_TALK = 5,
  ALMANAC_KIND_POST = 6
};
enum {
  ALMANAC_STATUS_UNKNOWN = 0,
  ALMANAC_STATUS_CONFIRMED = 1,
  ALMANAC_STATUS_TENTATIVE = 2,
  ALMANAC_STATUS_CANCELLED = 3,
  ALMANAC_STATUS_POSTPONED = 4,
  ALMANAC_STATUS_MOVED_ONLINE = 5 /* takes place, but online instead of where it was to be */
};
enum { ALMANAC_MODE_UNKNOWN = 0, ALMANAC_MODE_IN_PERSON = 1, ALMANAC_MODE_ONLINE = 2, ALMANAC_MODE_HYBRID = 3 };
enum {
  ALMANAC_DEADLINE_OTHER = 0,
  ALMANAC_DEADLINE_CFP = 1,
  ALMANAC_DEADLINE_ABSTRACT = 2,
  ALMANAC_DEADLINE_PAPER = 3,
  ALMANAC_DEADLINE_REGISTRATION = 4,
  ALMANAC_DEADLINE_APPLICATION = 5,
  ALMANAC_DEADLINE_SUBMISSION = 6,
  ALMANAC_DEADLINE_NOTIFICATION = 7
};
enum { ALMANAC_TEXT_PLAIN = 0, ALMANAC_TEXT_HTML = 1 };
enum { ALMANAC_COMPONENT_NONE = 0, ALMANAC_COMPONENT_VEVENT = 1, ALMANAC_COMPONENT_VTODO = 2 };
enum { ALMANAC_LOG_DEBUG = 0, ALMANAC_LOG_INFO = 1, ALMANAC_LOG_WARN = 2 };

/* A point in time. TEXT: only `text` (and perhaps `zone`) is set, the host reads it with its one date reader; this is
 * what a plugin should do unless its format says exactly what the digits mean. INSTANT: `seconds` since 1970 UTC. LOCAL
 * and DATE: the wall clock counted from 1970-01-01T00:00 as if it were UTC; `zone` names the clock's zone as published
 * (a TZID). */
typedef struct almanac_time {
  int32_t kind;
  int32_t precision;
  int32_t provenance;
  int32_t flags; /* ALMANAC_TIME_ZONE_ASSUMED, ALMANAC_TIME_LAST_DAY */
  int64_t seconds;
  almanac_str zone;
  almanac_str text; /* as published; always set when there is a document text */
} almanac_time;

typedef struct almanac_text {
  almanac_str value;
  int32_t type; /* ALMANAC_TEXT_PLAIN: characters as they are; ALMANAC_TEXT_HTML: markup, entities unresolved */
  int32_t reserved;
  almanac_str media_type; /* as declared, or empty */
  almanac_str base;       /* base address of relative references in the markup, or empty: the document's */
} almanac_text;

typedef struct almanac_person {
  almanac_str name, email, url;
} almanac_person;
typedef struct almanac_link {
  almanac_str href, rel, type, title;
} almanac_link;
typedef struct almanac_enclosure {
  almanac_str url, type;
  int64_t length; /* bytes, -1: not published */
} almanac_enclosure;
typedef struct almanac_deadline {
  int32_t type;
  int32_t extended;
  almanac_time at;
  almanac_str label;
} almanac_deadline;
typedef struct almanac_when {
  almanac_time start, end;
} almanac_when;

/* Facts of one entry as found. Zero-filled means "not published". All addresses are absolute. */
typedef struct almanac_entry {
  uint32_t struct_size;
  int32_t component;
  almanac_str id;
  almanac_text title;
  almanac_str url;
  const almanac_link* links;
  size_t link_count;
  almanac_text summary, content;
  const almanac_person* authors;
  size_t author_count;
  const almanac_str* categories;
  size_t category_count;
  almanac_time published, updated;
  const almanac_enclosure* enclosures;
  size_t enclosure_count;
  almanac_str language, rights, comments_url;
  int32_t kind; /* a hint; ALMANAC_KIND_UNKNOWN by default (the SDK sets it) */
  int32_t status;
  int32_t mode;
  int32_t has_geo;
  double lat, lon;
  almanac_time start, end;
  int64_t duration; /* seconds; -1: not published */
  const almanac_str* rrules;
  size_t rrule_count; /* RFC 5545 RRULE values */
  const almanac_str* exrules;
  size_t exrule_count; /* EXRULE values */
  const almanac_str* rdates;
  size_t rdate_count; /* "PARAMS:VALUE" of RDATE lines: "VALUE=DATE:20260101,20260201" */
  const almanac_str* exdates;
  size_t exdate_count; /* the same of EXDATE lines */
  almanac_time recurrence_id;
  int32_t this_and_future;
  int32_t id_is_permalink;
  int64_t sequence;
  almanac_str location;
  almanac_str venue, city, region, country;
  almanac_str join_url;
  almanac_str cost;
  const almanac_str* topics;
  size_t topic_count;
  const almanac_deadline* deadlines;
  size_t deadline_count;
  const almanac_when* more_dates;
  size_t more_date_count; /* further dates of the same thing */
  /* What follows is not in entries of older plugins. */
  int64_t comment_count; /* how many answers there are; 0: none, or not published */
  /* What another element of the entry says of `published` and `updated`: read when these cannot be. */
  almanac_time published_else, updated_else;
  int64_t duration_days; /* those days of `duration` that end at the time of day they began at, whatever the clock does
                            in between (RFC 5545 §3.3.6); the rest of it are exact seconds */
} almanac_entry;

/* What a document says of itself. */
typedef struct almanac_document {
  uint32_t struct_size;
  int32_t repaired; /* the markup was broken and had to be repaired */
  almanac_str format, version;
  almanac_str id;
  almanac_text title;
  almanac_str url, self;
  almanac_text description;
  almanac_str language;
  almanac_text rights;
  almanac_str image;
  almanac_str generator;
  almanac_time updated, published;
  const almanac_person* authors;
  size_t author_count;
  const almanac_str* categories;
  size_t category_count;
  const almanac_link* links;
  size_t link_count;
  almanac_str time_zone; /* X-WR-TIMEZONE */
  int64_t refresh_after; /* seconds between polls that the publisher asks for; 0: none */
  uint32_t skip_hours;   /* bit h: not in hour h GMT */
  uint32_t skip_days;    /* bit d: not on weekday d GMT, 0 = Sunday */
} almanac_document;

enum { ALMANAC_REQUEST_OPTIONAL = 1 }; /* "not found" is a good answer: there is nothing there yet */
typedef struct almanac_request {
  uint32_t struct_size;
  uint32_t flags; /* ALMANAC_REQUEST_OPTIONAL, or 0 */
  almanac_str url;
  almanac_str accept; /* Accept header, or empty: the host's default */
  uint64_t tag;       /* comes back in the response */
} almanac_request;

/* One fetched document. `body` is UTF-8: the host has decoded the character encoding that it was sent in. */
typedef struct almanac_response {
  uint32_t struct_size;
  int32_t http_status;
  uint64_t tag;
  almanac_str final_url;    /* base of relative references */
  almanac_str content_type; /* as sent, parameters included */
  almanac_str body;
} almanac_response;

/* What the host lends for one call of plan or parse. To be called from the calling thread only, during that call only.
 * Every function copies what it keeps. A status other than ALMANAC_OK means: stop and return it. */
typedef struct almanac_sink {
  uint32_t struct_size;
  uint32_t reserved;
  void* ctx;
  almanac_status (*request)(
      void* ctx, const almanac_request* request); /* plan: fetch this; parse: a follow-up, such as a next page */
  /* parse: once, at any time. Told before the first entry it must not depend on anything behind, and all zones are told
   * by then: the host passes on each entry as soon as it is read, however long the document is. */
  almanac_status (*document)(void* ctx, const almanac_document* document);
  almanac_status (*entry)(void* ctx, const almanac_entry* entry); /* parse: in document order */
  almanac_status (*zone)(void* ctx, almanac_str id,
                         almanac_str definition); /* parse: a VTIMEZONE, unfolded lines separated by LF */
  almanac_status (*discovered)(void* ctx,
                               const almanac_link* link); /* parse: a feed or calendar that the page links to */
  almanac_status (*skip)(void* ctx, size_t index,
                         almanac_str reason); /* parse: an item that could not be read, by position */
  almanac_status (*warn)(void* ctx, almanac_str code, almanac_str message,
                         uint32_t line); /* parse: something was repaired; line 0: unknown */
  void (*log)(void* ctx, int32_t level, almanac_str message);
} almanac_sink;

/* The plugin's table; static, constant, lives as long as the process (a plugin is never unloaded). */
typedef struct almanac_plugin {
  uint32_t abi_major, abi_minor, struct_size, reserved;
  const char* id;      /* short lower-case word, "rss"; NUL-terminated, like the next three */
  const char* version; /* semantic version of the plugin itself */
  const char* summary; /* one line for people */
  const char* formats; /* what it reads, separated by blanks: "rss rdf atom" */
  /* How surely this plugin reads a document that begins so: 0 no … 100 certain, and no other need be asked. Pure; any
   * thread. */
  int32_t (*sniff)(almanac_str prefix, almanac_str media_type);
  /* Makes an instance for one source from its configuration, a JSON object {"url", "recipe", "recipe_text",
   * "options": {name: text}, "year"}: the name and the text of its recipe if it has one, and the present year (UTC),
   * the only thing that a plugin learns of the clock. On failure *self stays NULL and *reason may be set to a string
   * that stays valid on this thread until the next call. Any thread; an instance is used by one at a time. */
  almanac_status (*create)(almanac_str config_json, void** self, const char** reason);
  /* Names the requests of one poll. */
  almanac_status (*plan)(void* self, const almanac_sink* sink);
  /* Reads one document. */
  almanac_status (*parse)(void* self, const almanac_response* response, const almanac_sink* sink);
  void (*destroy)(void* self);
} almanac_plugin;

/* The only symbol that a plugin exports. Returns NULL when it cannot serve this major version of the host. Any thread.
 */
ALMANAC_EXPORT const almanac_plugin* almanac_source_entry(uint32_t host_abi_major);

#ifdef __cplusplus
}
#endif
#endif
