#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace almanac {

/// A text with what it refers to in the place of its references, so that passwords and tokens need not stand in the
/// configuration or the database: `${env:NAME}` is an environment variable, `${file:PATH}` the first line of a file,
/// and a text that is `file:/PATH` alone the same. A file must be readable by its owner only.
///
/// Fails with misconfigured: no such variable, no such file, a file that others can read. What is told never holds what
/// was read. Reads the environment and files: not while other threads change the environment.
Result<std::string, Problem> resolve_references(std::string_view text);

/// Whether it has any.
bool has_references(std::string_view text) noexcept;

/// What to tell a user whose source has a secret written out in the option `name`; nothing when it has none.
std::optional<std::string> warn_of_secret(std::string_view name, std::string_view value);

}  // namespace almanac
