#include "notes.hpp"

#include "scan.hpp"

namespace almanac::ical {

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::size_t most = 60;
  const std::string_view shown = cut_utf8(text, most);
  out += '"';
  out += shown;
  out += shown.size() < text.size() ? "…\"" : "\"";
}

void Notes::warn(std::string_view code, std::string_view message, std::string_view what, std::uint32_t line) {
  if (++count_ > most_) return;
  text_ = message;
  if (!what.empty()) {
    text_ += ": ";
    append_quoted(text_, what);
  }
  sink_.warn(code, text_, line);
}

void Notes::finish() {
  if (count_ <= most_) return;
  sink_.warn("more-warnings", std::to_string(count_ - most_) + " more defects are not listed", 0);
}

}  // namespace almanac::ical
