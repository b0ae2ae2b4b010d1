#pragma once
#include <array>
#include <span>
#include <string_view>

#include "arena.hpp"

namespace almanac::ical {

/// One value of a property parameter (RFC 5545 §3.2), without quotes, RFC 6868 escapes resolved. A list gives one a
/// value.
struct Parameter {
  std::string_view name, value;
};

/// The parameters of one content line, and the value behind them.
class Parameters {
 public:
  /// Reads what follows a property's name, from ";" or ":". Quoted values may hold ";", ":" and ","; a quote that is
  /// never closed is a character like others. A parameter without "=" (vCalendar 1.0) has an empty value. At most 32
  /// are kept. False when no value follows.
  bool read(std::string_view rest, Arena& arena);

  /// The first value of a parameter (name in upper case), or an empty text.
  std::string_view find(std::string_view name) const noexcept;
  bool has(std::string_view name) const noexcept;

  std::span<const Parameter> all() const noexcept { return {list_.data(), size_}; }
  std::string_view value() const noexcept { return value_; }
  std::string_view source() const noexcept { return source_; }  ///< the parameters as written, without the first ";"

 private:
  std::array<Parameter, 32> list_;
  std::size_t size_ = 0;
  std::string_view value_, source_;
};

}  // namespace almanac::ical
