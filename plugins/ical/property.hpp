#pragma once
#include <cstdint>
#include <string_view>

namespace almanac::ical {

/// The properties that are read. `other` is every name that says nothing to us.
enum class Property : std::uint8_t {
  other,
  begin,
  end,
  attach,
  all_day,
  categories,
  conference,
  created,
  daylight,
  description,
  due,
  duration,
  exdate,
  exrule,
  geo,
  html_description,
  image,
  join_link,
  last_modified,
  link,
  location,
  location_type,
  method,
  name,
  organizer,
  place,
  product,
  rdate,
  recurrence_id,
  refresh,
  refresh_hint,
  rrule,
  sequence,
  source,
  stamp,
  start,
  status,
  stop,
  structured_data,
  summary,
  time_zone,
  tzid,
  tz_offset,
  uid,
  url,
  version,
  wr_description,
  wr_id,
  wr_name,
};

/// By name, in any case: one hash and one comparison. A name has letters, digits, "-", "_" and "." only; others may be
/// taken for a name that they resemble.
Property property_of(std::string_view name) noexcept;

}  // namespace almanac::ical
