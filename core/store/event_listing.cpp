#include <fmt/format.h>

#include "event_rows.hpp"
#include "listing.hpp"
#include "text_index.hpp"

namespace almanac {

namespace sd = store_detail;

namespace {

using sd::Params;
using sd::SqlFilter;

/// Rows that are events.
class EventQuery {
 public:
  /// `listed`: what all have in common, a condition on e.last; "1" for nothing.
  EventQuery(Store::Impl& impl, const ListQuery& query, sd::Gather gather, const std::string& listed)
      : query_(query), impl_(impl), page_(query.offset, query.limit, true) {
    filter_ = sd::compile_filter(impl, bind(query.filter, query.viewer),
                                 {sd::RowShape::event, listed, query.offset + query.limit}, params_, gather);
    chosen_ = sd::join_conditions(
        {sd::hidden_condition(query, "e.id"), sd::told_condition(query, "e.id", params_), filter_.where});
  }

  std::int64_t walk_steps() const { return filter_.walk_steps; }

 protected:
  enum class Dates { none, all };
  void collect(const std::string& table, const std::string& conditions, const std::string& order, Dates dates);
  bool done() const { return page_.done(); }
  Listing finish();
  std::string seconds(sys_seconds time) { return params_.add(std::int64_t{time.time_since_epoch().count()}); }

  const ListQuery& query_;
  Params params_;

 private:
  Store::Impl& impl_;
  sd::Page page_;
  SqlFilter filter_;
  std::string chosen_;
  Listing listing_;
};

class PostQuery : public EventQuery {
 public:
  PostQuery(Store::Impl& impl, const ListQuery& query, sd::Gather gather)
      : EventQuery(impl, query, gather, "e.last IS NULL") {}
  Listing run();
};

class SelectionQuery : public EventQuery {
 public:
  SelectionQuery(Store::Impl& impl, const ListQuery& query, sd::Gather gather) : EventQuery(impl, query, gather, "1") {}
  Listing run();
};

/// `conditions` and `order` stand beside the filter.
void EventQuery::collect(const std::string& table, const std::string& conditions, const std::string& order,
                         Dates dates) {
  std::string sql = "SELECT e.id FROM ";
  if (!filter_.driver.empty())
    sql += "(" + filter_.driver + ") f CROSS JOIN event e ON e.id = f.id ";
  else
    sql += table;
  sql += " WHERE " + sd::join_conditions({conditions, chosen_}) + order;
  SQLite::Statement statement = impl_.db->prepare(sql);
  params_.bind(statement);
  sd::Query row(statement);
  while (!page_.done() && row.step()) {
    const EventId id{row.number(0)};
    if (!page_.take(id.value)) continue;
    if (query_.only_ids) {
      listing_.ids.push_back(id);
      continue;
    }
    const bool all = dates == Dates::all;
    listing_.rows.push_back(
        sd::load_row(impl_, id, all ? sd::next_occurrence(impl_, id, query_.viewer) : std::nullopt));
    if (all) sd::load_occurrences(impl_, listing_.rows.back().event);
  }
}

Listing EventQuery::finish() {
  listing_.more = page_.more();
  if (filter_.has_words) listing_.index_behind = sd::index_behind(impl_);
  return std::move(listing_);
}

Listing PostQuery::run() {
  // An announcement without a date is read like a post, whatever it announces.
  const std::vector<Kind> kinds = query_.kinds.empty()
                                      ? std::vector{Kind::other,  Kind::conference, Kind::hackathon, Kind::competition,
                                                    Kind::meetup, Kind::talk,       Kind::post}
                                      : query_.kinds;
  const std::string undated = sd::join_conditions({"e.last IS NULL", sd::kinds_condition(kinds, "(e.traits & 7)")});
  const std::string table = "event e INDEXED BY event_undated";
  std::string published;
  if (query_.from) published = "e.published >= " + seconds(*query_.from);
  if (query_.to) published = sd::join_conditions({published, "e.published < " + seconds(*query_.to)});
  const std::string news = query_.news_since ? seconds(*query_.news_since) : std::string{};
  if (!news.empty())
    published = sd::join_conditions(
        {published, "e.published IS NOT NULL", fmt::format("(e.published >= {0} OR e.first_seen >= {0})", news)});
  collect(table, sd::join_conditions({undated, published}), " ORDER BY e.published DESC, e.id DESC", Dates::none);
  if (!news.empty() && !done())
    collect(table, sd::join_conditions({undated, "e.published IS NULL AND e.first_seen >= " + news}),
            " ORDER BY e.first_seen DESC, e.id DESC", Dates::none);
  return finish();
}

Listing SelectionQuery::run() {
  std::string dates;
  if (query_.from || query_.to) {
    const Span span = span_between(query_.from, query_.to, query_.viewer);
    // Running at the beginning of the window counts, as in `upcoming`.
    const auto bounds = [&](std::int64_t from, std::int64_t to) {
      return fmt::format("(x.start >= {0} OR x.start + x.length > {0}) AND x.start < {1}", params_.add(from),
                         params_.add(to));
    };
    const std::string utc = bounds(span.utc_from, span.utc_to), local = bounds(span.local_from, span.local_to);
    dates = fmt::format(
        "EXISTS (SELECT 1 FROM occurrence x WHERE x.event_id = e.id AND CASE x.clock WHEN 1 THEN {} ELSE {} END)", utc,
        local);
  }
  collect("event e", sd::join_conditions({sd::kinds_condition(query_.kinds, "(e.traits & 7)"), dates}),
          " ORDER BY e.id", Dates::all);
  return finish();
}

}  // namespace

Store::Outcome<Listing> Store::posts(const ListQuery& query) {
  return impl_->read([&]() -> Outcome<Listing> {
    return sd::list_in_order(*impl_, query, [&](sd::Gather gather) { return PostQuery(*impl_, query, gather); });
  });
}
Store::Outcome<Listing> Store::select(const ListQuery& query) {
  return impl_->read([&]() -> Outcome<Listing> {
    return sd::list_in_order(*impl_, query, [&](sd::Gather gather) { return SelectionQuery(*impl_, query, gather); });
  });
}

}  // namespace almanac
