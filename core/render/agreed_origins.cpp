#include "agreed_origins.hpp"

#include <algorithm>

namespace almanac::render {
namespace {

bool says(const Entry& entry, const std::string& topic, std::size_t& at) {
  const auto found = std::find(entry.topics.begin(), entry.topics.end(), topic);
  at = static_cast<std::size_t>(found - entry.topics.begin());
  return found != entry.topics.end() && at < entry.origins.topics.size();
}

}  // namespace

FactOrigins agreed_origins(const DetailedEvent& detail) {
  const Event& event = detail.listed.event;
  if (detail.entries.size() < 2) return event.origins;
  FactOrigins out;
  out.topics.resize(event.topics.size());
  for (const EntryDetail& one : detail.entries) {
    const Entry& entry = one.entry;
    const FactOrigins& own = entry.origins;
    if (entry.kind == event.kind) out.kind = confirmed(out.kind, own.kind);
    if (entry.city == event.city && entry.country == event.country) out.place = confirmed(out.place, own.place);
    if (entry.mode == event.mode) out.mode = confirmed(out.mode, own.mode);
    if (entry.status == event.status) out.status = confirmed(out.status, own.status);
    if (entry.cost == event.cost) out.cost = confirmed(out.cost, own.cost);
    for (std::size_t i = 0, at = 0; i < event.topics.size(); ++i)
      if (says(entry, event.topics[i], at)) out.topics[i] = confirmed(out.topics[i], own.topics[at]);
  }
  return out;
}

}  // namespace almanac::render
