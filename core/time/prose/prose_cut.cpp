#include "prose_cut.hpp"

#include <algorithm>
#include <almanac/time/dates/date_civil.hpp>
#include <bit>

#include "byte_masks.hpp"
#include "prose_opens.hpp"

namespace almanac::prose {
namespace {

bool is_sign(char32_t c) noexcept {
  return (c >= 0x3041 && c <= 0x30FA) || c == 0x30FC || c == 0x3005 || c == 0x3007 || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7AF);
}

/// Letters beyond ASCII of the scripts that set words apart.
bool is_foreign_letter(char32_t c) noexcept { return (c >= 0xC0 && c < 0x600) || (c >= 0x1E00 && c < 0x2000); }

/// Of Latin Extended-A: capital and small letter take turns, twice from an odd number on ("Ł", "Ż").
bool is_upper_of_extended(char32_t c) noexcept {
  const bool begins_odd = (c >= 0x139 && c <= 0x148) || c >= 0x179;
  return c == 0x178 || (c != 0x138 && c != 0x149 && (c & 1U) == (begins_odd ? 1U : 0U));
}

bool is_upper(char32_t c) noexcept {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
         (c >= 0x100 && c < 0x17F && is_upper_of_extended(c)) || c == 0x386 ||
         (c >= 0x388 && c <= 0x3A9 && c != 0x390) || (c >= 0x400 && c <= 0x42F) || c == 0x490;
}

class Cutter {
 public:
  Cutter(const FoldedText& text, std::size_t from, std::string_view source, std::uint32_t origin,
         const MarkTable& marks, Pieces& pieces)
      : folded_(text),
        text_(text.folded()),
        source_(source),
        from_(from),
        origin_(origin),
        walk_(text, from),
        table_(marks),
        pieces_(pieces) {}

  void cut() {
    for (std::size_t at = from_; at < text_.size();) at = is_high(text_[at]) ? cut_foreign(at) : cut_stretch(at);
  }

 private:
  static bool is_high(char byte) noexcept { return static_cast<unsigned char>(byte) >= 0x80; }
  char32_t character_at(std::size_t at) const noexcept { return dates::next_code_point(text_, at); }

  /// Cuts the next up to 64 bytes, but nothing beyond ASCII and no more than stand so in the source; where it is done.
  std::size_t cut_stretch(std::size_t at) {
    const ByteMasks bytes(text_.data() + at);
    const char* const shown = source_.data() + (walk_.origin_of(at) - origin_);
    std::size_t size = walk_.run_behind(at, std::min(text_.size() - at, ByteMasks::size));
    size = std::min(size, static_cast<std::size_t>(std::countr_zero(bytes.high)));
    // The first letter and the first figure of each run begin a piece, and so does all else but blanks.
    const std::uint64_t letters = bytes.letters & lowest_bits(size), digits = bytes.digits;
    std::uint64_t starts =
        ((letters & ~(letters << 1U)) | (digits & ~(digits << 1U)) | ~(letters | digits | bytes.blanks)) &
        lowest_bits(size);
    if (starts == 0) return at + size;
    const unsigned last = 63U - static_cast<unsigned>(std::countl_zero(starts));
    const bool is_whole = at + size == text_.size() || (letters >> (size - 1) & 1U) == 0 || last == 0;
    if (!is_whole) size = last, starts ^= std::uint64_t{1} << last;  // the next stretch begins with that word
    if (starts == 0) return at + size;
    const std::uint64_t spaced = bytes.blanks << 1U | std::uint64_t{at > from_ && text_[at - 1] == ' '};
    pieces_.words += static_cast<std::size_t>(std::popcount(starts & letters));
    const std::size_t first = pieces_.add(static_cast<std::size_t>(std::popcount(starts)));
    Piece* piece = pieces_.pieces.data() + first;
    std::uint8_t* marks = pieces_.marks.data() + first;
    const char* const text = text_.data() + at;
    for (; starts != 0; starts &= starts - 1, ++piece, ++marks) {
      const auto bit = static_cast<unsigned>(std::countr_zero(starts));
      piece->from = static_cast<std::uint32_t>(at + bit);
      piece->spaced = (spaced >> bit & 1U) != 0;
      if (const std::uint64_t run = letters >> bit; (run & 1U) != 0) {
        *marks = read_latin(*piece, text + bit, static_cast<std::size_t>(std::countr_one(run)), shown[bit]);
      } else if ((digits >> bit & 1U) != 0) {
        *marks = read_number(*piece);
      } else {
        piece->symbol = text[bit];
        if (piece->symbol == '\n') piece->kind = PieceKind::line;
        piece->to = piece->from + 1;
        *marks = Mark::stop;
      }
    }
    const std::size_t end = at + size;
    Piece& behind = piece[-1];
    if (behind.kind == PieceKind::word && behind.to == end && end < text_.size()) {  // it may go on
      behind = {.spaced = behind.spaced, .from = behind.from};
      marks[-1] = read_word(behind, shown[behind.from - at]);
    }
    return std::max<std::size_t>(end, behind.to);
  }

  /// Cuts the piece that begins with a character beyond ASCII; where it ends.
  std::size_t cut_foreign(std::size_t at) {
    const std::size_t index = pieces_.add(1);
    Piece* const piece = pieces_.pieces.data() + index;
    piece->from = static_cast<std::uint32_t>(at);
    piece->spaced = at > from_ && text_[at - 1] == ' ';
    const char shown = source_[walk_.origin_of(at) - origin_];
    const bool is_word = is_foreign_letter(character_at(at));
    if (is_word) ++pieces_.words;
    pieces_.marks[index] = is_word ? read_word(*piece, shown) : read_foreign(*piece);
    return piece->to;
  }

  /// Completes the piece of a word that Latin letters alone make, which was published with a first byte; its marks.
  std::uint8_t read_latin(Piece& piece, const char* text, std::size_t letters, char first) {
    const std::uint64_t eight = dates::first_eight({text, sizeof eight});
    const KeyMasks& masks = key_masks_of(letters);
    piece.kind = PieceKind::word;
    piece.to = piece.from + static_cast<std::uint32_t>(letters);
    piece.start = static_cast<std::uint32_t>(eight) & masks.start;
    return look_closer(piece, table_.of(piece.start, eight & masks.longer), first);
  }

  /// … of a word of any letters.
  std::uint8_t read_word(Piece& piece, char first) {
    const std::string_view rest = text_.substr(piece.from);
    const std::size_t size = word_size(rest), letters = dates::small_letters(rest);
    if (size == letters) return read_latin(piece, rest.data(), letters, first);
    const std::uint64_t eight = dates::first_eight(rest);
    piece.kind = PieceKind::word;
    piece.to = piece.from + static_cast<std::uint32_t>(size);
    piece.start = dates::word_start(rest);
    const std::uint64_t longer = eight & key_masks_of(letters).longer;
    return look_closer(piece, letters == 0 ? table_.of(piece.start) : table_.of(piece.start, longer), first);
  }

  /// What remains of the marks that a word may bear, and its capital.
  std::uint8_t look_closer(Piece& piece, std::uint8_t marks, char first) {
    if ((marks & looked_up) != 0)
      marks = look_up(piece, text_.substr(piece.from, std::size_t{piece.to} - piece.from), marks);
    if (first >= 'a' && first <= 'z') return marks;
    mark_capitals(piece);
    return piece.capital ? marks | Mark::capital : marks;
  }

  static constexpr std::uint8_t looked_up = Mark::opener | Mark::date_name;

  /// Keeps of the marks that are looked up those that the word deserves.
  static std::uint8_t look_up(Piece& piece, std::string_view word, std::uint8_t marks) {
    if ((marks & Mark::opener) != 0) piece.opens = opened_by_word(word, piece.start);
    if ((marks & Mark::date_name) != 0) name(piece, word);
    return (marks & ~looked_up) | (piece.opens != 0 ? Mark::opener : 0) | (piece.name ? Mark::date_name : 0);
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
      if (at == text.size() || !is_high(text[at])) return at;
      std::size_t next = at;
      if (!is_foreign_letter(dates::next_code_point(text, next))) return at;
      at = next;
    }
  }

  void mark_capitals(Piece& piece) {
    const std::size_t at = walk_.origin_of(piece.from) - origin_;
    const char first = source_[at];
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

  std::uint8_t read_number(Piece& piece) const {
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
    return Mark::figure | Mark::opener;
  }

  /// An ideograph, or a symbol beyond ASCII.
  std::uint8_t read_foreign(Piece& piece) const {
    std::size_t next = piece.from;
    const char32_t c = dates::next_code_point(text_, next);
    piece.to = static_cast<std::uint32_t>(next);
    const std::string_view character = text_.substr(piece.from, next - piece.from);
    piece.start = dates::word_start(character);
    std::uint8_t marks = table_.of(piece.start) | Mark::stop;
    const bool may_be_name = (marks & Mark::date_name) != 0;
    marks &= ~looked_up;
    if (!is_sign(c)) {
      piece.symbol = other_symbol;
      return marks;
    }
    piece.kind = PieceKind::sign;
    piece.opens = Opens::figure;
    marks |= Mark::opener | Mark::capital;
    if (!may_be_name) return marks;
    for (std::size_t size = std::min<std::size_t>(9, text_.size() - piece.from); size >= 6 && !piece.name; size -= 3)
      name(piece, text_.substr(piece.from, size));
    return piece.name ? marks | Mark::date_name : marks;
  }

  const FoldedText& folded_;
  std::string_view text_, source_;
  std::size_t from_;
  std::uint32_t origin_;
  OriginWalk walk_;
  const MarkTable& table_;
  Pieces& pieces_;
};

}  // namespace

void cut_pieces(const FoldedText& text, std::size_t from, std::string_view source, std::uint32_t origin,
                const MarkTable& marks, Pieces& pieces) {
  Cutter(text, from, source, origin, marks, pieces).cut();
}

}  // namespace almanac::prose
