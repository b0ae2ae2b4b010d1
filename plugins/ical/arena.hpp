#pragma once
#include <cassert>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace almanac::ical {

/// Text of one component that could not stay a view into the document: unfolded lines, unescaped values. Chunks are
/// kept and used again after `reset`, so a document allocates as much as its largest component needs.
class Arena {
 public:
  static constexpr std::size_t chunk_size = 256 * 1024;  ///< also the largest single piece

  struct Mark {
    std::size_t chunk = 0, used = 0;
  };

  /// Room for `size` bytes in one piece; they count as used only after `take`. `size` ≤ chunk_size.
  char* reserve(std::size_t size) {
    assert(size <= chunk_size);
    if (chunks_.empty()) chunks_.push_back(std::make_unique_for_overwrite<char[]>(chunk_size));
    if (chunk_size - at_.used < size) {
      ++at_.chunk;
      at_.used = 0;
      if (at_.chunk == chunks_.size()) chunks_.push_back(std::make_unique_for_overwrite<char[]>(chunk_size));
    }
    return chunks_[at_.chunk].get() + at_.used;
  }
  void take(std::size_t size) noexcept { at_.used += size; }

  /// A copy that lives until the next `reset` or `rewind`.
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* out = reserve(text.size());
    std::memcpy(out, text.data(), text.size());
    take(text.size());
    return {out, text.size()};
  }

  Mark mark() const noexcept { return at_; }
  void rewind(Mark mark) noexcept { at_ = mark; }
  void reset() noexcept { at_ = {}; }

 private:
  std::vector<std::unique_ptr<char[]>> chunks_;
  Mark at_;
};

}  // namespace almanac::ical
