#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/store/records.hpp>
#include <almanac/time/zones/zone.hpp>
#include <vector>

#include "source_options.hpp"

namespace almanac {

/// What of a document is worth keeping, and how far ahead repeating events are laid out.
struct Horizon {
  std::chrono::days past{365};        ///< events that ended before are left out
  std::chrono::days past_posts{365};  ///< posts that were published before are left out
  std::chrono::days occurrences_back{31}, occurrences_ahead{400};
};

/// Entries of one document with the events that they make. A series (a master with its overrides) makes one event.
/// `language` is the document's, for entries that state none. Pure.
struct Derived {
  std::vector<IngestedEntry> entries;
  std::size_t past = 0;  ///< left out because they are over
  std::vector<Warning> warnings;
};
Derived derive_events(std::vector<Entry> entries, const std::string& language, const ZoneBook& zones,
                      const SourceOptions& options, sys_seconds now, const Horizon& horizon = {});

/// The event that one entry makes by itself: facts without occurrences.
Event event_from(const Entry& entry);

}  // namespace almanac
