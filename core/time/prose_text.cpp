#include "prose_text.hpp"

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

/// What a byte of a folded text begins.
enum class ByteClass : std::uint8_t { symbol, digit, letter, high };

constexpr auto byte_classes = [] {
  std::array<ByteClass, 256> classes{};
  for (std::size_t byte = 0; byte < classes.size(); ++byte)
    classes[byte] = byte >= 0x80                                ? ByteClass::high
                    : dates::is_digit(static_cast<char>(byte))  ? ByteClass::digit
                    : dates::is_letter(static_cast<char>(byte)) ? ByteClass::letter
                                                                : ByteClass::symbol;
  return classes;
}();
ByteClass class_of(char byte) noexcept { return byte_classes[static_cast<unsigned char>(byte)]; }

/// How many bytes the letters take that a text begins with.
std::size_t word_size(std::string_view text) noexcept {
  std::size_t at = 0;
  while (true) {
    while (at < text.size() && class_of(text[at]) == ByteClass::letter) ++at;
    if (at == text.size() || class_of(text[at]) != ByteClass::high) return at;
    std::size_t next = at;
    if (!is_foreign_letter(dates::next_code_point(text, next))) return at;
    at = next;
  }
}

bool is_upper(char32_t c) noexcept {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
         (c >= 0x100 && c < 0x17F && (c & 1U) == 0) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
}

}  // namespace

ProseText::ProseText(std::string_view title, std::string_view text)
    : title_source_(title.substr(0, 2000)), source_(text.substr(0, longest)) {
  const auto body_origin = static_cast<std::uint32_t>(title_source_.size());
  pieces_.reserve((title_source_.size() + source_.size()) / 4 + 8);
  text_.add(title_source_, 0);
  cut(0);
  pieces_.push_back({.kind = PieceKind::line,
                     .from = static_cast<std::uint32_t>(folded().size()),
                     .to = static_cast<std::uint32_t>(folded().size() + 1)});
  text_.add("\n", body_origin);
  title_pieces_ = pieces_.size();
  segment(0, true);
  const std::size_t body = folded().size();
  text_.add(source_, body_origin);
  cut(body);
  segment(title_pieces_, false);
}

void ProseText::mark_capitals(Piece& piece) const noexcept {
  const char first = source_at(text_.origin_of(piece.from));
  if (first >= 'a' && first <= 'z') return;
  if (piece.capital = first >= 'A' && first <= 'Z'; piece.capital && piece.to - piece.from > 1) {
    const char second = source_at(text_.origin_of(piece.from) + 1);
    if (second >= 'a' && second <= 'z') return;
  }
  const auto shown = published(piece.from, piece.to);
  std::size_t i = 0;
  piece.capital = !shown.empty() && is_upper(dates::next_code_point(shown, i));
  piece.upper = piece.capital;
  while (piece.upper && i < shown.size()) piece.upper = is_upper(dates::next_code_point(shown, i));
}

Piece ProseText::word_at(std::size_t at) const noexcept {
  const std::string_view rest = std::string_view{folded()}.substr(at);
  const std::size_t size = word_size(rest);
  Piece piece{
      .kind = PieceKind::word, .from = static_cast<std::uint32_t>(at), .to = static_cast<std::uint32_t>(at + size)};
  piece.start = dates::word_start(rest.substr(0, size));
  piece.opens = opened_by_word(rest.substr(0, size), piece.start);
  piece.name = dates::find_date_name(rest.substr(0, size), piece.start);
  if (piece.name) piece.opens |= Opens::named;
  mark_capitals(piece);
  return piece;
}

Piece ProseText::number_at(std::size_t at) const noexcept {
  Piece piece{.kind = PieceKind::number, .opens = Opens::figure, .from = static_cast<std::uint32_t>(at)};
  const std::string& text = folded();
  constexpr std::size_t most = 9;
  std::int64_t value = 0;
  std::size_t digits = 0;
  for (; at < text.size() && dates::is_digit(text[at]); ++at, ++digits)
    if (digits < most) value = value * 10 + (text[at] - '0');
  piece.digits = static_cast<std::uint8_t>(std::min(digits, most));
  if (digits < most) piece.value = static_cast<std::int32_t>(value);
  piece.to = static_cast<std::uint32_t>(at);
  return piece;
}

Piece ProseText::foreign_at(std::size_t at) const noexcept {
  const std::string_view text = folded();
  std::size_t next = at;
  const char32_t c = dates::next_code_point(text, next);
  if (is_foreign_letter(c)) return word_at(at);
  Piece piece{.kind = PieceKind::symbol,
              .symbol = other_symbol,
              .from = static_cast<std::uint32_t>(at),
              .to = static_cast<std::uint32_t>(next)};
  piece.start = dates::word_start(text_of(piece));
  if (!is_sign(c)) return piece;
  piece.kind = PieceKind::sign, piece.symbol = 0, piece.opens = Opens::figure;
  for (std::size_t size = std::min<std::size_t>(9, text.size() - at); size >= 6 && !piece.name; size -= 3)
    piece.name = dates::find_date_name(text.substr(at, size), piece.start);
  if (piece.name) piece.opens |= Opens::named;
  return piece;
}

Piece ProseText::piece_from(std::size_t at) const noexcept {
  const char byte = folded()[at];
  switch (class_of(byte)) {
    case ByteClass::letter:
      return word_at(at);
    case ByteClass::digit:
      return number_at(at);
    case ByteClass::high:
      return foreign_at(at);
    default:
      return {.kind = byte == '\n' ? PieceKind::line : PieceKind::symbol,
              .symbol = byte,
              .from = static_cast<std::uint32_t>(at),
              .to = static_cast<std::uint32_t>(at + 1)};
  }
}

void ProseText::cut(std::size_t from) {
  bool spaced = false;
  for (std::size_t at = from; at < folded().size();) {
    if (folded()[at] == ' ') {
      spaced = true, ++at;
      continue;
    }
    Piece& piece = pieces_.emplace_back(piece_from(at));
    piece.spaced = spaced;
    spaced = false;
    at = piece.to;
  }
}

std::string_view ProseText::published(std::size_t from, std::size_t to) const noexcept {
  if (from >= to || from >= folded().size()) return {};
  const std::size_t title = title_source_.size();
  const std::size_t end = to < folded().size() ? text_.origin_of(to) : title + source_.size();
  const std::size_t begin = text_.origin_of(from);
  if (begin < title) return std::string_view{title_source_}.substr(begin, std::min(end, title) - begin);
  return std::string_view{source_}.substr(begin - title, end - begin);
}

bool ProseText::goes_on(const Piece& piece, std::string_view words) const noexcept {
  const std::string& text = folded();
  if (text.compare(piece.from, words.size(), words) != 0) return false;
  const std::size_t end = piece.from + words.size();
  return end >= text.size() || !dates::is_letter(text[end]) || !dates::is_letter(text[end - 1]);
}

std::size_t ProseText::piece_at(std::size_t offset) const noexcept {
  const auto found = std::lower_bound(pieces_.begin(), pieces_.end(), offset,
                                      [](const Piece& piece, std::size_t value) { return piece.from < value; });
  return static_cast<std::size_t>(found - pieces_.begin());
}

bool ProseText::ends_sentence(std::size_t index) const noexcept {
  const Piece& piece = at(index);
  if (piece.symbol == '!' || piece.symbol == '?') return piece.kind == PieceKind::symbol && at(index + 1).spaced;
  if (piece.symbol == ';') return true;
  if (piece.symbol != '.' || piece.kind != PieceKind::symbol) return false;
  const Piece& next = at(index + 1);
  if (next.kind == PieceKind::sign || next.kind == PieceKind::line) return true;
  if (!next.spaced || index == 0) return at(index - 1).kind == PieceKind::sign;
  const Piece& last = at(index - 1);
  if (last.kind == PieceKind::sign) return true;
  if (next.kind == PieceKind::word && !next.capital) return false;
  if (last.kind == PieceKind::number)
    return next.kind == PieceKind::word ? next.name == nullptr && last.digits != 1 : last.digits == 4;
  if (last.kind != PieceKind::word) return true;
  constexpr std::string_view short_words[] = {"dr",     "prof", "mr", "mrs", "st",  "no",  "nr",  "vs",  "ca",
                                              "approx", "art",  "av", "bd",  "ing", "str", "tel", "dipl"};
  if (std::find(std::begin(short_words), std::end(short_words), text_of(last)) != std::end(short_words)) return false;
  if (last.to - last.from == 1 && !last.upper) return is_symbol(index - 2, '.');  // "a.m."
  return !(last.name != nullptr && last.to - last.from <= 4 && next.kind == PieceKind::number);
}

void ProseText::segment(std::size_t first_piece, bool title) {
  std::uint32_t line = segments_.empty() ? 0 : segments_.back().line + 1;
  std::size_t from = first_piece;
  std::size_t line_start = segments_.size();
  const auto close = [&](std::size_t to) {
    if (to > from)
      segments_.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), line, title, false});
  };
  for (std::size_t i = first_piece; i <= pieces_.size(); ++i) {
    const bool line_end = i == pieces_.size() || pieces_[i].kind == PieceKind::line;
    if (!line_end && (pieces_[i].kind != PieceKind::symbol || !ends_sentence(i))) continue;
    close(i);
    from = i + 1;
    if (!line_end) continue;
    if (segments_.size() == line_start + 1) segments_[line_start].whole_line = true;
    line_start = segments_.size();
    ++line;
  }
}

}  // namespace almanac::prose
