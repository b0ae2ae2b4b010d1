#include "normalise.hpp"

namespace almanac {
namespace {

/// A feed most of whose publication dates lie in the future says when things happen, not when they were written.
void hint_future_dates(Harvest& harvest, const Normalising& how) {
  if (!how.now || how.options.pubdate_means != PubdateMeans::published || harvest.entries.size() < 3) return;
  std::size_t future = 0;
  for (const Entry& entry : harvest.entries)
    if (entry.published && !entry.start && entry.published->seconds > how.now->time_since_epoch().count() + 86'400)
      ++future;
  if (future * 2 > harvest.entries.size())
    harvest.warnings.push_back(
        {"pubdate-in-future",
         "most publication dates lie in the future: they may be event dates (option pubdate_means=start)",
         std::nullopt});
}

}  // namespace

ZoneBook normalise(Harvest& harvest, const Normalising& how) {
  ZoneBook zones(harvest.zones, harvest.warnings);
  normalise_texts(harvest, how.full_text);
  normalise_times(harvest, zones, how);
  for (Entry& entry : harvest.entries) {
    normalise_facts(entry, how.kind);
    if (how.topics) how.topics->apply(entry);
  }
  hint_future_dates(harvest, how);
  return zones;
}

}  // namespace almanac
