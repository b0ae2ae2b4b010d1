#include "prose_cut.hpp"

#include <algorithm>
#include <array>

#include "date_civil.hpp"
#include "prose_opens.hpp"

namespace almanac::prose {
namespace {

bool is_sign(char32_t c) noexcept {
  return (c >= 0x3041 && c <= 0x30FA) || c == 0x30FC || c == 0x3005 || c == 0x3007 || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7AF);
}

/// Letters beyond ASCII of the scripts that set words apart.
bool is_foreign_letter(char32_t c) noexcept { return (c >= 0xC0 && c < 0x600) || (c >= 0x1E00 && c < 0x2000); }

bool is_upper(char32_t c) noexcept {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
         (c >= 0x100 && c < 0x17F && (c & 1U) == 0) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
}

/// What a byte of a folded text begins.
enum class ByteClass : std::uint8_t { symbol, blank, digit, letter, high };

constexpr auto byte_classes = [] {
  std::array<ByteClass, 256> classes{};
  for (std::size_t byte = 0; byte < classes.size(); ++byte)
    classes[byte] = byte >= 0x80                               ? ByteClass::high
                    : byte == ' '                              ? ByteClass::blank
                    : dates::is_digit(static_cast<char>(byte)) ? ByteClass::digit
                    : byte >= 'a' && byte <= 'z'               ? ByteClass::letter
                                                               : ByteClass::symbol;
  return classes;
}();
ByteClass class_of(char byte) noexcept { return byte_classes[static_cast<unsigned char>(byte)]; }

class Cutter {
 public:
  Cutter(const FoldedText& text, std::size_t from, std::string_view source, std::uint32_t origin)
      : folded_(text), text_(text.folded()), source_(source), origin_(origin), walk_(text, from) {}

  /// Completes a piece, which begins with a byte of a class.
  void read(Piece& piece, ByteClass byte_class) {
    if (byte_class == ByteClass::letter ||
        (byte_class == ByteClass::high && is_foreign_letter(character_at(piece.from))))
      return read_word(piece);
    if (byte_class == ByteClass::digit) return read_number(piece);
    if (byte_class == ByteClass::high) return read_foreign(piece);
    piece.symbol = text_[piece.from];
    if (piece.symbol == '\n') piece.kind = PieceKind::line;
    piece.to = piece.from + 1;
  }

 private:
  char32_t character_at(std::size_t at) const noexcept { return dates::next_code_point(text_, at); }

  void read_word(Piece& piece) {
    const std::string_view rest = text_.substr(piece.from);
    const std::string_view word = rest.substr(0, word_size(rest));
    piece.kind = PieceKind::word;
    piece.to = piece.from + static_cast<std::uint32_t>(word.size());
    piece.start = dates::word_start(rest);
    if (opening_starts.may_hold(piece.start)) piece.opens = opened_by_word(word, piece.start);
    if (dates::date_name_starts.may_hold(piece.start)) name(piece, word);
    mark_capitals(piece);
  }

  static void name(Piece& piece, std::string_view word) {
    piece.name = dates::find_date_name(word, piece.start);
    if (piece.name) piece.opens |= Opens::named;
  }

  /// How many bytes the letters take that a text begins with.
  static std::size_t word_size(std::string_view text) noexcept {
    std::size_t at = 0;
    while (true) {
      at += dates::small_letters(text.substr(at));
      if (at == text.size() || class_of(text[at]) != ByteClass::high) return at;
      std::size_t next = at;
      if (!is_foreign_letter(dates::next_code_point(text, next))) return at;
      at = next;
    }
  }

  void mark_capitals(Piece& piece) {
    const std::size_t at = walk_.origin_of(piece.from) - origin_;
    const char first = source_[at];
    if (first >= 'a' && first <= 'z') return;
    if (piece.capital = first >= 'A' && first <= 'Z'; piece.capital && piece.to - piece.from > 1) {
      const char second = source_[at + 1];
      if (second >= 'a' && second <= 'z') return;
    }
    const std::size_t end = piece.to < text_.size() ? folded_.origin_of(piece.to) - origin_ : source_.size();
    const std::string_view shown = source_.substr(at, end - at);
    std::size_t i = 0;
    piece.capital = !shown.empty() && is_upper(dates::next_code_point(shown, i));
    piece.upper = piece.capital;
    while (piece.upper && i < shown.size()) piece.upper = is_upper(dates::next_code_point(shown, i));
  }

  void read_number(Piece& piece) const {
    constexpr std::size_t most = 9;
    std::int64_t value = 0;
    std::size_t at = piece.from, digits = 0;
    for (; at < text_.size() && dates::is_digit(text_[at]); ++at, ++digits)
      if (digits < most) value = value * 10 + (text_[at] - '0');
    piece.kind = PieceKind::number;
    piece.opens = Opens::figure;
    piece.digits = static_cast<std::uint8_t>(std::min(digits, most));
    if (digits < most) piece.value = static_cast<std::int32_t>(value);
    piece.to = static_cast<std::uint32_t>(at);
  }

  /// An ideograph, or a symbol beyond ASCII.
  void read_foreign(Piece& piece) const {
    std::size_t next = piece.from;
    const char32_t c = dates::next_code_point(text_, next);
    piece.to = static_cast<std::uint32_t>(next);
    piece.start = dates::word_start(text_.substr(piece.from, next - piece.from));
    if (!is_sign(c)) {
      piece.symbol = other_symbol;
      return;
    }
    piece.kind = PieceKind::sign;
    piece.opens = Opens::figure;
    if (!dates::date_name_starts.may_hold(piece.start)) return;
    for (std::size_t size = std::min<std::size_t>(9, text_.size() - piece.from); size >= 6 && !piece.name; size -= 3)
      name(piece, text_.substr(piece.from, size));
  }

  const FoldedText& folded_;
  std::string_view text_, source_;
  std::uint32_t origin_;
  OriginWalk walk_;
};

}  // namespace

void cut_pieces(const FoldedText& text, std::size_t from, std::string_view source, std::uint32_t origin,
                std::vector<Piece>& pieces) {
  const std::string& folded = text.folded();
  Cutter cutter(text, from, source, origin);
  bool spaced = false;
  for (std::size_t at = from; at < folded.size();) {
    const ByteClass byte_class = class_of(folded[at]);
    if (byte_class == ByteClass::blank) {
      spaced = true, ++at;
      continue;
    }
    Piece& piece = pieces.emplace_back();
    piece.spaced = spaced;
    piece.from = static_cast<std::uint32_t>(at);
    cutter.read(piece, byte_class);
    spaced = false;
    at = piece.to;
  }
}

}  // namespace almanac::prose
