#include "listing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "event_rows.hpp"
#include "public_id.hpp"
#include "span_class.hpp"
#include "text_index.hpp"

namespace almanac {

namespace sd = store_detail;

namespace store_detail {

bool Page::take(std::int64_t event) {
  if (more_ || (!every_ && !seen_.insert(event).second)) return false;
  if (skip_ > 0) {
    --skip_;
    return false;
  }
  if (taken_ == limit_) {
    more_ = true;
    return false;
  }
  ++taken_;
  return true;
}

std::string hidden_condition(const ListQuery& query, const std::string& id) {
  if (query.with_hidden || mentions(query.filter, Field::hidden)) return {};
  return fmt::format("NOT EXISTS (SELECT 1 FROM mark h WHERE h.event_id = {} AND h.hidden)", id);
}

std::string told_condition(const ListQuery& query, const std::string& id, Params& params) {
  if (!query.leave_out) return {};
  const ToldBy& told = *query.leave_out;
  return fmt::format(
      "NOT EXISTS (SELECT 1 FROM issue_item t JOIN issue i ON i.id = t.issue_id JOIN event y ON y.id = t.event_id "
      "WHERE "
      "t.event_id = {} AND i.profile = {} AND i.made > {} AND i.id <> {} AND y.changed <= i.made)",
      id, params.add(told.profile), params.add(std::int64_t{told.after.time_since_epoch().count()}),
      params.add(told.except));
}

std::string kinds_condition(const std::vector<Kind>& kinds, const std::string& column) {
  if (kinds.empty()) return {};
  std::string list;
  for (const Kind kind : kinds) list += (list.empty() ? "" : ", ") + std::to_string(static_cast<int>(kind));
  return fmt::format("{} IN ({})", column, list);
}

std::string join_conditions(std::initializer_list<std::string> conditions) {
  std::string out;
  for (const std::string& condition : conditions) {
    if (condition.empty() || condition == "1") continue;
    if (!out.empty()) out += " AND ";
    out += condition;
  }
  return out.empty() ? "1" : out;
}

ListedEvent load_row(Store::Impl& impl, EventId id, std::optional<Occurrence> shown) {
  ListedEvent row;
  {
    Query query = impl.use("SELECT " ALMANAC_EVENT_COLUMNS " FROM event e WHERE e.id = ?");
    query.bind(id.value);
    std::int64_t public_id = 0;
    if (query.step()) row.event = read_event(query, &public_id);
    row.public_id = public_id_text(public_id);
  }
  row.shown = std::move(shown);
  complete_row(impl, row);
  return row;
}

std::optional<Occurrence> next_occurrence(Store::Impl& impl, EventId id, const Viewer& viewer) {
  const Span now = span_between(viewer.now, std::nullopt, viewer);
  Query query = impl.use("SELECT " ALMANAC_OCCURRENCE_COLUMNS
                         " FROM occurrence o WHERE o.event_id = ?1 ORDER BY max(o.start + 1, o.start + o.length) <= "
                         "CASE o.clock WHEN 1 THEN ?2 "
                         "ELSE ?3 END, o.status = ?4, abs(o.start - ?2) LIMIT 1");
  query.bind(id.value).bind(now.utc_from).bind(now.local_from);
  query.bind(static_cast<std::int64_t>(EventStatus::cancelled));
  if (!query.step()) return std::nullopt;
  return read_occurrence(query, 0);
}

}  // namespace store_detail

namespace {

using sd::Params;
using sd::SqlFilter;

/// `upcoming` as statements. Running events come from the dates that began before the window, found by how long they
/// take.
class UpcomingQuery {
 public:
  UpcomingQuery(Store::Impl& impl, const ListQuery& query, sd::Gather gather)
      : impl_(impl),
        query_(query),
        span_(span_between(query.from ? query.from : std::optional(query.viewer.now), query.to, query.viewer)),
        page_(query.offset, query.limit, query.every_occurrence) {
    const std::string listed = "e.last >= " + params_.add(std::min(span_.utc_from, span_.day_from));
    filter_ = sd::compile_filter(impl, bind(query.filter, query.viewer),
                                 {sd::RowShape::occurrence, listed, query.offset + query.limit}, params_, gather);
    span_ = span_.narrowed(filter_.window);
    // A row's own clock decides; these bounds hold for every clock and let the index do the work.
    least_ = std::min(span_.utc_from, span_.day_from);
    from_ = std::max(span_.utc_from, span_.local_from);
    if (span_.has_end()) before_ = std::max(span_.utc_to, span_.local_to);
  }

  std::int64_t walk_steps() const { return filter_.walk_steps; }

  Listing run() {
    if (!filter_.driver.empty()) {
      collect(driven());
    } else {
      collect(running());
      if (!page_.done()) collect(starting());
    }
    listing_.more = page_.more();
    if (filter_.has_words) listing_.index_behind = sd::index_behind(impl_);
    return std::move(listing_);
  }

 private:
  std::string begins() { return "o.start >= CASE o.clock WHEN 1 THEN " + utc() + " ELSE " + local() + " END"; }
  std::string utc() { return once(utc_, span_.utc_from); }
  std::string local() { return once(local_, span_.local_from); }
  std::string once(std::string& place, std::int64_t value) {
    if (place.empty()) place = params_.add(value);
    return place;
  }
  std::string before_end() {
    if (!span_.has_end()) return {};
    return fmt::format("o.start < CASE o.clock WHEN 1 THEN {} ELSE {} END", once(utc_to_, span_.utc_to),
                       once(local_to_, span_.local_to));
  }
  std::string runs() {
    return fmt::format(
        "o.start < CASE o.clock WHEN 1 THEN {0} ELSE {1} END AND o.start + o.length > CASE o.clock WHEN 1 THEN {0} "
        "ELSE {1} END",
        utc(), local());
  }

  std::string select(const std::string& table, const std::string& index, const std::string& conditions) {
    return fmt::format("SELECT o.event_id, o.n, o.start FROM {} occurrence o {} {} WHERE {}", table, index,
                       filter_.needs_event ? "CROSS JOIN event e ON e.id = o.event_id" : "", conditions);
  }
  std::string common() {
    return sd::join_conditions({sd::kinds_condition(query_.kinds, index_by_kind() ? "o.kind" : "+o.kind"), before_end(),
                                sd::hidden_condition(query_, "o.event_id"), told(), filter_.where});
  }
  std::string told() {
    if (told_.empty()) told_ = sd::told_condition(query_, "o.event_id", params_);
    return told_;
  }
  bool index_by_kind() const { return query_.kinds.size() == 1 && filter_.driver.empty(); }

  std::string bounds(std::int64_t from, std::optional<std::int64_t> before) {
    std::string range = "o.start >= " + params_.add(from);
    if (before) range += " AND o.start < " + params_.add(*before);
    return range;
  }

  std::string running() {
    std::string sql;
    const std::string rest = common();
    const std::int64_t until = std::min(from_, before_.value_or(from_));
    for (int span = 0; span < sd::span_classes; ++span) {
      const std::string range = bounds(least_ - sd::longest_of_span[span], until);
      if (!sql.empty()) sql += " UNION ALL ";
      if (span == 0)
        sql +=
            select("", index_by_kind() ? "INDEXED BY occurrence_kind" : "INDEXED BY occurrence_start",
                   // The same as o.span = 0, which one of these indexes does not hold.
                   sd::join_conditions({range, fmt::format("o.length <= {}", sd::longest_of_span[0]), runs(), rest}));
      else
        sql += select("", "INDEXED BY occurrence_span",
                      sd::join_conditions({"o.span > 0 AND o.span = " + std::to_string(span), range, runs(),
                                           sd::kinds_condition(query_.kinds, "+o.kind"), before_end(),
                                           sd::hidden_condition(query_, "o.event_id"), told(), filter_.where}));
    }
    return sql + " ORDER BY 3";
  }

  std::string starting() {
    return select("", index_by_kind() ? "INDEXED BY occurrence_kind" : "INDEXED BY occurrence_start",
                  sd::join_conditions({bounds(least_, before_), begins(), common()})) +
           " ORDER BY o.start";
  }

  std::string driven() {
    return select("(" + filter_.driver + ") f CROSS JOIN", "ON o.event_id = f.id",
                  sd::join_conditions({fmt::format("({} OR ({}))", begins(), runs()), common()})) +
           " ORDER BY " + begins() + ", o.start";
  }

  void collect(const std::string& sql) {
    SQLite::Statement statement = impl_.db->prepare(sql);
    params_.bind(statement);
    sd::Query row(statement);
    while (!page_.done() && row.step()) {
      const EventId id{row.number(0)};
      if (query_.only_ids) {
        if (page_.take(id.value)) listing_.ids.push_back(id);
        continue;
      }
      if (page_.knows(id.value)) continue;
      std::optional<Occurrence> date = occurrence(id, row.number(1));
      if (is_replaced(id, date) || !page_.take(id.value)) continue;
      listing_.rows.push_back(sd::load_row(impl_, id, std::move(date)));
    }
  }

  /// A date of a series that does not take place, where another one does from now on: that one is listed.
  bool is_replaced(EventId id, const std::optional<Occurrence>& date) {
    if (query_.every_occurrence || !date || date->status != EventStatus::cancelled) return false;
    sd::Query query = impl_.use(
        "SELECT EXISTS (SELECT 1 FROM occurrence o WHERE o.event_id = ? AND o.start + o.length >= ? AND o.status <> "
        "?)");
    query.bind(id.value).bind(least_).bind(static_cast<std::int64_t>(EventStatus::cancelled));
    return query.step() && query.number(0) != 0;
  }

  /// What the indexes do not hold of a date that is shown.
  std::optional<Occurrence> occurrence(EventId id, std::int64_t n) {
    sd::Query query =
        impl_.use("SELECT " ALMANAC_OCCURRENCE_COLUMNS " FROM occurrence o WHERE o.event_id = ? AND o.n = ?");
    query.bind(id.value).bind(n);
    if (!query.step()) return std::nullopt;
    return sd::read_occurrence(query, 0);
  }

  Store::Impl& impl_;
  const ListQuery& query_;
  Span span_;
  sd::Page page_;
  Params params_;
  SqlFilter filter_;
  Listing listing_;
  std::int64_t least_ = 0, from_ = 0;
  std::optional<std::int64_t> before_;
  std::string utc_, local_, utc_to_, local_to_, told_;
};

class DeadlineQuery {
 public:
  DeadlineQuery(Store::Impl& impl, const ListQuery& query, sd::Gather gather) : impl_(impl), query_(query) {
    filter_ = sd::compile_filter(impl, bind(query.filter, query.viewer),
                                 {sd::RowShape::deadline, "1", query.offset + query.limit}, params_, gather);
  }
  std::int64_t walk_steps() const { return filter_.walk_steps; }

  DeadlineListing run() {
    DeadlineListing listing;
    sd::Page page(query_.offset, query_.limit, true);
    SQLite::Statement statement = impl_.db->prepare(select());
    params_.bind(statement);
    sd::Query row(statement);
    while (!page.done() && row.step()) {
      const EventId id{row.number(0)};
      if (!page.take(id.value)) continue;
      if (query_.only_ids) {
        listing.ids.push_back(id);
        continue;
      }
      ListedDeadline line;
      line.listed = sd::load_row(impl_, id, sd::next_occurrence(impl_, id, query_.viewer));
      line.deadline = line.listed.event.deadlines.at(static_cast<std::size_t>(row.number(1)));
      listing.rows.push_back(std::move(line));
    }
    listing.more = page.more();
    if (filter_.has_words) listing.index_behind = sd::index_behind(impl_);
    return listing;
  }

 private:
  std::string select() {
    const Span span =
        span_between(query_.from ? query_.from : std::optional(query_.viewer.now), query_.to, query_.viewer);
    std::string sql = "SELECT d.event_id, d.n FROM ";
    if (filter_.driver.empty())
      sql += "deadline d INDEXED BY deadline_at ";
    else
      sql += "(" + filter_.driver + ") f CROSS JOIN deadline d ON d.event_id = f.id ";
    if (filter_.needs_event) sql += "CROSS JOIN event e ON e.id = d.event_id ";
    std::string range = "d.at >= " + params_.add(std::min(span.utc_from, span.day_from));
    if (query_.to) range += " AND d.at < " + params_.add(std::max(span.utc_to, span.local_to));
    return sql + "WHERE " +
           sd::join_conditions({range, "d.clock <> 0", sd::span_condition("d.clock", "d.at", span, params_),
                                sd::kinds_condition(query_.kinds, "(d.traits & 7)"),
                                sd::hidden_condition(query_, "d.event_id"),
                                sd::told_condition(query_, "d.event_id", params_), filter_.where}) +
           " ORDER BY d.at";
  }

  Store::Impl& impl_;
  const ListQuery& query_;
  Params params_;
  SqlFilter filter_;
};

}  // namespace

Store::Outcome<Listing> Store::upcoming(const ListQuery& query) {
  return impl_->read([&]() -> Outcome<Listing> {
    return sd::list_in_order(*impl_, query, [&](sd::Gather gather) { return UpcomingQuery(*impl_, query, gather); });
  });
}
Store::Outcome<DeadlineListing> Store::deadlines(const ListQuery& query) {
  return impl_->read([&]() -> Outcome<DeadlineListing> {
    return sd::list_in_order(*impl_, query, [&](sd::Gather gather) { return DeadlineQuery(*impl_, query, gather); });
  });
}

}  // namespace almanac
