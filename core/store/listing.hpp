#pragma once
#include <optional>
#include <unordered_set>

#include "filter_sql.hpp"
#include "impl.hpp"
#include "step_limit.hpp"

namespace almanac::store_detail {

/// Collects rows behind an offset up to a limit, each event once unless every date counts.
class Page {
 public:
  Page(std::size_t offset, std::size_t limit, bool every) : skip_(offset), limit_(limit), every_(every) {}
  /// True if a row of the event was seen, and further ones are of no interest.
  bool knows(std::int64_t event) const { return !every_ && seen_.contains(event); }
  /// True if the row is to be shown. Once `full`, the next row only tells that there is more.
  bool take(std::int64_t event);
  bool done() const noexcept { return more_; }
  bool more() const noexcept { return more_; }

 private:
  std::size_t skip_, limit_, taken_ = 0;
  bool every_, more_ = false;
  std::unordered_set<std::int64_t> seen_;
};

/// Lists by walking the rows in order, as the events that match are many; should they turn out to lie far apart, anew
/// among just these. `lister(gather)` has `walk_steps()` as SqlFilter, and `run()`, which throws what SQLite says.
template <class Lister>
auto list_in_order(Store::Impl& impl, const ListQuery& query, Lister lister) {
  if (auto walk = lister(Gather::few); walk.walk_steps() == 0) {
    return walk.run();
  } else {
    const std::int64_t rows = gather_limits.listed_row * static_cast<std::int64_t>(query.limit);
    const StepLimit limit(*impl.db, walk.walk_steps() + rows);
    try {
      return walk.run();
    } catch (const SQLite::Exception&) {
      if (!limit.reached()) throw;
    }
  }
  return lister(Gather::all).run();
}

/// The condition that leaves hidden events out; empty when they are wanted.
std::string hidden_condition(const ListQuery& query, const std::string& id);
/// The condition that leaves out what issues told and did not change since; empty when nothing is left out.
std::string told_condition(const ListQuery& query, const std::string& id, Params& params);
/// "column IN (1, 2)"; empty for no kinds.
std::string kinds_condition(const std::vector<Kind>& kinds, const std::string& column);
std::string join_conditions(std::initializer_list<std::string> conditions);

/// The event with all that a row shows, and its occurrence.
ListedEvent load_row(Store::Impl& impl, EventId id, std::optional<Occurrence> shown);
/// The next date that takes place at or after `now`, or the last one before; a cancelled one only where there is no
/// other.
std::optional<Occurrence> next_occurrence(Store::Impl& impl, EventId id, const Viewer& viewer);

}  // namespace almanac::store_detail
