// Header-only C++ shim over almanac_source.h: write a class, name it in ALMANAC_SOURCE_PLUGIN, and nothing thrown or
// allocated by it crosses the C boundary. See README, "Write a plugin".
#pragma once
#include <almanac_source.h>

#include <cstdint>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

namespace almanac::sdk {

inline almanac_str borrow(std::string_view text) noexcept { return {text.data(), text.size()}; }
inline std::string_view view(almanac_str text) noexcept {
  return text.size ? std::string_view(text.data, text.size) : std::string_view();
}

/// Thrown by a plugin to end a call with a status; the shim turns it into that status.
struct Stop : std::exception {
  explicit Stop(almanac_status with) noexcept : status(with) {}
  const char* what() const noexcept override { return "almanac: stopped"; }
  almanac_status status;
};

/// A date for the host's date reader: pass on what the document says.
inline almanac_time as_published(std::string_view text, int32_t provenance = ALMANAC_FROM_STRUCTURE) noexcept {
  almanac_time time{};
  if (!text.empty()) time.kind = ALMANAC_TIME_TEXT;
  time.provenance = provenance;
  time.text = borrow(text);
  return time;
}
/// The end of an event where a day as end is the last one: everywhere but in iCalendar (RFC 5545 §3.6.1).
inline almanac_time end_as_published(std::string_view text) noexcept {
  almanac_time time = as_published(text);
  time.flags |= ALMANAC_TIME_LAST_DAY;
  return time;
}
inline almanac_text plain(std::string_view text) noexcept { return {borrow(text), ALMANAC_TEXT_PLAIN, 0, {}, {}}; }
inline almanac_text html(std::string_view text, std::string_view media_type = {}, std::string_view base = {}) noexcept {
  return {borrow(text), ALMANAC_TEXT_HTML, 0, borrow(media_type), borrow(base)};
}

/// An entry under construction. The lists are kept between entries: call `clear()` and use one object for a whole
/// document. All text is borrowed and must live until `Sink::emit` returns.
struct Entry : almanac_entry {
  std::vector<almanac_link> link_list;
  std::vector<almanac_person> author_list;
  std::vector<almanac_str> category_list, topic_list, rrule_list, exrule_list, rdate_list, exdate_list;
  std::vector<almanac_enclosure> enclosure_list;
  std::vector<almanac_deadline> deadline_list;
  std::vector<almanac_when> more_date_list;

  Entry() : almanac_entry{} { reset_facts(); }
  void clear() {
    reset_facts();
    link_list.clear();
    author_list.clear();
    category_list.clear();
    topic_list.clear();
    rrule_list.clear();
    exrule_list.clear();
    rdate_list.clear();
    exdate_list.clear();
    enclosure_list.clear();
    deadline_list.clear();
    more_date_list.clear();
  }
  const almanac_entry* seal() noexcept {
    links = link_list.data();
    link_count = link_list.size();
    authors = author_list.data();
    author_count = author_list.size();
    categories = category_list.data();
    category_count = category_list.size();
    topics = topic_list.data();
    topic_count = topic_list.size();
    rrules = rrule_list.data();
    rrule_count = rrule_list.size();
    exrules = exrule_list.data();
    exrule_count = exrule_list.size();
    rdates = rdate_list.data();
    rdate_count = rdate_list.size();
    exdates = exdate_list.data();
    exdate_count = exdate_list.size();
    enclosures = enclosure_list.data();
    enclosure_count = enclosure_list.size();
    deadlines = deadline_list.data();
    deadline_count = deadline_list.size();
    more_dates = more_date_list.data();
    more_date_count = more_date_list.size();
    return this;
  }

 private:
  void reset_facts() noexcept {
    static_cast<almanac_entry&>(*this) = almanac_entry{};
    struct_size = sizeof(almanac_entry);
    kind = ALMANAC_KIND_UNKNOWN;
    duration = -1;
  }
};

/// What a document says of itself, under construction.
struct Document : almanac_document {
  std::vector<almanac_person> author_list;
  std::vector<almanac_str> category_list;
  std::vector<almanac_link> link_list;
  Document() : almanac_document{} { struct_size = sizeof(almanac_document); }
  const almanac_document* seal() noexcept {
    authors = author_list.data();
    author_count = author_list.size();
    categories = category_list.data();
    category_count = category_list.size();
    links = link_list.data();
    link_count = link_list.size();
    return this;
  }
};

/// The host's services for one call. Each function throws Stop when the host says so.
class Sink {
 public:
  explicit Sink(const almanac_sink& sink) noexcept : sink_(sink) {}
  void request(std::string_view url, std::string_view accept = {}, uint64_t tag = 0) const {
    const almanac_request request{sizeof(almanac_request), 0, borrow(url), borrow(accept), tag};
    check(sink_.request(sink_.ctx, &request));
  }
  /// The same for what may not be there yet.
  void optional_request(std::string_view url, std::string_view accept = {}, uint64_t tag = 0) const {
    const almanac_request request{sizeof(almanac_request), ALMANAC_REQUEST_OPTIONAL, borrow(url), borrow(accept), tag};
    check(sink_.request(sink_.ctx, &request));
  }
  void emit(Entry& entry) const { check(sink_.entry(sink_.ctx, entry.seal())); }
  void document(Document& document) const { check(sink_.document(sink_.ctx, document.seal())); }
  void zone(std::string_view id, std::string_view definition) const {
    check(sink_.zone(sink_.ctx, borrow(id), borrow(definition)));
  }
  void discovered(const almanac_link& link) const { check(sink_.discovered(sink_.ctx, &link)); }
  void skip(std::size_t index, std::string_view reason) const { check(sink_.skip(sink_.ctx, index, borrow(reason))); }
  void warn(std::string_view code, std::string_view message, uint32_t line = 0) const {
    check(sink_.warn(sink_.ctx, borrow(code), borrow(message), line));
  }
  void log(int32_t level, std::string_view message) const { sink_.log(sink_.ctx, level, borrow(message)); }

 private:
  static void check(almanac_status status) {
    if (status != ALMANAC_OK) throw Stop(status);
  }
  const almanac_sink& sink_;
};

/// A response with its texts as views.
struct Response {
  std::string_view body, url, content_type;
  int http_status;
  uint64_t tag;
};

template <class F>
almanac_status guard(F&& body) noexcept {
  try {
    return body();
  } catch (const Stop& stop) {
    return stop.status;
  } catch (const std::bad_alloc&) {
    return ALMANAC_E_LIMIT;
  } catch (...) {
    return ALMANAC_E_INTERNAL;
  }
}

/// The table of a plugin class P:
///   static int sniff(std::string_view prefix, std::string_view media_type);
///   static std::unique_ptr<P> create(std::string_view config_json, const char** reason);  // nullptr: wrong
///   configuration void plan(const Sink&);                      // usually sink.request(url) almanac_status parse(const
///   Response&, const Sink&);
template <class P>
constexpr almanac_plugin table(const char* id, const char* version, const char* summary, const char* formats) {
  return {ALMANAC_ABI_MAJOR,
          ALMANAC_ABI_MINOR,
          sizeof(almanac_plugin),
          0,
          id,
          version,
          summary,
          formats,
          [](almanac_str prefix, almanac_str media_type) -> int32_t {
            try {
              return P::sniff(view(prefix), view(media_type));
            } catch (...) {
              return 0;
            }
          },
          [](almanac_str config, void** self, const char** reason) -> almanac_status {
            return guard([&]() -> almanac_status {
              *self = P::create(view(config), reason).release();
              return *self ? ALMANAC_OK : ALMANAC_E_CONFIG;
            });
          },
          [](void* self, const almanac_sink* sink) -> almanac_status {
            return guard([&]() -> almanac_status {
              static_cast<P*>(self)->plan(Sink(*sink));
              return ALMANAC_OK;
            });
          },
          [](void* self, const almanac_response* r, const almanac_sink* sink) -> almanac_status {
            return guard([&]() -> almanac_status {
              const Response response{view(r->body), view(r->final_url), view(r->content_type), r->http_status, r->tag};
              return static_cast<P*>(self)->parse(response, Sink(*sink));
            });
          },
          [](void* self) { delete static_cast<P*>(self); }};
}

}  // namespace almanac::sdk

#ifdef ALMANAC_PLUGIN_STATIC
#define ALMANAC_PLUGIN_EXPORTED(name)
#else
#define ALMANAC_PLUGIN_EXPORTED(name)                                                    \
  extern "C" ALMANAC_EXPORT const almanac_plugin* almanac_source_entry(uint32_t major) { \
    return major == ALMANAC_ABI_MAJOR ? &almanac_plugin_table_##name : nullptr;          \
  }
#endif

#ifdef ALMANAC_PLUGIN_STATIC
#define ALMANAC_PLUGIN_BUILTIN(name) \
  extern "C" const almanac_plugin* almanac_builtin_##name() { return &almanac_plugin_table_##name; }
#else
#define ALMANAC_PLUGIN_BUILTIN(name)
#endif

/// Makes class P the plugin `name` (an identifier, and its id).
#define ALMANAC_SOURCE_PLUGIN(name, P, version, summary, formats) \
  static constexpr almanac_plugin almanac_plugin_table_##name =   \
      ::almanac::sdk::table<P>(#name, version, summary, formats); \
  ALMANAC_PLUGIN_BUILTIN(name)                                    \
  ALMANAC_PLUGIN_EXPORTED(name)
