#pragma once
#include <cstddef>
#include <cstdint>

namespace almanac::ical {

/// What one calendar may cost. Past `document` and `bad_lines` reading fails; past the others the rest is left out and
/// told.
struct Limits {
  std::size_t document = 16u << 20;  ///< bytes
  std::size_t markup = 8u << 20;     ///< bytes of an XML or JSON calendar, whose tree costs many times its size
  std::size_t line = 64u << 10;      ///< bytes of an unfolded content line; a longer text is cut, another value dropped
  std::size_t zone = 256u << 10;     ///< bytes of a VTIMEZONE
  std::size_t dates = 2000;          ///< RDATE and EXDATE values of one component
  std::size_t list = 256;            ///< categories, attachments, rules of one component
  std::size_t bad_lines = 1000;
  std::size_t entries = 20'000;
  std::uint32_t warnings = 50;
};

/// Nesting of components that is followed; what lies deeper is passed over.
inline constexpr std::size_t max_depth = 8;

}  // namespace almanac::ical
