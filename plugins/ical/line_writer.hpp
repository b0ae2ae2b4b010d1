#pragma once
#include <string>
#include <string_view>

namespace almanac::ical {

/// Writes a calendar of another notation as content lines (RFC 5545 §3.1, unfolded), for the one reader of content
/// lines. Names that are no property names are left out with their line.
class LineWriter {
 public:
  void begin(std::string_view component);
  void end(std::string_view component);

  /// Starts a property; parameters come next, then values, then `close`.
  void open(std::string_view property);
  void parameter(std::string_view name, std::string_view value);  ///< RFC 6868 escapes are added
  void text_value(std::string_view value);                        ///< a TEXT value as characters
  void raw_value(std::string_view value);                         ///< written in its own form already
  void time_value(std::string_view value);                        ///< "2026-03-01T09:00:00Z" becomes "20260301T090000Z"
  void recur_part(std::string_view name, std::string_view value);  ///< "FREQ=DAILY;COUNT=3", one part at a time
  void separate(char with);                                        ///< before the next value of a list
  void close();

  const std::string& text() const noexcept { return text_; }

 private:
  void mark_value();
  std::string text_;
  std::size_t line_start_ = 0;
  bool has_value_ = false, writable_ = true;
};

}  // namespace almanac::ical
