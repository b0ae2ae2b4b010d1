#pragma once
#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <support/loopback/server.hpp>

namespace almanac::sample {

/// Replaces every `{{FORM OFFSET [HH:MM]}}` of a sample feed (feeds/sample/README.md) by its date, counted from
/// `today`. Throws std::runtime_error for a marker that cannot be read, naming it.
std::string fill_dates(std::string_view text, std::chrono::sys_days today);

/// Serves each file of `folder` under "/<name>" with ETag and 304. The content is made once, so it stays the same while
/// it is served.
void serve(loopback::Server& server, const std::filesystem::path& folder, std::chrono::sys_days today);

}  // namespace almanac::sample
