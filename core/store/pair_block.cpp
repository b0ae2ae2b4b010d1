#include "pair_block.hpp"

#include <algorithm>

namespace almanac::store_detail {
namespace {

/// The bytes: the width of upper parts (counted from that of `first`) and of events, then the pairs, low byte first.
struct Layout {
  std::size_t upper = 1, event = 1;
  std::size_t width() const noexcept { return upper + event; }
};
constexpr std::size_t head = 2, widest_upper = 5, widest_event = 4;

std::size_t bytes_for(std::uint64_t value) {
  std::size_t bytes = 1;
  while (value >>= 8) ++bytes;
  return bytes;
}

Layout layout_of(Pair first, std::span<const Pair> pairs) {
  Layout layout;
  if (pairs.empty()) return layout;
  std::int64_t most = 0;
  for (const Pair pair : pairs) most = std::max(most, pair & event_mask);
  layout.upper = bytes_for(upper_of(pairs.back()) - upper_of(first));
  layout.event = bytes_for(static_cast<std::uint64_t>(most));
  return layout;
}

void put(std::string& out, std::uint64_t value, std::size_t width) {
  for (; width-- > 0; value >>= 8) out += static_cast<char>(value);
}

std::uint64_t get(const char* at, std::size_t width) {
  std::uint64_t value = 0;
  for (std::size_t i = width; i-- > 0;) value = value << 8 | static_cast<unsigned char>(at[i]);
  return value;
}

struct View {
  Layout layout;
  std::string_view rows;
  std::size_t count = 0;
  std::uint64_t base = 0;
  std::uint64_t upper(std::size_t i) const { return base + get(rows.data() + i * layout.width(), layout.upper); }
  std::int64_t event(std::size_t i) const {
    return static_cast<std::int64_t>(get(rows.data() + i * layout.width() + layout.upper, layout.event));
  }
};

View view_of(Pair first, std::string_view bytes) {
  View view;
  if (bytes.size() < head) return view;
  view.layout = {static_cast<unsigned char>(bytes[0]), static_cast<unsigned char>(bytes[1])};
  const bool sound = view.layout.upper >= 1 && view.layout.upper <= widest_upper && view.layout.event >= 1 &&
                     view.layout.event <= widest_event;
  if (!sound) return view;
  view.rows = bytes.substr(head);
  view.count = view.rows.size() / view.layout.width();
  view.base = upper_of(first);
  return view;
}

}  // namespace

std::string encode_block(Pair first, std::span<const Pair> pairs) {
  const Layout layout = layout_of(first, pairs);
  std::string out;
  out.reserve(head + pairs.size() * layout.width());
  out += static_cast<char>(layout.upper);
  out += static_cast<char>(layout.event);
  for (const Pair pair : pairs) {
    put(out, upper_of(pair) - upper_of(first), layout.upper);
    put(out, static_cast<std::uint64_t>(pair & event_mask), layout.event);
  }
  return out;
}

std::vector<Pair> decode_block(Pair first, std::string_view bytes) {
  const View view = view_of(first, bytes);
  std::vector<Pair> pairs(view.count);
  for (std::size_t i = 0; i < view.count; ++i) pairs[i] = pair_of(view.upper(i), view.event(i));
  return pairs;
}

std::size_t pair_width(Pair first, std::span<const Pair> pairs) { return layout_of(first, pairs).width(); }

bool find_in_block(Pair first, std::string_view bytes, std::uint64_t upper, std::size_t most,
                   std::vector<std::int64_t>& events) {
  const View view = view_of(first, bytes);
  std::size_t low = 0, high = view.count;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (view.upper(middle) < upper)
      low = middle + 1;
    else
      high = middle;
  }
  const bool reaches = low < view.count;
  for (; low < view.count && view.upper(low) == upper && most > 0; ++low, --most) events.push_back(view.event(low));
  return reaches;
}

}  // namespace almanac::store_detail
