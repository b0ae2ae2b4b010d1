#include "mend_json.hpp"

#include <charconv>
#include <optional>
#include <utility>

namespace almanac {
namespace {

class Mender {
 public:
  explicit Mender(std::string_view json) : json_(json) { out_.reserve(json.size() + 64); }

  std::string mend() && {
    for (at_ = 0; at_ < json_.size(); ++at_) {
      if (in_text_)
        copy_character();
      else
        copy_sign();
    }
    if (!open_.empty()) close();
    return std::move(out_);
  }

 private:
  /// A character outside of texts.
  void copy_sign() {
    const char c = json_[at_];
    out_ += c;
    if (c == '"') in_text_ = true;
    if (c == '{' || c == '[') open_ += c == '{' ? '}' : ']';
    if (c != '}' && c != ']') return;
    if (!open_.empty() && open_.back() == c) open_.pop_back();
    if (!open_.ends_with(']') || (cut_ > 0 && open_.size() > whole_.size())) return;
    whole_ = open_;
    cut_ = out_.size();
  }

  void copy_character() {
    const char c = json_[at_];
    if (c == '\\') return copy_escape();
    if (c == '"') in_text_ = false;
    if (c == '\n' || c == '\t' || c == '\r')
      out_ += c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\r";
    else if (static_cast<unsigned char>(c) >= 0x20)
      out_ += c;
  }

  void copy_escape() {
    const char kind = at_ + 1 < json_.size() ? json_[at_ + 1] : '\0';
    if (kind == 'u') {
      if (const auto unit = code_unit(at_)) return copy_unit(*unit);
    } else if (kind != '\0' && std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos) {
      out_ += json_.substr(at_++, 2);
      return;
    }
    if (kind != '\'') out_ += "\\\\";  // a path, an expression: the backslash itself
  }

  /// An escaped UTF-16 code unit, with the second half of its pair.
  void copy_unit(unsigned unit) {
    const auto next = code_unit(at_ + 6);
    const bool first = unit >= 0xD800 && unit < 0xDC00;
    const bool paired = first && next && *next >= 0xDC00 && *next < 0xE000;
    const bool lone = unit >= 0xD800 && unit < 0xE000 && !paired;
    out_ += lone ? "\\ufffd" : json_.substr(at_, paired ? 12 : 6);
    at_ += paired ? 11 : 5;
  }

  std::optional<unsigned> code_unit(std::size_t at) const {
    if (at + 6 > json_.size() || json_[at] != '\\' || json_[at + 1] != 'u') return std::nullopt;
    unsigned unit = 0;
    const char* const digits = json_.data() + at + 2;
    const auto [end, error] = std::from_chars(digits, digits + 4, unit, 16);
    return error == std::errc() && end == digits + 4 ? std::optional(unit) : std::nullopt;
  }

  void close() {
    if (cut_ == 0) return;
    out_.resize(cut_);
    out_.append(whole_.rbegin(), whole_.rend());
  }

  std::string_view json_;
  std::size_t at_ = 0;
  std::string out_, open_;  ///< the brackets that are due, innermost last
  bool in_text_ = false;
  std::size_t cut_ = 0;  ///< behind the last object of the outermost list
  std::string whole_;    ///< the brackets that are due there
};

}  // namespace

std::string mend_json(std::string_view json) { return Mender(json).mend(); }

}  // namespace almanac
