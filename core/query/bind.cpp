#include <almanac/base/day.hpp>
#include <tuple>

#include "match_filter.hpp"

namespace almanac {
namespace {

using namespace std::chrono;

sys_days base_day(const TimePoint& point, sys_days today) {
  const year_month_day date{today};
  switch (point.base) {
    case TimePoint::Base::now:
    case TimePoint::Base::today:
      return today;
    case TimePoint::Base::week:
      return today - (weekday{today} - Monday);
    case TimePoint::Base::month:
      return date.year() / date.month() / 1;
    case TimePoint::Base::year:
      return date.year() / January / 1;
    case TimePoint::Base::day:
      break;
  }
  return sys_days{days{point.day}};
}

sys_days add_months(sys_days day, int count) {
  if (count == 0) return day;
  year_month_day date{day};
  date += months{count};
  if (!date.ok()) date = date.year() / date.month() / last;
  return date;
}

std::int64_t midnight(std::int64_t local) { return local - ((local % day_seconds) + day_seconds) % day_seconds; }

}  // namespace

Span span_between(std::optional<sys_seconds> from, std::optional<sys_seconds> to, const Viewer& viewer) {
  Span span;
  if (from) {
    span.utc_from = from->time_since_epoch().count();
    span.local_from = viewer.local(span.utc_from);
    span.day_from = midnight(span.local_from);
  }
  if (to) {
    span.utc_to = to->time_since_epoch().count();
    span.local_to = viewer.local(span.utc_to);
  }
  return span;
}

std::pair<std::int64_t, std::int64_t> resolve(const TimePoint& point, const Viewer& viewer) {
  const std::int64_t now_utc = viewer.now.time_since_epoch().count();
  const std::int64_t now_local = viewer.local(now_utc);
  if (point.base == TimePoint::Base::now && point.months == 0)
    return {now_utc + point.seconds, now_local + point.seconds};
  const auto today = floor<days>(sys_seconds{seconds{now_local}});
  std::int64_t local = add_months(base_day(point, today), point.months).time_since_epoch().count() * day_seconds;
  if (point.base == TimePoint::Base::now) local += now_local - today.time_since_epoch().count() * day_seconds;
  local += point.seconds;
  return {viewer.utc(local), local};
}

BoundFilter bind(const Filter& filter, const Viewer& viewer) {
  BoundFilter bound{filter.nodes, std::vector<Span>(filter.nodes.size())};
  for (std::size_t i = 0; i < bound.nodes.size(); ++i) {
    const auto* range = std::get_if<Range>(&bound.nodes[i]);
    if (!range) continue;
    Span& span = bound.spans[i];
    if (range->from) {
      std::tie(span.utc_from, span.local_from) = resolve(*range->from, viewer);
      span.day_from = midnight(span.local_from);
    }
    if (range->to) std::tie(span.utc_to, span.local_to) = resolve(*range->to, viewer);
  }
  return bound;
}

}  // namespace almanac
