#pragma once
#include <string>
#include <string_view>

#include "connection.hpp"

namespace almanac::store_detail {

/// Inserts rows of one table, many with one statement: to begin and end one, with cursors for the table and for all its
/// indexes, takes as long as a fourth of what a row costs. A row that may not be inserted ends the whole transaction:
/// to undo one statement alone, SQLite would copy each page before it changes it. An object of static storage, since
/// its texts name the prepared statements.
class InsertRows {
 public:
  /// `into`: the table and its columns; `then`: all behind the rows.
  InsertRows(std::string_view into, int columns, std::string_view then = {})
      : one_(text(into, columns, 1, then)), many_(text(into, columns, at_once, then)) {}
  InsertRows(const InsertRows&) = delete;
  InsertRows& operator=(const InsertRows&) = delete;

  /// `bind(query, row)` binds the columns of a row from left to right; what it binds must live until the end.
  /// `after(first, count)` is told of the rows that a statement has inserted. Throws SQLite::Exception.
  template <class Rows, class Bind, class After>
  void run(Connection& db, const Rows& rows, Bind bind, After after) const {
    for (std::size_t first = 0; first < rows.size();) {
      const std::size_t count = rows.size() - first < at_once ? 1 : at_once;
      {
        Query query = db.use(count == 1 ? one_.c_str() : many_.c_str());
        for (std::size_t i = first; i < first + count; ++i) bind(query, rows[i]);
        query.run();
      }
      after(first, count);
      first += count;
    }
  }
  template <class Rows, class Bind>
  void run(Connection& db, const Rows& rows, Bind bind) const {
    run(db, rows, bind, [](std::size_t, std::size_t) {});
  }

 private:
  static constexpr std::size_t at_once = 64;

  static std::string text(std::string_view into, int columns, std::size_t rows, std::string_view then) {
    std::string row = "(?";
    for (int i = 1; i < columns; ++i) row += ",?";
    row += ')';
    std::string out = "INSERT OR ROLLBACK INTO " + std::string(into) + " VALUES" + row;
    for (std::size_t i = 1; i < rows; ++i) out += ',' + row;
    return out += then;
  }

  std::string one_, many_;
};

}  // namespace almanac::store_detail
