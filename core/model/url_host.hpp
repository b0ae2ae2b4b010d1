#pragma once
#include <almanac/base/result.hpp>
#include <string>
#include <string_view>

namespace almanac::url_detail {

/// The canonical form of a host as written in a web address (WHATWG URL §3.5): percent-decoded, internationalised names
/// in ASCII (UTS #46, non-transitional), lower-case, every spelling of an IPv4 address ("0x7f.1", "2130706433",
/// "127.1") as four decimal numbers, IPv6 compressed and in brackets. Errors: UrlErrc::host.
Result<std::string> canonical_host(std::string_view host);

}  // namespace almanac::url_detail
