#include "pair_block.hpp"

#include <algorithm>

#include "low_bytes.hpp"

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

std::uint64_t mask_of(std::size_t bytes) { return (std::uint64_t{1} << 8 * bytes) - 1; }

/// Up to five bytes, the low one first.
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
  if (!sound) return {};
  view.rows = bytes.substr(head);
  view.count = view.rows.size() / view.layout.width();
  view.base = upper_of(first);
  return view;
}

}  // namespace

std::string encode_block(Pair first, std::span<const Pair> pairs) {
  const Layout layout = layout_of(first, pairs);
  const std::size_t size = head + pairs.size() * layout.width();
  std::string out(size + sizeof(std::uint64_t), '\0');  // each number is written as eight bytes, then the next over it
  out[0] = static_cast<char>(layout.upper);
  out[1] = static_cast<char>(layout.event);
  char* at = out.data() + head;
  for (const Pair pair : pairs) {
    put_low_bytes(at, upper_of(pair) - upper_of(first));
    put_low_bytes(at + layout.upper, static_cast<std::uint64_t>(pair & event_mask));
    at += layout.width();
  }
  out.resize(size);
  return out;
}

std::vector<Pair> decode_block(Pair first, std::string_view bytes) {
  const View view = view_of(first, bytes);
  std::vector<Pair> pairs(view.count);
  std::size_t i = 0;
  const std::uint64_t upper_mask = mask_of(view.layout.upper), event_bytes = mask_of(view.layout.event);
  const char* at = view.rows.data();
  // Where eight bytes can be read at once; mostly this is all but the last.
  for (std::size_t left = view.rows.size(); left >= widest_upper + sizeof(std::uint64_t) && i < view.count;
       at += view.layout.width(), left -= view.layout.width(), ++i)
    pairs[i] = pair_of(view.base + (low_bytes(at) & upper_mask),
                       static_cast<std::int64_t>(low_bytes(at + view.layout.upper) & event_bytes));
  for (; i < view.count; ++i) pairs[i] = pair_of(view.upper(i), view.event(i));
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
