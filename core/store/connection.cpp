#include "connection.hpp"

#include <sqlite3.h>

namespace almanac::store_detail {

Query::~Query() {
  statement_->tryReset();
  try {
    statement_->clearBindings();
  } catch (const SQLite::Exception&) {
    // Clearing cannot fail on a prepared statement; nothing may leave a destructor.
  }
}

Query& Query::bind(std::int64_t value) {
  statement_->bind(next_++, value);
  return *this;
}
Query& Query::bind(double value) {
  statement_->bind(next_++, value);
  return *this;
}
Query& Query::bind(const std::string& text) {
  statement_->bindNoCopy(next_++, text);
  return *this;
}
Query& Query::bind_copy(std::string_view text) {
  statement_->bind(next_++, std::string(text));
  return *this;
}
Query& Query::bind_bytes(const std::string& bytes) {
  statement_->bindNoCopy(next_++, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
  return *this;
}
Query& Query::bind_null() {
  statement_->bind(next_++);
  return *this;
}

void Query::run() {
  while (statement_->executeStep()) {
  }
}
void Query::again() {
  statement_->reset();
  next_ = 1;
}

std::string_view Query::view(int column) const {
  const SQLite::Column value = statement_->getColumn(column);
  const void* data = value.getBlob();
  return {static_cast<const char*>(data), static_cast<std::size_t>(value.getBytes())};
}
std::optional<sys_seconds> Query::optional_time(int column) const {
  if (is_null(column)) return std::nullopt;
  return time(column);
}

namespace {

/// Counting each allocation would take a lock; before the first database is opened.
int without_statistics(int flags) {
  [[maybe_unused]] static const int told = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  return flags;
}

}  // namespace

// One thread at a time: no locks.
Connection::Connection(const std::string& file, int flags)
    : database_(file, without_statistics(flags) | SQLITE_OPEN_NOMUTEX, 5000) {
  sqlite3* handle = database_.getHandle();
  sqlite3_extended_result_codes(handle, 1);
  for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                      {SQLITE_DBCONFIG_DQS_DML, 0},
                                      {SQLITE_DBCONFIG_DQS_DDL, 0},
                                      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                      {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                      // The last to close would write the WAL back without our lock.
                                      {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1}})
    sqlite3_db_config(handle, option, value, nullptr);
  database_.exec(
      "PRAGMA foreign_keys=ON; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0; PRAGMA cell_size_check=ON;"
      "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; PRAGMA journal_size_limit=67108864");
  add_functions(database_, *filter_data_);
}

Query Connection::use(const char* sql) {
  auto& statement = statements_[sql];
  if (!statement) statement = std::make_unique<SQLite::Statement>(database_, sql);
  return Query(*statement);
}

std::int64_t Connection::number(const std::string& sql) {
  SQLite::Statement statement(database_, sql);
  return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
}

int Connection::changes() const noexcept { return sqlite3_changes(database_.getHandle()); }

}  // namespace almanac::store_detail
