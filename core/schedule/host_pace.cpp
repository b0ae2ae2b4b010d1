#include "host_pace.hpp"

#include <vector>

namespace almanac {
namespace {

bool is_address(std::string_view host) {
  return host.find(':') != host.npos || host.find_first_not_of("0123456789.") == host.npos;
}

}  // namespace

std::string_view registered_part(std::string_view host) {
  if (is_address(host)) return host;
  std::vector<std::size_t> dots;
  for (std::size_t i = 0; i < host.size(); ++i)
    if (host[i] == '.') dots.push_back(i);
  if (dots.size() < 2) return host;
  const std::size_t last = dots.back(), second = dots[dots.size() - 2];
  const bool by_country = host.size() - last - 1 == 2 && last - second - 1 <= 3;
  if (!by_country) return host.substr(second + 1);
  return dots.size() < 3 ? host : host.substr(dots[dots.size() - 3] + 1);
}

}  // namespace almanac
