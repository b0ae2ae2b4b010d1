#include "host_paces.hpp"

namespace almanac {

using namespace std::chrono_literals;

// arXiv's terms of use of its interfaces; what Reddit answers 429 to otherwise; what YouTube bears.
HostPaces::HostPaces() : spacings_{{"arxiv.org", 3s}, {"reddit.com", 60s}, {"youtube.com", 5s}} {}

std::optional<HostPaces::Pace> HostPaces::find(std::string_view host) const {
  for (;;) {
    if (const auto found = spacings_.find(host); found != spacings_.end()) return Pace{found->first, found->second};
    const std::size_t dot = host.find('.');
    if (dot == host.npos) return std::nullopt;
    host.remove_prefix(dot + 1);
  }
}

}  // namespace almanac
