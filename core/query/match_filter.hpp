#pragma once
#include <almanac/model/event.hpp>
#include <almanac/query/filter.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace almanac {

/// [from, to) on both clocks: `utc` for instants, `local` for all-day and floating times. Open ends are the least and
/// greatest number.
struct Span {
  std::int64_t utc_from = std::numeric_limits<std::int64_t>::min(), utc_to = std::numeric_limits<std::int64_t>::max();
  std::int64_t local_from = utc_from, local_to = utc_to;
  bool has(MomentKind kind, std::int64_t seconds) const noexcept {
    return kind == MomentKind::instant ? seconds >= utc_from && seconds < utc_to
                                       : seconds >= local_from && seconds < local_to;
  }
  friend bool operator==(const Span&, const Span&) = default;
};

/// A filter with every relative time resolved for one viewer: what the predicate and the store's SQL both start from.
struct BoundFilter {
  std::vector<FilterNode> nodes;
  std::vector<Span> spans;  ///< beside each node; meaningful for Range
};
BoundFilter bind(const Filter& filter, const Viewer& viewer);
/// Resolves one point on the viewer's clock: {UTC seconds, local seconds}.
std::pair<std::int64_t, std::int64_t> resolve(const TimePoint& point, const Viewer& viewer);

/// What the user said about an event.
struct Marks {
  bool star = false, going = false, hidden = false;
  std::string note;
  bool any() const noexcept { return star || going || hidden || !note.empty(); }
  friend bool operator==(const Marks&, const Marks&) = default;
};

/// The part of a source that filters look at.
struct SourceFacts {
  std::string name, url;
  std::vector<std::string> tags;
};

/// One event with one of its dates, as a filter sees it. Borrowed for the call.
struct Candidate {
  const Event& event;
  const Occurrence* occurrence = nullptr;  ///< none: an undated event
  const Marks& marks;
  const std::vector<SourceFacts>& sources;
};
bool matches(const BoundFilter& filter, const Candidate& candidate);

/// True if the event matches with any of its dates.
bool matches(const BoundFilter& filter, const Event& event, const Marks& marks,
             const std::vector<SourceFacts>& sources);

/// Kilometres along a great circle.
double distance_km(const Geo& a, const Geo& b);

}  // namespace almanac
