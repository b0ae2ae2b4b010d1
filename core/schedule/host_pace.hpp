#pragma once
#include <string_view>

namespace almanac {

/// The part of a host name that one owner registers, for throttling what is spread over subdomains: two labels, or
/// three where the second is a short one under a country ("example.co.uk"). Itself for addresses and single labels.
std::string_view registered_part(std::string_view host);

}  // namespace almanac
