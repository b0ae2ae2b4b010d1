#include "source_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <almanac/model/redact_text.hpp>
#include <almanac/text/escape.hpp>

namespace almanac {
namespace {

std::string name_of(const Source& source) {
  return escape_terminal(redact_text(source_label(source.name, source.url)));
}

std::string ago(const std::optional<sys_seconds>& at, sys_seconds now) {
  if (!at) return "never";
  return *at > now + std::chrono::minutes(1) ? "?" : span_text(now - *at) + " ago";
}

/// Whether a clock that was ahead wrote its times: it is due whatever they say.
bool was_clock_ahead(const Health& health, sys_seconds now) {
  return health.last_attempt && *health.last_attempt > now + std::chrono::hours(1);
}

std::string due(const Health& health, sys_seconds now) {
  if (health.state == SourceState::gone || health.state == SourceState::paused) return "-";
  if (!health.next_due || *health.next_due <= now || was_clock_ahead(health, now)) return "now";
  return "in " + span_text(*health.next_due - now);
}

/// How long after the last poll the next one comes, and why: "60 min after the last: base interval".
std::string why_then(const Health& health, sys_seconds now) {
  if (was_clock_ahead(health, now)) return "the clock was ahead when it was asked last";
  if (!health.next_due || !health.last_attempt || *health.next_due <= *health.last_attempt) return health.due_reason;
  return fmt::format("{} after the last: {}", span_text(*health.next_due - *health.last_attempt), health.due_reason);
}

/// Whether another source of the list is called the same.
bool has_namesake(const std::vector<Source>& sources, const Source& source) {
  return std::any_of(sources.begin(), sources.end(),
                     [&](const Source& other) { return other.id != source.id && name_of(other) == name_of(source); });
}

std::string pad(const std::string& text, std::size_t width) {
  const std::size_t have = display_width(text);
  return have >= width ? text : text + std::string(width - have, ' ');
}

}  // namespace

std::string span_text(std::chrono::seconds span) {
  const auto seconds = span.count();
  if (seconds < 90) return fmt::format("{} s", std::max<std::int64_t>(seconds, 0));
  if (seconds < 90 * 60) return fmt::format("{} min", (seconds + 30) / 60);
  if (seconds < 36 * 3600) return fmt::format("{} h", (seconds + 1800) / 3600);
  return fmt::format("{} d", (seconds + 43'200) / 86'400);
}

std::string source_table(const std::vector<Source>& sources, const Context& context) {
  const sys_seconds now = context.now();
  const std::size_t width = std::max<std::size_t>(context.terminal().width, 60);
  std::string out = fmt::format("{:>4}  {:<10}  {:<10}  {:<9}  {}\n", "NO", "STATE", "LAST GOOD", "NEXT", "SOURCE");
  for (const Source& source : sources) {
    const Health& health = source.health;
    const std::string state =
        health.last_attempt || health.state != SourceState::active ? std::string(to_text(health.state)) : "new";
    const std::string head = fmt::format("{:>4}  {}  {}  {}  ", source.id.value, pad(state, 10),
                                         pad(ago(health.last_good, now), 10), pad(due(health, now), 9));
    out += head + truncate_to_width(name_of(source), width - std::min(width - 10, head.size())) + "\n";
    const auto add_detail = [&](const std::string& text) {
      if (text.empty()) return;
      out += std::string(6, ' ') + truncate_to_width(escape_terminal(redact_text(text)), width - 6) + "\n";
    };
    if (has_namesake(sources, source)) add_detail(source.url);
    if (health.failures > 0)
      add_detail(fmt::format("{} ({} {} in a row)", health.last_error, health.failures,
                             health.failures == 1 ? "failure" : "failures"));
    add_detail(why_then(health, now));
    if (!health.hint.empty()) add_detail(health.hint);
    if (!source.moved_from.empty())
      add_detail(fmt::format("was {} before a permanent redirect; back: almanac source {} --undo-move",
                             redact_text(source.moved_from), source.id.value));
  }
  return out;
}

}  // namespace almanac
