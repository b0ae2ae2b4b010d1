#pragma once
#include <span>

#include "connection.hpp"
#include "store.hpp"

namespace almanac::store_detail {

/// One step of the schema. Numbers count from 1 without gaps; a step that was released is never changed.
struct Migration {
  int version;
  const char* summary;
  const char* sql;
  void (*then)(Connection&) = nullptr;  ///< what SQL cannot do, in the same transaction
};
std::span<const Migration> migrations();

/// Marks our files ("almn"), as file(1) and other programs can see.
inline constexpr std::int64_t application_id = 0x616C6D6E;

/// What stands between the file and this program.
enum class SchemaState { current, behind, newer, foreign };
SchemaState schema_state(Connection& connection, std::span<const Migration> steps);

/// Runs the missing steps, each in a transaction of its own. Before the first one a copy of a database that holds
/// anything is written to `<file>.v<version>.bak`. The caller holds the write lock. Throws SQLite::Exception.
void migrate(Connection& connection, const std::filesystem::path& file, std::span<const Migration> steps);

}  // namespace almanac::store_detail
