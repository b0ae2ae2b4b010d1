#pragma once
#include <almanac/model/source.hpp>

#include "impl.hpp"

/// The columns that read_source reads, in its order.
#define ALMANAC_SOURCE_COLUMNS                                                                                     \
  "id, url, name, plugin, recipe, kind, tags, every, options, added, etag, last_modified, validators_for, state, " \
  "last_attempt, "                                                                                                 \
  "last_good, last_changed, next_due, due_reason, failures, gone_streak, last_error, not_before, last_document, "  \
  "body_hash, same_bodies, plain_body, move_to, move_polls, move_since, moved_from, hint, unwanted_move, "         \
  "wish_interval, wish_hours, wish_days"
/// The assignments that write_health binds, in its order.
#define ALMANAC_HEALTH_ASSIGNMENTS "state=?, " ALMANAC_HEALTH_BEHIND_STATE
#define ALMANAC_HEALTH_BEHIND_STATE                                                                                  \
  "last_attempt=?, last_good=?, last_changed=?, next_due=?, due_reason=?, failures=?, gone_streak=?, "               \
  "last_error=?, not_before=?, last_document=?, body_hash=?, same_bodies=?, plain_body=?, move_to=?, move_polls=?, " \
  "move_since=?, hint=?, wish_interval=?, wish_hours=?, wish_days=?"
/// True for a source whose times a clock wrote that was far ahead of ?1: no reason lets one wait for longer than two
/// weeks, but the user's own interval.
#define ALMANAC_CLOCK_WAS_AHEAD \
  "(next_due > ?1 + 90000 AND (last_attempt > ?1 + 3600 OR next_due > ?1 + 1296000 + 2 * ifnull(every, 0)))"

namespace almanac::store_detail {

/// How many requests of each source the log keeps.
inline constexpr int log_slots = 10;

Source read_source(const Query& row);
void write_health(Query& query, const Health& health);
/// As Store::due_sources and Store::next_due, within a transaction.
std::vector<Source> read_due(Store::Impl& impl, sys_seconds now, std::size_t limit);
/// Whether any source waits only because a clock was ahead; read_due yields those, too.
bool is_any_set_back(Store::Impl& impl, sys_seconds now);
std::optional<sys_seconds> read_next_due(Store::Impl& impl);

}  // namespace almanac::store_detail
