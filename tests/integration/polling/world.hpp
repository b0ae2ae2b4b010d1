#pragma once
#include <boost/test/unit_test.hpp>

#include "support/world/poll_world.hpp"

namespace almanac::test {

namespace lb = loopback;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using Titles = std::vector<std::string>;

/// A world whose server complains of bad manners at the end.
struct World : PollWorld {
  using PollWorld::PollWorld;
  ~World() {
    for (const std::string& breach : lb::breaches(server.exchanges(), rules)) BOOST_ERROR("impolite: " + breach);
  }
  /// Seconds until the source is due.
  std::int64_t wait(SourceId id) {
    const auto due = source(id).health.next_due;
    return due ? (*due - clock.now()).count() : -1;
  }
};

/// A feed with validators.
inline lb::Response feed(const Titles& titles, const std::string& etag = "", const std::string& date = "") {
  lb::Headers headers;
  if (!etag.empty()) headers.emplace_back("ETag", etag);
  if (!date.empty()) headers.emplace_back("Last-Modified", date);
  return lb::with(lb::document(feed_with(titles)), headers);
}

}  // namespace almanac::test
