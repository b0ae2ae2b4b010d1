#pragma once
#include <almanac_sdk.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "limits.hpp"

namespace almanac::ical {

/// Warnings of one document, capped: a calendar with the same defect on each line tells it a few times and then the
/// count.
class Notes {
 public:
  Notes(const sdk::Sink& sink, std::uint32_t most) : sink_(sink), most_(most) {}

  /// `code` is a stable word. Says "NAME: message (what)", the last shortened.
  void warn(std::string_view code, std::string_view message, std::string_view what, std::uint32_t line);
  /// Once per document, at its end: how many were left out.
  void finish();
  /// Whether anything was repaired or ignored.
  bool any() const noexcept { return count_ != 0; }

 private:
  const sdk::Sink& sink_;
  std::uint32_t most_, count_ = 0;
  std::string text_;
};

/// `text` shortened for a message, in quotes.
void append_quoted(std::string& out, std::string_view text);

}  // namespace almanac::ical
