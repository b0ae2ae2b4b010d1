#include <fmt/format.h>

#include <almanac/text/html.hpp>
#include <array>
#include <unordered_map>

#include "dates.hpp"
#include "words.hpp"

namespace almanac::render {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

/// ISO 8601: the week of a day is that of its Thursday.
std::string week_heading_of(sys_days day, const Reader& reader) {
  const auto monday = day - days{std::chrono::weekday{day}.iso_encoding() - 1};
  const auto thursday = monday + days{3};
  const auto first = sys_days{year_month_day{thursday}.year() / std::chrono::January / 1};
  return fmt::format("Week {} · {}", (thursday - first).count() / 7 + 1,
                     day_range_text(monday, monday + days{6}, reader));
}

std::string heading_of(const ListedEvent& listed, GroupBy by, const Reader& reader) {
  if (by == GroupBy::kind) return std::string(kind_heading(listed.event.kind));
  if (by == GroupBy::place) {
    auto place = where_text(listed.event);
    return place.empty() ? "Place unknown" : place;
  }
  if (!listed.shown) return listed.event.kind == Kind::post ? "Posts" : "Without a date";
  const auto span = days_of(*listed.shown, reader.zone);
  // What already runs belongs to the present week, not to the one it began in.
  const auto now = today(reader);
  const auto day = span.runs_on(now) ? now : span.first;
  return by == GroupBy::week ? week_heading_of(day, reader)
                             : month_text({year_month_day{day}.year(), year_month_day{day}.month()});
}

}  // namespace

std::string month_text(std::chrono::year_month month) {
  return fmt::format("{} {}", months[(static_cast<unsigned>(month.month()) - 1) % 12], static_cast<int>(month.year()));
}

std::vector<EventGroup> group_events(const std::vector<ListedEvent>& events, GroupBy by, const Reader& reader) {
  std::vector<EventGroup> groups;
  std::unordered_map<std::string, std::size_t> known;
  for (const auto& listed : events) {
    auto heading = by == GroupBy::none ? std::string{} : heading_of(listed, by, reader);
    const auto [at, fresh] = known.try_emplace(heading, groups.size());
    if (fresh) groups.push_back({std::move(heading), {}});
    groups[at->second].events.push_back(&listed);
  }
  return groups;
}

}  // namespace almanac::render
