#include "normalise.hpp"

#include <algorithm>
#include <almanac/base/day.hpp>

#include "normalise_steps.hpp"

namespace almanac {

void find_facts(Entry& entry, const Normalising& how, std::string_view language) {
  normalise_facts(entry, how.kind, language);
  if (how.topics) how.topics->apply(entry);
}

bool may_hint_future_dates(const Normalising& how) {
  return how.now && how.options.pubdate_means == PubdateMeans::published;
}

bool is_published_ahead(const Entry& entry, sys_seconds now) {
  return entry.published && entry.published->seconds > now.time_since_epoch().count() + day_seconds;
}

std::optional<Warning> hint_of_future_dates(std::size_t ahead, std::size_t all) {
  if (all < 3 ? ahead == 0 || ahead < all : ahead * 2 <= all) return std::nullopt;
  return Warning{"pubdate-in-future",
                 "most publication dates lie in the future: they may be event dates (option pubdate_means=start)",
                 std::nullopt};
}

ZoneBook normalise(Harvest& harvest, const Normalising& how) {
  ZoneBook zones(harvest.zones, harvest.warnings);
  normalise_texts(harvest, how.full_text);
  normalise_times(harvest, zones, how);
  for (Entry& entry : harvest.entries) find_facts(entry, how, harvest.document.language);
  if (may_hint_future_dates(how)) {
    const auto ahead = std::count_if(harvest.entries.begin(), harvest.entries.end(), [&](const Entry& entry) {
      return !entry.start && is_published_ahead(entry, *how.now);
    });
    if (auto hint = hint_of_future_dates(static_cast<std::size_t>(ahead), harvest.entries.size()))
      harvest.warnings.push_back(std::move(*hint));
  }
  return zones;
}

}  // namespace almanac
