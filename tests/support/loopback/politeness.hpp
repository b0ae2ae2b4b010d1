#pragma once
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "message.hpp"

namespace almanac::loopback {

/// How much of good manners a journal can be held to.
struct PolitenessRules {
  bool remembers = false;    ///< whoever asked keeps validators: none is shown that was not given, byte for byte
  bool own_cookies = false;  ///< the test gives cookies to be sent, as a user might
  bool all_good = false;     ///< every document could be used: once given, validators are always shown
  std::chrono::milliseconds host_gap{0};  ///< between two request starts at one host
  std::chrono::seconds least_gap{0};      ///< by Request::at, between two requests for one address; 0: no such clock
};

/// What a server would complain of, one line each: no User-Agent of ours, a cookie, a Referer; a validator that was not
/// given; an unconditional request for what is known; a request before the time that an answer asked for (max-age,
/// Expires, Retry-After; of a 429 for the whole host) or sooner than the least gap; host spacing not kept.
std::vector<std::string> breaches(const std::vector<Exchange>& journal, const PolitenessRules& rules);

/// The same while the journal grows; what it keeps is bounded by the number of addresses.
class PolitenessJudge {
 public:
  explicit PolitenessJudge(const PolitenessRules& rules);
  ~PolitenessJudge();
  void hear(const Exchange& exchange);
  const std::vector<std::string>& breaches() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace almanac::loopback
