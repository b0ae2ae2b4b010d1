#include <fmt/format.h>

#include <almanac/store/store.hpp>
#include <string>

#include "select.hpp"

namespace almanac {

std::uint64_t told_facts(const Event& event) {
  std::string facts;
  const auto add = [&facts](std::string_view text) { (facts += text) += '\x1f'; };
  if (event.when) {
    add(iso_text(event.when->start));
    if (event.when->end) add(iso_text(*event.when->end));
  }
  // "Confirmed" after nothing was said is no news.
  const bool settled = event.status == EventStatus::confirmed || event.status == EventStatus::unknown;
  add(settled ? std::string_view{} : to_text(event.status));
  add(event.city);
  add(event.country);
  for (const auto& deadline : event.deadlines)
    add(fmt::format("{} {} {}", to_text(deadline.type), deadline.label, closing_second(deadline)));
  const auto hash = content_hash(facts);
  return hash == 0 ? 1 : hash;
}

}  // namespace almanac
