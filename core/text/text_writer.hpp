#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace almanac {

/// Puts pieces of text together as people read them: blanks collapsed to one, breaks between blocks, none at either
/// end. One pass, words copied in runs.
class TextWriter {
 public:
  enum class Layout : std::uint8_t {
    lines,     ///< breaks are line ends
    one_line,  ///< breaks are blanks
  };
  TextWriter(Layout layout, std::size_t expected) : layout_(layout) { make_room(expected); }

  /// Characters as they are; blanks (also U+00A0) collapse.
  void text(std::string_view text);
  /// Characters with HTML references, which are resolved.
  void html(std::string_view html);
  /// The same, but every blank and line end stays.
  void preformatted(std::string_view html);
  void blank() { space_ = true; }
  /// At least so many line ends before what comes next; 2 make a blank line.
  void break_lines(std::uint8_t count);
  /// A mark before the next text; not in one line.
  void bullet() { bullet_ = layout_ == Layout::lines; }
  void no_bullet() { bullet_ = false; }

  std::string take() && {
    out_.resize(size_);
    return std::move(out_);
  }

 private:
  void run(std::string_view text, bool references);
  std::size_t reference(std::string_view html);
  void begin_word();
  void make_room(std::size_t more) {
    if (out_.size() < size_ + more) out_.resize(std::max(size_ + more, out_.size() + out_.size() / 2));
  }
  void put(char c) {
    make_room(1);
    out_[size_++] = c;
  }
  void put(std::string_view text) {
    make_room(text.size());
    text.copy(out_.data() + size_, text.size());
    size_ += text.size();
  }

  std::string out_;  ///< of which `size_` bytes are written
  std::size_t size_ = 0;
  Layout layout_;
  std::uint8_t lines_ = 0;
  bool space_ = false, bullet_ = false;
};

}  // namespace almanac
