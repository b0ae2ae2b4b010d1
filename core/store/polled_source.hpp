#pragma once
#include <optional>
#include <string>

#include "impl.hpp"

namespace almanac::store_detail {

/// A source whose poll is being written.
struct PolledSource {
  SourceId id;
  std::string url;
  std::int64_t polls = 0;  ///< before this one
};

/// Nothing when it was unfollowed while it was polled.
std::optional<PolledSource> find_polled(Store::Impl& impl, SourceId id);

/// Writes what a poll says of the source itself, and a line of the log of requests. Throws SQLite::Exception.
void write_polled(Store::Impl& impl, const PolledSource& source, const SourcePoll& poll, const PollCounts& counts);

}  // namespace almanac::store_detail
