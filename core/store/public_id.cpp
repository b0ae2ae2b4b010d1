#include "public_id.hpp"

#include "store.hpp"

namespace almanac::store_detail {
namespace {

constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

int digit_value(char c) {
  if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  if (c == 'i' || c == 'l') c = '1';
  if (c == 'o') c = '0';
  const auto at = alphabet.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

}  // namespace

std::string public_id_text(std::int64_t id) {
  std::string out(public_id_length, '0');
  for (std::size_t i = public_id_length; i-- > 0; id >>= 5) out[i] = alphabet[static_cast<std::size_t>(id & 31)];
  return out;
}

std::optional<std::pair<std::int64_t, std::int64_t>> public_id_range(std::string_view text) {
  if (text.empty() || text.size() > public_id_length) return std::nullopt;
  std::int64_t first = 0;
  for (const char c : text) {
    const int value = digit_value(c);
    if (value < 0) return std::nullopt;
    first = first << 5 | value;
  }
  const auto rest = 5 * static_cast<int>(public_id_length - text.size());
  first <<= rest;
  return std::pair{first, first + (std::int64_t{1} << rest) - 1};
}

std::int64_t make_public_id(std::string_view source_url, std::string_view key, unsigned attempt) {
  const std::uint64_t hash = content_hash(key, content_hash(source_url, attempt));
  return static_cast<std::int64_t>(hash >> (64 - public_id_bits));
}

}  // namespace almanac::store_detail
