#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/base/strong_id.hpp>
#include <almanac/model/entry.hpp>
#include <optional>
#include <string>
#include <vector>

namespace almanac {

/// One date of an event. Times are UTC seconds *and* the local date, so that all-day events never move.
struct Occurrence {
  MomentKind kind = MomentKind::instant;  ///< instant, local or date
  std::int64_t start = 0;                 ///< seconds, as Moment::seconds counts them for `kind`
  std::int64_t end = 0;                   ///< exclusive; equal to `start` for a point in time
  std::string zone;  ///< zone of the wall clock it was planned on; empty for dates and floating times
  EventStatus status = EventStatus::unknown;  ///< cancelled: this instance only
  std::string recurrence_id;                  ///< iso_text of the instance it stands for; empty for a single event
  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

/// The thing a person sees, merged from one or more entries.
struct Event {
  EventId id;
  Kind kind = Kind::other;
  std::string title;
  std::string url;
  std::string summary;       ///< plain text, cut to a few hundred characters
  std::optional<When> when;  ///< first date as published; absent for posts and undated things
  std::vector<Occurrence> occurrences;
  std::vector<Deadline> deadlines;
  EventStatus status = EventStatus::unknown;
  Mode mode = Mode::unknown;
  std::string location, venue, city, region, country;
  std::optional<Geo> geo;
  std::string join_url, cost, language;
  std::vector<std::string> topics;
  FactOrigins origins;
  std::optional<sys_seconds> published;  ///< when the source published it (posts are ordered by this)
  sys_seconds first_seen{}, changed{};
  sys_seconds revised{};  ///< when anything of it last became another, told as a change or not
  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace almanac
