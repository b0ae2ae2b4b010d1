#include "due_policy.hpp"

#include <algorithm>

#include "allowed_hours.hpp"

namespace almanac {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds server_may_ask = hours(24), throttle_may_ask = hours(24 * 7);
constexpr seconds least_gap = minutes(10);  ///< between two polls by hand
constexpr seconds month = hours(24 * 30), week = hours(24 * 7);
constexpr int same_bodies_borne = 3;  ///< before a server counts as deaf to validators

/// A wait with the reason for it; reasons are for people.
struct Wait {
  seconds span;
  std::string why;

  void lengthen(seconds at_least, std::string reason) {
    if (at_least <= span) return;
    span = at_least;
    why = std::move(reason);
  }
};

std::string in_words(seconds span) {
  const auto count = span.count();
  if (count >= 2 * 86'400 && (count % 86'400 == 0 || count > 7 * 86'400))
    return std::to_string((count + 86'399) / 86'400) + " d";
  if (count >= 3600 && count % 3600 == 0) return std::to_string(count / 3600) + " h";
  if (count >= 60) return std::to_string((count + 59) / 60) + " min";
  return std::to_string(count) + " s";
}

/// What was asked for, and what it comes to.
std::string asked_and_held(seconds asked, seconds most) {
  return in_words(asked) + (asked > most ? ", held to " + in_words(most) : "");
}

seconds usual_wait(const DuePolicy& policy, const Source& source) {
  return std::max(source.every.value_or(policy.base), policy.floor);
}

Wait after_success(const DuePolicy& policy, const Source& source, const Health& health, const PollOutcome& outcome) {
  Wait wait = source.every ? Wait{*source.every, "every " + in_words(*source.every) + " as you asked"}
                           : Wait{policy.base, "base interval"};
  if (!source.every && outcome.usual_gap && outcome.end == PollEnd::unchanged)
    wait.lengthen(std::min(*outcome.usual_gap / 2, policy.ceiling), "new entries come seldom");
  if (wait.span < policy.floor) wait = {policy.floor, "shortest interval"};
  if (const auto wished = health.wish.interval)
    wait.lengthen(std::min(*wished, server_may_ask),
                  "the publisher asks for " + asked_and_held(*wished, server_may_ask));
  if (const auto fresh = freshness_lifetime(outcome.headers))
    wait.lengthen(std::min(*fresh, server_may_ask),
                  "the server says it stays fresh for " + asked_and_held(*fresh, server_may_ask));
  if (const int same = health.same_bodies; outcome.body_hash && same >= same_bodies_borne)
    wait.lengthen(std::min<seconds>(policy.base * (1LL << std::min(same - same_bodies_borne + 1, 10)), policy.ceiling),
                  "it sends the same document each time");
  if (!source.every && wait.span > policy.ceiling) wait = {policy.ceiling, "longest interval"};
  return wait;
}

/// Doubles from the base: 1, 2, 4 … times, at most a day.
seconds back_off(const DuePolicy& policy, int failures) {
  const int doublings = std::clamp(failures - 1, 0, 10);
  return std::min<seconds>(policy.base * (1LL << doublings), policy.ceiling);
}

Wait after_failure(const DuePolicy& policy, const Source& source, const Health& health, const PollOutcome& outcome,
                   sys_seconds now) {
  Wait wait{back_off(policy, health.failures),
            std::to_string(health.failures) + (health.failures == 1 ? " failure" : " failures in a row")};
  if (health.state == SourceState::needs_auth) wait.lengthen(hours(24), "it wants credentials");
  if (outcome.end == PollEnd::gone) wait.lengthen(hours(24), "it says it is gone: asked once more");
  if (outcome.end == PollEnd::refused) wait.lengthen(hours(4), "it refused us");
  const seconds cap = outcome.end == PollEnd::throttled ? throttle_may_ask : server_may_ask;
  if (const auto asked = retry_after(outcome.headers, now))
    wait.lengthen(std::min(*asked, cap), "the server asks to wait " + asked_and_held(*asked, cap));
  if (const auto fresh = freshness_lifetime(outcome.headers))
    wait.lengthen(std::min(*fresh, cap), "the server says it stays so for " + asked_and_held(*fresh, cap));
  if (health.failures > 1 && now - health.last_good.value_or(source.added) >= month)
    wait.lengthen(week, "failing for a month: asked weekly");
  return wait;
}

void note_failure(Health& health, const PollOutcome& outcome) {
  ++health.failures;
  health.last_error = outcome.error;
  health.gone_streak = outcome.end == PollEnd::gone ? health.gone_streak + 1 : 0;
  health.state = SourceState::failing;
  if (health.gone_streak >= 2) health.state = SourceState::gone;
  if (outcome.end == PollEnd::refused && health.failures >= 3) health.state = SourceState::needs_auth;
}

void note_success(Health& health, const PollOutcome& outcome, sys_seconds now) {
  health.failures = health.gone_streak = 0;
  health.last_error.clear();
  health.state = SourceState::active;
  health.last_good = now;
  if (outcome.end == PollEnd::changed) health.last_changed = now;
  if (outcome.body_hash) {
    health.same_bodies = outcome.body_hash == health.body_hash ? health.same_bodies + 1 : 0;
    health.body_hash = outcome.body_hash;
    health.last_document = now;
  }
}

/// What a server asked for in so many words binds polls by hand too.
std::optional<sys_seconds> not_before(const PollOutcome& outcome, sys_seconds now) {
  if (outcome.end != PollEnd::throttled) return std::nullopt;
  const auto asked = retry_after(outcome.headers, now), fresh = freshness_lifetime(outcome.headers);
  const seconds span = std::max(asked.value_or(seconds(0)), fresh.value_or(seconds(0)));
  return span > seconds(0) ? std::optional(now + std::min(span, throttle_may_ask)) : std::nullopt;
}

}  // namespace

Health after_poll(const DuePolicy& policy, const Source& source, const PollOutcome& outcome, sys_seconds now,
                  double jitter) {
  Health health = source.health;
  if (outcome.end == PollEnd::offline) {
    // Nobody's fault: what is known of the source stays, and it is asked again soon.
    health.next_due = now + policy.floor;
    health.due_reason = "the network here was down";
    return health;
  }
  if (outcome.end == PollEnd::waiting) {
    const bool was_set_back = health.last_attempt && *health.last_attempt > now;
    if (!was_set_back && health.next_due && *health.next_due >= outcome.wait_until) return health;
    if (was_set_back) health.last_attempt = now;
    const seconds spread(static_cast<std::int64_t>(60 * std::clamp(jitter, 0.0, 1.0)));
    health.next_due = outcome.wait_until + spread;
    health.due_reason = outcome.wait_why;
    return health;
  }
  health.last_attempt = now;
  health.not_before = not_before(outcome, now);
  if (outcome.wish) health.wish = *outcome.wish;
  const bool good = outcome.end == PollEnd::changed || outcome.end == PollEnd::unchanged;
  if (good)
    note_success(health, outcome, now);
  else
    note_failure(health, outcome);
  if (health.state == SourceState::gone) {
    health.next_due.reset();
    health.due_reason = "gone for good (410 twice): not asked again";
    return health;
  }
  const Wait wait =
      good ? after_success(policy, source, health, outcome) : after_failure(policy, source, health, outcome, now);
  const seconds spread = std::min<seconds>(wait.span / 10, minutes(5));
  const seconds extra(static_cast<std::int64_t>(static_cast<double>(spread.count()) * std::clamp(jitter, 0.0, 1.0)));
  const sys_seconds at = now + wait.span + extra;
  const sys_seconds allowed = next_allowed(at, health.wish.skip_hours, health.wish.skip_days);
  health.next_due = allowed;
  health.due_reason = allowed == at ? wait.why : "the publisher's skipHours or skipDays";
  return health;
}

std::optional<Refusal> refuse_to_ask(const DuePolicy& policy, const Source& source, sys_seconds now, bool is_own) {
  const Health& health = source.health;
  if (health.not_before && *health.not_before > now && *health.not_before <= now + throttle_may_ask)
    return Refusal{*health.not_before, "the server asks to wait until then"};
  if (!health.last_attempt) return std::nullopt;
  if (*health.last_attempt > now + hours(1)) return Refusal{now + usual_wait(policy, source), "the clock was set back"};
  if (!is_own && *health.last_attempt <= now && now - *health.last_attempt < least_gap)
    return Refusal{*health.last_attempt + least_gap, "it was asked less than 10 min ago"};
  return std::nullopt;
}

double jitter_for(SourceId source, sys_seconds now) {
  // SplitMix64 over the id and the hour.
  std::uint64_t x = static_cast<std::uint64_t>(source.value) * 0x9e3779b97f4a7c15u +
                    static_cast<std::uint64_t>(now.time_since_epoch().count() / 3600);
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  x ^= x >> 31;
  return static_cast<double>(x >> 11) * 0x1.0p-53;
}

}  // namespace almanac
