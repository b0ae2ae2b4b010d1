#include "share_changes.hpp"

#include <algorithm>
#include <unordered_map>

namespace almanac {
namespace {

using What = EventChange::What;

/// How well a change fits a deadline: 2 that very one, 1 one of its type, 0 not at all.
int fit(const EventChange& change, const Deadline& deadline) {
  if (change.kind != What::extended && change.kind != What::deadline) return 0;
  const bool labelled = deadline.type == DeadlineType::other && !deadline.label.empty();
  if (change.field != (labelled ? std::string_view(deadline.label) : to_text(deadline.type))) return 0;
  return change.after.starts_with(iso_text(deadline.at)) ? 2 : 1;
}

}  // namespace

void share_changes(std::vector<DigestCandidate>& shown) {
  std::unordered_map<EventId, std::vector<DigestCandidate*>> by_event;
  for (auto& candidate : shown) by_event[candidate.listed.event.id].push_back(&candidate);
  for (auto& [event, items] : by_event) {
    if (items.size() < 2) continue;
    const auto changes = items.front()->changes;
    for (auto* item : items) item->changes.clear();
    for (const auto& change : changes) {
      const auto fits = [&](const DigestCandidate* item) { return item->deadline ? fit(change, *item->deadline) : 0; };
      const auto best =
          std::max_element(items.begin(), items.end(), [&](const auto* a, const auto* b) { return fits(a) < fits(b); });
      (*best)->changes.push_back(change);  // the first of equals
    }
  }
}

}  // namespace almanac
