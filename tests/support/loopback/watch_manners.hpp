#pragma once
#include <boost/test/unit_test.hpp>

#include "politeness.hpp"
#include "server.hpp"

namespace almanac::loopback {

/// Holds the journal of every server of a test program to the rules, when the server goes. Use it as a global fixture.
struct WatchManners {
  explicit WatchManners(const PolitenessRules& rules) {
    watch_servers([rules](const std::vector<Exchange>& journal) {
      for (const std::string& breach : breaches(journal, rules)) BOOST_ERROR("impolite: " + breach);
    });
  }
  ~WatchManners() { watch_servers({}); }
  WatchManners(const WatchManners&) = delete;
  WatchManners& operator=(const WatchManners&) = delete;
};

}  // namespace almanac::loopback
