#include "rule_order.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "scan.hpp"

namespace almanac::ical {
namespace {

constexpr std::array<std::string_view, 16> order{"RSCALE",   "FREQ",     "UNTIL", "COUNT",      "INTERVAL",  "BYSECOND",
                                                 "BYMINUTE", "BYHOUR",   "BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO",
                                                 "BYMONTH",  "BYSETPOS", "WKST",  "SKIP"};

struct Part {
  std::size_t rank;
  std::string_view text;
};

std::size_t rank_of(std::string_view part) noexcept {
  const std::string_view name = trim_controls(part.substr(0, part.find('=')));
  const auto found =
      std::find_if(order.begin(), order.end(), [&](std::string_view word) { return is_word(name, word); });
  return static_cast<std::size_t>(found - order.begin());
}

}  // namespace

std::string_view in_order(std::string_view rule, Arena& arena) {
  std::array<Part, 24> parts;
  std::size_t count = 0;
  bool sorted = true;
  for (std::string_view rest = rule; !rest.empty();) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view part = trim_controls(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (part.empty()) continue;
    if (count == parts.size()) return rule;
    parts[count] = {rank_of(part), part};
    sorted = sorted && (count == 0 || parts[count - 1].rank <= parts[count].rank);
    ++count;
  }
  if (sorted) return rule;
  std::stable_sort(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(count),
                   [](const Part& a, const Part& b) { return a.rank < b.rank; });
  char* const out = arena.reserve(rule.size());
  char* to = out;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) *to++ = ';';
    to = std::copy(parts[i].text.begin(), parts[i].text.end(), to);
  }
  arena.take(static_cast<std::size_t>(to - out));
  return {out, static_cast<std::size_t>(to - out)};
}

}  // namespace almanac::ical
