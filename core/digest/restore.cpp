#include "restore.hpp"

#include <algorithm>
#include <almanac/digest/snapshot.hpp>

namespace almanac {
namespace {

/// The deadline that was told: the first that was open then.
std::optional<Deadline> deadline_told(const Event& event, sys_seconds made) {
  const auto open = [made](const Deadline& deadline) {
    return closing_second(deadline) >= made.time_since_epoch().count();
  };
  const auto first = std::find_if(event.deadlines.begin(), event.deadlines.end(), open);
  if (first == event.deadlines.end()) return std::nullopt;
  return *first;
}

DigestItem item_from(ListedEvent listed, SectionKind kind, sys_seconds made) {
  DigestItem item;
  item.why = {"told in this issue"};
  if (kind == SectionKind::deadlines) item.deadline = deadline_told(listed.event, made);
  item.listed = std::move(listed);
  item.listed.event.occurrences.clear();
  if (item.listed.sources.size() > 1) item.also_in.assign(item.listed.sources.begin() + 1, item.listed.sources.end());
  return item;
}

}  // namespace

Result<DigestView, Problem> restore_issue(Store& store, DigestInput frame, const Issue& issue) {
  if (auto view = read_snapshot(issue.content)) {
    view->number = issue.number;
    return *std::move(view);
  }
  frame.now = issue.made;
  frame.number = issue.number;
  auto view = select_digest(std::move(frame));
  for (const auto& told : issue.items) {
    const auto kind = section_from(told.section);
    if (!kind) continue;
    auto detail = store.event(told.event);
    if (!detail) {
      if (detail.error().code == make_error_code(StoreErrc::missing)) continue;
      return detail.error();
    }
    for (auto& section : view.sections) {
      if (section.kind != *kind) continue;
      if (section.groups.empty()) section.groups.emplace_back();
      section.groups.front().items.push_back(item_from(std::move(detail->listed), *kind, issue.made));
    }
  }
  return view;
}

}  // namespace almanac
