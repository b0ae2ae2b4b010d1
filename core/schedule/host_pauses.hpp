#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/base/strong_id.hpp>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace almanac {

/// A host that asked all of us to wait, and until when. A name that begins with a dot stands for all hosts under it.
struct PausedHost {
  std::string host;
  sys_seconds until{};
  std::string why;
};

/// Which hosts asked to be left alone. A 429 holds for the whole host, and once two hosts of one owner sent one, for
/// all of that owner's; a 503 with Retry-After holds for its source, and for the host once two of its sources got one.
/// Hosts of the user's own are always taken source by source: do not note them here. What a clock wrote that was far
/// ahead keeps nobody away.
///
/// Pure state, one thread. What `note_…` returns is to be kept on disk.
class HostPauses {
 public:
  /// From disk, at start.
  void restore(PausedHost pause);

  /// 429 from `host`, which asks to wait until then (no hint: the source's own next due time).
  PausedHost note_throttled(std::string_view host, sys_seconds until, sys_seconds now);
  /// 503 with Retry-After. A pause once it is the second source.
  std::optional<PausedHost> note_unavailable(std::string_view host, SourceId source, sys_seconds until,
                                             sys_seconds now);

  /// The pause that keeps `host` from being asked at `now`.
  std::optional<PausedHost> find(std::string_view host, sys_seconds now) const;

 private:
  PausedHost pause(std::string host, sys_seconds until, std::string why, sys_seconds now);

  std::map<std::string, PausedHost, std::less<>> pauses_;
  /// Registered part → its hosts with a 429 of late, and until when they asked to wait.
  std::map<std::string, std::map<std::string, sys_seconds, std::less<>>, std::less<>> throttled_;
  struct Unavailable {
    SourceId source;
    sys_seconds until{};
  };
  std::map<std::string, Unavailable, std::less<>> unavailable_;
};

}  // namespace almanac
