#pragma once
#include <almanac/net/net_errc.hpp>
#include <chrono>
#include <ostream>
#include <string>
#include <vector>

#include "support/loopback/message.hpp"

namespace almanac::test {

/// One behaviour of a server, and what has to come of it.
struct HostileRow {
  std::string name;
  loopback::Response response;
  error_code expected;                    ///< success: a document comes
  std::chrono::milliseconds limit{2000};  ///< wall time
  std::size_t memory = 64u << 20;         ///< growth
  std::string body;                       ///< of that document; empty: any

  friend std::ostream& operator<<(std::ostream& out, const HostileRow& row) { return out << row.name; }
};

/// The behaviours by name: framing, limits, time, coding.
const std::vector<HostileRow>& hostile_rows();

}  // namespace almanac::test
