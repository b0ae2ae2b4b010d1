#include "recurrence.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "expand_series.hpp"
#include "expansion_order.hpp"

namespace almanac {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// Entries of one id, as a chain through `next`.
struct Chain {
  std::uint32_t first = none, last = none;
};

/// Which of two entries with the same id and RECURRENCE-ID is newer (RFC 5545 §3.8.7.4, then the time of change).
bool is_newer(const Entry& a, const Entry& b) {
  if (a.sequence != b.sequence) return a.sequence > b.sequence;
  const auto changed = [](const Entry& entry) {
    return entry.updated ? entry.updated->seconds : std::numeric_limits<std::int64_t>::min();
  };
  return changed(a) > changed(b);
}

bool same_instance(const std::optional<Moment>& a, const std::optional<Moment>& b) {
  return a.has_value() == b.has_value() && (!a || (a->kind == b->kind && a->seconds == b->seconds));
}

/// The entries of one id, without older versions of the same instance.
struct Series {
  std::vector<const Entry*> masters, overrides;

  void clear() {
    masters.clear();
    overrides.clear();
  }

  void add(const Entry& entry) { (entry.recurrence.id ? overrides : masters).push_back(&entry); }

  /// Masters of one id are versions of one event, of which the newest stays. Where nothing says which is newer and they
  /// start at different times, the exporter reuses its ids, and all are kept; of equal ones the last.
  void drop_older_masters() {
    if (masters.size() < 2) return;
    const auto newest = *std::max_element(masters.begin(), masters.end(),
                                          [](const Entry* a, const Entry* b) { return is_newer(*b, *a); });
    std::erase_if(masters, [newest](const Entry* entry) { return is_newer(*newest, *entry); });
    const auto start = [](const Entry* entry) {
      return entry->start ? entry->start->seconds : std::numeric_limits<std::int64_t>::min();
    };
    std::stable_sort(masters.begin(), masters.end(),
                     [start](const Entry* a, const Entry* b) { return start(a) < start(b); });
    std::size_t kept = 0;
    for (const auto* entry : masters) {
      if (kept && same_instance(masters[kept - 1]->start, entry->start))
        masters[kept - 1] = entry;
      else
        masters[kept++] = entry;
    }
    masters.resize(kept);
  }

  /// Of rivals for one instance the newest stays, of equals the last.
  void drop_older_overrides() {
    if (overrides.size() < 2) return;
    const auto before = [](const Entry* a, const Entry* b) {
      const auto &x = *a->recurrence.id, &y = *b->recurrence.id;
      return x.kind != y.kind ? x.kind < y.kind : x.seconds < y.seconds;
    };
    std::stable_sort(overrides.begin(), overrides.end(), before);
    std::size_t kept = 0;
    for (const auto* entry : overrides) {
      if (kept && same_instance(overrides[kept - 1]->recurrence.id, entry->recurrence.id)) {
        if (!is_newer(*overrides[kept - 1], *entry)) overrides[kept - 1] = entry;
      } else {
        overrides[kept++] = entry;
      }
    }
    overrides.resize(kept);
  }
};

/// Draws the budget of each series from that of all.
class GroupExpander {
 public:
  GroupExpander(const ZoneBook& zones, Window window, const ExpansionBudget& budget, Expansion& out)
      : zones_(zones), window_(window), left_(budget), budget_(budget), out_(out) {}

  void expand(Series& series) {
    series.drop_older_masters();
    series.drop_older_overrides();
    if (series.masters.empty())
      for (const auto* entry : series.overrides) expand_orphan(*entry);
    const auto repeats = [](const Entry* entry) { return entry->recurrence.repeats(); };
    const auto owner = std::find_if(series.masters.begin(), series.masters.end(), repeats);
    for (auto master = series.masters.begin(); master != series.masters.end(); ++master) {
      const bool owns = master == owner || (owner == series.masters.end() && master == series.masters.begin());
      expand_one(**master, owns ? std::span<const Entry* const>{series.overrides} : std::span<const Entry* const>{});
    }
  }

  /// An override without a master: a single event, which keeps its RECURRENCE-ID.
  void expand_orphan(const Entry& entry) {
    const auto first = out_.occurrences.size();
    expand_one(entry, {});
    for (std::size_t i = first; i < out_.occurrences.size(); ++i) {
      OccurrenceView& occurrence = out_.occurrences[i];
      if (occurrence.instance_kind != MomentKind::unread) continue;
      occurrence.instance_kind = entry.recurrence.id->kind;
      occurrence.instance = entry.recurrence.id->seconds;
    }
  }

  void expand_one(const Entry& master, std::span<const Entry* const> overrides) {
    auto budget = budget_;
    budget.instances = std::min(budget_.instances, left_.all_instances);
    budget.steps = std::min(budget_.steps, left_.all_steps);
    if (budget.instances == 0 || (budget.steps == 0 && master.recurrence.repeats())) {
      if (!out_.cut) out_.cut = &master;
      return;
    }
    const auto first = out_.occurrences.size();
    left_.all_steps -= expand_series(master, overrides, zones_, window_, budget, out_);
    left_.all_instances -= std::min(left_.all_instances, out_.occurrences.size() - first);
  }

 private:
  const ZoneBook& zones_;
  const Window window_;
  ExpansionBudget left_;
  const ExpansionBudget budget_;
  Expansion& out_;
};

}  // namespace

Occurrence to_occurrence(const OccurrenceView& view) {
  return {view.kind, view.start, view.end, std::string(view.zone_name()), view.status, view.recurrence_id()};
}

Expansion expand(const Entry& master, const std::vector<const Entry*>& overrides, const ZoneBook& zones, Window window,
                 ExpansionBudget budget) {
  Expansion out;
  GroupExpander expander(zones, window, budget, out);
  if (master.recurrence.id)
    expander.expand_orphan(master);
  else
    expander.expand_one(master, overrides);
  return out;
}

Expansion expand_all(const std::vector<Entry>& entries, const ZoneBook& zones, Window window, ExpansionBudget budget) {
  std::vector<Chain> chains;
  std::vector<std::uint32_t> next(entries.size(), none);
  std::unordered_map<std::string_view, std::uint32_t> by_id;
  by_id.reserve(entries.size());
  chains.reserve(entries.size());
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const auto& id = entries[i].id;
    const auto chain = static_cast<std::uint32_t>(chains.size());
    const auto found = id.empty() ? chain : by_id.try_emplace(id, chain).first->second;
    if (found == chain) {
      chains.push_back({i, i});
    } else {
      next[chains[found].last] = i;
      chains[found].last = i;
    }
  }
  Expansion out;
  Series series;
  GroupExpander expander(zones, window, budget, out);
  for (const auto& chain : chains) {
    series.clear();
    for (auto i = chain.first; i != none; i = next[i]) series.add(entries[i]);
    expander.expand(series);
  }
  order_by_start(out);
  return out;
}

}  // namespace almanac
