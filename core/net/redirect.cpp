#include "redirect.hpp"

#include <algorithm>
#include <string>

namespace almanac::net {

Url bare(const Url& url) {
  if (url.userinfo().empty() && url.text().find_first_of("#@") == std::string::npos) return url;
  const Result<Url> plain = Url::parse(url.origin() + url.target());
  return plain ? *plain : url;
}

Result<Url> redirect_target(const std::vector<Hop>& hops, const Url& current, std::string_view location,
                            int max_redirects) {
  const Result<Url> resolved = current.resolve(location);
  if (location.empty() || !resolved || resolved->is_file()) return make_error_code(NetErrc::bad_redirect);
  Url next = bare(*resolved);
  if (current.is_tls() && !next.is_tls()) return make_error_code(NetErrc::insecure_redirect);
  const bool seen = std::any_of(hops.begin(), hops.end(), [&](const Hop& hop) { return hop.url == next; });
  if (seen || next == current) return make_error_code(NetErrc::redirect_loop);
  if (static_cast<int>(hops.size()) >= max_redirects) return make_error_code(NetErrc::too_many_redirects);
  return next;
}

}  // namespace almanac::net
