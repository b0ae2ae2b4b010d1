#pragma once
#include <almanac/base/result.hpp>
#include <almanac/model/moment.hpp>
#include <almanac/time/zones/zone.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace almanac {

/// What may be assumed while reading a date. All assumptions come from the source's options or the document, never from
/// a guess.
struct DateReading {
  std::optional<Zone> default_zone;  ///< zone of times without one; absent: they stay local (floating)
  bool assume_utc = false;           ///< feed dates (pubDate, updated): a time without zone is read as UTC
  bool day_first = true;             ///< "03/04/2026" without other evidence; an impossible month decides by itself
  std::optional<std::chrono::sys_seconds>
      near;  ///< two-digit years and dates without a year are resolved near this instant
};

enum class DateErrc {
  empty = 1,     ///< nothing there
  not_a_date,    ///< no form that we know
  impossible,    ///< a known form with an impossible value: 31 February, hour 27
  out_of_range,  ///< outside years 1 … 9999
  unknown_zone,  ///< the date is fine, its zone is not known
};
const boost::system::error_category& date_category() noexcept;
boost::system::error_code make_error_code(DateErrc code) noexcept;

/// The one date reader: a whole text that is a date, in any form that feeds use. RFC 822/2822/5322 with their common
/// defects, RFC 850, asctime, RFC 3339, ISO 8601 (basic and extended, week and ordinal dates, partial dates), W3C-DTF,
/// month and day names in two dozen languages, epoch seconds to nanoseconds, RFC 5545 forms. Impossible dates are
/// errors, never another date. The result carries `text` as given, the zone as resolved and whether it was stated.
/// Pure; no locale, no TZ, no clock.
Result<Moment> read_date(std::string_view text, const DateReading& reading = {});

}  // namespace almanac

template <>
struct boost::system::is_error_code_enum<almanac::DateErrc> : std::true_type {};
