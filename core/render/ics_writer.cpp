#include "ics_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <almanac/model/moment.hpp>
#include <almanac/text/escape.hpp>

namespace almanac::render {

void IcsWriter::raw(std::string_view name_and_parameters, std::string_view value) {
  line_.assign(name_and_parameters);
  (line_ += ':') += value;
  out_ += fold_ics_line(line_);
}

void IcsWriter::text(std::string_view name, std::string_view value) {
  if (!value.empty()) raw(name, escape_ics_text(value));
}

std::string ics_time(std::int64_t seconds, bool utc) {
  auto text = iso_text(utc ? MomentKind::instant : MomentKind::local, seconds);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

std::string ics_date(std::int64_t seconds) {
  auto text = iso_text(MomentKind::date, seconds);
  std::erase(text, '-');
  return text;
}

std::string ics_duration(std::int64_t seconds) {
  seconds = std::max<std::int64_t>(seconds, 1);
  if (seconds % 3600 == 0) return fmt::format("PT{}H", seconds / 3600);
  if (seconds % 60 == 0) return fmt::format("PT{}M", seconds / 60);
  return fmt::format("PT{}S", seconds);
}

std::string ics_slug(std::string_view text, std::size_t most) {
  std::string slug;
  for (const char c : text) {
    if (slug.size() == most) break;
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      slug += upper ? static_cast<char>(c + 32) : c;
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

std::string deadline_key(const Event& event, const Deadline& deadline) {
  const auto name_of = [](const Deadline& d) {
    const auto label = ics_slug(d.label, 32);
    return std::string(to_text(d.type)) + (label.empty() ? "" : "-" + label);
  };
  const auto name = name_of(deadline);
  int before = 0;
  for (const auto& other : event.deadlines) {
    if (other == deadline) break;
    if (name_of(other) == name) ++before;
  }
  return before > 0 ? name + fmt::format("-{}", before + 1) : name;
}

}  // namespace almanac::render
