#include "select.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <almanac/digest/ahead.hpp>
#include <almanac/digest/share_changes.hpp>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace almanac {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 5> section_words{"deadlines", "competitions", "conferences", "changed", "posts"};
constexpr std::array<std::string_view, 5> section_titles{"Deadlines that close", "New hackathons and competitions",
                                                         "New conferences and meetups", "Changed", "Worth reading"};
constexpr days always_repeated{14};  ///< a deadline this close is told again
constexpr std::string_view told_before = "told before and unchanged";

std::string over_limit(SectionKind kind, std::size_t limit, const DigestInput& input) {
  return fmt::format("over the limit of {} {}{}", limit, section_word(kind),
                     input.counted_in_part.contains(kind) ? ", and more that were not counted" : "");
}

std::size_t limit_of(SectionKind kind, const SectionLimits& limits) {
  switch (kind) {
    case SectionKind::deadlines:
      return limits.deadlines;
    case SectionKind::competitions:
      return limits.competitions;
    case SectionKind::conferences:
      return limits.conferences;
    case SectionKind::changed:
      return limits.changed;
    case SectionKind::posts:
      return limits.posts;
  }
  return 0;
}

std::int64_t seconds_of(sys_seconds time) { return time.time_since_epoch().count(); }

bool is_marked(const EventMarks& marks) { return marks.starred || marks.going; }

std::int64_t start_of(const DigestCandidate& candidate) {
  if (candidate.listed.shown) return candidate.listed.shown->start;
  return seconds_of(candidate.listed.event.published.value_or(candidate.listed.event.first_seen));
}

/// One issue in the making.
class Selection {
 public:
  explicit Selection(DigestInput input) : input_(std::move(input)) {}
  DigestView run();

 private:
  using Candidates = std::vector<DigestCandidate>;
  bool may_tell(SectionKind kind, const DigestCandidate& candidate);
  bool is_repeated(SectionKind kind, const DigestCandidate& candidate) const;
  void section(SectionKind kind, Candidates& candidates);
  void keep_best(SectionKind kind, Candidates& kept, std::size_t limit);
  void order(SectionKind kind, Candidates& kept) const;
  std::vector<DigestGroup> group(SectionKind kind, Candidates& kept) const;
  void leave_to_changed(DigestCandidate& candidate);
  bool is_news_of_known(SectionKind kind, const DigestCandidate& candidate) const;
  void count_left_out();
  DigestItem item(SectionKind kind, DigestCandidate& candidate) const;
  sys_days day_shown(const DigestCandidate& candidate) const;
  /// Counts if the event stands nowhere in the end; the first rule is its reason.
  void left_out(EventId event, std::string rule) { reasons_.try_emplace(event, std::move(rule)); }

  DigestInput input_;
  DigestView view_;
  std::unordered_set<EventId> used_;
  std::unordered_set<EventId> changed_;  ///< what stands among input_.changed
  std::unordered_map<EventId, std::string> reasons_;
};

bool Selection::is_repeated(SectionKind kind, const DigestCandidate& candidate) const {
  if (!candidate.told || !candidate.told_same) return false;
  if (candidate.told_at && input_.now - *candidate.told_at >= input_.profile.repeat_after) return false;
  if (kind != SectionKind::deadlines) return true;
  return closing_second(*candidate.deadline) - seconds_of(input_.now) > std::chrono::seconds{always_repeated}.count();
}

bool Selection::may_tell(SectionKind kind, const DigestCandidate& candidate) {
  const Event& event = candidate.listed.event;
  if (used_.contains(event.id)) return false;  // it stands in this issue already
  if (candidate.listed.marks.hidden) return left_out(event.id, "hidden by you"), false;
  if (kind == SectionKind::changed) {
    if (candidate.changes.empty() && (!candidate.told || candidate.told_same)) return false;
    if (is_over(event, input_.now, input_.zone)) return left_out(event.id, "changed, but over"), false;
    // A change is news only to who knew the thing before.
    if (candidate.told || is_marked(candidate.listed.marks)) return true;
    return left_out(event.id, "changed, but never told before"), false;
  }
  const bool instance_off = candidate.listed.shown && candidate.listed.shown->status == EventStatus::cancelled;
  if (is_off(event) || instance_off) return left_out(event.id, "cancelled"), false;
  if (is_repeated(kind, candidate)) return left_out(event.id, std::string(told_before)), false;
  return true;
}

/// Told before as something else than it is now: nothing new, but changed.
bool Selection::is_news_of_known(SectionKind kind, const DigestCandidate& candidate) const {
  const bool as_new = kind == SectionKind::competitions || kind == SectionKind::conferences;
  return as_new && candidate.told && !candidate.told_same && input_.profile.limits.changed > 0;
}

void Selection::leave_to_changed(DigestCandidate& candidate) {
  Event& event = candidate.listed.event;
  if (!changed_.insert(event.id).second) return;
  // A list holds only the date it shows, and that lies ahead.
  if (event.occurrences.empty() && candidate.listed.shown) event.occurrences = {*candidate.listed.shown};
  input_.changed.push_back(std::move(candidate));
}

void Selection::keep_best(SectionKind kind, Candidates& kept, std::size_t limit) {
  if (kept.size() <= limit) return;
  std::vector<std::pair<double, std::size_t>> ranks;
  for (std::size_t i = 0; i < kept.size(); ++i)
    ranks.emplace_back(-rank(kept[i], input_.profile.weights, input_.now), i);
  std::sort(ranks.begin(), ranks.end());
  Candidates best;
  for (std::size_t i = 0; i < limit; ++i) best.push_back(std::move(kept[ranks[i].second]));
  for (std::size_t i = limit; i < ranks.size(); ++i)
    left_out(kept[ranks[i].second].listed.event.id, over_limit(kind, limit, input_));
  kept = std::move(best);
}

void Selection::order(SectionKind kind, Candidates& kept) const {
  const auto key = [&](const DigestCandidate& c) {
    double first = static_cast<double>(start_of(c));
    if (kind == SectionKind::deadlines) first = static_cast<double>(closing_second(*c.deadline));
    if (kind == SectionKind::posts) first = -rank(c, input_.profile.weights, input_.now);
    const auto published = c.listed.event.published.value_or(sys_seconds{});
    const double newest = kind == SectionKind::posts ? -static_cast<double>(seconds_of(published)) : 0;
    return std::tuple(first, newest, std::string_view(c.listed.event.title), c.listed.event.id);
  };
  std::sort(kept.begin(), kept.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

sys_days Selection::day_shown(const DigestCandidate& candidate) const {
  const auto local = [&](std::int64_t utc) {
    return std::chrono::floor<days>(sys_seconds{std::chrono::seconds{input_.zone.to_local(utc)}});
  };
  const auto& shown = candidate.listed.shown;
  if (!shown) return local(seconds_of(input_.now));
  const auto day = shown->kind == MomentKind::instant
                       ? local(shown->start)
                       : std::chrono::floor<days>(sys_seconds{std::chrono::seconds{shown->start}});
  return std::max(day, local(seconds_of(input_.now)));  // what runs belongs to this week
}

DigestItem Selection::item(SectionKind kind, DigestCandidate& candidate) const {
  DigestItem item;
  item.score = rank(candidate, input_.profile.weights, input_.now);
  for (auto& term : candidate.matched) item.why.push_back("matches " + term);
  for (const auto& topic : candidate.interests) item.why.push_back("about " + topic);
  if (candidate.listed.marks.starred) item.why.push_back("you starred it");
  if (candidate.listed.marks.going) item.why.push_back("you are going");
  if (kind == SectionKind::changed && candidate.told) item.why.push_back("told before");
  if (candidate.comments > 0)
    item.why.push_back(fmt::format("{} comment{}", candidate.comments, candidate.comments == 1 ? "" : "s"));
  auto& sources = candidate.listed.sources;
  if (!sources.empty()) {
    item.why.push_back("from " + sources.front());
    item.also_in.assign(sources.begin() + 1, sources.end());
  }
  if (item.why.empty()) item.why.push_back("the profile takes everything");
  item.deadline = std::move(candidate.deadline);
  item.changes = std::move(candidate.changes);
  item.listed = std::move(candidate.listed);
  // A digest shows one date; the rest would only make it heavy.
  item.listed.event.occurrences.clear();
  return item;
}

std::vector<DigestGroup> Selection::group(SectionKind kind, Candidates& kept) const {
  std::vector<DigestGroup> groups;
  const auto year = std::chrono::year_month_day{input_.period.first}.year();
  std::string week;
  for (auto& candidate : kept) {
    const auto day = day_shown(candidate);
    auto name = kind == SectionKind::conferences ? iso_week_name(day) : std::string{};
    if (groups.empty() || name != week)
      groups.push_back(
          {kind == SectionKind::conferences ? week_heading(day, year, input_.profile.language) : std::string{}, {}});
    week = std::move(name);
    groups.back().items.push_back(item(kind, candidate));
  }
  return groups;
}

void Selection::section(SectionKind kind, Candidates& candidates) {
  const std::size_t limit = limit_of(kind, input_.profile.limits);
  if (limit == 0) return;
  Candidates kept;
  std::unordered_set<EventId> here;
  for (auto& candidate : candidates) {
    const auto id = candidate.listed.event.id;
    // One event may have several deadlines; in all other sections it stands once.
    if (kind != SectionKind::deadlines && here.contains(id)) continue;
    if (is_news_of_known(kind, candidate) && !used_.contains(id)) {
      leave_to_changed(candidate);
      continue;
    }
    if (!may_tell(kind, candidate)) continue;
    here.insert(id);
    kept.push_back(std::move(candidate));
  }
  keep_best(kind, kept, limit);
  for (const auto& candidate : kept) used_.insert(candidate.listed.event.id);
  order(kind, kept);
  share_changes(kept);
  const auto index = static_cast<std::size_t>(kind);
  view_.sections.push_back({kind, std::string(section_titles[index]), group(kind, kept)});
}

void Selection::count_left_out() {
  for (const auto& further : input_.further)
    left_out(further.id, further.told
                             ? std::string(told_before)
                             : over_limit(further.section, limit_of(further.section, input_.profile.limits), input_));
  std::map<std::string_view, std::size_t> rules;
  for (const auto& [event, rule] : reasons_) rules[rule] += used_.contains(event) ? 0 : 1;
  for (const auto& [rule, count] : rules)
    if (count > 0) view_.left_out.push_back({std::string(rule), count});
}

DigestView Selection::run() {
  const auto& profile = input_.profile;
  view_.profile = profile.name;
  view_.title = profile.title.empty() ? profile.name : profile.title;
  view_.period_name = input_.period.name;
  view_.period_text = period_text(input_.period, input_.profile.language);
  view_.number = input_.number;
  view_.made = input_.now;
  view_.from = input_.period.from;
  view_.to = input_.period.to;
  view_.zone = input_.zone.name();
  for (const auto& candidate : input_.changed) changed_.insert(candidate.listed.event.id);
  section(SectionKind::deadlines, input_.closing);
  section(SectionKind::competitions, input_.competitions);
  section(SectionKind::conferences, input_.conferences);
  section(SectionKind::changed, input_.changed);
  section(SectionKind::posts, input_.posts);
  const auto place = [&](const DigestSection& section) {
    return std::find(profile.sections.begin(), profile.sections.end(), section.kind);
  };
  std::stable_sort(view_.sections.begin(), view_.sections.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  count_left_out();
  view_.broken = std::move(input_.broken);
  return std::move(view_);
}

}  // namespace

bool is_off(const Event& event) {
  return event.status == EventStatus::cancelled || event.status == EventStatus::withdrawn;
}

std::string_view section_word(SectionKind kind) { return section_words[static_cast<std::size_t>(kind)]; }

std::optional<SectionKind> section_from(std::string_view word) {
  const auto at = std::find(section_words.begin(), section_words.end(), word);
  if (at == section_words.end()) return std::nullopt;
  return static_cast<SectionKind>(at - section_words.begin());
}

double rank(const DigestCandidate& candidate, const RankWeights& weights, sys_seconds now) {
  const ListedEvent& listed = candidate.listed;
  const Event& event = listed.event;
  double score = 0;
  if (listed.marks.starred) score += weights.starred;
  if (listed.marks.going) score += weights.going;
  score += weights.topic * static_cast<double>(candidate.interests.size());
  score += weights.word * static_cast<double>(candidate.matched.size());
  if (listed.sources.size() > 1) score += weights.source * static_cast<double>(listed.sources.size() - 1);
  const double details = (event.city.empty() && event.mode == Mode::unknown ? 0 : 1) + (event.url.empty() ? 0 : 1) +
                         (event.summary.empty() ? 0 : 1);
  score += weights.detail * details / 3;
  score += weights.popular * std::log2(1 + static_cast<double>(candidate.comments));
  constexpr double year = 365.0 * 24 * 3600;
  const auto moment = candidate.deadline ? closing_second(*candidate.deadline) : start_of(candidate);
  const double ahead = std::abs(static_cast<double>(moment - seconds_of(now))) / year;
  return score + weights.soon * std::max(0.0, 1.0 - ahead);
}

DigestView select_digest(DigestInput input) { return Selection(std::move(input)).run(); }

}  // namespace almanac
