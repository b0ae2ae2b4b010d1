#include <sqlite3.h>

#include <algorithm>
#include <almanac/query/match_filter.hpp>

#include "connection.hpp"
#include "fact_codec.hpp"
#include "traits.hpp"

namespace almanac::store_detail {
namespace {

std::string text_of(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return text ? std::string(text, static_cast<std::size_t>(sqlite3_value_bytes(value))) : std::string();
}

FilterData& data_of(sqlite3_context* context) { return *static_cast<FilterData*>(sqlite3_user_data(context)); }

/// Five columns from `values` on.
void read_place(sqlite3_value** values, Event& event) {
  for (std::string* part : {&event.location, &event.venue, &event.city, &event.region, &event.country})
    *part = text_of(*values++);
}

void kilometres(sqlite3_context* context, int, sqlite3_value** values) {
  for (int i = 0; i < 4; ++i)
    if (sqlite3_value_type(values[i]) == SQLITE_NULL) return sqlite3_result_null(context);
  sqlite3_result_double(context, distance_km({sqlite3_value_double(values[0]), sqlite3_value_double(values[1])},
                                             {sqlite3_value_double(values[2]), sqlite3_value_double(values[3])}));
}

void found(sqlite3_context* context, int, sqlite3_value** values) {
  const auto& set = data_of(context).sets.at(static_cast<std::size_t>(sqlite3_value_int64(values[0])));
  sqlite3_result_int(context, set.has(sqlite3_value_int64(values[1])));
}

void words(sqlite3_context* context, int, sqlite3_value** values) {
  const BoundFilter& phrases = data_of(context).words.at(static_cast<std::size_t>(sqlite3_value_int64(values[0])));
  Event event;
  event.title = text_of(values[1]);
  event.summary = text_of(values[2]);
  read_place(values + 3, event);
  event.topics = split_lines(text_of(values[8]));
  const EventMarks no_marks;
  const std::vector<SourceFacts> no_sources;
  sqlite3_result_int(context, matches(phrases, almanac::Candidate{event, nullptr, no_marks, no_sources}));
}

void traits(sqlite3_context* context, int, sqlite3_value** values) {
  Event event;
  event.kind = static_cast<Kind>(sqlite3_value_int(values[0]));
  event.mode = static_cast<Mode>(sqlite3_value_int(values[1]));
  event.status = static_cast<EventStatus>(sqlite3_value_int(values[2]));
  event.cost = text_of(values[3]);
  event.language = text_of(values[4]);
  event.country = text_of(values[5]);
  if (sqlite3_value_type(values[6]) != SQLITE_NULL)
    event.geo = Geo{sqlite3_value_double(values[6]), sqlite3_value_double(values[7])};
  sqlite3_result_int64(context, traits_of(event).facts);
}

void sketch(sqlite3_context* context, int, sqlite3_value** values) {
  Event event;
  read_place(values, event);
  event.topics = split_lines(text_of(values[5]));
  sqlite3_result_int64(context, traits_of(event).sketch);
}

/// No exception may pass through SQLite.
template <void (*Function)(sqlite3_context*, int, sqlite3_value**)>
void guarded(sqlite3_context* context, int count, sqlite3_value** values) {
  try {
    Function(context, count, values);
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  } catch (const std::exception& error) {
    sqlite3_result_error(context, error.what(), -1);
  }
}

template <void (*Function)(sqlite3_context*, int, sqlite3_value**)>
void add(SQLite::Database& database, const char* name, int parameters, FilterData& data) {
  constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  sqlite3_create_function_v2(database.getHandle(), name, parameters, flags, &data, guarded<Function>, nullptr, nullptr,
                             nullptr);
}

}  // namespace

void add_functions(SQLite::Database& database, FilterData& data) {
  add<kilometres>(database, "almanac_km", 4, data);
  add<found>(database, "almanac_found", 2, data);
  add<words>(database, "almanac_words", 9, data);
  add<traits>(database, "almanac_traits", 8, data);
  add<sketch>(database, "almanac_sketch", 6, data);
}

}  // namespace almanac::store_detail
