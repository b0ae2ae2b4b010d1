#pragma once
#include <string>
#include <string_view>

namespace almanac {

/// A text for people and logs with every http, https and file address in it as Url::redacted shows it. What looks like
/// an address and cannot be read loses its userinfo and its query all the same.
std::string redact_text(std::string_view text);

}  // namespace almanac
