#include "host_pauses.hpp"

#include "host_pace.hpp"

namespace almanac {

namespace {

/// Nobody is asked to wait for so long (a week is the most that is granted): a clock was ahead.
constexpr std::chrono::hours never_so_long{24 * 15};
/// Two hosts of one owner throttle us together when the second does within this time after the first one's pause.
constexpr std::chrono::hours of_late{24};

bool holds(sys_seconds until, sys_seconds now) { return until > now && until - now <= never_so_long; }

}  // namespace

void HostPauses::restore(PausedHost known) {
  std::string host = known.host;
  pauses_.insert_or_assign(std::move(host), std::move(known));
}

PausedHost HostPauses::pause(std::string host, sys_seconds until, std::string why, sys_seconds now) {
  PausedHost& held = pauses_[host];
  if (!holds(held.until, now) || until > held.until) held = {std::move(host), until, std::move(why)};
  return held;
}

PausedHost HostPauses::note_throttled(std::string_view host, sys_seconds until, sys_seconds now) {
  const std::string owner(registered_part(host));
  auto& hosts = throttled_[owner];
  std::erase_if(hosts, [&](const auto& item) { return !holds(item.second + of_late, now); });
  hosts.insert_or_assign(std::string(host), until);
  if (hosts.size() < 2) return pause(std::string(host), until, "its host asks to wait (429)", now);
  return pause("." + owner, until, "hosts of " + owner + " ask to wait (429)", now);
}

std::optional<PausedHost> HostPauses::note_unavailable(std::string_view host, SourceId source, sys_seconds until,
                                                       sys_seconds now) {
  const auto known = unavailable_.find(host);
  const bool is_second =
      known != unavailable_.end() && known->second.source != source && holds(known->second.until, now);
  unavailable_.insert_or_assign(std::string(host), Unavailable{source, until});
  if (!is_second) return std::nullopt;
  return pause(std::string(host), until, "its host asks to wait (503)", now);
}

std::optional<PausedHost> HostPauses::find(std::string_view host, sys_seconds now) const {
  const std::string owner = "." + std::string(registered_part(host));
  for (const std::string_view name : {host, std::string_view(owner)})
    if (const auto found = pauses_.find(name); found != pauses_.end() && holds(found->second.until, now))
      return found->second;
  return std::nullopt;
}

}  // namespace almanac
