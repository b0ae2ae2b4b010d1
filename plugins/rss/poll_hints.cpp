#include "poll_hints.hpp"

#include <algorithm>
#include <almanac/base/day.hpp>
#include <array>

#include "links.hpp"

namespace almanac::rss {
namespace {

constexpr std::int64_t longest = 366 * day_seconds;

std::int64_t period_of(std::string_view word) noexcept {
  constexpr std::pair<std::string_view, std::int64_t> periods[] = {{"hourly", 3'600},
                                                                   {"daily", day_seconds},
                                                                   {"weekly", 7 * day_seconds},
                                                                   {"monthly", 30 * day_seconds},
                                                                   {"yearly", 365 * day_seconds}};
  for (const auto& [name, seconds] : periods)
    if (same_word(name, word)) return seconds;
  return 0;
}

}  // namespace

void PollHints::read(const Element& element) {
  if (element.name.space == Space::sy) {
    if (element.name.term == Term::updateperiod) period_ = period_of(walker_.text(element.node));
    if (element.name.term == Term::updatefrequency) frequency_ = read_length(walker_.text(element.node));
    return;
  }
  switch (element.name.term) {
    case Term::ttl:
      ttl_ = std::clamp<std::int64_t>(read_length(walker_.text(element.node)), 0, longest / 60) * 60;
      break;
    case Term::skiphours:
      read_hours(element);
      break;
    case Term::skipdays:
      read_days(element);
      break;
    default:
      break;
  }
}

void PollHints::read_hours(const Element& element) {
  for (const pugi::xml_node node : element.node.children()) {
    if (node.type() != pugi::node_element) continue;
    const std::int64_t hour = read_length(walker_.text(node));
    if (hour >= 0 && hour <= 24) hours_ |= 1u << (hour % 24);  // RSS 0.91 counts midnight as 24
  }
}

void PollHints::read_days(const Element& element) {
  constexpr std::array<std::string_view, 7> names = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
  for (const pugi::xml_node node : element.node.children()) {
    if (node.type() != pugi::node_element) continue;
    const std::string_view name = walker_.text(node).substr(0, 3);
    for (std::size_t d = 0; d < names.size(); ++d)
      if (same_word(names[d], name)) days_ |= 1u << d;
  }
}

void PollHints::fill(almanac_document& document) const noexcept {
  std::int64_t interval = 0;
  if (period_ > 0)
    interval = period_ / std::max<std::int64_t>(frequency_, 1);
  else if (frequency_ > 0)
    interval = day_seconds / frequency_;  // the period is daily unless stated
  document.refresh_after = std::max(ttl_, interval);
  document.skip_hours = hours_;
  document.skip_days = days_;
}

}  // namespace almanac::rss
