#include "zone.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "windows_zones.hpp"
#include "zone_index.hpp"
#include "zone_names.hpp"
#include "zone_rules.hpp"
#include "zone_tzif.hpp"

namespace almanac {
namespace {

using RulesPtr = std::shared_ptr<const Zone::Rules>;

/// Times further away than this are read as this: about ±31 million years, so that no arithmetic overflows.
constexpr std::int64_t border = 1'000'000'000'000'000;
std::int64_t bounded(std::int64_t seconds) { return std::clamp(seconds, -border, border); }

RulesPtr fixed_rules(std::int32_t offset, std::string name) {
  auto rules = std::make_shared<Zone::Rules>();
  rules->changes.push_back({std::numeric_limits<std::int64_t>::min(), offset, 0});
  rules->utc = offset == 0;
  rules->short_names.push_back(name);
  rules->name = std::move(name);
  return rules;
}

const RulesPtr& utc_rules() {
  static const RulesPtr rules = fixed_rules(0, "UTC");
  return rules;
}

/// Names that were asked for and what they meant; unknown ones too. Bounded: a hostile calendar may name zones without
/// end.
class NameCache {
 public:
  std::optional<RulesPtr> find(std::string_view name) const {
    const std::shared_lock lock(mutex_);
    const auto found = names_.find(name);
    if (found == names_.end()) return std::nullopt;
    return found->second;
  }
  void keep(std::string_view name, const RulesPtr& rules) {
    const std::unique_lock lock(mutex_);
    if (names_.size() < most_names) names_.emplace(name, rules);
  }

 private:
  static constexpr std::size_t most_names = 2048;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  mutable std::shared_mutex mutex_;
  std::unordered_map<std::string, RulesPtr, Hash, std::equal_to<>> names_;
};

/// One name without prefix or quotes.
RulesPtr resolve_plain(std::string_view name) {
  if (const auto meaning = read_zone_name(name)) {
    if (meaning->offset)
      return *meaning->offset == 0
                 ? utc_rules()
                 : fixed_rules(*meaning->offset,
                               meaning->shown.empty() ? offset_name(*meaning->offset) : std::string{meaning->shown});
    name = meaning->database;
  }
  if (const auto iana = iana_of_windows_zone(name)) name = *iana;
  if (auto rules = load_zone(name)) return rules;
  const auto& spelled = spelled_as_in_database(name);
  return spelled.empty() ? nullptr : load_zone(spelled);
}

/// "/vendor/version/Area/City", "tzone://Microsoft/Utc": the longest ending that is a zone. At most eight endings are
/// tried.
RulesPtr resolve_prefixed(std::string_view name) {
  for (int tries = 0; tries < 8; ++tries) {
    const auto slash = name.find('/');
    if (slash == std::string_view::npos) return nullptr;
    name.remove_prefix(slash + 1);
    if (name.empty() || name.front() == '/') continue;
    if (auto rules = resolve_plain(name)) return rules;
  }
  return nullptr;
}

/// The one zone that has a city of that name.
RulesPtr resolve_city(std::string_view city) {
  RulesPtr found;
  for (const auto& name : zones_of_city(city)) {
    auto rules = load_zone(name);
    if (!rules) continue;
    if (found && found->name != rules->name) return nullptr;
    found = std::move(rules);
  }
  return found;
}

/// Whether clocks of the zone have shown that offset in this century. Descriptions outlive the rules that they
/// describe.
bool has_shown(const Zone::Rules& rules, std::int32_t offset) {
  constexpr std::int64_t from = 946'684'800, to = 2'145'916'800, month = 2'629'746;  // 2000 … 2037
  for (auto at = from; at < to;) {
    const auto segment = rules.segment_at(at);
    if (segment.offset == offset) return true;
    at = std::max(segment.end, at + month);
  }
  return false;
}

/// A zone described by places in it; what they say must agree with an offset that is stated beside them. Without one,
/// only a single place is sure ("London, Ontario"). At most eight places are tried.
RulesPtr resolve_description(const ZoneDescription& described) {
  const auto agrees = [&](const RulesPtr& rules) {
    return rules && (!described.offset || has_shown(*rules, *described.offset));
  };
  auto places = described.places;
  if (auto rules = resolve_plain(places); agrees(rules)) return rules;
  if (!described.offset) return resolve_city(places);
  if (const auto region = iana_of_windows_region(places))
    if (auto rules = load_zone(*region); agrees(rules)) return rules;
  for (int tries = 0; tries < 8 && !places.empty(); ++tries) {
    const auto end = std::min(places.find_first_of(",/;"), places.size());
    if (auto rules = resolve_city(trim(places.substr(0, end))); agrees(rules)) return rules;
    places.remove_prefix(std::min(end + 1, places.size()));
  }
  return nullptr;
}

RulesPtr resolve(std::string_view name) {
  if (auto rules = resolve_plain(name)) return rules;
  if (name.starts_with('/') || name.find("://") != std::string_view::npos) return resolve_prefixed(name);
  const auto close = name.starts_with('(') ? name.find(") ") : std::string_view::npos;
  // "(UTC-05:00) Eastern Time (US & Canada)", "Eastern Time (US & Canada)"
  auto words = close == std::string_view::npos ? name : name.substr(close + 2);
  words = words.substr(0, words.find(" ("));
  if (words.ends_with(" Time"))
    if (auto rules = resolve_plain(words)) return rules;
  const auto described = name.starts_with('(') ? read_zone_description(name) : ZoneDescription{};
  return described.offset ? resolve_description(described) : nullptr;
}

RulesPtr resolve_described(std::string_view name) { return resolve_description(read_zone_description(name)); }

std::string_view without_quotes(std::string_view name) {
  const auto is_edge = [](char c) { return is_space(c) || c == '"' || c == '\''; };
  while (!name.empty() && is_edge(name.front())) name.remove_prefix(1);
  while (!name.empty() && is_edge(name.back())) name.remove_suffix(1);
  return name;
}

/// What `resolve` makes of a name as published, remembered in `cache`.
RulesPtr look_up(std::string_view name, NameCache& cache, RulesPtr (*resolve)(std::string_view)) {
  name = without_quotes(name);
  if (name.empty() || name.size() > 128) return nullptr;
  if (auto known = cache.find(name)) return std::move(*known);
  auto rules = resolve(name);
  cache.keep(name, rules);
  return rules;
}

}  // namespace

Zone::Zone() : rules_(utc_rules()) {}
Zone::Zone(std::shared_ptr<const Rules> rules) : rules_(std::move(rules)) {}

std::optional<Zone> Zone::find(std::string_view name) {
  static NameCache cache;
  auto rules = look_up(name, cache, resolve);
  return rules ? std::optional{Zone(std::move(rules))} : std::nullopt;
}

std::optional<Zone> Zone::find_described(std::string_view name) {
  static NameCache cache;
  auto rules = look_up(name, cache, resolve_described);
  return rules ? std::optional{Zone(std::move(rules))} : std::nullopt;
}

Zone Zone::fixed(std::int32_t offset_seconds) {
  return offset_seconds == 0 ? Zone() : Zone(fixed_rules(offset_seconds, offset_name(offset_seconds)));
}

const std::string& Zone::name() const noexcept { return rules_->name; }
bool Zone::is_utc() const noexcept { return rules_->utc; }

std::int64_t Zone::to_utc(std::int64_t local) const { return ZoneCursor(*this).to_utc(bounded(local)); }
std::int64_t Zone::to_local(std::int64_t utc) const { return bounded(utc) + offset_at(utc); }
std::int32_t Zone::offset_at(std::int64_t utc) const { return rules_->segment_at(bounded(utc)).offset; }

std::string Zone::abbreviation_at(std::int64_t utc) const {
  const auto now = rules_->segment_at(bounded(utc));
  // The database writes "+03" where a zone has no name of its own.
  if (now.short_name.empty() || now.short_name.front() == '+' || now.short_name.front() == '-')
    return offset_name(now.offset);
  return std::string{now.short_name};
}

}  // namespace almanac
