#pragma once
#include <almanac/base/large_pages.hpp>
#include <almanac/render/harvest_json.hpp>
#include <cstddef>
#include <string_view>
#include <vector>

namespace almanac {

/// A text of many megabytes that grows at its end until it is written: nothing that it holds is moved, and it lies in
/// large pages.
class HeldText {
 public:
  void add(std::string_view text);
  /// False when `write` wanted no more.
  bool write(const TextSink& write) const;

 private:
  static constexpr std::size_t block_size = 2 * large_page;
  std::vector<LargePages> blocks_;
  std::size_t used_ = block_size;  ///< of the last block
};

}  // namespace almanac
