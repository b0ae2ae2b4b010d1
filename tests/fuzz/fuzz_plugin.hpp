#pragma once
#include <almanac_source.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

namespace almanac::test {

struct Reading {
  std::size_t room;
  std::uint64_t sum = 0;

  void add(almanac_str text) {
    for (std::size_t i = 0; i < text.size; ++i) sum += static_cast<unsigned char>(text.data[i]);
  }
  void add(const almanac_time& time) {
    add(time.text);
    add(time.zone);
    if (time.kind < ALMANAC_TIME_NONE || time.kind > ALMANAC_TIME_DATE) std::abort();
  }
  void add_list(const almanac_str* list, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) add(list[i]);
  }
};

inline Reading& reading(void* ctx) { return *static_cast<Reading*>(ctx); }

inline almanac_status on_entry(void* ctx, const almanac_entry* entry) {
  Reading& into = reading(ctx);
  for (const almanac_str text : {entry->id, entry->title.value, entry->url, entry->summary.value, entry->content.value,
                                 entry->content.media_type, entry->language, entry->location, entry->join_url})
    into.add(text);
  for (const almanac_time& time : {entry->published, entry->updated, entry->start, entry->end, entry->recurrence_id})
    into.add(time);
  into.add_list(entry->categories, entry->category_count);
  into.add_list(entry->rrules, entry->rrule_count);
  into.add_list(entry->exrules, entry->exrule_count);
  into.add_list(entry->rdates, entry->rdate_count);
  into.add_list(entry->exdates, entry->exdate_count);
  for (std::size_t i = 0; i < entry->author_count; ++i) {
    into.add(entry->authors[i].name);
    into.add(entry->authors[i].email);
  }
  for (std::size_t i = 0; i < entry->enclosure_count; ++i) into.add(entry->enclosures[i].url);
  for (std::size_t i = 0; i < entry->deadline_count; ++i) into.add(entry->deadlines[i].at);
  if (entry->duration < -1) std::abort();
  return into.room-- == 0 ? ALMANAC_E_STOP : ALMANAC_OK;
}

inline almanac_sink sink_for(Reading& into) {
  return {sizeof(almanac_sink),
          0,
          &into,
          [](void*, const almanac_request*) -> almanac_status { return ALMANAC_OK; },
          [](void* ctx, const almanac_document* document) -> almanac_status {
            for (const almanac_str text :
                 {document->title.value, document->url, document->self, document->generator, document->time_zone})
              reading(ctx).add(text);
            reading(ctx).add(document->updated);
            return ALMANAC_OK;
          },
          on_entry,
          [](void* ctx, almanac_str id, almanac_str definition) -> almanac_status {
            reading(ctx).add(id);
            reading(ctx).add(definition);
            return ALMANAC_OK;
          },
          [](void* ctx, const almanac_link* link) -> almanac_status {
            for (const almanac_str text : {link->href, link->rel, link->type, link->title}) reading(ctx).add(text);
            return ALMANAC_OK;
          },
          [](void* ctx, size_t, almanac_str reason) -> almanac_status {
            reading(ctx).add(reason);
            return ALMANAC_OK;
          },
          [](void* ctx, almanac_str code, almanac_str message, uint32_t) -> almanac_status {
            reading(ctx).add(code);
            reading(ctx).add(message);
            return ALMANAC_OK;
          },
          [](void*, int32_t, almanac_str) {}};
}

inline almanac_str borrow(std::string_view text) { return {text.data(), text.size()}; }

/// Any bytes through sniff and parse, as the host calls them. The sink reads all that it is handed, so that a view
/// which outlived its text is seen, and says stop after a number of entries that the input chooses. Aborts on a broken
/// promise: a sureness out of range, an internal error, a time of no kind.
inline int fuzz_plugin(const almanac_plugin& plugin, std::string_view media_type, std::string_view config,
                       const std::uint8_t* data, std::size_t size) {
  const auto copy = std::make_unique<char[]>(size);  // exact size: a read past the end is seen
  if (size) std::memcpy(copy.get(), data, size);
  const almanac_str body{copy.get(), size};
  const int32_t sure = plugin.sniff(body, borrow(media_type));
  if (sure < 0 || sure > 100) std::abort();
  void* self = nullptr;
  const char* reason = nullptr;
  if (plugin.create(borrow(config), &self, &reason) != ALMANAC_OK) std::abort();
  Reading into{size ? static_cast<std::size_t>(data[0]) : 1000};
  const almanac_sink sink = sink_for(into);
  const almanac_response response{sizeof(almanac_response), 200, 0, borrow("https://example.org/a/b"),
                                  borrow(media_type),       body};
  if (plugin.parse(self, &response, &sink) == ALMANAC_E_INTERNAL) std::abort();
  plugin.destroy(self);
  return 0;
}

}  // namespace almanac::test
