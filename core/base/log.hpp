#pragma once
#include <functional>
#include <string_view>

namespace almanac {

enum class LogLevel { trace, debug, info, warn, error, off };

/// Where log lines go. `app` installs the real sink (stderr, text or JSON); without one, nothing is written.
/// Lines are single: control characters are escaped before they reach the sink. Any thread.
using LogSink = std::function<void(LogLevel, std::string_view layer, std::string_view message)>;
void set_log_sink(LogSink sink, LogLevel least);

/// True if a line of this level would be written: ask before building an expensive message.
bool log_enabled(LogLevel level) noexcept;
void log(LogLevel level, std::string_view layer, std::string_view message);

}  // namespace almanac
