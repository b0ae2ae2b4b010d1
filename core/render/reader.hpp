#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/time/dates/date_words.hpp>
#include <almanac/time/zones/zone.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace almanac {

/// For whom dates are written: the instant that counts as now, the clock on the wall, and the language of months and
/// days.
struct Reader {
  sys_seconds now{};
  Zone zone;
  DateLanguage language = DateLanguage::en;
};

enum class ColorMode : std::uint8_t { never, always };
enum class GroupBy : std::uint8_t { none, week, month, place, kind };

/// How a page of text looks. Columns are those of a terminal; less than 40 counts as 40.
struct TextStyle {
  std::size_t width = 80;
  ColorMode color = ColorMode::never;
  bool hyperlinks = false;  ///< OSC 8: titles are links
  GroupBy group = GroupBy::none;
  std::vector<std::string> fields{};  ///< names of event_fields(): the columns of a table; empty: the usual ones
};

/// What feeds and pages say of themselves.
struct FeedHead {
  std::string title = "almanac";
  std::string id;        ///< stable name, part of ids: "upcoming", a profile's name; [a-z0-9-]
  std::string self_url;  ///< where the feed is served; may be empty
  std::string home_url;  ///< the page beside it; may be empty
};

}  // namespace almanac
