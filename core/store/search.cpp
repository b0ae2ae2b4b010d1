#include <fmt/format.h>

#include <algorithm>
#include <almanac/query/parse_filter.hpp>
#include <almanac/query/words.hpp>
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

/// The FTS5 query of a search line: words and "phrases", all of which must be found; "hack*" finds beginnings. Other
/// filter terms are read as words.
std::string match_of(std::string_view text) {
  std::string match;
  const auto add = [&](std::string_view part, bool prefix) {
    std::string phrase;
    for (const std::string& word : fold_words(part)) phrase += (phrase.empty() ? "" : " ") + word;
    if (phrase.empty()) return;
    if (!match.empty()) match += " AND ";
    match += '"' + phrase + (prefix ? "\" *" : "\"");
  };
  for (std::size_t at = 0; at < text.size();) {
    const bool quoted = text[at] == '"';
    const std::size_t begin = quoted ? at + 1 : at;
    std::size_t end = std::min(quoted ? text.find('"', begin) : text.find_first_of(" \t\n\r\"", begin), text.size());
    const std::string_view part = text.substr(begin, end - begin);
    if (quoted && end < text.size()) ++end;
    const bool star = quoted ? end < text.size() && text[end] == '*' : part.size() > 1 && part.back() == '*';
    add(part, star);
    at = std::max(end + (quoted && star ? 1 : 0), at + 1);
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r')) ++at;
  }
  return match;
}

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

}  // namespace

Store::Outcome<Listing> Store::search(std::string_view words, const Viewer& viewer, std::size_t limit, Order order) {
  const std::string match = match_of(words.substr(0, limits::filter_bytes));
  return impl_->read([&]() -> Outcome<Listing> {
    Listing listing;
    listing.index_behind = sd::index_behind(*impl_);
    if (match.empty()) return listing;
    const bool phrase = words.find('"') != words.npos;
    std::vector<std::int64_t> newest = newest_hits(*impl_, match, phrase ? most_phrase_hits : most_hits);
    const std::size_t count = newest.size();
    std::vector<Hit> hits;
    if (order == Order::relevance && count <= ranked_hits) {
      hits = hits_by_rank(*impl_, match);
    } else {
      const std::int64_t now = viewer.now.time_since_epoch().count();
      if (walk_pays(*impl_, count, limit)) hits = coming_hits(*impl_, newest, now, limit + 1);
      if (hits.size() <= limit) {
        newest.resize(std::min(count, most_read));
        add_hits(hits, hits_by_start(*impl_, newest, now));
      }
      sort_by_start(hits);
    }
    listing.more = hits.size() > limit || count > most_read;
    for (std::size_t i = 0; i < hits.size() && listing.rows.size() < limit; ++i) {
      const EventId id{hits[i].id};
      ListedEvent row = sd::load_row(*impl_, id, sd::next_occurrence(*impl_, id, viewer));
      if (row.event.id) listing.rows.push_back(std::move(row));  // the index may still know an event that was removed
    }
    return listing;
  });
}

}  // namespace almanac
