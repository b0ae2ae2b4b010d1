#include "prose_text.hpp"

#include <algorithm>
#include <array>

#include "date_civil.hpp"

namespace almanac::prose {
namespace {

bool is_sign(char32_t c) noexcept {
  return (c >= 0x3041 && c <= 0x30FA) || c == 0x30FC || c == 0x3005 || c == 0x3007 || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7AF);
}

/// Blanks and punctuation as one ASCII character; 0 for what stays.
char unified(char32_t c) noexcept {
  if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - 0xFEE0);
  switch (c) {
    case 0xA0:
    case 0x2002:
    case 0x2003:
    case 0x2007:
    case 0x2009:
    case 0x200A:
    case 0x200B:
    case 0x202F:
    case 0x3000:
    case '\t':
      return ' ';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    case 0x301C:
    case 0x223C:
      return '~';
    case 0x3001:
    case 0x60C:
      return ',';
    case 0x3002:
      return '.';
    case 0x2018:
    case 0x2019:
    case 0x2BC:
    case 0xB4:
    case '`':
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
      return '"';
    case 0x3010:
    case 0x3014:
      return '[';
    case 0x3011:
    case 0x3015:
      return ']';
    case 0xB7:
    case 0x2022:
    case 0x2219:
    case 0x25CF:
    case 0x30FB:
    case 0x2B25:
      return '|';
    case 0x2192:
    case 0x2794:
    case 0x21D2:
      return '>';
    case 0x2028:
    case 0x2029:
    case '\r':
      return '\n';
    default:
      return 0;
  }
}

void put(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | c >> 6U), out += static_cast<char>(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | c >> 12U), out += static_cast<char>(0x80U | (c >> 6U & 0x3FU)),
        out += static_cast<char>(0x80U | (c & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | c >> 18U), out += static_cast<char>(0x80U | (c >> 12U & 0x3FU));
    out += static_cast<char>(0x80U | (c >> 6U & 0x3FU)), out += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

bool is_upper(char32_t c) noexcept {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
         (c >= 0x100 && c < 0x17F && (c & 1U) == 0) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x400 && c <= 0x42F);
}

}  // namespace

ProseText::ProseText(std::string_view title, std::string_view text) {
  title_source_ = title.substr(0, 2000);
  source_ = text.substr(0, longest);
  folded_.reserve(title_source_.size() + source_.size() + 8);
  origin_.reserve(folded_.capacity());
  pieces_.reserve(folded_.capacity() / 4);
  add(title_source_);
  cut(0);
  pieces_.push_back({.kind = PieceKind::line,
                     .from = static_cast<std::uint32_t>(folded_.size()),
                     .to = static_cast<std::uint32_t>(folded_.size() + 1)});
  folded_ += '\n';
  origin_.push_back(static_cast<std::uint32_t>(title_source_.size()));
  title_pieces_ = pieces_.size();
  segment(0, true);
  const std::size_t body = folded_.size();
  add(source_);
  cut(body);
  segment(title_pieces_, false);
}

void ProseText::add(std::string_view text) {
  const auto base = static_cast<std::uint32_t>(folded_.empty() ? 0 : title_source_.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto from = static_cast<std::uint32_t>(at) + base;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80 && byte != '\t' && byte != '\r' && byte != '`') {  // most text
      folded_ += dates::lower(text[at++]);
      origin_.push_back(from);
      continue;
    }
    char32_t c = dates::next_code_point(text, at);
    if (const char same = unified(c)) c = static_cast<unsigned char>(same);
    if (c == 0x81FA) c = 0x53F0;  // 臺 is 台
    char32_t folded[2];
    const int count = dates::fold_code_point(c, folded);
    for (int i = 0; i < count; ++i) put(folded_, folded[i]);
    origin_.resize(folded_.size(), from);
  }
}

void ProseText::cut_word(std::size_t& at) {
  const std::size_t from = at;
  while (at < folded_.size()) {
    std::size_t next = at;
    const char32_t c = dates::next_code_point(folded_, next);
    const bool letter =
        c < 0x80 ? dates::is_letter(static_cast<char>(c)) : (c >= 0xC0 && c < 0x600) || (c >= 0x1E00 && c < 0x2000);
    if (!letter) break;
    at = next;
  }
  Piece piece{.kind = PieceKind::word, .from = static_cast<std::uint32_t>(from), .to = static_cast<std::uint32_t>(at)};
  const auto shown = published(from, at);
  std::size_t i = 0;
  piece.capital = !shown.empty() && is_upper(dates::next_code_point(shown, i));
  piece.upper = piece.capital;
  while (piece.upper && i < shown.size()) piece.upper = is_upper(dates::next_code_point(shown, i));
  piece.name = dates::find_date_name(text_of(piece));
  pieces_.push_back(piece);
}

void ProseText::cut(std::size_t from) {
  bool spaced = false;
  for (std::size_t at = from; at < folded_.size();) {
    const char byte = folded_[at];
    if (byte == ' ') {
      spaced = true, ++at;
      continue;
    }
    const std::size_t start = at;
    const std::size_t index = pieces_.size();
    if (dates::is_digit(byte)) {
      Piece piece{.kind = PieceKind::number};
      std::int64_t value = 0;
      std::size_t digits = 0;
      for (; at < folded_.size() && dates::is_digit(folded_[at]); ++at, ++digits)
        if (digits < 9) value = value * 10 + (folded_[at] - '0');
      piece.digits = static_cast<std::uint8_t>(std::min<std::size_t>(digits, 9));
      if (digits < 9) piece.value = static_cast<std::int32_t>(value);
      pieces_.push_back(piece);
    } else if (static_cast<unsigned char>(byte) < 0x80 && !dates::is_letter(byte)) {
      ++at;
      pieces_.push_back({.kind = byte == '\n' ? PieceKind::line : PieceKind::symbol, .symbol = byte});
    } else {
      std::size_t next = at;
      const char32_t c = dates::next_code_point(folded_, next);
      if (is_sign(c)) {
        Piece piece{.kind = PieceKind::sign};
        at = next;
        for (std::size_t size = std::min<std::size_t>(9, folded_.size() - start); size >= 6 && !piece.name; size -= 3)
          piece.name = dates::find_date_name(std::string_view{folded_}.substr(start, size));
        pieces_.push_back(piece);
      } else if (c < 0x80 || (c >= 0xC0 && c < 0x600) || (c >= 0x1E00 && c < 0x2000)) {
        cut_word(at);
      } else {
        at = next;
        pieces_.push_back({.kind = PieceKind::symbol, .symbol = other_symbol});
      }
    }
    pieces_[index].spaced = spaced;
    pieces_[index].from = static_cast<std::uint32_t>(start);
    pieces_[index].to = static_cast<std::uint32_t>(at);
    spaced = false;
  }
}

std::string_view ProseText::published(std::size_t from, std::size_t to) const noexcept {
  if (from >= to || from >= origin_.size()) return {};
  const std::size_t title = title_source_.size();
  const std::size_t end = to < origin_.size() ? origin_[to] : title + source_.size();
  const std::size_t begin = origin_[from];
  if (begin < title) return std::string_view{title_source_}.substr(begin, std::min(end, title) - begin);
  return std::string_view{source_}.substr(begin - title, end - begin);
}

bool ProseText::goes_on(const Piece& piece, std::string_view words) const noexcept {
  if (folded_.compare(piece.from, words.size(), words) != 0) return false;
  const std::size_t end = piece.from + words.size();
  return end >= folded_.size() || !dates::is_letter(folded_[end]) || !dates::is_letter(folded_[end - 1]);
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
    if (!line_end && !ends_sentence(i)) continue;
    close(i);
    from = i + 1;
    if (!line_end) continue;
    if (segments_.size() == line_start + 1) segments_[line_start].whole_line = true;
    line_start = segments_.size();
    ++line;
  }
}

}  // namespace almanac::prose
