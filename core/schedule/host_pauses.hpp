#pragma once
#include <almanac/base/clock.hpp>
#include <almanac/base/strong_id.hpp>
#include <map>
#include <optional>
#include <set>
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
/// Hosts of the user's own are always taken source by source: do not note them here.
///
/// Pure state, one thread. What `note_…` returns is to be kept on disk.
class HostPauses {
 public:
  /// From disk, at start.
  void restore(PausedHost pause);

  /// 429 from `host`, which asks to wait until then (no hint: the source's own next due time).
  PausedHost note_throttled(std::string_view host, sys_seconds until);
  /// 503 with Retry-After. A pause once it is the second source.
  std::optional<PausedHost> note_unavailable(std::string_view host, SourceId source, sys_seconds until,
                                             sys_seconds now);

  /// The pause that keeps `host` from being asked at `now`.
  std::optional<PausedHost> find(std::string_view host, sys_seconds now) const;

 private:
  PausedHost pause(std::string host, sys_seconds until, std::string why);

  std::map<std::string, PausedHost, std::less<>> pauses_;
  std::map<std::string, std::set<std::string>, std::less<>> throttled_;  ///< registered part → its hosts with a 429
  struct Unavailable {
    SourceId source;
    sys_seconds until{};
  };
  std::map<std::string, Unavailable, std::less<>> unavailable_;
};

}  // namespace almanac
