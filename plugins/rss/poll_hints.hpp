#pragma once
#include <almanac_sdk.hpp>

#include "walker.hpp"

namespace almanac::rss {

/// How often the publisher wants to be asked: RSS ttl (minutes), skipHours, skipDays; the syndication module.
class PollHints {
 public:
  explicit PollHints(Walker& walker) noexcept : walker_(walker) {}
  /// Reads an element below the channel; others are ignored.
  void read(const Element& element);
  /// The longer of ttl and the syndication module's interval.
  void fill(almanac_document& document) const noexcept;

 private:
  void read_hours(const Element& element);
  void read_days(const Element& element);

  Walker& walker_;
  std::int64_t ttl_ = 0;     ///< seconds
  std::int64_t period_ = 0;  ///< seconds; 0: not stated
  std::int64_t frequency_ = 0;
  std::uint32_t hours_ = 0, days_ = 0;
};

}  // namespace almanac::rss
