#include "impl.hpp"

namespace almanac {

namespace sd = store_detail;
using sd::Query;

namespace {

std::optional<Issue> read_issue(Store::Impl& impl, Query& query) {
  if (!query.step()) return std::nullopt;
  Issue issue;
  issue.id = query.number(0);
  issue.profile = query.text(1);
  issue.period = query.text(2);
  issue.made = query.time(3);
  Query items = impl.use("SELECT event_id, section, told FROM issue_item WHERE issue_id = ? ORDER BY n");
  items.bind(issue.id);
  while (items.step())
    issue.items.push_back({EventId{items.number(0)}, items.text(1), static_cast<std::uint64_t>(items.number(2))});
  return issue;
}

std::optional<Issue> find_issue(Store::Impl& impl, std::string_view profile, std::string_view period) {
  Query query = impl.use("SELECT id, profile, period, made FROM issue WHERE profile = ? AND period = ?");
  query.bind_copy(profile).bind_copy(period);
  return read_issue(impl, query);
}

void insert_issue(Store::Impl& impl, const Issue& issue) {
  Query query = impl.use("INSERT INTO issue(profile, period, made) VALUES(?,?,?)");
  query.bind(issue.profile).bind(issue.period).bind(issue.made).run();
  const std::int64_t id = impl.db->database().getLastInsertRowid();
  int n = 0;
  for (const IssueItem& item : issue.items) {
    // An event that was removed meanwhile needs no memory.
    Query line = impl.use(
        "INSERT INTO issue_item(issue_id, n, event_id, section, told) SELECT ?1, ?2, id, ?4, ?5 FROM event WHERE id = "
        "?3");
    line.bind(id).bind(n++).bind(item.event.value).bind(item.section).bind(item.told).run();
  }
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
    insert_issue(*impl_, issue);
    return *find_issue(*impl_, issue.profile, issue.period);
  });
}

Store::Outcome<std::optional<Issue>> Store::issue(std::string_view profile, std::string_view period) {
  return impl_->read([&]() -> Outcome<std::optional<Issue>> { return find_issue(*impl_, profile, period); });
}

Store::Outcome<std::optional<Issue>> Store::last_issue(std::string_view profile) {
  return impl_->read([&]() -> Outcome<std::optional<Issue>> {
    Query query =
        impl_->use("SELECT id, profile, period, made FROM issue WHERE profile = ? ORDER BY made DESC, id DESC LIMIT 1");
    query.bind_copy(profile);
    return read_issue(*impl_, query);
  });
}

Store::Outcome<std::vector<IssueItem>> Store::told(std::string_view profile, std::span<const EventId> events) {
  return impl_->read([&]() -> Outcome<std::vector<IssueItem>> {
    std::vector<IssueItem> out;
    for (const EventId event : events) {
      Query query = impl_->use(
          "SELECT t.section, t.told FROM issue_item t JOIN issue i ON i.id = t.issue_id WHERE t.event_id = ? AND "
          "i.profile = ? "
          "ORDER BY i.made DESC, i.id DESC LIMIT 1");
      query.bind(event.value).bind_copy(profile);
      if (query.step()) out.push_back({event, query.text(0), static_cast<std::uint64_t>(query.number(1))});
    }
    return out;
  });
}

}  // namespace almanac
