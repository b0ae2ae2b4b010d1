#include "content_lines.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

#include "scan.hpp"

namespace almanac::ical {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_break(char c) noexcept { return c == '\n' || c == '\r'; }

/// Behind the line break at `at`. CR CR LF is one break: text-mode writers double the CR.
const char* behind_break(const char* at, const char* end) noexcept {
  while (at != end && *at == '\r') ++at;
  if (at != end && *at == '\n') ++at;
  return at;
}

/// Sets name and rest; for `readable` see name_length. A line without a name or without ";" or ":" behind it has no
/// name.
void split(Line& line, std::size_t readable) noexcept {
  line.name = line.rest = {};
  std::string_view whole = line.whole;
  if (!whole.empty() && whole.front() == byte_order_mark.front() && whole.starts_with(byte_order_mark)) {
    whole.remove_prefix(byte_order_mark.size());
    line.whole = whole;
    readable -= byte_order_mark.size();
  }
  const std::size_t at = name_length(whole, readable);
  std::size_t mark = at;
  while (mark < whole.size() && is_blank(whole[mark])) ++mark;
  if (at == 0 || mark == whole.size() || (whole[mark] != ':' && whole[mark] != ';')) return;
  line.name = whole.substr(0, at);
  line.rest = whole.substr(mark);
}

/// Whether the parameters before the first colon say QUOTED-PRINTABLE (vCalendar 1.0).
bool is_quoted_printable(std::string_view line) noexcept {
  constexpr std::string_view word = "QUOTED-PRINTABLE";
  const std::string_view head = line.substr(0, std::min(line.find(':'), std::size_t{256}));
  for (std::size_t at = head.find(';'); at != head.npos && at + word.size() <= head.size(); ++at)
    if (begins_with_word(head.substr(at), word)) return true;
  return false;
}

}  // namespace

LineReader::LineReader(std::string_view text, std::size_t max_line, Arena& arena) noexcept
    : at_(text.data()), end_(text.data() + text.size()), max_line_(max_line), arena_(arena) {
  if (text.starts_with(byte_order_mark)) at_ += byte_order_mark.size();
  while (at_ != end_ && is_blank(*at_)) ++at_;
}

bool LineReader::next(Line& line) {
  while (at_ != end_) {
    const char* start = at_;
    const char* stop = find_control(start, end_);
    ++number_;
    line.number = number_;
    const bool ended = stop == end_ || is_break(*stop);
    const char* after = ended ? behind_break(stop, end_) : stop;
    if (ended && stop == start) {
      at_ = after;
      continue;
    }
    const bool folded = after != end_ && is_blank(*after);
    if (!ended || folded || (stop[-1] == '=' && is_quoted_printable({start, stop}))) {
      gather(start, line);
      split(line, line.whole.size());
    } else {
      at_ = after;
      const std::string_view whole(start, stop);
      line.whole = cut_utf8(whole, max_line_);
      line.cut = whole.size() > max_line_;
      split(line, static_cast<std::size_t>(end_ - start));
    }
    return true;
  }
  return false;
}

void LineReader::gather(const char* start, Line& line) {
  char* out = arena_.reserve(max_line_ + 1);
  std::size_t used = 0;
  line.cut = false;
  std::optional<bool> quoted;
  const auto append = [&](const char* from, const char* to) {
    const std::size_t size = std::min(static_cast<std::size_t>(to - from), max_line_ + 1 - used);
    std::memcpy(out + used, from, size);
    used += size;
  };
  for (const char* at = start;;) {
    const char* stop = find_control(at, end_);
    append(at, stop);
    if (stop == end_) {
      at_ = end_;
      break;
    }
    if (!is_break(*stop)) {
      at = stop + 1;
      continue;
    }
    at = behind_break(stop, end_);
    const bool folded = at != end_ && is_blank(*at);
    if (used != 0 && out[used - 1] == '=' && used <= max_line_) {
      if (!quoted) quoted = is_quoted_printable({out, used});
      if (*quoted && at != end_) {
        --used;
        at += folded ? 1 : 0;
        ++number_;
        continue;
      }
    }
    if (!folded) {
      at_ = at;
      break;
    }
    ++at;
    ++number_;
  }
  line.cut = used > max_line_;
  line.whole = cut_utf8({out, used}, max_line_);
  arena_.take(line.whole.size());
}

}  // namespace almanac::ical
