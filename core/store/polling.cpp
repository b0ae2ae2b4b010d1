#include "event_rows.hpp"
#include "event_writer.hpp"
#include "impl.hpp"
#include "poll_writer.hpp"

namespace almanac {

namespace sd = store_detail;
using sd::Query;

Store::Outcome<PollCounts> Store::commit_poll(const PollCommit& commit, const EventMatcher& matcher) {
  return impl_->write([&]() -> Outcome<PollCounts> {
    sd::PollWriter writer(*impl_, commit.now, matcher);
    for (const SourcePoll& poll : commit.polls) writer.write(poll);
    return writer.finish();
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
