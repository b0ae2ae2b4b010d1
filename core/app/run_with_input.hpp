#pragma once
#include <almanac/base/result.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// Starts a command without a shell, found along PATH, gives it the text on standard input and waits for its end. A
/// command that leaves before it has read all is no error. Gives the status of waitpid(2); fails with what the system
/// said when it cannot be started, and with errc::timed_out when it takes longer than `patience` and was killed
/// (nullopt: waits as long as it takes, as for a pager).
Result<int, error_code> run_with_input(const std::vector<std::string>& command, std::string_view text,
                                       std::optional<std::chrono::milliseconds> patience = std::nullopt);

}  // namespace almanac
