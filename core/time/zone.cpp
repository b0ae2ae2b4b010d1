#include "zone.hpp"

#include <algorithm>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

#include "windows_zones.hpp"
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

NameCache& name_cache() {
  static NameCache cache;
  return cache;
}

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
  std::string words{name};
  std::replace(words.begin(), words.end(), ' ', '_');
  auto spelled = spelled_as_in_database(words);
  // "US-Eastern", "Europe-Berlin": Evolution and the examples of RFC 2445.
  const auto hyphen = words.find('-');
  if (spelled.empty() && hyphen != std::string::npos && words.find('/') == std::string::npos) {
    words[hyphen] = '/';
    spelled = spelled_as_in_database(words);
  }
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

RulesPtr resolve(std::string_view name) {
  if (auto rules = resolve_plain(name)) return rules;
  if (name.starts_with('/') || name.find("://") != std::string_view::npos) return resolve_prefixed(name);
  RulesPtr found;
  const auto close = name.starts_with('(') ? name.find(") ") : std::string_view::npos;
  // "(UTC-05:00) Eastern Time (US & Canada)", "Eastern Time (US & Canada)"
  auto words = close == std::string_view::npos ? name : name.substr(close + 2);
  words = words.substr(0, words.find(" ("));
  if (words.ends_with(" Time")) found = resolve_plain(words);
  if (!found)
    try_cities_of_display_name(
        name, [&found](std::string_view candidate) { return (found = load_zone(candidate)) != nullptr; });
  return found;
}

std::string_view trimmed(std::string_view name) {
  const auto is_edge = [](char c) { return c == ' ' || c == '\t' || c == '"' || c == '\'' || c == '\r' || c == '\n'; };
  while (!name.empty() && is_edge(name.front())) name.remove_prefix(1);
  while (!name.empty() && is_edge(name.back())) name.remove_suffix(1);
  return name;
}

}  // namespace

Zone::Zone() : rules_(utc_rules()) {}
Zone::Zone(std::shared_ptr<const Rules> rules) : rules_(std::move(rules)) {}

std::optional<Zone> Zone::find(std::string_view name) {
  name = trimmed(name);
  if (name.empty() || name.size() > 128) return std::nullopt;
  auto& cache = name_cache();
  RulesPtr rules;
  if (auto known = cache.find(name)) {
    rules = std::move(*known);
  } else {
    rules = resolve(name);
    cache.keep(name, rules);
  }
  if (!rules) return std::nullopt;
  return Zone(std::move(rules));
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
