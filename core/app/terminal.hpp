#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace almanac {

/// What stdout and stderr are, and what they can show.
struct Terminal {
  bool out_is_tty = false, err_is_tty = false;
  bool color = false;       ///< colours on stdout
  bool hyperlinks = false;  ///< OSC 8 on stdout
  std::size_t height = 0;   ///< lines of stdout; 0 when it is no terminal
  std::size_t width = 80;   ///< columns of stdout; 80 when it is no terminal and COLUMNS is not set
};

/// `color`: "auto", "always" or "never"; NO_COLOR (no-color.org) and TERM=dumb count in "auto".
Terminal find_terminal(std::string_view color);

/// Writes all of it to stdout; false when the reader went away or the disk is full.
bool write_out(std::string_view text);
/// As write_out, to any descriptor.
bool write_to(int descriptor, std::string_view text);

}  // namespace almanac
