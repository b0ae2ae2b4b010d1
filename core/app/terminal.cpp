#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace almanac {
namespace {

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value && *value;
}

std::size_t find_width(bool out_is_tty) {
  if (const char* columns = std::getenv("COLUMNS")) {
    const long width = std::strtol(columns, nullptr, 10);
    if (width >= 20 && width <= 1000) return static_cast<std::size_t>(width);
  }
  winsize size{};
  if (out_is_tty && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) return size.ws_col;
  return out_is_tty ? 80 : 100;
}

std::size_t find_height(bool out_is_tty) {
  winsize size{};
  return out_is_tty && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

/// Terminals that are known to understand OSC 8; others may print it.
bool shows_hyperlinks(std::string_view term) {
  for (const char* name : {"FORCE_HYPERLINK", "VTE_VERSION", "WT_SESSION", "KITTY_WINDOW_ID", "WEZTERM_PANE",
                           "KONSOLE_VERSION", "DOMTERM", "GHOSTTY_RESOURCES_DIR"})
    if (is_set(name)) return true;
  const char* program = std::getenv("TERM_PROGRAM");
  const std::string_view named = program ? program : "";
  return named == "iTerm.app" || named == "vscode" || named == "WezTerm" || named == "ghostty" ||
         term.starts_with("foot") || term.starts_with("alacritty") || term.starts_with("xterm-kitty");
}

}  // namespace

Terminal find_terminal(std::string_view color) {
  Terminal terminal;
  terminal.out_is_tty = ::isatty(STDOUT_FILENO) == 1;
  terminal.err_is_tty = ::isatty(STDERR_FILENO) == 1;
  const char* term = std::getenv("TERM");
  const bool dumb = !term || std::string_view(term) == "dumb";
  terminal.color = color == "always" || (color == "auto" && terminal.out_is_tty && !dumb && !is_set("NO_COLOR"));
  terminal.hyperlinks = terminal.color && terminal.out_is_tty && shows_hyperlinks(term ? term : "");
  terminal.height = find_height(terminal.out_is_tty);
  terminal.width = find_width(terminal.out_is_tty);
  return terminal;
}

bool write_out(std::string_view text) { return write_to(STDOUT_FILENO, text); }

bool write_to(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace almanac
