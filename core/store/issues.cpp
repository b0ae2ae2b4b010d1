#include "impl.hpp"

namespace almanac {

namespace sd = store_detail;
using sd::Query;

namespace {

#define ALMANAC_ISSUE_COLUMNS "id, profile, period, number, made, content"

constexpr int contents_kept = 12;  ///< issues of a profile

std::optional<Issue> read_issue(Store::Impl& impl, Query& query) {
  if (!query.step()) return std::nullopt;
  Issue issue;
  issue.id = query.number(0);
  issue.profile = query.text(1);
  issue.period = query.text(2);
  issue.number = query.number(3);
  issue.made = query.time(4);
  issue.content = query.view(5);
  Query items = impl.use("SELECT event_id, section, told FROM issue_item WHERE issue_id = ? ORDER BY n");
  items.bind(issue.id);
  while (items.step())
    issue.items.push_back({EventId{items.number(0)}, items.text(1), static_cast<std::uint64_t>(items.number(2))});
  return issue;
}

std::optional<Issue> find_issue(Store::Impl& impl, std::string_view profile, std::string_view period) {
  Query query = impl.use("SELECT " ALMANAC_ISSUE_COLUMNS " FROM issue WHERE profile = ? AND period = ?");
  query.bind_copy(profile).bind_copy(period);
  return read_issue(impl, query);
}

std::int64_t next_number(Store::Impl& impl, const std::string& profile) {
  Query query = impl.use("SELECT ifnull(max(number), 0) + 1 FROM issue WHERE profile = ?");
  query.bind(profile).step();
  return query.number(0);
}

Issue insert_issue(Store::Impl& impl, const Issue& issue, std::int64_t number) {
  Query query = impl.use("INSERT INTO issue(profile, period, number, made, content) VALUES(?,?,?,?,?)");
  query.bind(issue.profile).bind(issue.period).bind(number).bind(issue.made).bind_bytes(issue.content).run();
  const std::int64_t id = impl.db->database().getLastInsertRowid();
  int n = 0;
  for (const IssueItem& item : issue.items) {
    // An event that was removed meanwhile needs no memory.
    Query line = impl.use(
        "INSERT INTO issue_item(issue_id, n, event_id, section, told) SELECT ?1, ?2, id, ?4, ?5 FROM event WHERE id = "
        "?3");
    line.bind(id).bind(n++).bind(item.event.value).bind(item.section).bind(item.told).run();
  }
  Query forget =
      impl.use("UPDATE issue SET content = NULL WHERE profile = ? AND number <= ? AND content IS NOT NULL AND id <> ?");
  forget.bind(issue.profile).bind(next_number(impl, issue.profile) - 1 - contents_kept).bind(id).run();
  return *find_issue(impl, issue.profile, issue.period);
}

/// What was told must not be told again, also after a power cut.
class FullySynchronous {
 public:
  explicit FullySynchronous(sd::Connection& db) : db_(db) { db_.execute("PRAGMA synchronous=FULL"); }
  FullySynchronous(const FullySynchronous&) = delete;
  FullySynchronous& operator=(const FullySynchronous&) = delete;
  ~FullySynchronous() {
    try {
      db_.execute("PRAGMA synchronous=NORMAL");
    } catch (const SQLite::Exception&) {
      // It stays slower and safer.
    }
  }

 private:
  sd::Connection& db_;
};

}  // namespace

Store::Outcome<Issue> Store::record_issue(const Issue& issue) {
  const FullySynchronous synchronous(*impl_->db);
  return impl_->write([&]() -> Outcome<Issue> {
    if (auto made = find_issue(*impl_, issue.profile, issue.period)) return *std::move(made);
    return insert_issue(*impl_, issue, next_number(*impl_, issue.profile));
  });
}

Store::Outcome<Issue> Store::replace_issue(const Issue& issue) {
  const FullySynchronous synchronous(*impl_->db);
  return impl_->write([&]() -> Outcome<Issue> {
    const auto old = find_issue(*impl_, issue.profile, issue.period);
    if (!old) return insert_issue(*impl_, issue, next_number(*impl_, issue.profile));
    impl_->use("DELETE FROM issue WHERE id = ?").bind(old->id).run();
    return insert_issue(*impl_, issue, old->number);
  });
}

Store::Outcome<std::optional<Issue>> Store::issue(std::string_view profile, std::string_view period) {
  return impl_->read([&]() -> Outcome<std::optional<Issue>> { return find_issue(*impl_, profile, period); });
}

Store::Outcome<std::optional<Issue>> Store::last_issue(std::string_view profile, std::optional<sys_seconds> before) {
  return impl_->read([&]() -> Outcome<std::optional<Issue>> {
    Query query = impl_->use("SELECT " ALMANAC_ISSUE_COLUMNS
                             " FROM issue WHERE profile = ?1 AND (?2 IS NULL OR made < ?2) ORDER BY made DESC, number "
                             "DESC LIMIT 1");
    query.bind_copy(profile).bind(before);
    return read_issue(*impl_, query);
  });
}

Store::Outcome<std::vector<ToldItem>> Store::told(std::string_view profile, std::span<const EventId> events,
                                                  std::int64_t except) {
  return impl_->read([&]() -> Outcome<std::vector<ToldItem>> {
    std::vector<ToldItem> out;
    Query query = impl_->use(
        "SELECT t.section, t.told, i.made FROM issue_item t JOIN issue i ON i.id = t.issue_id WHERE t.event_id = ? AND "
        "i.profile = ? AND i.id <> ? ORDER BY i.made DESC, i.number DESC LIMIT 1");
    for (const EventId event : events) {
      query.again();
      query.bind(event.value).bind_copy(profile).bind(except);
      if (query.step())
        out.push_back({{event, query.text(0), static_cast<std::uint64_t>(query.number(1))}, query.time(2)});
    }
    return out;
  });
}

Store::Outcome<std::vector<EventId>> Store::told_unchanged(const ToldBy& told) {
  return impl_->read([&]() -> Outcome<std::vector<EventId>> {
    std::vector<EventId> out;
    Query query = impl_->use(
        "SELECT DISTINCT t.event_id FROM issue i JOIN issue_item t ON t.issue_id = i.id JOIN event y ON y.id = "
        "t.event_id WHERE i.profile = ? AND i.made > ? AND i.id <> ? AND y.changed <= i.made");
    query.bind(told.profile).bind(told.after).bind(told.except);
    while (query.step()) out.push_back(EventId{query.number(0)});
    return out;
  });
}

}  // namespace almanac
