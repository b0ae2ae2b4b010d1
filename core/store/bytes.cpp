#include "bytes.hpp"

namespace almanac::store_detail {

void Writer::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
  bytes_ += static_cast<char>(value);
}
void Writer::signed_number(std::int64_t value) {
  number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}
void Writer::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

std::uint64_t Reader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return value;
  }
  good_ = false;
  rest_ = {};
  return 0;
}
std::int64_t Reader::signed_number() {
  const std::uint64_t value = number();
  return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}
std::string Reader::text() {
  const std::size_t size = count();
  std::string out(rest_.substr(0, size));
  rest_.remove_prefix(size);
  return out;
}
std::size_t Reader::count() {
  const std::uint64_t size = number();
  if (size <= rest_.size()) return static_cast<std::size_t>(size);
  good_ = false;
  rest_ = {};
  return 0;
}

}  // namespace almanac::store_detail
