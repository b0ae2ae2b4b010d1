#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace almanac::store_detail {

/// Compact bytes for facts that SQL never looks into: variable-length integers (zigzag where signed) and counted texts.
class Writer {
 public:
  void number(std::uint64_t value);
  void signed_number(std::int64_t value);
  void text(std::string_view value);
  const std::string& bytes() const noexcept { return bytes_; }
  std::string take() noexcept { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what Writer wrote. Never reads beyond the end: short or damaged bytes give zeros and empty texts, and `good`
/// turns false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  std::uint64_t number();
  std::int64_t signed_number();
  std::string text();
  /// A count of things that take at least one byte each.
  std::size_t count();
  bool good() const noexcept { return good_; }

 private:
  std::string_view rest_;
  bool good_ = true;
};

/// A number that is an enumerator up to `last`; what is beyond is taken for that one.
template <class Enum>
Enum read_enum(Reader& in, unsigned last) {
  return static_cast<Enum>(std::min<std::uint64_t>(in.number(), last));
}

}  // namespace almanac::store_detail
