#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/model/redact_text.hpp>
#include <charconv>

#include "fact_codec.hpp"
#include "impl.hpp"
#include "source_rows.hpp"

namespace almanac {

namespace sd = store_detail;

namespace store_detail {

Source read_source(const Query& row) {
  Source s;
  s.id = SourceId{row.number(0)};
  s.url = row.text(1);
  s.name = row.text(2);
  s.plugin = row.text(3);
  s.recipe = row.text(4);
  if (!row.is_null(5)) s.kind = static_cast<Kind>(row.number(5));
  s.tags = split_lines(row.view(6));
  if (!row.is_null(7)) s.every = std::chrono::seconds{row.number(7)};
  s.options = decode_options(row.view(8));
  s.added = row.time(9);
  s.validators = {row.text(10), row.text(11)};
  s.validators_for = row.text(12);
  s.health.state = static_cast<SourceState>(row.number(13));
  s.health.last_attempt = row.optional_time(14);
  s.health.last_good = row.optional_time(15);
  s.health.last_changed = row.optional_time(16);
  s.health.next_due = row.optional_time(17);
  s.health.due_reason = row.text(18);
  s.health.failures = static_cast<int>(row.number(19));
  s.health.gone_streak = static_cast<int>(row.number(20));
  s.health.last_error = row.text(21);
  s.health.not_before = row.optional_time(22);
  s.health.last_document = row.optional_time(23);
  s.health.body_hash = static_cast<std::uint64_t>(row.number(24));
  s.health.same_bodies = static_cast<int>(row.number(25));
  s.health.plain_body = row.number(26) != 0;
  s.health.move = {row.text(27), static_cast<int>(row.number(28)), row.optional_time(29)};
  s.moved_from = row.text(30);
  s.health.hint = row.text(31);
  s.unwanted_move = row.text(32);
  if (!row.is_null(33)) s.health.wish.interval = std::chrono::seconds{row.number(33)};
  s.health.wish.skip_hours = static_cast<std::uint32_t>(row.number(34));
  s.health.wish.skip_days = static_cast<std::uint8_t>(row.number(35));
  return s;
}

void write_health(Query& query, const Health& h) {
  query.bind(h.state).bind(h.last_attempt).bind(h.last_good).bind(h.last_changed).bind(h.next_due).bind(h.due_reason);
  query.bind(h.failures).bind(h.gone_streak).bind(h.last_error).bind(h.not_before).bind(h.last_document);
  query.bind(h.body_hash).bind(h.same_bodies).bind(h.plain_body).bind(h.move.to).bind(h.move.polls).bind(h.move.since);
  const auto wished = h.wish.interval ? std::optional<std::int64_t>(h.wish.interval->count()) : std::nullopt;
  query.bind(h.hint).bind(wished).bind(std::int64_t{h.wish.skip_hours}).bind(std::int64_t{h.wish.skip_days});
}

bool is_any_set_back(Store::Impl& impl, sys_seconds now) {
  Query query = impl.use("SELECT 1 FROM source WHERE state NOT IN (2, 4) AND " ALMANAC_CLOCK_WAS_AHEAD " LIMIT 1");
  query.bind(now);
  return query.step();
}

std::vector<Source> read_due(Store::Impl& impl, sys_seconds now, std::size_t limit) {
  std::vector<Source> out;
  for (const char* sql : {"SELECT " ALMANAC_SOURCE_COLUMNS
                          " FROM source WHERE state NOT IN (2, 4) AND next_due IS NULL ORDER BY id LIMIT ?2",
                          "SELECT " ALMANAC_SOURCE_COLUMNS
                          " FROM source WHERE state NOT IN (2, 4) AND next_due <= ?1 ORDER BY next_due LIMIT ?2",
                          "SELECT " ALMANAC_SOURCE_COLUMNS
                          " FROM source WHERE state NOT IN (2, 4) AND " ALMANAC_CLOCK_WAS_AHEAD " LIMIT ?2"}) {
    Query query = impl.use(sql);
    query.bind(now).bind(limit - out.size());
    while (query.step()) out.push_back(read_source(query));
  }
  return out;
}

std::optional<sys_seconds> read_next_due(Store::Impl& impl) {
  Query query = impl.use("SELECT next_due FROM source WHERE state NOT IN (2, 4) ORDER BY next_due LIMIT 1");
  if (!query.step()) return std::nullopt;
  return query.is_null(0) ? sys_seconds{} : query.time(0);
}

}  // namespace store_detail

namespace {

using sd::Query;

Problem no_source(const std::string& text) {
  return sd::problem(StoreErrc::missing, "no source '" + text + "'", "'almanac sources' lists them");
}

std::optional<std::int64_t> kind_number(const Source& s) {
  return s.kind ? std::optional<std::int64_t>(static_cast<int>(*s.kind)) : std::nullopt;
}
std::optional<std::int64_t> every_seconds(const Source& s) {
  return s.every ? std::optional<std::int64_t>(s.every->count()) : std::nullopt;
}

std::int64_t id_of_url(Store::Impl& impl, const std::string& url) {
  Query query = impl.use("SELECT id FROM source WHERE url = ?");
  query.bind(url);
  return query.step() ? query.number(0) : 0;
}

void insert_source(Store::Impl& impl, const Source& s) {
  const std::string tags = sd::join_lines(s.tags), options = sd::encode_options(s.options);
  Query query = impl.use(
      "INSERT INTO source(url, name, plugin, recipe, kind, tags, every, options, added, etag, last_modified, "
      "validators_for, "
      "state, last_attempt, last_good, last_changed, next_due, due_reason, failures, gone_streak, last_error, "
      "not_before, last_document, body_hash, same_bodies, plain_body, move_to, move_polls, move_since, hint, "
      "wish_interval, wish_hours, wish_days) "
      "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  query.bind(s.url)
      .bind(s.name)
      .bind(s.plugin)
      .bind(s.recipe)
      .bind(kind_number(s))
      .bind(tags)
      .bind(every_seconds(s))
      .bind_bytes(options);
  query.bind(s.added).bind(s.validators.etag).bind(s.validators.last_modified).bind(s.validators_for);
  sd::write_health(query, s.health);
  query.run();
}

std::vector<Source> read_all(Query& query) {
  std::vector<Source> out;
  while (query.step()) out.push_back(sd::read_source(query));
  return out;
}

constexpr const char* all_sources = "SELECT " ALMANAC_SOURCE_COLUMNS " FROM source ORDER BY name COLLATE NOCASE, id";

/// How well a source answers to a text: 0 not at all, 4 exactly.
int likeness(const Source& source, const std::string& wanted) {
  const std::string name = to_lower(source.name), url = to_lower(source.url);
  if (url == wanted || name == wanted) return 4;
  if (name.starts_with(wanted)) return 3;
  const auto scheme = url.find("://");
  if (url.starts_with(wanted) ||
      (scheme != std::string::npos && std::string_view(url).substr(scheme + 3).starts_with(wanted)))
    return 2;
  return name.find(wanted) != std::string::npos || url.find(wanted) != std::string::npos ? 1 : 0;
}

}  // namespace

Store::Outcome<SourceId> Store::add_source(const Source& source) {
  return impl_->write([&]() -> Outcome<SourceId> {
    if (const auto id = id_of_url(*impl_, source.url))
      return sd::problem(StoreErrc::exists, "already following this address (source " + std::to_string(id) + ")",
                         "change it with 'almanac source edit'");
    insert_source(*impl_, source);
    return SourceId{impl_->db->database().getLastInsertRowid()};
  });
}

Store::Outcome<std::vector<SourceId>> Store::add_sources(std::span<const Source> sources) {
  return impl_->write([&]() -> Outcome<std::vector<SourceId>> {
    std::vector<SourceId> ids;
    ids.reserve(sources.size());
    for (const Source& source : sources) {
      auto id = id_of_url(*impl_, source.url);
      if (!id) {
        insert_source(*impl_, source);
        id = impl_->db->database().getLastInsertRowid();
      }
      ids.push_back(SourceId{id});
    }
    return ids;
  });
}

Store::Outcome<void> Store::update_source(const Source& s) {
  return impl_->write([&]() -> Outcome<void> {
    if (const auto other = id_of_url(*impl_, s.url); other && other != s.id.value)
      return sd::problem(StoreErrc::exists, "source " + std::to_string(other) + " has this address already",
                         "unfollow one of them");
    const std::string tags = sd::join_lines(s.tags), options = sd::encode_options(s.options);
    // A document that has not changed is to be read in the new way, too: its validators are forgotten.
    Query query = impl_->use(
        "UPDATE source SET url=?, name=?, plugin=?, recipe=?, kind=?, tags=?, every=?, options=?, "
        "etag='', last_modified='', validators_for='' WHERE id=?");
    query.bind(s.url)
        .bind(s.name)
        .bind(s.plugin)
        .bind(s.recipe)
        .bind(kind_number(s))
        .bind(tags)
        .bind(every_seconds(s))
        .bind_bytes(options);
    query.bind(s.id.value).run();
    if (impl_->db->changes() == 0) return no_source(std::to_string(s.id.value));
    return {};
  });
}

Store::Outcome<std::string> Store::undo_move(SourceId id) {
  return impl_->write([&]() -> Outcome<std::string> {
    std::string here, before;
    {
      Query query = impl_->use("SELECT url, moved_from FROM source WHERE id = ?");
      query.bind(id.value);
      if (!query.step()) return no_source(std::to_string(id.value));
      here = query.text(0);
      before = query.text(1);
    }
    if (before.empty()) return sd::problem(StoreErrc::missing, redact_text(here) + ": was not moved by a redirect", "");
    if (const auto other = id_of_url(*impl_, before))
      return sd::problem(StoreErrc::exists, "source " + std::to_string(other) + " has the address from before",
                         "unfollow one of them");
    Query query = impl_->use(
        "UPDATE source SET url = ?1, unwanted_move = ?2, moved_from = '', move_to = '', move_polls = 0, "
        "move_since = NULL WHERE id = ?3");
    query.bind(before).bind(here).bind(id.value).run();
    return before;
  });
}

Store::Outcome<void> Store::update_health(SourceId id, const Health& health) {
  return impl_->write([&]() -> Outcome<void> {
    Query query = impl_->use("UPDATE source SET " ALMANAC_HEALTH_ASSIGNMENTS " WHERE id=?");
    sd::write_health(query, health);
    query.bind(id.value).run();
    if (impl_->db->changes() == 0) return no_source(std::to_string(id.value));
    return {};
  });
}

Store::Outcome<Source> Store::source(SourceId id) {
  return impl_->read([&]() -> Outcome<Source> {
    Query query = impl_->use("SELECT " ALMANAC_SOURCE_COLUMNS " FROM source WHERE id = ?");
    query.bind(id.value);
    if (!query.step()) return no_source(std::to_string(id.value));
    return sd::read_source(query);
  });
}

Store::Outcome<std::vector<Source>> Store::sources() {
  return impl_->read([&]() -> Outcome<std::vector<Source>> {
    Query query = impl_->use(all_sources);
    return read_all(query);
  });
}

Store::Outcome<std::vector<Source>> Store::sources_like(std::string_view text) {
  auto all = sources();
  if (!all) return all;
  const std::string wanted = to_lower(text);
  int best = 1;
  for (const Source& source : *all) best = std::max(best, likeness(source, wanted));
  // An exact answer hides the others; otherwise everything that contains the text.
  std::erase_if(*all, [&](const Source& source) { return likeness(source, wanted) < (best == 4 ? 4 : 1); });
  std::stable_sort(all->begin(), all->end(),
                   [&](const Source& a, const Source& b) { return likeness(a, wanted) > likeness(b, wanted); });
  return all;
}

Store::Outcome<Source> Store::find_source(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (!text.empty() && error == std::errc{} && end == text.data() + text.size()) return source(SourceId{number});
  if (text.empty()) return no_source("");
  auto found = sources_like(text);
  if (!found) return found.error();
  if (found->empty()) return no_source(std::string(text));
  const std::string wanted = to_lower(text);
  const int best = likeness(found->front(), wanted);
  if (found->size() > 1 && likeness((*found)[1], wanted) == best) {
    std::string names;
    for (std::size_t i = 0; i < found->size() && i < 5 && likeness((*found)[i], wanted) == best; ++i)
      names += (i ? ", " : "") + std::to_string((*found)[i].id.value) + " " +
               source_label((*found)[i].name, (*found)[i].url);
    return sd::problem(StoreErrc::ambiguous, "'" + std::string(text) + "' names several sources: " + names,
                       "give the number");
  }
  return std::move(found->front());
}

Store::Outcome<std::vector<Source>> Store::due_sources(sys_seconds now, std::size_t limit) {
  return impl_->read([&]() -> Outcome<std::vector<Source>> { return sd::read_due(*impl_, now, limit); });
}

Store::Outcome<std::optional<sys_seconds>> Store::next_due() {
  return impl_->read([&]() -> Outcome<std::optional<sys_seconds>> { return sd::read_next_due(*impl_); });
}

Store::Outcome<std::vector<FetchRecord>> Store::fetch_log(SourceId id) {
  return impl_->read([&]() -> Outcome<std::vector<FetchRecord>> {
    Query query = impl_->use(
        "SELECT l.at, l.http_status, l.bytes, l.took, l.fresh, l.changed, l.unchanged, l.error FROM fetch_log l JOIN "
        "source s ON s.id = l.source_id "
        "WHERE l.source_id = ? ORDER BY l.at DESC, (s.polls - 1 - l.slot) % 10 + CASE WHEN (s.polls - 1 - l.slot) % 10 "
        "< 0 THEN 10 ELSE 0 END");
    query.bind(id.value);
    std::vector<FetchRecord> out;
    while (query.step()) {
      FetchRecord r;
      r.at = query.time(0);
      r.http_status = static_cast<int>(query.number(1));
      r.bytes = static_cast<std::uint64_t>(query.number(2));
      r.took = std::chrono::milliseconds{query.number(3)};
      r.fresh = static_cast<std::uint32_t>(query.number(4));
      r.changed = static_cast<std::uint32_t>(query.number(5));
      r.unchanged = static_cast<std::uint32_t>(query.number(6));
      r.error = query.text(7);
      out.push_back(std::move(r));
    }
    return out;
  });
}

}  // namespace almanac
