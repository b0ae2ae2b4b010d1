#include "due_times.hpp"

#include <sqlite3.h>

#include "impl.hpp"
#include "source_rows.hpp"

namespace almanac {

namespace sd = store_detail;
using sd::Query;

namespace {

/// The reason that stands with a source from being taken to the end of its poll. People see it when the program died.
const std::string under_way = "a poll of it was under way";

/// Later due times stay, but for those of a clock that was ahead.
void put_off_all(Store::Impl& impl, std::span<const SourceId> sources, sys_seconds now, sys_seconds until) {
  Query query = impl.use("UPDATE source SET last_attempt = ?1, next_due = CASE WHEN " ALMANAC_CLOCK_WAS_AHEAD
                         " THEN ?2 ELSE max(ifnull(next_due, ?2), ?2) END, due_reason = ?3 WHERE id = ?4");
  for (const SourceId id : sources) {
    query.bind(now).bind(until).bind(under_way).bind(id.value).run();
    query.again();
  }
}

}  // namespace

DueTimes::DueTimes(std::unique_ptr<Store::Impl> impl) : impl_(std::move(impl)) {}
DueTimes::DueTimes(DueTimes&&) noexcept = default;
DueTimes::~DueTimes() = default;

DueTimes::Outcome<DueTimes> DueTimes::open(const std::filesystem::path& file) {
  auto impl = std::make_unique<Store::Impl>(file, OpenOptions{});
  try {
    impl->db = std::make_unique<sd::Connection>(file.string(), SQLITE_OPEN_READWRITE);
    // It reads and writes few pages at a time; the Store has the large cache.
    impl->db->execute("PRAGMA cache_size=-2000");
  } catch (const SQLite::Exception& failed) {
    impl->db.reset();
    return sd::sqlite_problem(failed, file);
  }
  return DueTimes(std::move(impl));
}

DueTimes::Outcome<std::vector<Source>> DueTimes::take(sys_seconds now, sys_seconds until, std::size_t limit) {
  if (auto here = impl_->check_place(); !here) return here.error();
  // Mostly nothing is due: that needs no lock.
  const auto first = next();
  if (!first) return first.error();
  if (!*first) return std::vector<Source>{};
  if (**first > now) {
    const auto is_ahead = impl_->read([&]() -> Outcome<bool> { return sd::is_any_set_back(*impl_, now); });
    if (!is_ahead) return is_ahead.error();
    if (!*is_ahead) return std::vector<Source>{};
  }
  return impl_->write([&]() -> Outcome<std::vector<Source>> {
    auto taken = sd::read_due(*impl_, now, limit);
    std::vector<SourceId> ids;
    ids.reserve(taken.size());
    for (const Source& source : taken) ids.push_back(source.id);
    put_off_all(*impl_, ids, now, until);
    return taken;
  });
}

DueTimes::Outcome<void> DueTimes::put_off(std::span<const SourceId> sources, sys_seconds now, sys_seconds until) {
  return impl_->write([&]() -> Outcome<void> {
    put_off_all(*impl_, sources, now, until);
    return {};
  });
}

DueTimes::Outcome<void> DueTimes::give_back(std::span<const TakenSource> sources) {
  return impl_->write([&]() -> Outcome<void> {
    for (const TakenSource& source : sources) {
      Query query = impl_->use(
          "UPDATE source SET last_attempt = ?, next_due = ?, due_reason = ? WHERE id = ? AND due_reason = ?");
      query.bind(source.last_attempt)
          .bind(source.next_due)
          .bind(source.due_reason)
          .bind(source.id.value)
          .bind(under_way)
          .run();
    }
    return {};
  });
}

DueTimes::Outcome<SourceCounts> DueTimes::counts() {
  return impl_->read([&]() -> Outcome<SourceCounts> {
    Query query = impl_->use(
        "SELECT (SELECT count(*) FROM source), (SELECT count(*) FROM source INDEXED BY source_failing WHERE failures > "
        "0)");
    query.step();
    return SourceCounts{query.number(0), query.number(1)};
  });
}

DueTimes::Outcome<std::optional<sys_seconds>> DueTimes::next() {
  return impl_->read([&]() -> Outcome<std::optional<sys_seconds>> { return sd::read_next_due(*impl_); });
}

}  // namespace almanac
