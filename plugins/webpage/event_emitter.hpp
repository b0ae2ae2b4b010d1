#pragma once
#include <almanac_sdk.hpp>
#include <string>
#include <string_view>

#include "event_facts.hpp"

namespace almanac::webpage {

/// Hands facts to the host as an entry, one object for a whole page.
class EventEmitter {
 public:
  explicit EventEmitter(const sdk::Sink& sink) : sink_(sink) {}
  void emit(const EventFacts& facts);

 private:
  const sdk::Sink& sink_;
  sdk::Entry entry_;
};

}  // namespace almanac::webpage
