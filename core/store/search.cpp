#include <algorithm>
#include <limits>
#include <unordered_set>

#include "event_rows.hpp"
#include "filter_sql.hpp"
#include "listing.hpp"
#include "span_class.hpp"
#include "text_index.hpp"
#include "walk.hpp"

namespace almanac {

namespace sd = store_detail;

namespace {

/// Among how many of the newest hits coming dates are looked for. That words stand side by side is looked up in each
/// text.
constexpr std::size_t most_hits = 60'000, most_phrase_hits = 5'000;
/// How many of the newest hits are read one by one.
constexpr std::size_t most_read = 5'000;
/// Up to so many hits BM25 is cheap: its cost is linear in them.
constexpr std::size_t ranked_hits = 2'000;
/// So many dates are walked to find those of many hits.
constexpr std::int64_t most_dates = 50'000;

struct Hit {
  std::int64_t id = 0, when = 0;
  int group = 0;  ///< 0 coming, 1 past or undated
};

/// Newest first; one more than `most` tells that there are more.
std::vector<std::int64_t> newest_hits(Store::Impl& impl, const std::string& match, std::size_t most) {
  std::vector<std::int64_t> ids;
  sd::Query query = impl.use("SELECT rowid FROM event_fts WHERE event_fts MATCH ? ORDER BY rowid DESC LIMIT ?");
  query.bind(match).bind(most + 1);
  while (query.step()) ids.push_back(query.number(0));
  return ids;
}

std::vector<Hit> hits_by_rank(Store::Impl& impl, const std::string& match) {
  std::vector<Hit> hits;
  sd::Query query =
      impl.use("SELECT rowid FROM event_fts WHERE event_fts MATCH ? ORDER BY bm25(event_fts, 8, 1, 4, 4)");
  query.bind(match);
  while (query.step()) hits.push_back({query.number(0), 0, 0});
  return hits;
}

/// Those of many hits that are running or come next, found by walking the dates from now on, after the longer ones
/// (span classes 2 and 3) that began before: up to `limit`, and fewer when they lie far apart.
std::vector<Hit> coming_hits(Store::Impl& impl, std::vector<std::int64_t> ids, std::int64_t now, std::size_t limit) {
  auto& data = impl.db->filter_data();
  data = {};
  std::sort(ids.begin(), ids.end());
  data.sets.emplace_back(std::move(ids));
  std::vector<Hit> hits;
  std::unordered_set<std::int64_t> seen;
  const auto collect = [&](const std::string& dates, std::int64_t from, std::int64_t to, std::int64_t most) {
    SQLite::Statement statement = impl.db->prepare(
        "SELECT o.event_id, o.start FROM (SELECT event_id, start, length FROM occurrence INDEXED BY " + dates +
        " AND start >= ?2 AND start < ?3 ORDER BY start LIMIT ?4) o WHERE almanac_found(0, o.event_id) AND o.start + "
        "o.length >= ?1 AND NOT EXISTS (SELECT 1 FROM mark h WHERE h.event_id = o.event_id AND h.hidden)");
    sd::Query query(statement);
    query.bind(now).bind(from).bind(to).bind(most);
    while (hits.size() < limit && query.step())
      if (seen.insert(query.number(0)).second) hits.push_back({query.number(0), query.number(1), 0});
  };
  const std::int64_t recent = now - sd::longest_of_span[1], ever = std::numeric_limits<std::int64_t>::max();
  collect("occurrence_span WHERE span > 0 AND span = 3", now - sd::longest_of_span[3], recent, most_dates);
  collect("occurrence_span WHERE span > 0 AND span = 2", now - sd::longest_of_span[2], recent, most_dates);
  collect("occurrence_start WHERE start IS NOT NULL", recent, ever, most_dates);
  return hits;
}

/// Whether enough coming dates are found sooner by walking the dates than by reading each of the hits.
bool walk_pays(Store::Impl& impl, std::size_t hits, std::size_t limit) {
  if (hits > ranked_hits) return true;
  if (hits <= limit) return false;
  return sd::likely_walk(impl, hits, limit) < std::min(most_dates, static_cast<std::int64_t>(hits) * sd::dates_a_hit);
}

/// Coming dates first, the nearest one leading; then past and undated ones, the newest leading.
void sort_by_start(std::vector<Hit>& hits) {
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    if (a.group != b.group) return a.group < b.group;
    return a.group == 0 ? a.when < b.when : a.when > b.when;
  });
}

std::vector<Hit> hits_by_start(Store::Impl& impl, const std::vector<std::int64_t>& ids, std::int64_t now) {
  std::vector<Hit> hits;
  sd::Query query = impl.use(
      "SELECT e.id, e.last, e.published, CASE WHEN e.last >= ?2 THEN (SELECT min(o.start) FROM occurrence o WHERE "
      "o.event_id = e.id AND o.start + o.length >= ?2) END FROM event e WHERE e.id = ?1 "
      "AND NOT EXISTS (SELECT 1 FROM mark h WHERE h.event_id = e.id AND h.hidden)");
  for (const std::int64_t id : ids) {
    query.bind(id).bind(now);
    if (query.step()) {
      Hit hit{id, 0, 1};
      if (!query.is_null(3))
        hit = {id, query.number(3), 0};
      else
        hit.when = query.is_null(1) ? query.number(2) : query.number(1);
      hits.push_back(hit);
    }
    query.again();
  }
  return hits;
}

/// Adds what is not there yet.
void add_hits(std::vector<Hit>& hits, const std::vector<Hit>& more) {
  std::unordered_set<std::int64_t> known;
  for (const Hit& hit : hits) known.insert(hit.id);
  for (const Hit& hit : more)
    if (known.insert(hit.id).second) hits.push_back(hit);
}

/// Newest first; one more than `most` tells that there are more.
std::vector<std::int64_t> newest_matches(Store::Impl& impl, const Filter& filter, const Viewer& viewer,
                                         std::size_t most) {
  sd::Params params;
  const sd::SqlFilter chosen =
      sd::compile_filter(impl, bind(filter, viewer), {sd::RowShape::event, "1", most}, params, sd::Gather::all);
  const std::string from =
      chosen.driver.empty() ? "event e" : '(' + chosen.driver + ") f CROSS JOIN event e ON e.id = f.id";
  SQLite::Statement statement = impl.db->prepare("SELECT e.id FROM " + from + " WHERE " + chosen.where +
                                                 " ORDER BY e.id DESC LIMIT " + std::to_string(most + 1));
  params.bind(statement);
  std::vector<std::int64_t> ids;
  while (statement.executeStep()) ids.push_back(statement.getColumn(0).getInt64());
  return ids;
}

/// Words that must stand side by side.
bool has_phrase(const Filter& filter) {
  return std::any_of(filter.nodes.begin(), filter.nodes.end(), [](const FilterNode& node) {
    const auto* phrase = std::get_if<Phrase>(&node);
    return phrase && phrase->words.size() > 1;
  });
}

/// Coming ones by start, then past ones, newest first.
std::vector<Hit> in_order_of_time(Store::Impl& impl, std::vector<std::int64_t> newest, const Viewer& viewer,
                                  std::size_t limit) {
  const std::int64_t now = viewer.now.time_since_epoch().count();
  const std::size_t count = newest.size();
  std::vector<Hit> hits;
  if (walk_pays(impl, count, limit)) hits = coming_hits(impl, newest, now, limit + 1);
  if (hits.size() <= limit) {
    newest.resize(std::min(count, most_read));
    add_hits(hits, hits_by_start(impl, newest, now));
  }
  sort_by_start(hits);
  return hits;
}

Listing list_hits(Store::Impl& impl, const std::vector<Hit>& hits, std::size_t found, const Viewer& viewer,
                  std::size_t limit) {
  Listing listing;
  listing.index_behind = sd::index_behind(impl);
  listing.more = hits.size() > limit || found > most_read;
  for (std::size_t i = 0; i < hits.size() && listing.rows.size() < limit; ++i) {
    const EventId id{hits[i].id};
    ListedEvent row = sd::load_row(impl, id, sd::next_occurrence(impl, id, viewer));
    if (row.event.id) listing.rows.push_back(std::move(row));  // the index may still know an event that was removed
  }
  return listing;
}

}  // namespace

Store::Outcome<Listing> Store::search(const Filter& filter, const Viewer& viewer, std::size_t limit, Order order) {
  const std::string words = sd::words_match(filter);
  return impl_->read([&]() -> Outcome<Listing> {
    std::vector<std::int64_t> newest = words.empty()        ? newest_matches(*impl_, filter, viewer, most_hits)
                                       : has_phrase(filter) ? newest_hits(*impl_, words, most_phrase_hits)
                                                            : newest_hits(*impl_, words, most_hits);
    const std::size_t found = newest.size();
    const bool ranked = order == Order::relevance && !words.empty() && found <= ranked_hits;
    const std::vector<Hit> hits =
        ranked ? hits_by_rank(*impl_, words) : in_order_of_time(*impl_, std::move(newest), viewer, limit);
    return list_hits(*impl_, hits, found, viewer, limit);
  });
}

}  // namespace almanac
