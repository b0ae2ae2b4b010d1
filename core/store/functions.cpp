#include <sqlite3.h>

#include <almanac/query/match_filter.hpp>

#include "connection.hpp"

namespace almanac::store_detail {
namespace {

void kilometres(sqlite3_context* context, int, sqlite3_value** values) {
  for (int i = 0; i < 4; ++i)
    if (sqlite3_value_type(values[i]) == SQLITE_NULL) return sqlite3_result_null(context);
  sqlite3_result_double(context, distance_km({sqlite3_value_double(values[0]), sqlite3_value_double(values[1])},
                                             {sqlite3_value_double(values[2]), sqlite3_value_double(values[3])}));
}

}  // namespace

void add_functions(SQLite::Database& database) {
  constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  sqlite3_create_function_v2(database.getHandle(), "almanac_km", 4, flags, nullptr, kilometres, nullptr, nullptr,
                             nullptr);
}

}  // namespace almanac::store_detail
