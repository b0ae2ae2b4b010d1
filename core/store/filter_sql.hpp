#pragma once
#include <almanac/query/match_filter.hpp>
#include <optional>
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

/// Where one way of listing becomes better than another, measured at a million events. Tests make them small, so that
/// a small library sees every way.
struct GatherLimits {
  std::size_t few = 4'000;          ///< up to so many events, starting from them beats walking the rows in order
  std::size_t many = 100'000;       ///< and up to so many where walking comes upon no match
  std::size_t rows = 40'000;        ///< up to so many events that only their rows tell are told by number
  std::size_t words = 25'000;       ///< up to so many events that have the words are told by number, not by their texts
  std::int64_t walk = 600'000;      ///< steps of SQLite's machine: a walk over some forty thousand rows
  std::int64_t listed_row = 1'000;  ///< and for reading a row that is listed
};
inline GatherLimits gather_limits;

/// How many events may be gathered before the rows are walked.
enum class Gather {
  few,  ///< what terms name if it is little; where it is more, a row that matches soon comes by
  all,  ///< for when it did not: what the term names that names the fewest
};

/// A filter as SQL. Everything the user wrote is a bound parameter.
struct SqlFilter {
  std::string where;            ///< a condition; "1" for none. Facts of the event are read from a table e
  bool needs_event = false;     ///< `where` looks at e
  bool has_words = false;       ///< the text index is asked
  std::int64_t walk_steps = 0;  ///< of SQLite's machine, after which Gather::all is the better way; 0: never
  std::string driver;  ///< a SELECT of few event numbers (as `id`) that all matches are among; empty: none is selective
  Span window;         ///< every date that `where` holds for takes place in it; open where nothing is known
};

/// The rows that a filter chooses from.
struct ListedRows {
  RowShape shape = RowShape::event;
  std::string condition = "1";  ///< what the events of all of them fulfil, on e.last; "1" for nothing
  std::size_t wanted = 0;       ///< how many matches are read
};

/// The events that it gathers stay with the connection until the next call.
SqlFilter compile_filter(Store::Impl& impl, const BoundFilter& filter, const ListedRows& rows, Params& params,
                         Gather gather);

/// The FTS5 query of a filter that is nothing but words which must all be found; empty for others.
std::string words_match(const Filter& filter);

/// "clock and time within the span", for columns named so.
std::string span_condition(const std::string& clock, const std::string& time, const Span& span, Params& params);

}  // namespace almanac::store_detail
