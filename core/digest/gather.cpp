#include "gather.hpp"

#include <algorithm>
#include <almanac/digest/ahead.hpp>
#include <almanac/digest/matched_terms.hpp>
#include <almanac/model/url.hpp>
#include <almanac/query/parse_filter.hpp>
#include <almanac/query/words.hpp>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace almanac {
namespace {

constexpr std::size_t page_rows = 100, most_pages = 10, most_changes = 2000, most_changed = 500, most_broken = 20,
                      most_counted = 10'000;
/// Posts are news for a week when no issue was made before; what arrives late may have been published that long before
/// the issue in which it could have stood.
constexpr std::chrono::days first_posts{7}, late_posts{28};

Viewer viewer_of(sys_seconds now, const Zone& zone) {
  Viewer viewer;
  viewer.now = now;
  viewer.to_utc = [zone](std::int64_t local) { return zone.to_utc(local); };
  viewer.to_local = [zone](std::int64_t utc) { return zone.to_local(utc); };
  return viewer;
}

/// The questions of one issue. Members that fail leave `problem_`.
class Gathering {
 public:
  Gathering(Store& store, DigestInput& input, const GatherBounds& bounds, Filter filter)
      : store_(store), input_(input), bounds_(bounds), filter_(std::move(filter)) {
    viewer_ = viewer_of(input.now, input.zone);
    terms_ = wanted_terms(filter_, viewer_);
    for (const auto& topic : input.profile.topics)
      interests_.push_back({topic, bind(Filter{{Fact{Field::topic, topic_key(topic), 0}}}, viewer_)});
  }

  Result<void, Problem> run() {
    using Step = Result<void, Problem> (Gathering::*)();
    for (const Step step : {&Gathering::sources, &Gathering::changes, &Gathering::closing, &Gathering::competitions,
                            &Gathering::conferences, &Gathering::changed, &Gathering::posts})
      if (auto done = (this->*step)(); !done) return done;
    return {};
  }

 private:
  ListQuery query(std::size_t limit) const {
    ListQuery query;
    query.filter = filter_;
    query.viewer = viewer_;
    query.limit = limit;
    return query;
  }
  Result<void, Problem> sources();
  Result<void, Problem> changes();
  Result<void, Problem> closing();
  Result<void, Problem> competitions() {
    return upcoming(SectionKind::competitions, {Kind::hackathon, Kind::competition}, input_.profile.limits.competitions,
                    input_.competitions);
  }
  Result<void, Problem> conferences() {
    return upcoming(SectionKind::conferences, {Kind::conference, Kind::meetup, Kind::talk, Kind::other},
                    input_.profile.limits.conferences, input_.conferences);
  }
  Result<void, Problem> changed();
  Result<void, Problem> posts();
  Result<void, Problem> upcoming(SectionKind section, std::initializer_list<Kind> kinds, std::size_t limit,
                                 std::vector<DigestCandidate>& out);
  Result<void, Problem> one_kind(SectionKind section, Kind kind, std::size_t limit, std::vector<DigestCandidate>& out);
  /// What issues made after an instant told, without the one that is made again.
  std::optional<ToldBy> told_since(sys_seconds after) const {
    if (!bounds_.memory) return std::nullopt;
    return ToldBy{input_.profile.name, after, bounds_.instead_of};
  }
  Result<std::optional<DetailedEvent>, Problem> detail_of(EventId id);
  Result<void, Problem> changes_since_told(DigestCandidate& candidate);
  Result<void, Problem> count_further(SectionKind section, ListQuery ask);
  Result<void, Problem> remember(std::vector<DigestCandidate>& candidates, std::size_t from);
  std::vector<SourceFacts> facts_of(const ListedEvent& listed) const;
  DigestCandidate candidate(ListedEvent listed) const;

  Store& store_;
  DigestInput& input_;
  const GatherBounds& bounds_;
  Filter filter_;
  Viewer viewer_;
  std::vector<FilterTerm> terms_, interests_;
  std::unordered_map<std::string, SourceFacts> by_name_;
  std::unordered_map<EventId, std::vector<EventChange>> changes_;
  std::vector<EventId> changed_events_;
  std::optional<std::unordered_set<EventId>> told_;  ///< and unchanged since; once it is asked for
};

Result<void, Problem> Gathering::sources() {
  const auto all = store_.sources();
  if (!all) return all.error();
  for (const auto& source : *all) {
    by_name_[source_label(source.name, source.url)] = {source.name, source.url, source.tags};
    const Health& health = source.health;
    if (health.failures == 0 || health.state == SourceState::paused) continue;
    const auto url = Url::parse(source.url);
    const auto address = url ? url->redacted() : std::string{};
    input_.broken.push_back(
        {source_label(source.name, source.url), address, health.last_error, health.last_good, health.failures});
  }
  const auto worse = [](const BrokenSource& a, const BrokenSource& b) { return a.failures > b.failures; };
  std::stable_sort(input_.broken.begin(), input_.broken.end(), worse);
  if (input_.broken.size() > most_broken) input_.broken.resize(most_broken);
  return {};
}

Result<void, Problem> Gathering::changes() {
  if (!bounds_.since) return {};
  const auto logged = store_.changes_since(*bounds_.since, most_changes, input_.profile.name);
  if (!logged) return logged.error();
  for (const auto& [event, change] : *logged) {
    if (change.at > input_.now) continue;
    auto& list = changes_[event];
    if (list.empty() && changed_events_.size() < most_changed) changed_events_.push_back(event);
    list.insert(list.begin(), change);  // newest come first; told oldest first
  }
  return {};
}

std::vector<SourceFacts> Gathering::facts_of(const ListedEvent& listed) const {
  std::vector<SourceFacts> facts;
  for (const auto& name : listed.sources)
    if (const auto known = by_name_.find(name); known != by_name_.end()) facts.push_back(known->second);
  return facts;
}

DigestCandidate Gathering::candidate(ListedEvent listed) const {
  DigestCandidate candidate;
  candidate.listed = std::move(listed);
  const auto facts = facts_of(candidate.listed);
  const auto* shown = candidate.listed.shown ? &*candidate.listed.shown : nullptr;
  const Candidate facts_known{candidate.listed.event, shown, candidate.listed.marks, facts};
  candidate.matched = matched_terms(terms_, facts_known);
  candidate.interests = matched_terms(interests_, facts_known);
  if (const auto found = changes_.find(candidate.listed.event.id); found != changes_.end())
    candidate.changes = found->second;
  return candidate;
}

/// Asks what was told of the candidates from `from` on. A change of the very second in which the last issue was made
/// was told there if the issue had today's facts.
Result<void, Problem> Gathering::remember(std::vector<DigestCandidate>& candidates, std::size_t from) {
  if (!bounds_.memory) return {};
  std::vector<EventId> ids;
  for (std::size_t i = from; i < candidates.size(); ++i) ids.push_back(candidates[i].listed.event.id);
  const auto told = store_.told(input_.profile.name, ids, bounds_.instead_of);
  if (!told) return told.error();
  std::unordered_map<EventId, const ToldItem*> by_event;
  for (const auto& told_item : *told) by_event[told_item.item.event] = &told_item;
  for (std::size_t i = from; i < candidates.size(); ++i) {
    DigestCandidate& candidate = candidates[i];
    const auto found = by_event.find(candidate.listed.event.id);
    if (found == by_event.end()) continue;
    candidate.told = true;
    candidate.told_same = found->second->item.told == told_facts(candidate.listed.event);
    candidate.told_at = found->second->at;
    if (candidate.told_same && candidate.told_at == bounds_.since)
      std::erase_if(candidate.changes, [&](const EventChange& change) { return change.at == *bounds_.since; });
    if (candidate.told_same || !candidate.changes.empty()) continue;
    if (auto done = changes_since_told(candidate); !done) return done;
  }
  return {};
}

/// Nothing for what was removed since it was listed: others write beside us.
Result<std::optional<DetailedEvent>, Problem> Gathering::detail_of(EventId id) {
  auto detail = store_.event(id);
  if (detail) return std::optional(std::move(*detail));
  if (detail.error().code == make_error_code(StoreErrc::missing)) return std::optional<DetailedEvent>{};
  return detail.error();
}

/// It changed before the last issue, which had no room for that.
Result<void, Problem> Gathering::changes_since_told(DigestCandidate& candidate) {
  auto detail = detail_of(candidate.listed.event.id);
  if (!detail) return detail.error();
  if (!*detail) return {};
  for (auto& change : (*detail)->changes)
    if (change.at >= *candidate.told_at && change.at <= input_.now) candidate.changes.push_back(std::move(change));
  const auto earlier = [](const EventChange& a, const EventChange& b) { return a.at < b.at; };
  std::stable_sort(candidate.changes.begin(), candidate.changes.end(), earlier);
  return {};
}

/// All that a question finds, as far as is counted, for what has no room. Reads nothing but the index.
Result<void, Problem> Gathering::count_further(SectionKind section, ListQuery ask) {
  ask.only_ids = true;
  ask.offset = 0;
  ask.limit = most_counted;
  std::vector<EventId> ids;
  if (section == SectionKind::deadlines) {
    auto listing = store_.deadlines(ask);
    if (!listing) return listing.error();
    if (listing->more) input_.counted_in_part.insert(section);
    ids = std::move(listing->ids);
  } else {
    auto listing = section == SectionKind::posts ? store_.posts(ask) : store_.upcoming(ask);
    if (!listing) return listing.error();
    if (listing->more) input_.counted_in_part.insert(section);
    ids = std::move(listing->ids);
  }
  const auto untold_since = told_since(input_.now - input_.profile.repeat_after);
  if (!told_ && untold_since) {
    const auto told = store_.told_unchanged(*untold_since);
    if (!told) return told.error();
    told_.emplace(told->begin(), told->end());
  }
  for (const EventId id : ids) input_.further.push_back({id, section, told_ && told_->contains(id)});
  return {};
}

/// The soonest, told or not (the next two weeks are told again), then what was not told, however many stand before it.
Result<void, Problem> Gathering::closing() {
  const auto limit = input_.profile.limits.deadlines;
  if (limit == 0) return {};
  auto ask = query(limit * 4);
  ask.from = input_.now;
  ask.to = input_.now + input_.profile.deadline_horizon;
  auto soonest = store_.deadlines(ask);
  if (!soonest) return soonest.error();
  std::unordered_map<EventId, std::vector<Deadline>> present;
  const auto take = [&](std::vector<ListedDeadline>& rows) {
    for (auto& row : rows) {
      auto& known = present[row.listed.event.id];
      if (std::find(known.begin(), known.end(), row.deadline) != known.end()) continue;
      known.push_back(row.deadline);
      input_.closing.push_back(candidate(std::move(row.listed)));
      input_.closing.back().deadline = std::move(row.deadline);
    }
  };
  take(soonest->rows);
  if (soonest->more) {
    ask.limit = limit * 2;
    ask.leave_out = told_since(input_.now - input_.profile.repeat_after);
    auto untold = store_.deadlines(ask);
    if (!untold) return untold.error();
    take(untold->rows);
    ask.leave_out.reset();
    if (auto done = count_further(SectionKind::deadlines, ask); !done) return done;
  }
  return remember(input_.closing, 0);
}

/// The soonest page with what was told before, so that it is counted; then, page by page, what was not told or changed
/// since, however far ahead. Ends with twice the limit: a rank can choose, and what did not fit last time comes up
/// again.
Result<void, Problem> Gathering::one_kind(SectionKind section, Kind kind, std::size_t limit,
                                          std::vector<DigestCandidate>& out) {
  auto ask = query(page_rows);
  ask.kinds = {kind};
  ask.to = input_.now + input_.profile.event_horizon;
  std::size_t fresh = 0;
  std::unordered_set<EventId> present;
  for (std::size_t page = 0; page < most_pages && fresh < limit * 2; ++page) {
    auto listing = store_.upcoming(ask);
    if (!listing) return listing.error();
    const auto from = out.size();
    for (auto& row : listing->rows)
      if (present.insert(row.event.id).second) out.push_back(candidate(std::move(row)));
    if (auto done = remember(out, from); !done) return done;
    if (page == 0 && listing->more)
      if (auto done = count_further(section, ask); !done) return done;
    std::size_t untold = 0;
    for (auto i = from; i < out.size(); ++i) {
      untold += out[i].told ? 0 : 1;
      fresh += out[i].told_same || is_off(out[i].listed.event) ? 0 : 1;
    }
    if (!listing->more) break;
    // What was not told stands first in the next question's answer too.
    ask.offset = page == 0 ? untold : ask.offset + page_rows;
    ask.leave_out = told_since(input_.now - input_.profile.repeat_after);
  }
  return {};
}

Result<void, Problem> Gathering::upcoming(SectionKind section, std::initializer_list<Kind> kinds, std::size_t limit,
                                          std::vector<DigestCandidate>& out) {
  if (limit == 0) return {};
  // One kind a question: the store has an index for that.
  for (const Kind kind : kinds)
    if (auto done = one_kind(section, kind, limit, out); !done) return done;
  return {};
}

Result<void, Problem> Gathering::changed() {
  if (input_.profile.limits.changed == 0) return {};
  const auto bound = bind(filter_, viewer_);
  for (const auto id : changed_events_) {
    auto detail = detail_of(id);
    if (!detail) return detail.error();
    if (!*detail) continue;
    auto& listed = (*detail)->listed;
    listed.shown = date_ahead(listed.event, input_.now, input_.zone);
    if (!matches(bound, listed.event, listed.marks, facts_of(listed))) continue;
    input_.changed.push_back(candidate(std::move(listed)));
  }
  return remember(input_.changed, 0);
}

Result<void, Problem> Gathering::posts() {
  const auto limit = input_.profile.limits.posts;
  if (limit == 0) return {};
  auto ask = query(limit * 5);
  ask.to = input_.now + std::chrono::seconds{1};
  const auto since = std::min(bounds_.since.value_or(input_.now - first_posts), input_.period.from);
  ask.news_since = since;
  ask.from = bounds_.since ? since - late_posts : since;
  ask.leave_out = told_since(sys_seconds{});
  auto listing = store_.posts(ask);
  if (!listing) return listing.error();
  for (auto& row : listing->rows) {
    auto detail = detail_of(row.event.id);
    if (!detail) return detail.error();
    if (!*detail) continue;
    input_.posts.push_back(candidate(std::move(row)));
    for (const EntryDetail& told : (*detail)->entries)
      input_.posts.back().comments = std::max(input_.posts.back().comments, told.entry.comment_count);
  }
  if (listing->more)
    if (auto done = count_further(SectionKind::posts, ask); !done) return done;
  return remember(input_.posts, 0);
}

}  // namespace

Result<DigestInput, Problem> gather(Store& store, const DigestProfile& profile, sys_seconds now,
                                    const GatherBounds& bounds) {
  auto filter = parse_filter(profile.filter, profile.book);
  if (!filter) {
    auto problem = filter.error().problem();
    problem.what = "filter of profile " + profile.name + ": " + problem.what;
    return problem;
  }
  const auto zone = Zone::find(profile.zone);
  if (!zone)
    return Problem{make_error_code(boost::system::errc::invalid_argument),
                   "zone of profile " + profile.name + ": unknown zone '" + profile.zone + "'",
                   "use a name like Europe/Berlin"};
  DigestInput input;
  input.profile = profile;
  input.zone = *zone;
  input.period = period_at(profile.period, now, *zone);
  input.now = now;
  Gathering gathering(store, input, bounds, std::move(*filter));
  if (auto done = gathering.run(); !done) return done.error();
  return input;
}

}  // namespace almanac
