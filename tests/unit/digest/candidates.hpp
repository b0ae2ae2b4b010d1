#pragma once
#include <almanac/digest/select.hpp>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

namespace almanac::test {

constexpr sys_seconds at(std::int64_t seconds) { return sys_seconds{std::chrono::seconds{seconds}}; }
/// 2026-11-25T12:00:00Z, a Wednesday in 2026-W48: the "now" of these tests.
inline constexpr std::int64_t noon = 1795608000;
inline constexpr std::int64_t day = 86'400;

inline Moment moment_at(std::int64_t seconds) {
  return {MomentKind::instant, Precision::minute, Provenance::structured, true, seconds, "UTC", "as published"};
}

/// An event with one date, from one source.
inline DigestCandidate candidate(std::int64_t id, std::string title, std::int64_t start) {
  DigestCandidate made;
  Event& event = made.listed.event;
  event.id = EventId{id};
  event.title = std::move(title);
  event.kind = Kind::conference;
  event.when = When{moment_at(start), std::nullopt};
  made.listed.shown = Occurrence{MomentKind::instant, start, start + 3600, "UTC", EventStatus::unknown, {}};
  made.listed.sources = {"Feed"};
  return made;
}

/// The same with a deadline, as it stands in `closing`.
inline DigestCandidate closing(std::int64_t id, std::string title, std::int64_t closes) {
  auto made = candidate(id, std::move(title), closes + 60 * day);
  made.deadline = Deadline{DeadlineType::paper, moment_at(closes), {}, false};
  made.listed.event.deadlines = {*made.deadline};
  return made;
}

inline DigestCandidate told(DigestCandidate candidate, std::int64_t days_ago, bool same = true) {
  candidate.told = true;
  candidate.told_same = same;
  candidate.told_at = at(noon - days_ago * day);
  return candidate;
}

inline DigestCandidate changed(DigestCandidate candidate) {
  candidate.changes = {{EventChange::What::moved, {}, "2026-12-01", "2026-12-02", at(noon - 3600), "Feed"}};
  return candidate;
}

inline DigestInput input_at_noon() {
  DigestInput input;
  input.profile.name = "ml";
  input.now = at(noon);
  input.period = period_at(PeriodLength::week, input.now, input.zone);
  return input;
}

inline std::vector<std::string> titles(const DigestView& view, SectionKind kind) {
  std::vector<std::string> out;
  for (const auto& section : view.sections)
    if (section.kind == kind)
      for (const auto& group : section.groups)
        for (const auto& item : group.items) out.push_back(item.listed.event.title);
  return out;
}

inline std::size_t left_out(const DigestView& view, std::string_view rule) {
  for (const auto& left : view.left_out)
    if (left.rule == rule) return left.count;
  return 0;
}

using Titles = std::vector<std::string>;

}  // namespace almanac::test
