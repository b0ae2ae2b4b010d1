#pragma once
#include <string_view>
#include <vector>

#include "fetch.hpp"

namespace almanac::net {

/// The address as it is requested: without userinfo and fragment.
Url bare(const Url& url);

/// Where a redirect leads. Pure: address rules are checked when the target is connected to.
/// `hops` were followed before; `current` is the (bare) address that answered with `location`.
/// Errors: NetErrc::bad_redirect, insecure_redirect, redirect_loop, too_many_redirects.
Result<Url> redirect_target(const std::vector<Hop>& hops, const Url& current, std::string_view location,
                            int max_redirects);

}  // namespace almanac::net
