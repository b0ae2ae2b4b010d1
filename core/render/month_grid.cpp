#include "month_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <almanac/text/escape.hpp>
#include <map>

#include "columns.hpp"
#include "dates.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr std::size_t cell_width = 6, grid_width = 7 * cell_width, gap = 3;
/// An event that lasts longer would fill the grid and say nothing.
constexpr days longest{62};

std::map<sys_days, std::size_t> count_days(const std::vector<ListedEvent>& events, const Reader& reader) {
  std::map<sys_days, std::size_t> counts;
  for (const auto& listed : events) {
    if (!listed.shown) continue;
    const auto span = days_of(*listed.shown, reader.zone);
    for (auto day = span.first; day <= std::min(span.last, span.first + longest); day += days{1}) ++counts[day];
  }
  return counts;
}

std::string cell(sys_days day, std::size_t count, sys_days today, const TextStyle& style) {
  const auto number = static_cast<unsigned>(year_month_day{day}.day());
  const std::string shown = count == 0 ? std::string("   ") : count < 100 ? fmt::format(":{:<2}", count) : ":++";
  std::string out = " ";
  const std::string_view look = day == today ? "7" : count >= 5 ? "1;33" : count > 0 ? "1" : day < today ? "2" : "";
  append_styled(out, fmt::format("{:2}{}", number, shown), look, style);
  return out;
}

/// A month as lines of equal width.
std::vector<std::string> month_lines(year_month month, const std::map<sys_days, std::size_t>& counts, sys_days today,
                                     const TextStyle& style) {
  std::vector<std::string> lines;
  const auto heading = month_text(month);
  std::string line(std::max<std::size_t>(grid_width - heading.size(), 0) / 2, ' ');
  append_styled(line, heading, "1;36", style);
  line.append(grid_width - (grid_width - heading.size()) / 2 - heading.size(), ' ');
  lines.push_back(std::move(line));
  line.clear();
  append_styled(line, " Mo    Tu    We    Th    Fr    Sa    Su   ", "2", style);
  lines.push_back(std::move(line));
  const sys_days first{month / 1};
  const sys_days end{(month + std::chrono::months{1}) / 1};
  for (auto monday = first - days{std::chrono::weekday{first}.iso_encoding() - 1}; monday < end; monday += days{7}) {
    line.clear();
    for (auto day = monday; day < monday + days{7}; day += days{1}) {
      if (day < first || day >= end) {
        line.append(cell_width, ' ');
        continue;
      }
      const auto count = counts.find(day);
      line += cell(day, count == counts.end() ? 0 : count->second, today, style);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

std::string render_month_grid(const std::vector<ListedEvent>& events, const Reader& reader, const TextStyle& style,
                              int months) {
  const auto counts = count_days(events, reader);
  const auto now = today(reader);
  const year_month_day date{now};
  const year_month first{date.year(), date.month()};
  const auto beside = static_cast<int>(std::clamp<std::size_t>((style.width + gap) / (grid_width + gap), 1, 4));
  std::string out;
  for (int at = 0; at < months; at += beside) {
    std::vector<std::vector<std::string>> row;
    std::size_t height = 0;
    for (int i = at; i < std::min(at + beside, months); ++i) {
      row.push_back(month_lines(first + std::chrono::months{i}, counts, now, style));
      height = std::max(height, row.back().size());
    }
    if (at > 0) out += '\n';
    for (std::size_t line = 0; line < height; ++line) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) out.append(gap, ' ');
        out += line < row[i].size() ? row[i][line] : std::string(grid_width, ' ');
      }
      while (!out.empty() && out.back() == ' ') out.pop_back();
      out += '\n';
    }
  }
  return out;
}

}  // namespace almanac
