#include <almanac/time/words/word_table.hpp>
#include <array>

#include "prose_atoms.hpp"

namespace almanac::prose {
namespace {

/// What words between two dates mean.
constexpr std::uint16_t joins_range = 1, joins_list = 2, joins_short = 4;
constexpr std::string_view range_words =
    "to until till til through thru bis au al a ao tot hasta ate jusqu auf all aux para naar";
constexpr std::string_view list_words = "and und et y e en ed or oder ou resp";
constexpr auto joint_words = [] {
  std::array<dates::WordMeaning, dates::count_words(range_words) + dates::count_words(list_words) + 1> words;
  auto* const lists = dates::put_words(words.data(), range_words, joins_range);
  *dates::put_words(lists, list_words, joins_list) = {"t", joins_short};  // "t/m"
  return words;
}();
constexpr auto joints = dates::word_table<joint_words>();

}  // namespace

[[gnu::noinline]] bool AtomReader::up_to_and_with(std::uint32_t& i) const {
  if (symbol(i + 1, '/') && word(i + 2, "m")) return i += 3, true;
  if (!symbol(i + 1, '.') || !word(i + 2, "e") || !symbol(i + 3, '.') || !word(i + 4, "m")) return false;
  return i += symbol(i + 5, '.') ? 6 : 5, true;
}

Joint AtomReader::joint(std::uint32_t& i, bool commas) const {
  if (symbol(i, '-') || symbol(i, '~') || symbol(i, '>')) {
    ++i;
    if (symbol(i, '-') || symbol(i, '>')) ++i;
    return Joint::range;
  }
  if (piece(i).kind == PieceKind::word) {
    const auto w = text_.text_of(piece(i));
    const std::uint16_t joins = joints.find(w, piece(i).start);
    if (joins == joins_short) return up_to_and_with(i) ? Joint::range : Joint::none;
    if (joins == joins_range) {
      ++i;
      if ((w == "jusqu" || w == "all") && symbol(i, '\'')) ++i;
      if (w == "tot" && word(i, "en") && word(i + 1, "met")) i += 2;
      if (any(i, "and") && word(i + 1, "including")) i += 2;
      if (any(i, "zum", "au", "el", "il", "den", "the", "including", "einschliesslich", "inklusive")) ++i;
      return Joint::range;
    }
    if ((number(i + 1) || (piece(i + 1).name && piece(i + 1).name->weekday != 0 && number(i + 2))) &&
        any(i, "do", "az", "na", "на", "po", "по", "до", "εωσ", "μεχρι"))
      return ++i, Joint::range;
    if (number(i + 1) && any(i, "i", "и", "και", "es")) return ++i, Joint::list;
    return joins == joins_list ? (++i, Joint::list) : Joint::none;
  }
  if (piece(i).kind == PieceKind::sign) {
    if (word(i, "か") && word(i + 1, "ら")) return i += 2, Joint::range;
    if (text_.starts_with(i, "부터") || text_.starts_with(i, "에서")) return i += 2, Joint::range;
    if (any(i, "至", "到")) return ++i, Joint::range;
    if (any(i, "和", "と", "及")) return ++i, Joint::list;
    return Joint::none;
  }
  if (symbol(i, '&') || symbol(i, '+')) return ++i, Joint::list;
  // "5月8日・9日", "5月8日、9日"
  if ((symbol(i, '|') || symbol(i, ',')) && i > 1 && number(i + 1) && any(i + 2, "日", "일", "号", "號") &&
      text_.at(text_.is_symbol(i - 1, ')') ? i - 2 : i - 1).kind == PieceKind::sign)  // "5月8日（土）・9日（日）"
    return ++i, Joint::list;
  if (symbol(i, '/') && commas && number(i + 1)) return ++i, Joint::list;                          // "24/25 October"
  if (symbol(i, '/') && piece(i + 1).digits == 4 && symbol(i + 2, '-')) return ++i, Joint::range;  // ISO 8601 §5.5
  if (symbol(i, ',') && commas) {
    ++i;
    if (any(i, "and", "und", "et", "y", "e", "en")) ++i;
    return Joint::list;
  }
  if (symbol(i, ',') && any(i + 1, "and", "und", "et", "y", "e", "en")) return i += 2, Joint::list;
  return Joint::none;
}

}  // namespace almanac::prose
