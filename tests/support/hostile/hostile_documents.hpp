#pragma once
#include <ostream>
#include <string>
#include <vector>

namespace almanac::test {

/// A document that is meant to cost its reader dear.
struct HostileDocument {
  std::string name, content_type, body;

  friend std::ostream& operator<<(std::ostream& out, const HostileDocument& document) { return out << document.name; }
};

/// Deep and self-multiplying XML, controls and bidirectional marks, impossible recurrence rules, time zones without
/// end.
const std::vector<HostileDocument>& hostile_documents();

}  // namespace almanac::test
