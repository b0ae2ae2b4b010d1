#include "calendar_bytes.hpp"

#include <algorithm>

#include "encoding_label.hpp"
#include "transcode.hpp"
#include "utf8.hpp"

namespace almanac::charset_detail {
namespace {

/// Calls `visit` with each line of a text, its break included.
template <class Visit>
void for_each_line(std::string_view text, Visit&& visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    visit(text.substr(at, end - at));
    at = end;
  }
}

bool is_foreign(const Utf8Scan& scan) { return scan.errors > scan.wide; }

}  // namespace

std::string unfold_characters(std::string_view text) {
  std::string joined;
  joined.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t line = std::min(text.find('\n', at), text.size());
    const std::size_t end = line > at && line < text.size() && text[line - 1] == '\r' ? line - 1 : line;
    joined.append(text.substr(at, end - at));
    const bool blank = line + 2 < text.size() && (text[line + 1] == ' ' || text[line + 1] == '\t');
    const bool inside = blank && end > at && static_cast<unsigned char>(text[end - 1]) >= 0x80 &&
                        (static_cast<unsigned char>(text[line + 2]) & 0xC0) == 0x80;
    if (inside) {
      at = line + 2;
    } else {
      at = std::min(line + 1, text.size());
      joined.append(text.substr(end, at - end));
    }
  }
  return joined;
}

std::size_t decode_foreign_lines(std::string& text) {
  std::size_t own = 0, foreign = 0;
  for_each_line(text, [&](std::string_view line) {
    const Utf8Scan scan = scan_utf8(line);
    own += scan.valid && scan.wide > 0;
    foreign += is_foreign(scan);
  });
  if (foreign == 0 || own < foreign) return 0;
  const auto windows_1252 = *find_encoding("windows-1252");
  std::string mended;
  mended.reserve(text.size() + text.size() / 8);
  for_each_line(text, [&](std::string_view line) {
    if (is_foreign(scan_utf8(line)))
      mended += transcode(line, windows_1252).text;
    else
      mended += line;
  });
  text = std::move(mended);
  return foreign;
}

}  // namespace almanac::charset_detail
