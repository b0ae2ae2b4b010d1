#include "event_rows.hpp"
#include "event_writer.hpp"
#include "impl.hpp"
#include "poll_writer.hpp"

namespace almanac {

namespace sd = store_detail;
using sd::Query;

namespace {

void write_put_off(Store::Impl& impl, const PutOff& off) {
  Query query = impl.use("UPDATE source SET last_attempt = ?, next_due = ?, due_reason = ? WHERE id = ?");
  query.bind(off.last_attempt).bind(off.next_due).bind(off.due_reason).bind(off.source.value).run();
}

/// Those that are over, and those that a clock wrote that was far ahead.
void forget_pauses(Store::Impl& impl, sys_seconds now) {
  Query query = impl.use("DELETE FROM host_pause WHERE until <= ?1 OR until > ?1 + 1296000");
  query.bind(now).run();
}

void write_pause(Store::Impl& impl, const HostPause& pause) {
  Query query = impl.use(
      "INSERT INTO host_pause(host, until, why) VALUES(?,?,?) ON CONFLICT(host) DO UPDATE SET until = excluded.until, "
      "why = excluded.why WHERE excluded.until > until");
  query.bind(pause.host).bind(pause.until).bind(pause.why).run();
}

}  // namespace

Store::Outcome<PollCounts> Store::commit_poll(const PollCommit& commit, const EventMatcher& matcher,
                                              std::vector<PollCounts>* each) {
  return impl_->write([&]() -> Outcome<PollCounts> {
    sd::PollWriter writer(*impl_, commit.now, matcher);
    for (const PutOff& off : commit.put_off) write_put_off(*impl_, off);
    writer.write(commit.polls);
    if (!commit.pauses.empty()) forget_pauses(*impl_, commit.now);
    for (const HostPause& pause : commit.pauses) write_pause(*impl_, pause);
    if (each) *each = writer.counts();
    return writer.finish();
  });
}

Store::Outcome<std::vector<HostPause>> Store::host_pauses(sys_seconds now) {
  return impl_->read([&]() -> Outcome<std::vector<HostPause>> {
    Query query = impl_->use("SELECT host, until, why FROM host_pause WHERE until > ?");
    query.bind(now);
    std::vector<HostPause> out;
    while (query.step()) out.push_back({query.text(0), query.time(1), query.text(2)});
    return out;
  });
}

Store::Outcome<std::vector<bool>> Store::unchanged(SourceId source, std::span<const EntryStamp> stamps) {
  return impl_->read([&]() -> Outcome<std::vector<bool>> {
    std::vector<bool> same;
    same.reserve(stamps.size());
    for (const EntryStamp& stamp : stamps) {
      Query query = impl_->use("SELECT content_hash FROM entry WHERE source_id = ? AND key_hash = ?");
      query.bind(source.value).bind(sd::key_hash(stamp.key));
      same.push_back(query.step() && query.number(0) == static_cast<std::int64_t>(stamp.content_hash));
    }
    return same;
  });
}

Store::Outcome<void> Store::remove_source(SourceId id) {
  return impl_->write([&]() -> Outcome<void> {
    std::vector<EventId> alone;
    {
      Query query = impl_->use(
          "SELECT DISTINCT n.event_id FROM entry n WHERE n.source_id = ?1 "
          "AND NOT EXISTS (SELECT 1 FROM entry x WHERE x.event_id = n.event_id AND x.source_id <> ?1) "
          "AND NOT EXISTS (SELECT 1 FROM mark m WHERE m.event_id = n.event_id AND (m.star OR m.going OR m.note <> "
          "''))");
      query.bind(id.value);
      while (query.step()) alone.push_back(EventId{query.number(0)});
    }
    sd::EventWriter events(*impl_);
    for (const EventId event : alone)
      if (const auto gone = sd::load_event(*impl_, event)) events.remove(*gone);
    Query query = impl_->use("DELETE FROM source WHERE id = ?");
    query.bind(id.value).run();
    if (impl_->db->changes() == 0)
      return sd::problem(StoreErrc::missing, "no source " + std::to_string(id.value), "'almanac sources' lists them");
    return {};
  });
}

}  // namespace almanac
