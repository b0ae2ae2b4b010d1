#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/model/source.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "freshness.hpp"

namespace almanac {

/// The bounds that the user sets; the defaults are polite.
struct DuePolicy {
  std::chrono::seconds base = std::chrono::minutes(60);
  std::chrono::seconds floor = std::chrono::minutes(15);
  std::chrono::seconds ceiling = std::chrono::hours(24);
};

/// How one poll ended, as far as the next one depends on it.
enum class PollEnd : std::uint8_t {
  changed,    ///< a document with something new
  unchanged,  ///< 304, or a document that says what we know
  failed,     ///< no answer, or one that cannot be used
  refused,    ///< 401, 403, 407: we are not welcome as we are
  throttled,  ///< 429, or 503 with Retry-After
  gone,       ///< 410
  offline,    ///< our own network is down: counts against nobody
  waiting,    ///< nothing was asked: its host, or it itself, wants to be left alone until then
};

/// What one poll learnt.
struct PollOutcome {
  PollEnd end = PollEnd::unchanged;
  FreshnessHeaders headers;
  std::optional<PublisherWish> wish;              ///< of the document; nothing: none came, and the last one's holds
  std::optional<std::chrono::seconds> usual_gap;  ///< between publications, when known: how often something new comes
  std::string error;                              ///< in words, when it failed
  std::uint64_t body_hash = 0;                    ///< of the document; 0: none came
  sys_seconds wait_until{};                       ///< when `waiting`
  std::string wait_why;                           ///< in words, when `waiting`
};

/// The state of a source after a poll: health, next due time and why then. Pure: same arguments, same answer.
///
/// Good polls wait `every` (the user's wish) or the base, stretched by the usual gap between publications and by what
/// the server and the document ask (these only lengthen; capped at 24 h, at 7 days when throttled), within [floor,
/// ceiling]. A server that sends the same document each time, whatever validators we show, is asked ever less often.
/// Failures wait longer each time, at most a day, weekly after a month, and never end a source; 410 twice does, 401
/// three times makes it daily. `jitter` in [0,1) adds up to a tenth, at most 5 minutes: never early.
Health after_poll(const DuePolicy& policy, const Source& source, const PollOutcome& outcome, sys_seconds now,
                  double jitter);

/// Why a source must not be asked now whoever wants it, and until when: its server said so (429, 503), or it was asked
/// less than ten minutes ago and is not the user's own. Nothing: ask. A last attempt in the future (the clock was set
/// back) makes it wait its usual interval from now.
struct Refusal {
  sys_seconds until{};
  std::string why;
};
std::optional<Refusal> refuse_to_ask(const DuePolicy& policy, const Source& source, sys_seconds now, bool is_own);

/// The number in [0,1) that a source's polls are spread by: from its id and the hour, so that it can be repeated.
double jitter_for(SourceId source, sys_seconds now);

}  // namespace almanac
