#include "log.hpp"

#include <atomic>
#include <mutex>
#include <string>

namespace almanac {
namespace {

std::atomic<LogLevel> least_level{LogLevel::off};
std::mutex sink_mutex;
LogSink& sink() {
  static LogSink instance;
  return instance;
}

std::string escape_controls(std::string_view text) {
  static constexpr char hex[] = "0123456789abcdef";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) {
      out += "\\x";
      out += hex[byte >> 4];
      out += hex[byte & 15];
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

void set_log_sink(LogSink new_sink, LogLevel least) {
  const std::lock_guard lock(sink_mutex);
  sink() = std::move(new_sink);
  least_level = sink() ? least : LogLevel::off;
}

bool log_enabled(LogLevel level) noexcept { return level >= least_level.load(std::memory_order_relaxed); }

void log(LogLevel level, std::string_view layer, std::string_view message) {
  if (!log_enabled(level)) return;
  const std::string line = escape_controls(message);
  const std::lock_guard lock(sink_mutex);
  if (sink()) sink()(level, layer, line);
}

}  // namespace almanac
