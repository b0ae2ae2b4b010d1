#include <almanac/base/failure.hpp>
#include <almanac/time/zones/zone_names.hpp>

#include "date_civil.hpp"
#include "date_parts.hpp"

namespace almanac {
namespace {

class DateCategory final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "almanac.date"; }
  std::string message(int value) const override {
    switch (static_cast<DateErrc>(value)) {
      case DateErrc::empty:
        return "empty date";
      case DateErrc::not_a_date:
        return "not a date";
      case DateErrc::impossible:
        return "impossible date";
      case DateErrc::out_of_range:
        return "date outside the years 1 to 9999";
      case DateErrc::unknown_zone:
        return "unknown time zone";
    }
    return "unknown date error";
  }
  boost::system::error_condition default_error_condition(int) const noexcept override {
    return make_error_condition(Failure::permanent);
  }
};

}  // namespace

const boost::system::error_category& date_category() noexcept {
  static const DateCategory category;
  return category;
}

boost::system::error_code make_error_code(DateErrc code) noexcept { return {static_cast<int>(code), date_category()}; }

namespace dates {
namespace {

constexpr std::int64_t first_second = days_from_civil(1, 1, 1) * 86400;
constexpr std::int64_t last_second = days_from_civil(10000, 1, 1) * 86400 - 1;

/// The year that makes a date without one lie nearest to `near`.
int nearest_year(const DateParts& parts, std::chrono::sys_seconds near) {
  const std::int64_t today = floor_days(near.time_since_epoch().count());
  const int around = civil_from_days(today).year;
  int best = around;
  std::int64_t least = INT64_MAX;
  for (int year = around - 8; year <= around + 8; ++year) {  // eight: 29 February of 1896 and 1904
    if (parts.day > days_in_month(year, parts.month)) continue;
    const std::int64_t distance = days_from_civil(year, parts.month, parts.day) - today;
    if (const std::int64_t size = distance < 0 ? -distance : distance; size < least) least = size, best = year;
  }
  return best;
}

bool possible_clock(const DateParts& parts) noexcept {
  if (parts.hour == 24) return parts.minute == 0 && parts.second == 0;
  return parts.hour >= 0 && parts.hour < 24 && parts.minute >= 0 && parts.minute < 60 && parts.second >= 0 &&
         parts.second <= 60;
}

/// Puts the zone to a local time. False: the zone is not known and none may be assumed.
bool apply_zone(const DateParts& parts, const DateReading& reading, Moment& moment) {
  const auto fixed = [&](std::int32_t offset) {
    moment.kind = MomentKind::instant;
    moment.seconds -= offset;
    moment.zone = offset_name(offset);
  };
  const auto zoned = [&](const Zone& zone) {
    moment.kind = MomentKind::instant;
    moment.seconds = zone.to_utc(moment.seconds);
    moment.zone = zone.name();
  };
  moment.kind = MomentKind::local;
  moment.zone_stated = parts.stated == Stated::offset || parts.stated == Stated::zone;
  if (parts.stated == Stated::offset) {
    fixed(parts.offset);
  } else if (parts.stated == Stated::zone) {
    zoned(*parts.zone);
  } else if (reading.default_zone) {
    zoned(*reading.default_zone);
  } else if (reading.assume_utc) {
    const auto country = parts.country_zone.empty() ? std::nullopt : Zone::find(parts.country_zone);
    if (country)
      zoned(*country);
    else
      fixed(0);
  } else {
    return parts.stated == Stated::nothing;
  }
  return true;
}

}  // namespace

int complete_year(int year, int digits, std::optional<std::chrono::sys_seconds> near) {
  if (digits >= 4) return year;
  if (digits == 3) return year + 1900;
  if (!near) return year + (year < 50 ? 2000 : 1900);
  const int around = civil_from_days(floor_days(near->time_since_epoch().count())).year;
  const int century = around - around % 100;
  int full = century + year;
  if (full > around + 50) full -= 100;
  if (full < around - 49) full += 100;
  return full;
}

Result<Moment> finish_date(const DateParts& parts, std::string_view text, const DateReading& reading) {
  if (parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > 31) return DateErrc::impossible;
  int year = parts.year;
  if (parts.year_digits == 0) {
    if (!reading.near) return DateErrc::not_a_date;
    year = nearest_year(parts, *reading.near);
  } else if (parts.year_digits < 4) {
    year = complete_year(year, parts.year_digits, reading.near);
  }
  if (year < 1 || year > 9999) return DateErrc::out_of_range;
  if (parts.day > days_in_month(year, parts.month)) return DateErrc::impossible;

  Moment moment;
  moment.precision = parts.precision;
  moment.seconds = days_from_civil(year, parts.month, parts.day) * 86400;
  moment.kind = MomentKind::date;
  if (parts.has_time()) {
    if (!possible_clock(parts)) return DateErrc::impossible;
    moment.seconds += parts.hour * 3600 + parts.minute * 60 + (parts.second == 60 ? 59 : parts.second);
    if (!apply_zone(parts, reading, moment)) return DateErrc::unknown_zone;
    if (moment.seconds < first_second || moment.seconds > last_second) return DateErrc::out_of_range;
  }
  moment.text.assign(text);
  return moment;
}

}  // namespace dates

Result<Moment> read_date(std::string_view text, const DateReading& reading) {
  constexpr std::string_view blanks = " \t\r\n\f\v";
  const std::string_view whole = text;
  while (!text.empty() && blanks.find(text.front()) != text.npos) text.remove_prefix(1);
  while (!text.empty() && blanks.find(text.back()) != text.npos) text.remove_suffix(1);
  if (text.size() > 2 && (text.front() == '"' || text.front() == '\'') && text.front() == text.back())
    text = text.substr(1, text.size() - 2);
  if (text.empty()) return DateErrc::empty;
  constexpr std::size_t longest = 200;
  if (text.size() > longest) return DateErrc::not_a_date;

  dates::DateParts parts;
  if (dates::is_digit(text.front()) ? dates::read_rfc3339(text, parts) || dates::read_rfc822(text, parts)
                                    : dates::read_rfc822(text, parts))
    return dates::finish_date(parts, whole, reading);
  auto read = dates::read_iso8601(text);
  if (!read && read.error() == make_error_code(DateErrc::not_a_date)) read = dates::read_written_date(text, reading);
  if (!read) return read.error();
  return dates::finish_date(*read, whole, reading);
}

}  // namespace almanac
