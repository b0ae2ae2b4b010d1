#pragma once
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
  TextWriter(Layout layout, std::size_t expected) : layout_(layout) { out_.reserve(expected); }

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

  std::string take() && { return std::move(out_); }

 private:
  void run(std::string_view text, bool references);
  std::size_t reference(std::string_view html);
  void begin_word();

  std::string out_;
  Layout layout_;
  std::uint8_t lines_ = 0;
  bool space_ = false, bullet_ = false;
};

}  // namespace almanac
