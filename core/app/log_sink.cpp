#include "log_sink.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <almanac/base/clock.hpp>
#include <almanac/model/moment.hpp>
#include <almanac/model/redact_text.hpp>
#include <almanac/render/json_writer.hpp>
#include <almanac/text/escape.hpp>
#include <array>
#include <cstdlib>

#include "terminal.hpp"

namespace almanac {
namespace {

constexpr std::array<std::string_view, 6> levels{"trace", "debug", "info", "warn", "error", "off"};

/// syslog(3): 3 error … 7 debug.
int priority(LogLevel level) {
  switch (level) {
    case LogLevel::error:
      return 3;
    case LogLevel::warn:
      return 4;
    case LogLevel::info:
      return 6;
    default:
      return 7;
  }
}

}  // namespace

std::string_view to_text(LogLevel level) { return levels[static_cast<std::size_t>(level)]; }

std::optional<LogLevel> log_level_from(std::string_view word) {
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (levels[i] == word) return static_cast<LogLevel>(i);
  return std::nullopt;
}

std::string log_line(LogForm form, bool journal, std::string_view time, LogLevel level, std::string_view layer,
                     std::string_view message) {
  const std::string shown = redact_text(message);
  std::string out;
  if (form == LogForm::json) {
    JsonWriter json;
    json.open_object();
    json.member("time", time);
    json.member("level", to_text(level));
    json.member("layer", layer);
    json.member("message", std::string_view(shown));
    json.close_object();
    out = json.take();
  } else if (journal) {
    out = fmt::format("<{}>{}: {}", priority(level), layer, escape_terminal(shown));
  } else {
    out = fmt::format("{} {} {}: {}", time, to_text(level), layer, escape_terminal(shown));
  }
  return out += '\n';
}

void install_log(const LogSettings& settings) {
  const bool journal = std::getenv("JOURNAL_STREAM") != nullptr;
  set_log_sink(
      [form = settings.form, journal](LogLevel level, std::string_view layer, std::string_view message) {
        const std::string now = iso_text(MomentKind::instant, SystemClock().now().time_since_epoch().count());
        write_to(STDERR_FILENO,
                 log_line(form, journal, now, level, layer, message));  // nobody listens: the program goes on
      },
      settings.least);
}

}  // namespace almanac
