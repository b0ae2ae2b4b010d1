#include "impl.hpp"

namespace almanac {

namespace sd = store_detail;
using sd::Query;

Store::Outcome<void> Store::set_marks(EventId id, const EventMarks& marks, sys_seconds now) {
  return impl_->write([&]() -> Outcome<void> {
    Query event = impl_->use("SELECT 1 FROM event WHERE id = ?");
    event.bind(id.value);
    if (!event.step()) return sd::problem(StoreErrc::missing, "no event " + std::to_string(id.value), {});
    if (marks == EventMarks{}) {
      Query query = impl_->use("DELETE FROM mark WHERE event_id = ?");
      query.bind(id.value).run();
      return {};
    }
    Query query =
        impl_->use("INSERT OR REPLACE INTO mark(event_id, star, going, hidden, note, at) VALUES(?,?,?,?,?,?)");
    query.bind(id.value).bind(marks.starred).bind(marks.going).bind(marks.hidden).bind(marks.note).bind(now).run();
    return {};
  });
}

Store::Outcome<std::optional<std::string>> Store::setting(std::string_view name) {
  return impl_->read([&]() -> Outcome<std::optional<std::string>> {
    Query query = impl_->use("SELECT value FROM setting WHERE name = ?");
    query.bind_copy(name);
    return query.step() ? std::optional(query.text(0)) : std::nullopt;
  });
}

Store::Outcome<void> Store::set_setting(std::string_view name, std::string_view value) {
  return impl_->write([&]() -> Outcome<void> {
    Query query = impl_->use("INSERT OR REPLACE INTO setting(name, value) VALUES(?,?)");
    query.bind_copy(name).bind_copy(value).run();
    return {};
  });
}

}  // namespace almanac
