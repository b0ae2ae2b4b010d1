#pragma once
#include <cstdint>
#include <string_view>

#include "arena.hpp"

namespace almanac::ical {

/// One content line (RFC 5545 §3.1), unfolded. Views into the document, or into the arena when it had to be put
/// together.
struct Line {
  std::string_view whole;    ///< the line without its break
  std::string_view name;     ///< as written; empty: this is not a content line
  std::string_view rest;     ///< from the ";" or ":" behind the name to the end
  std::uint32_t number = 0;  ///< of its first physical line, from 1
  bool cut = false;          ///< it was longer than the limit: only its beginning is here
};

/// Reads content lines: breaks are CRLF, LF, CR or CR CR LF; folds are undone, also the soft breaks of vCalendar 1.0
/// quoted-printable; stray C0 controls, byte order marks and blank lines are dropped. Linear time.
class LineReader {
 public:
  LineReader(std::string_view text, std::size_t max_line, Arena& arena) noexcept;

  /// The next line; false at the end. Views into the arena live as long as the arena's owner keeps them.
  bool next(Line& line);

 private:
  void gather(const char* start, Line& line);

  const char* at_;
  const char* end_;
  std::size_t max_line_;
  Arena& arena_;
  std::uint32_t number_ = 0;
};

}  // namespace almanac::ical
