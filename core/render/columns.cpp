#include "columns.hpp"

#include <algorithm>
#include <almanac/text/escape.hpp>
#include <almanac/text/html.hpp>
#include <numeric>

namespace almanac::render {
namespace {

constexpr std::size_t gap = 2;

std::size_t natural_width(const Column& column) {
  std::size_t width = 0;
  for (const auto& cell : column.cells) width = std::max(width, display_width(cell.text));
  return width == 0 ? 0 : std::max(width, display_width(column.head));
}

std::size_t total_width(const std::vector<std::size_t>& widths) {
  const auto kept = static_cast<std::size_t>(std::count_if(widths.begin(), widths.end(), [](auto w) { return w > 0; }));
  return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + (kept > 1 ? (kept - 1) * gap : 0);
}

/// Takes from the column what is too much, down to `floor`.
void shrink(std::size_t& width, std::size_t floor, std::size_t total, std::size_t allowed) {
  if (total <= allowed || width <= floor) return;
  width -= std::min(width - floor, total - allowed);
}

void append_cell(std::string& out, const Cell& cell, std::size_t width, bool last, const TextStyle& style) {
  const auto text = truncate_to_width(cell.text, width);
  const bool linked = style.hyperlinks && !cell.link.empty() && !text.empty();
  if (linked) (out += "\x1b]8;;") += cell.link + "\x1b\\";
  append_styled(out, text, cell.sgr, style);
  if (linked) out += "\x1b]8;;\x1b\\";
  if (!last) out.append(width - std::min(width, display_width(text)) + gap, ' ');
}

template <class CellOf>
void append_line(std::string& out, const std::vector<std::size_t>& widths, const TextStyle& style, CellOf cell_of) {
  std::size_t last = widths.size();
  for (std::size_t i = 0; i < widths.size(); ++i)
    if (widths[i] > 0 && !cell_of(i).text.empty()) last = i;
  for (std::size_t i = 0; i < widths.size() && i <= last; ++i)
    if (widths[i] > 0) append_cell(out, cell_of(i), widths[i], i == last, style);
  while (!out.empty() && out.back() == ' ') out.pop_back();
  out += '\n';
}

}  // namespace

std::vector<std::size_t> fit_columns(const std::vector<Column>& columns, std::size_t width) {
  std::vector<std::size_t> by_rank(columns.size()), natural(columns.size());
  std::iota(by_rank.begin(), by_rank.end(), std::size_t{0});
  std::stable_sort(by_rank.begin(), by_rank.end(), [&](auto a, auto b) { return columns[a].rank < columns[b].rank; });
  for (std::size_t i = 0; i < columns.size(); ++i) natural[i] = natural_width(columns[i]);
  for (std::size_t dropped = 0;; ++dropped) {
    auto widths = natural;
    for (std::size_t i = 0; i < dropped; ++i) widths[by_rank[i]] = 0;
    for (const auto i : by_rank)
      if (widths[i] > 0) shrink(widths[i], columns[i].soft, total_width(widths), width);
    for (const auto i : by_rank)
      if (widths[i] > 0) shrink(widths[i], columns[i].least, total_width(widths), width);
    if (total_width(widths) <= width) return widths;
    if (dropped + 2 >= columns.size()) {
      for (const auto i : by_rank)
        if (widths[i] > 0) shrink(widths[i], 1, total_width(widths), width);
      return widths;
    }
  }
}

void append_row(std::string& out, const std::vector<Column>& columns, const std::vector<std::size_t>& widths,
                std::size_t row, const TextStyle& style) {
  append_line(out, widths, style, [&](std::size_t i) -> const Cell& { return columns[i].cells[row]; });
}

void append_head(std::string& out, const std::vector<Column>& columns, const std::vector<std::size_t>& widths,
                 const TextStyle& style) {
  std::vector<Cell> heads;
  for (const auto& column : columns) heads.push_back({column.head, "2", {}});
  append_line(out, widths, style, [&](std::size_t i) -> const Cell& { return heads[i]; });
}

void append_styled(std::string& out, std::string_view text, std::string_view sgr, const TextStyle& style) {
  if (style.color == ColorMode::never || sgr.empty() || text.empty()) {
    out += text;
    return;
  }
  (((out += "\x1b[") += sgr) += 'm') += text;
  out += "\x1b[0m";
}

std::string terminal_line(std::string_view text) { return escape_terminal(plain_line(text)); }

void append_wrapped(std::string& out, std::string_view text, std::size_t width, std::size_t indent, std::size_t hang) {
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    const auto word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const auto length = display_width(word);
    if (column > 0 && column + 1 + length > width) {
      out += '\n';
      column = 0;
      indent = hang;
    }
    if (column == 0) {
      out.append(indent, ' ');
      column = indent;
    } else {
      out += ' ';
      ++column;
    }
    out += word;
    column += length;
  }
  out += '\n';
}

}  // namespace almanac::render
