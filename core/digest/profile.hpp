#pragma once
#include <almanac/digest/period.hpp>
#include <almanac/model/digest_view.hpp>
#include <almanac/query/parse_filter.hpp>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace almanac {

/// How many items a section may hold; 0 leaves the section out.
struct SectionLimits {
  std::size_t deadlines = 25, competitions = 25, conferences = 50, changed = 25, posts = 10;
};

/// What each fact adds to an item's rank within its section's limit.
struct RankWeights {
  double starred = 100, going = 100;
  double topic = 6;    ///< each topic of interest
  double word = 4;     ///< each matched word of the filter
  double source = 1;   ///< each further source that tells of it
  double soon = 5;     ///< full for today, falling to nothing a year ahead
  double popular = 2;  ///< each time the answers to a post double
  double detail = 1;   ///< has a place, a link, a summary: a third each
};

/// A named filter with settings: what a digest is made from. As read from the configuration.
struct DigestProfile {
  std::string name;    ///< [a-z0-9-]: part of file names
  std::string title;   ///< for people; empty: the name
  std::string filter;  ///< the filter language; empty matches everything
  FilterBook book;     ///< what the filter refers to by name
  PeriodLength period = PeriodLength::week;
  std::string zone = "UTC";
  DateLanguage language = DateLanguage::en;  ///< of months and days
  SectionLimits limits;
  std::vector<SectionKind> sections;  ///< in this order; empty: as usual. Which there are, `limits` say
  std::vector<std::string> topics;    ///< of interest: they raise the rank
  RankWeights weights;
  std::chrono::days deadline_horizon{30};  ///< deadlines that close within this time from now
  std::chrono::days event_horizon{365};    ///< events that start within this time from now
  std::chrono::days repeat_after{92};      ///< nothing is told again within this time unless it changed
};

}  // namespace almanac
