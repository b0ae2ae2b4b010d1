#pragma once
#include <string>
#include <string_view>

namespace almanac {

/// A text for people and logs with every address in it as Url::redacted shows it. What looks like one and cannot be
/// read, or has another scheme, loses its userinfo and its query all the same.
std::string redact_text(std::string_view text);

}  // namespace almanac
