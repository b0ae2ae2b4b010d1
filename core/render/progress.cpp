#include "progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace almanac {

std::string progress_bar(std::size_t width, std::size_t done, std::size_t total) {
  constexpr std::array<std::string_view, 8> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  done = std::min(done, total);
  const auto count = fmt::format("{}/{}", done, total);
  const auto share = total == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(total);
  const auto tail = fmt::format("] {:3} % {}", static_cast<int>(share * 100), count);
  if (width < 12 || width < tail.size() + 5) return count;
  const auto cells = width - tail.size() - 1;
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(cells) * 8);
  std::string out = "[";
  for (std::size_t i = 0; i < filled / 8; ++i) out += "█";
  out += eighths[filled % 8];
  out.append(cells - filled / 8 - (filled % 8 > 0 ? 1 : 0), ' ');
  return out + tail;
}

}  // namespace almanac
