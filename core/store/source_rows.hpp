#pragma once
#include <almanac/model/source.hpp>

#include "impl.hpp"

/// The columns that read_source reads, in its order.
#define ALMANAC_SOURCE_COLUMNS                                                                                     \
  "id, url, name, plugin, recipe, kind, tags, every, options, added, etag, last_modified, validators_for, state, " \
  "last_attempt, "                                                                                                 \
  "last_good, last_changed, next_due, due_reason, failures, gone_streak, last_error, not_before, last_document, "  \
  "body_hash, same_bodies, plain_body, move_to, move_polls, move_since, moved_from, hint, unwanted_move"
/// The assignments that write_health binds, in its order.
#define ALMANAC_HEALTH_ASSIGNMENTS                                                                                   \
  "state=?, last_attempt=?, last_good=?, last_changed=?, next_due=?, due_reason=?, failures=?, gone_streak=?, "      \
  "last_error=?, not_before=?, last_document=?, body_hash=?, same_bodies=?, plain_body=?, move_to=?, move_polls=?, " \
  "move_since=?, hint=?"

namespace almanac::store_detail {

/// How many requests of each source the log keeps.
inline constexpr int log_slots = 10;

Source read_source(const Query& row);
void write_health(Query& query, const Health& health);
/// As Store::due_sources and Store::next_due, within a transaction.
std::vector<Source> read_due(Store::Impl& impl, sys_seconds now, std::size_t limit);
std::optional<sys_seconds> read_next_due(Store::Impl& impl);

}  // namespace almanac::store_detail
