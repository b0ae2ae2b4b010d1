#include "polled_source.hpp"

#include "source_rows.hpp"

namespace almanac::store_detail {
namespace {

/// What the user has paused stays so; a name that is known is kept.
#define ALMANAC_POLL_ASSIGNMENTS                                                              \
  "state = CASE state WHEN 4 THEN 4 ELSE ? END, " ALMANAC_HEALTH_BEHIND_STATE                 \
  ", polls = polls + 1, name = CASE name WHEN '' THEN ? ELSE name END, plugin = CASE plugin " \
  "WHEN '' THEN ? ELSE plugin END"

void write_source(Store::Impl& impl, const PolledSource& source, const SourcePoll& poll) {
  static const std::string nothing;
  Query query = impl.use(poll.validators ? "UPDATE source SET " ALMANAC_POLL_ASSIGNMENTS
                                           ", etag = ?, last_modified = ?, validators_for = ? WHERE id = ?"
                                         : "UPDATE source SET " ALMANAC_POLL_ASSIGNMENTS " WHERE id = ?");
  write_health(query, poll.health);
  query.bind(poll.name ? *poll.name : nothing).bind(poll.plugin ? *poll.plugin : nothing);
  if (poll.validators) query.bind(poll.validators->etag).bind(poll.validators->last_modified).bind(poll.validators_for);
  query.bind(source.id.value).run();
}

/// The source lives elsewhere from now on, unless another one has that address.
void adopt_address(Store::Impl& impl, SourceId id, const std::string& url) {
  Query query = impl.use(
      "UPDATE source SET moved_from = url, url = ?1 WHERE id = ?2 AND unwanted_move <> ?1 AND NOT EXISTS "
      "(SELECT 1 FROM source WHERE url = ?1)");
  query.bind(url).bind(id.value).run();
}

/// Whether the document has entries, the source had some before, and they share none.
bool is_strange(Store::Impl& impl, SourceId id, const PollCounts& counts) {
  if (counts.fresh == 0 || counts.changed + counts.unchanged > 0) return false;
  Query query = impl.use("SELECT count(*) FROM entry WHERE source_id = ?");
  query.bind(id.value).step();
  return query.number(0) > static_cast<std::int64_t>(counts.fresh);
}

/// Where the source leads to now is never adopted.
void distrust_move(Store::Impl& impl, SourceId id) {
  Query query = impl.use("UPDATE source SET move_since = NULL WHERE id = ?");
  query.bind(id.value).run();
}

void write_log(Store::Impl& impl, const PolledSource& source, const FetchRecord& fetch, const PollCounts& counts) {
  Query query = impl.use(
      "INSERT OR REPLACE INTO fetch_log(source_id, slot, at, http_status, bytes, took, fresh, changed, unchanged, "
      "error) VALUES(?,?,?,?,?,?,?,?,?,?)");
  query.bind(source.id.value).bind(source.polls % log_slots).bind(fetch.at).bind(fetch.http_status).bind(fetch.bytes);
  query.bind(fetch.took.count()).bind(counts.fresh).bind(counts.changed).bind(counts.unchanged).bind(fetch.error);
  query.run();
}

}  // namespace

std::optional<PolledSource> find_polled(Store::Impl& impl, SourceId id) {
  Query query = impl.use("SELECT url, polls FROM source WHERE id = ?");
  query.bind(id.value);
  if (!query.step()) return std::nullopt;
  return PolledSource{id, query.text(0), query.number(1)};
}

void write_polled(Store::Impl& impl, const PolledSource& source, const SourcePoll& poll, const PollCounts& counts) {
  write_source(impl, source, poll);
  if (!poll.new_url.empty() && poll.new_url != source.url) adopt_address(impl, source.id, poll.new_url);
  if (poll.health.move.polls == 1 && is_strange(impl, source.id, counts)) distrust_move(impl, source.id);
  write_log(impl, source, poll.fetch, counts);
}

}  // namespace almanac::store_detail
