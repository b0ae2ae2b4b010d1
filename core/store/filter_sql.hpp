#pragma once
#include <almanac/query/match_filter.hpp>
#include <string>
#include <variant>
#include <vector>

#include "impl.hpp"

namespace almanac::store_detail {

/// Values of the numbered parameters of a statement, ?1 first.
class Params {
 public:
  /// Adds a value and gives its place, "?7".
  std::string add(std::int64_t value);
  std::string add(double value);
  std::string add(std::string value);
  void bind(SQLite::Statement& statement) const;

 private:
  std::vector<std::variant<std::int64_t, double, std::string>> values_;
};

/// What the rows are that a filter chooses from: how the statement names the event's number, and whether a date stands
/// beside it.
enum class RowShape {
  occurrence,  ///< table o: o.event_id, with that date
  deadline,    ///< table d: d.event_id
  event,       ///< table e: e.id
};

/// A filter as SQL. Everything the user wrote is a bound parameter.
struct SqlFilter {
  std::string where;         ///< a condition; "1" for none. Facts of the event are read from a table e
  bool needs_event = false;  ///< `where` looks at e
  bool has_words = false;    ///< the text index is asked
  std::string driver;  ///< a SELECT of few event numbers (as `id`) that all matches are among; empty: none is selective
};

/// Compiles for one row shape. Gathers the events that selective terms name, to choose the plan; they stay with the
/// connection until the next call.
SqlFilter compile_filter(Store::Impl& impl, const BoundFilter& filter, RowShape shape, Params& params);

/// "clock and time within the span", for columns named so.
std::string span_condition(const std::string& clock, const std::string& time, const Span& span, Params& params);

}  // namespace almanac::store_detail
