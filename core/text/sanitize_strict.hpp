#pragma once
#include <string>
#include <string_view>

namespace almanac::sanitize_detail {

/// The short way for markup that is already simple: allow-listed elements in lower case, strictly nested, attributes as
/// ` name="value"`, no comments, no scripts. Copies it to `out`, attributes judged by the policy and links marked.
/// False when anything else is found: `out` is then to be thrown away. What it writes, it takes again unchanged.
bool sanitize_strict(std::string_view html, std::string_view base, std::string& out);

}  // namespace almanac::sanitize_detail
