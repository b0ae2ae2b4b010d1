#include "expand_series.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>

#include "calendar_text.hpp"
#include "expansion_order.hpp"
#include "local_seconds.hpp"
#include "recurrence_dates.hpp"
#include "rule_walk.hpp"

namespace almanac {
namespace {

constexpr std::int64_t first_second = -62'135'596'800;  // 0001-01-01
/// Wall clocks and UTC differ by less, gaps included.
constexpr std::int64_t clock_slack = 2 * day_seconds;
constexpr std::size_t most_listed_dates = 20'000;

struct Instance {
  std::int64_t key = 0;     ///< where it stands: UTC, or the wall clock of floating and all-day series
  std::int64_t local = 0;   ///< on the series' own clock
  std::int64_t length = 0;  ///< seconds
};

struct Override {
  const Entry* entry = nullptr;
  std::int64_t key = 0, local = 0, day = 0;  ///< of the instance that it replaces
  bool whole_day = false;                    ///< its RECURRENCE-ID is a date, the series is not
};

/// Seconds from start to end: what was published, or a day for dates and nothing for times (RFC 5545 §3.6.1).
std::int64_t length_of(const Entry& entry, const Moment& start) {
  const bool days = start.kind == MomentKind::date;
  std::int64_t length = 0;
  if (entry.end && entry.end->kind == start.kind)
    length = entry.end->seconds - start.seconds;
  else if (!entry.end && entry.duration)
    length = *entry.duration;
  length = std::clamp<std::int64_t>(length, 0, last_second);
  return days ? std::max(day_seconds, midnight(length + day_seconds - 1)) : length;
}

/// A start as planned on the wall: a time in a gap was moved when it became UTC, but its series goes on at the time as
/// written.
std::int64_t wall_clock(const Moment& start, SeriesClock& clock) {
  const auto local = clock.local(start.seconds);
  if (clock.kind() != MomentKind::instant) return local;
  const std::string_view text = start.text;
  const auto digit = text.find_last_of(':') == std::string_view::npos ? 0 : text.find_last_of(':') + 1;
  const auto written = read_calendar_time(text.substr(digit));
  return written && !written->date_only && !written->utc && clock.key(written->seconds) == start.seconds
             ? written->seconds
             : local;
}

class SeriesExpander {
 public:
  SeriesExpander(const Entry& master, const Moment& start, const Zone& zone, const ZoneBook& zones, Window window,
                 const ExpansionBudget& budget, Expansion& out)
      : master_(master),
        start_(start),
        clock_(start.kind, zone),
        zones_(zones),
        window_(window),
        budget_(budget),
        out_(out),
        steps_(budget.steps) {
    first_local_ = wall_clock(start, clock_);
    length_ = length_of(master, start);
    if (start.kind == MomentKind::instant && master.duration) days_ = master.duration_days * day_seconds;
  }

  std::size_t run(std::span<const Entry* const> overrides) {
    read_overrides(overrides);
    read_exceptions();
    const bool starts = add({start_.seconds, first_local_, length_from(start_.seconds, first_local_)});
    if (repeats()) {
      add_listed_dates();
      bool named = false;
      for (const auto& rule : master_.recurrence.rules)
        walk(rule, [&](std::int64_t key, std::int64_t local) {
          named |= local == first_local_;
          return add({key, local, length_from(key, local)});
        });
      if (starts && !named && begins_later_that_day()) instances_.erase(instances_.begin());
    }
    settle_instances();
    const auto first = out_.occurrences.size();
    emit_instances();
    emit_overrides();
    emit_more_dates();
    order_by_start(out_, first);  // overrides and further dates come after the instances
    return budget_.steps - steps_;
  }

 private:
  /// An override without its master is one instance, whatever rule it carries along.
  bool repeats() const { return !master_.recurrence.id && master_.recurrence.repeats(); }

  /// The instances of a DTEND have one length in seconds, those of a DURATION one in days and seconds (RFC 5545
  /// §3.8.5.3).
  std::int64_t length_from(std::int64_t key, std::int64_t local) {
    return days_ == 0 ? length_ : clock_.key(local + days_) - key + *master_.duration - days_;
  }

  bool is_wanted(std::int64_t key, std::int64_t length) const {
    return key <= window_.to && (key >= window_.from || key + length > window_.from);
  }

  void warn(const char* code, std::string message) {
    constexpr std::size_t most = 1000;
    if (out_.warnings.size() < most) out_.warnings.push_back({code, std::move(message), {}});
  }
  void cut() { out_.cut = out_.cut ? out_.cut : &master_; }

  /// The time of day that the series begins at.
  std::int64_t clock_time() const { return first_local_ - midnight(first_local_); }

  /// Whether a RECURRENCE-ID or EXDATE means all of its day: a date beside times, or the midnight that Exchange writes
  /// where the series has no instance.
  bool means_day(std::int64_t local, bool says_date) const {
    if (clock_.kind() == MomentKind::date || says_date) return clock_.kind() != MomentKind::date;
    const auto names_hours = [](std::string_view rule) {
      return find_nocase(rule, "HOUR") != rule.npos || find_nocase(rule, "MINUTELY") != rule.npos ||
             find_nocase(rule, "SECONDLY") != rule.npos;
    };
    return local == midnight(local) && clock_time() != 0 &&
           std::none_of(master_.recurrence.rules.begin(), master_.recurrence.rules.end(), names_hours);
  }

  void read_overrides(std::span<const Entry* const> overrides) {
    for (const auto* entry : overrides) {
      if (!entry->recurrence.id) continue;
      const auto& id = *entry->recurrence.id;
      Override item{.entry = entry};
      if (id.kind == MomentKind::instant && clock_.kind() == MomentKind::instant) {
        item.key = id.seconds;
        item.local = clock_.local(id.seconds);
      } else {
        item.local = id.seconds;
        if (id.kind == MomentKind::instant)
          if (const auto zone = zones_.find(id.zone)) item.local = zone->to_local(id.seconds);
        if (clock_.kind() == MomentKind::date) item.local = midnight(item.local);
        item.key = clock_.key(item.local);
      }
      item.day = midnight(item.local);
      item.whole_day = means_day(item.local, id.kind == MomentKind::date);
      if (item.whole_day) item.key = clock_.key(item.local = item.day + clock_time());
      const auto& moved = entry->start ? *entry->start : id;
      if (entry->recurrence.this_and_future && moved.kind == clock_.kind())
        reach_ = std::max(reach_, std::abs(moved.seconds - item.key) + day_seconds + length_of(*entry, moved));
      overrides_.push_back(item);
    }
    std::stable_sort(overrides_.begin(), overrides_.end(),
                     [](const Override& a, const Override& b) { return a.key < b.key; });
    for (const auto& item : overrides_) {
      if (item.whole_day) replaced_days_.push_back(item.day);
      if (item.entry->recurrence.this_and_future) ruling_.push_back(&item);
    }
    std::sort(replaced_days_.begin(), replaced_days_.end());
    reach_ = std::min(reach_, last_second);
  }

  void read_exceptions() {
    if (master_.recurrence.id) return;
    if (!master_.recurrence.exceptions.empty()) {
      std::vector<std::string> bad;
      for (const auto& date : read_listed_dates(master_.recurrence.exceptions, clock_, zones_, most_listed_dates, bad))
        if (means_day(clock_.local(date.key), date.whole_day))
          excluded_days_.push_back(midnight(clock_.local(date.key)));
        else
          excluded_.push_back(date.key);
      for (const auto& text : bad) warn("bad-date", "EXDATE cannot be read: " + text);
    }
    for (const auto& rule : master_.recurrence.exrules)
      walk(rule, [this](std::int64_t key, std::int64_t) {
        excluded_.push_back(key);
        return true;
      });
    std::sort(excluded_.begin(), excluded_.end());
    std::sort(excluded_days_.begin(), excluded_days_.end());
  }

  /// Whether a rule names another time on the day of the start, so that the start only says where to begin.
  bool begins_later_that_day() {
    return std::any_of(master_.recurrence.rules.begin(), master_.recurrence.rules.end(), [this](const auto& text) {
      auto rule = read_rule(text);
      if (!rule) return false;
      const auto until = rule->until;
      RuleWalk walk(std::move(*rule), first_local_, clock_.kind() == MomentKind::date, steps_);
      walk.stop_after(midnight(first_local_) + day_seconds - 1);
      const auto local = walk.next();
      return local && *local != first_local_ && is_within(until, *local, clock_.key(*local));
    });
  }

  void add_listed_dates() {
    if (master_.recurrence.dates.empty()) return;
    std::vector<std::string> bad;
    for (const auto& date : read_listed_dates(master_.recurrence.dates, clock_, zones_, most_listed_dates, bad)) {
      const bool at_clock_time = date.whole_day && clock_.kind() != MomentKind::date;
      const auto local = at_clock_time ? date.day + clock_time() : clock_.local(date.key);
      const auto key = at_clock_time ? clock_.key(local) : date.key;
      add({key, local, date.length ? *date.length : length_from(key, local)});
    }
    for (const auto& text : bad) warn("bad-date", "RDATE cannot be read: " + text);
  }

  bool is_excluded(const Instance& instance) const {
    return std::binary_search(excluded_.begin(), excluded_.end(), instance.key) ||
           (!excluded_days_.empty() &&
            std::binary_search(excluded_days_.begin(), excluded_days_.end(), midnight(instance.local)));
  }

  /// Keeps an instance that may be shown. False when it is not one.
  bool add(const Instance& instance) {
    const bool near =
        instance.key <= window_.to + reach_ && instance.key + std::max(instance.length, reach_) >= window_.from;
    if (!near || is_excluded(instance)) return false;
    instances_.push_back(instance);
    return true;
  }

  /// Gives the instances of one rule that lie about the window to `take`, which says whether it counts one against the
  /// budget.
  template <class Take>
  void walk(const std::string& text, Take&& take) {
    std::vector<std::string> remarks;
    auto rule = read_rule(text, &remarks);
    if (!rule) return warn("bad-rule", rule.error().what);
    for (auto& remark : remarks) warn("odd-rule", "rule " + text.substr(0, 200) + ": " + remark);
    if (clock_.kind() == MomentKind::date && rule->frequency < Frequency::daily)
      warn("odd-rule", "rule " + text.substr(0, 200) + ": FREQ is finer than the dates of the series; read as DAILY");
    const auto until = rule->until;
    RuleWalk walk(std::move(*rule), first_local_, clock_.kind() == MomentKind::date, steps_);
    const auto latest = window_.to + reach_;
    walk.stop_after(clock_.local(latest) + clock_slack);
    walk.seek(clock_.local(window_.from) - std::max(length_, reach_) - clock_slack);
    std::size_t taken = 0;
    while (const auto local = walk.next()) {
      const auto key = clock_.key(*local);
      if (!is_within(until, *local, key) || key > latest + clock_slack) break;
      if (key <= latest && take(key, *local) && ++taken >= budget_.instances) {
        if (walk.next()) cut();
        break;
      }
    }
    if (walk.ran_out()) {
      cut();
      warn("rule-cut", "rule " + text.substr(0, 200) + ": gave up after " + std::to_string(budget_.steps) + " steps");
    }
  }

  void settle_instances() {
    const auto before = [](const Instance& a, const Instance& b) { return a.key < b.key; };
    if (!std::is_sorted(instances_.begin(), instances_.end(), before))
      std::stable_sort(instances_.begin(), instances_.end(), before);
    // A PERIOD may repeat an instance of the rule and then says how long it is: of equal ones the first added stays,
    // dates before rules.
    const auto same = [](const Instance& a, const Instance& b) { return a.key == b.key; };
    instances_.erase(std::unique(instances_.begin(), instances_.end(), same), instances_.end());
    if (instances_.size() <= budget_.instances) return;
    instances_.resize(budget_.instances);
    cut();
  }

  bool is_overridden(const Instance& instance) const {
    const auto found = std::lower_bound(overrides_.begin(), overrides_.end(), instance.key,
                                        [](const Override& item, std::int64_t key) { return item.key < key; });
    if (found != overrides_.end() && found->key == instance.key && !found->whole_day) return true;
    return !replaced_days_.empty() &&
           std::binary_search(replaced_days_.begin(), replaced_days_.end(), midnight(instance.local));
  }

  /// The last override "this and future" that reaches `key`.
  const Override* ruling_override(std::int64_t key) const {
    const auto behind = std::upper_bound(ruling_.begin(), ruling_.end(), key,
                                         [](std::int64_t at, const Override* item) { return at < item->key; });
    return behind == ruling_.begin() ? nullptr : *std::prev(behind);
  }

  /// The instance that an occurrence is.
  struct InstanceId {
    MomentKind kind = MomentKind::unread;
    std::int64_t seconds = 0;
  };

  void emit(const Entry& entry, MomentKind kind, std::int64_t start, std::int64_t length, const std::string& zone,
            InstanceId id) {
    out_.occurrences.push_back({.start = start,
                                .end = start + length,
                                .instance = id.seconds,
                                .entry = &entry,
                                .zone = kind == MomentKind::instant ? &zone : nullptr,
                                .kind = kind,
                                .instance_kind = id.kind,
                                .status = entry.status == EventStatus::unknown ? master_.status : entry.status});
  }

  void emit_instances() {
    const bool has_ids = repeats() || !overrides_.empty();
    for (auto instance : instances_) {
      if (!overrides_.empty() && is_overridden(instance)) continue;
      const Entry* entry = &master_;
      const InstanceId id = has_ids ? InstanceId{clock_.kind(), instance.key} : InstanceId{};
      if (!overrides_.empty())
        if (const auto* ruling = ruling_override(instance.key)) {
          entry = ruling->entry;
          shift(instance, *ruling);
        }
      if (is_wanted(instance.key, instance.length))
        emit(*entry, clock_.kind(), instance.key, instance.length, start_.zone, id);
    }
  }

  /// Moves an instance as the override moved its own.
  void shift(Instance& instance, const Override& ruling) {
    const auto& entry = *ruling.entry;
    if (!entry.start || entry.start->kind != clock_.kind()) return;
    const auto moved = wall_clock(*entry.start, clock_) - ruling.local;
    instance.key = clock_.key(instance.local + moved);
    instance.length = length_of(entry, *entry.start);
  }

  /// What EXDATE takes out stays out, also when it was moved before (RFC 5545 §3.8.5.1).
  void emit_overrides() {
    for (const auto& item : overrides_) {
      if (is_excluded({item.key, item.local, 0})) continue;
      const auto& id = *item.entry->recurrence.id;
      const auto& start = item.entry->start && item.entry->start->kind != MomentKind::unread ? *item.entry->start : id;
      const auto length = length_of(*item.entry, start);
      if (!is_wanted(start.seconds, length)) continue;
      emit(*item.entry, start.kind, start.seconds, length, start.zone, {id.kind, id.seconds});
    }
  }

  void emit_more_dates() {
    for (const auto& when : master_.more_dates) {
      if (when.start.kind == MomentKind::unread) continue;
      Entry shape;  // only to share the reading of lengths
      shape.end = when.end;
      const auto length = length_of(shape, when.start);
      if (is_wanted(when.start.seconds, length))
        emit(master_, when.start.kind, when.start.seconds, length, when.start.zone,
             {when.start.kind, when.start.seconds});
    }
  }

  const Entry& master_;
  const Moment& start_;
  SeriesClock clock_;
  const ZoneBook& zones_;
  const Window window_;
  const ExpansionBudget& budget_;
  Expansion& out_;
  std::size_t steps_;
  std::int64_t first_local_ = 0, length_ = 0;
  std::int64_t days_ = 0;                    ///< seconds of the length that are days on the clock
  std::int64_t reach_ = 0;                   ///< how far overrides may move other instances, with their lengths
  std::vector<Override> overrides_;          ///< by key
  std::vector<const Override*> ruling_;      ///< those for all that follow, by key
  std::vector<std::int64_t> replaced_days_;  ///< by overrides that name a day
  std::vector<std::int64_t> excluded_, excluded_days_;
  std::vector<Instance> instances_;
};

/// Where a series begins. A task may have a due time only (RFC 5545 §3.6.2); its due time is what repeats.
const Moment* first_moment(const Entry& master) {
  if (master.start) return &*master.start;
  if (master.end) return &*master.end;
  if (master.component == Component::vtodo && !master.deadlines.empty()) return &master.deadlines.front().at;
  return nullptr;
}

}  // namespace

std::size_t expand_series(const Entry& master, std::span<const Entry* const> overrides, const ZoneBook& zones,
                          Window window, const ExpansionBudget& budget, Expansion& out) {
  const auto* const start = first_moment(master);
  if (!start || start->kind == MomentKind::unread || start->seconds < first_second || start->seconds > last_second)
    return 0;
  window.from = std::clamp(window.from, first_second, last_second);
  window.to = std::clamp(window.to, first_second, last_second);
  Zone zone;
  if (start->kind == MomentKind::instant && !start->zone.empty() && start->zone != "UTC") {
    if (const auto found = zones.find(start->zone))
      zone = *found;
    else
      out.warnings.push_back(
          {"unknown-zone", "zone " + start->zone.substr(0, 80) + " is not known; its series is expanded in UTC", {}});
  }
  return SeriesExpander(master, *start, zone, zones, window, budget, out).run(overrides);
}

}  // namespace almanac
