#pragma once
#include <algorithm>
#include <almanac/model/listing.hpp>
#include <almanac/query/filter.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace almanac {

/// [from, to) on both clocks: `utc` for instants, `local` for floating times and days. A day counts as a whole: the one
/// that `from` falls into is in. Open ends are the least and greatest number.
struct Span {
  std::int64_t utc_from = std::numeric_limits<std::int64_t>::min(), utc_to = std::numeric_limits<std::int64_t>::max();
  std::int64_t local_from = utc_from, local_to = utc_to;
  std::int64_t day_from = utc_from;  ///< midnight of local_from's day
  bool has_begin() const noexcept { return utc_from != std::numeric_limits<std::int64_t>::min(); }
  bool has_end() const noexcept { return utc_to != std::numeric_limits<std::int64_t>::max(); }
  bool has(MomentKind kind, std::int64_t seconds) const noexcept {
    if (kind == MomentKind::instant) return seconds >= utc_from && seconds < utc_to;
    return seconds >= (kind == MomentKind::date ? day_from : local_from) && seconds < local_to;
  }
  /// Whether something from `start` to `end` (exclusive, or equal for a point in time) takes place in it.
  bool meets(MomentKind kind, std::int64_t start, std::int64_t end) const noexcept {
    const bool instant = kind == MomentKind::instant;
    return start < (instant ? utc_to : local_to) && (end > (instant ? utc_from : local_from) || has(kind, start));
  }
  /// What meets both meets the two ends nearest to each other, and the other way round.
  Span narrowed(const Span& other) const noexcept {
    return {std::max(utc_from, other.utc_from), std::min(utc_to, other.utc_to), std::max(local_from, other.local_from),
            std::min(local_to, other.local_to), std::max(day_from, other.day_from)};
  }
  friend bool operator==(const Span&, const Span&) = default;
};

/// The span between two instants as a viewer sees it.
Span span_between(std::optional<sys_seconds> from, std::optional<sys_seconds> to, const Viewer& viewer);

/// A filter with every relative time resolved for one viewer: what the predicate and the store's SQL both start from.
struct BoundFilter {
  std::vector<FilterNode> nodes;
  std::vector<Span> spans;  ///< beside each node; meaningful for Range
};
BoundFilter bind(const Filter& filter, const Viewer& viewer);
/// Resolves one point on the viewer's clock: {UTC seconds, local seconds}.
std::pair<std::int64_t, std::int64_t> resolve(const TimePoint& point, const Viewer& viewer);

/// The part of a source that filters look at.
struct SourceFacts {
  std::string name, url;
  std::vector<std::string> tags;
};

/// One event with one of its dates, as a filter sees it. Borrowed for the call.
struct Candidate {
  const Event& event;
  const Occurrence* occurrence = nullptr;  ///< none: an undated event
  const EventMarks& marks;
  const std::vector<SourceFacts>& sources;
  const Deadline* deadline = nullptr;  ///< the one that is looked at; none: any of the event's
};
bool matches(const BoundFilter& filter, const Candidate& candidate);

/// True if the event matches with any of its dates.
bool matches(const BoundFilter& filter, const Event& event, const EventMarks& marks,
             const std::vector<SourceFacts>& sources);

/// Kilometres along a great circle.
double distance_km(const Geo& a, const Geo& b);

}  // namespace almanac
