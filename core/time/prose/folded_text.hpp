#pragma once
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace almanac::prose {

/// Texts one behind the other, folded for matching: lower case, Latin letters without marks, blanks and punctuation
/// unified. Knows where each character came from.
class FoldedText {
 public:
  /// Folds a text behind what is there; its first byte is number `origin` of the sources.
  void add(std::string_view text, std::uint32_t origin);

  /// Bytes behind the folded text that may be read, too, and are 0.
  static constexpr std::size_t spare = 64;
  /// Good until more is added.
  std::string_view folded() const noexcept { return {folded_.data(), size_}; }
  /// Where the character at an offset of the folded text, less than its size, stands in the sources. Logarithmic in the
  /// number of characters that were folded to another length.
  std::uint32_t origin_of(std::size_t offset) const noexcept;

 private:
  friend class OriginWalk;

  /// From `folded` on, `source` is as far ahead of the folded text as here.
  struct Shift {
    std::uint32_t folded = 0, source = 0;
  };

  void align(std::size_t folded, std::size_t source);

  std::string folded_;  ///< and behind `size_` what is to spare
  std::size_t size_ = 0;
  std::vector<Shift> shifts_;
};

/// Asks a folded text for the origins of ascending offsets, each in constant time on average.
class OriginWalk {
 public:
  /// All that is asked for stands at `from` or behind it. The text is not changed meanwhile.
  OriginWalk(const FoldedText& text, std::size_t from) noexcept;

  std::uint32_t origin_of(std::size_t offset) noexcept {
    for (; next_ != end_ && next_->folded <= offset; ++next_) ahead_ = next_->source - next_->folded;
    return static_cast<std::uint32_t>(offset) + ahead_;
  }
  /// How many of the next `most` characters stand in the sources one behind the other, as far as was asked.
  std::size_t run_behind(std::size_t offset, std::size_t most) const noexcept {
    return next_ == end_ ? most : std::min<std::size_t>(most, next_->folded - offset);
  }

 private:
  const FoldedText::Shift *next_, *end_;
  std::uint32_t ahead_ = 0;
};

}  // namespace almanac::prose
