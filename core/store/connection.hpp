#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <almanac/base/clock.hpp>
#include <almanac/query/match_filter.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "event_set.hpp"

namespace almanac::store_detail {

/// One use of a prepared statement: binds from left to right, steps, reads from left to right or by column; lets go of
/// the statement at its end. Texts and bytes that are bound must outlive it. Throws SQLite::Exception.
class Query {
 public:
  explicit Query(SQLite::Statement& statement) : statement_(&statement) {}
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query();

  Query& bind(std::int64_t value);
  Query& bind(double value);
  Query& bind(const std::string& text);
  Query& bind(std::string&&) = delete;
  Query& bind_copy(std::string_view text);
  Query& bind_bytes(const std::string& bytes);
  Query& bind_null();
  Query& bind(const std::optional<std::int64_t>& value) { return value ? bind(*value) : bind_null(); }
  Query& bind(sys_seconds time) { return bind(static_cast<std::int64_t>(time.time_since_epoch().count())); }
  Query& bind(const std::optional<sys_seconds>& time) { return time ? bind(*time) : bind_null(); }
  template <class T>
  requires std::is_integral_v<T> || std::is_enum_v<T> Query& bind(T value) {
    return bind(static_cast<std::int64_t>(value));
  }

  bool step() { return statement_->executeStep(); }
  /// To the end; for statements without rows.
  void run();
  /// Ready for the next use within this Query.
  void again();

  bool is_null(int column) const { return statement_->getColumn(column).isNull(); }
  std::int64_t number(int column) const { return statement_->getColumn(column).getInt64(); }
  double real(int column) const { return statement_->getColumn(column).getDouble(); }
  std::string text(int column) const { return statement_->getColumn(column).getString(); }
  std::string_view view(int column) const;  ///< until the next step
  sys_seconds time(int column) const { return sys_seconds{std::chrono::seconds{number(column)}}; }
  std::optional<sys_seconds> optional_time(int column) const;

 private:
  SQLite::Statement* statement_;
  int next_ = 1;
};

/// What the conditions of the filter in use look into, by number, through the functions of add_functions.
struct FilterData {
  std::vector<EventSet> sets;
  std::vector<BoundFilter> words;  ///< phrases that must all be found
};

/// An open database with its prepared statements, which live as long as it does. One thread.
class Connection {
 public:
  /// `flags` as sqlite3_open_v2. Sets what makes a connection safe and fast; writes nothing. Throws SQLite::Exception.
  Connection(const std::string& file, int flags);

  /// A statement by its text, which must be a literal: prepared once.
  Query use(const char* sql);
  /// Prepares a text for one use.
  SQLite::Statement prepare(const std::string& sql) { return SQLite::Statement(database_, sql); }
  void execute(const char* sql) { database_.exec(sql); }
  std::int64_t number(const std::string& sql);

  int changes() const noexcept;
  SQLite::Database& database() noexcept { return database_; }
  FilterData& filter_data() noexcept { return *filter_data_; }

 private:
  std::unique_ptr<FilterData> filter_data_ = std::make_unique<FilterData>();
  SQLite::Database database_;
  std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> statements_;
};

/// The functions that SQL of ours uses:
/// almanac_km(lat, lon, lat, lon): kilometres;
/// almanac_found(n, event): whether the n-th set of `data` has it;
/// almanac_words(n, title, summary, location, venue, city, region, country, topics): whether the n-th phrases are
/// there; almanac_traits(kind, mode, status, cost, language, country, lat, lon) and almanac_sketch(location, venue,
/// city, region, country, topics): see traits.hpp.
void add_functions(SQLite::Database& database, FilterData& data);

}  // namespace almanac::store_detail
