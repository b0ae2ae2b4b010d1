#pragma once
#include <chrono>
#include <optional>
#include <string_view>

namespace almanac {

/// Tells the service manager how things are: sd_notify(3), a datagram to the socket that NOTIFY_SOCKET names. `state`
/// is "READY=1", "STOPPING=1", "WATCHDOG=1", "STATUS=…", lines joined by newlines. Without a manager nothing happens;
/// never fails.
void notify_manager(std::string_view state);

/// How often the manager wants to hear "WATCHDOG=1" (WATCHDOG_USEC, for this process); nothing when it does not.
std::optional<std::chrono::microseconds> watchdog_interval();

}  // namespace almanac
