#pragma once
#include <almanac/render/reader.hpp>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace almanac::render {

/// Output for terminals is laid out for at least so many columns.
inline constexpr std::size_t narrowest = 40;

/// A text ready for a terminal (escaped) with how it looks.
struct Cell {
  std::string text;
  std::string_view sgr;  ///< parameters of SGR, "1;31"; empty: plain
  std::string link;      ///< from web_link, or empty
};

/// A width that stands for "as wide as the widest cell": useless when cut.
inline constexpr std::size_t firm = 10'000;

/// A column whose cells are all empty takes no room.
struct Column {
  std::string head;
  std::size_t soft = firm;   ///< width it gives way to first
  std::size_t least = firm;  ///< width it never goes below: rather it vanishes
  int rank = 0;              ///< lowest vanishes first; the highest two never do
  std::vector<Cell> cells;
};

/// Widths for `width` columns of terminal with two blanks between; 0: the column vanishes. All columns have the same
/// number of cells.
std::vector<std::size_t> fit_columns(const std::vector<Column>& columns, std::size_t width);

/// One line of the table with LF and without trailing blanks.
void append_row(std::string& out, const std::vector<Column>& columns, const std::vector<std::size_t>& widths,
                std::size_t row, const TextStyle& style);
void append_head(std::string& out, const std::vector<Column>& columns, const std::vector<std::size_t>& widths,
                 const TextStyle& style);

/// `text` in SGR when colours are on. `text` holds no controls.
void append_styled(std::string& out, std::string_view text, std::string_view sgr, const TextStyle& style);
/// One line for a terminal: blanks collapsed, nothing active.
std::string terminal_line(std::string_view text);
/// Words wrapped at `width` columns; the first line begins with `indent` blanks, the others with `hang`; a word that is
/// too long stands alone and is not cut.
void append_wrapped(std::string& out, std::string_view text, std::size_t width, std::size_t indent, std::size_t hang);

}  // namespace almanac::render
