#include "sorting.hpp"

#include <algorithm>
#include <almanac/text/fold.hpp>
#include <limits>

namespace almanac {
namespace {

using Number = std::int64_t;

Number seconds_of(sys_seconds time) { return time.time_since_epoch().count(); }

/// Rows without one come last.
Number closes_next(const ListedEvent& row, sys_seconds now) {
  const Deadline* next = next_deadline(row.event, now);
  return next ? closing_second(*next) : std::numeric_limits<Number>::max();
}

const ListedEvent& event_of(const ListedEvent& row) { return row; }
const ListedEvent& event_of(const ListedDeadline& row) { return row.listed; }

/// Sorts by a key that is made once a row.
template <class Row, class KeyOf>
void sort_by(std::vector<Row>& rows, KeyOf key_of) {
  std::vector<std::pair<decltype(key_of(event_of(rows.front()))), std::size_t>> keys;
  for (std::size_t i = 0; i < rows.size(); ++i) keys.emplace_back(key_of(event_of(rows[i])), i);
  std::sort(keys.begin(), keys.end());
  std::vector<Row> sorted;
  sorted.reserve(rows.size());
  for (const auto& [key, at] : keys) sorted.push_back(std::move(rows[at]));
  rows = std::move(sorted);
}

template <class Row>
void sort_any(std::vector<Row>& rows, std::string_view order, sys_seconds now) {
  if (rows.empty() || order == "date") return;
  if (order == "title") sort_by(rows, [](const ListedEvent& row) { return fold(row.event.title); });
  if (order == "place")
    sort_by(rows, [](const ListedEvent& row) {
      const Event& event = row.event;
      return std::pair(event.country, fold(event.city.empty() ? event.location : event.city));
    });
  if (order == "kind") sort_by(rows, [](const ListedEvent& row) { return std::string(to_text(row.event.kind)); });
  if (order == "deadline") sort_by(rows, [&](const ListedEvent& row) { return closes_next(row, now); });
  if (order == "new") sort_by(rows, [](const ListedEvent& row) { return -seconds_of(row.event.first_seen); });
  if (order == "changed") sort_by(rows, [](const ListedEvent& row) { return -seconds_of(row.event.changed); });
}

}  // namespace

const std::vector<std::string>& sort_orders() {
  static const std::vector<std::string> orders{"date", "title", "place", "kind", "deadline", "new", "changed"};
  return orders;
}

void sort_rows(std::vector<ListedEvent>& rows, std::string_view order, sys_seconds now) { sort_any(rows, order, now); }

void sort_rows(std::vector<ListedDeadline>& rows, std::string_view order, sys_seconds now) {
  sort_any(rows, order, now);
}

}  // namespace almanac
