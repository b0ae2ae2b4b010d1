#pragma once
#include <almanac/base/log.hpp>
#include <almanac/base/result.hpp>
#include <optional>
#include <string_view>

namespace almanac {

enum class LogForm { text, json };

struct LogSettings {
  LogLevel least = LogLevel::warn;
  LogForm form = LogForm::text;
};

std::string_view to_text(LogLevel level);
/// "trace", "debug", "info", "warn", "error" or "off".
std::optional<LogLevel> log_level_from(std::string_view word);

/// One line of the log, with newline. Text: "2026-11-28T21:04:05Z info schedule: 3 sources are due"; under the journal
/// (sd-daemon(3)) its own "<6>" instead of time and level. JSON: an object with time, level, layer and message.
/// Addresses lose their secrets.
std::string log_line(LogForm form, bool journal, std::string_view time, LogLevel level, std::string_view layer,
                     std::string_view message);

/// From now on log lines go to stderr.
void install_log(const LogSettings& settings);

}  // namespace almanac
