#include "host_pauses.hpp"

#include "host_pace.hpp"

namespace almanac {

void HostPauses::restore(PausedHost known) { pause(std::move(known.host), known.until, std::move(known.why)); }

PausedHost HostPauses::pause(std::string host, sys_seconds until, std::string why) {
  PausedHost& held = pauses_[host];
  if (until > held.until) held = {std::move(host), until, std::move(why)};
  return held;
}

PausedHost HostPauses::note_throttled(std::string_view host, sys_seconds until) {
  const std::string owner(registered_part(host));
  auto& hosts = throttled_[owner];
  hosts.emplace(host);
  if (hosts.size() < 2) return pause(std::string(host), until, "its host asks to wait (429)");
  return pause("." + owner, until, "hosts of " + owner + " ask to wait (429)");
}

std::optional<PausedHost> HostPauses::note_unavailable(std::string_view host, SourceId source, sys_seconds until,
                                                       sys_seconds now) {
  const auto known = unavailable_.find(host);
  const bool is_second = known != unavailable_.end() && known->second.source != source && known->second.until > now;
  unavailable_.insert_or_assign(std::string(host), Unavailable{source, until});
  if (!is_second) return std::nullopt;
  return pause(std::string(host), until, "its host asks to wait (503)");
}

std::optional<PausedHost> HostPauses::find(std::string_view host, sys_seconds now) const {
  const std::string owner = "." + std::string(registered_part(host));
  for (const std::string_view name : {host, std::string_view(owner)})
    if (const auto found = pauses_.find(name); found != pauses_.end() && found->second.until > now)
      return found->second;
  return std::nullopt;
}

}  // namespace almanac
