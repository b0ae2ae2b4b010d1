#include <algorithm>
#include <initializer_list>

#include "prose_atoms.hpp"

namespace almanac::prose {

/// "（金）", "（周三）" behind a date: gives it its weekday and moves behind it.
void AtomReader::read_sign_weekday(std::uint32_t& next, Atom& atom) const {
  if (!symbol(next, '(') || piece(next + 1).kind != PieceKind::sign) return;
  std::uint32_t close = next + 2;
  while (close < next + 8 && !symbol(close, ')')) ++close;
  if (!symbol(close, ')')) return;
  constexpr std::string_view days[] = {"月", "火", "水", "木", "金", "土", "日"};
  constexpr std::string_view chinese[] = {"一", "二", "三", "四", "五", "六", "日"};
  std::uint32_t to = 0;
  atom.weekday = weekday_name(next + 1, to);
  const bool week_word = any(next + 1, "周", "週");
  for (int d = 0; d < 7 && atom.weekday == 0; ++d)
    if (word(next + 1, days[d]) || word(week_word ? next + 2 : next + 1, chinese[d])) atom.weekday = d + 1;
  if (atom.weekday != 0 || close <= next + 3) next = close + 1;
}

/// "2027年3月5日（金）", "3月5日", "5日", "2027年5月", "4月中旬".
bool AtomReader::read_east_asian(std::uint32_t i, Atom& atom) const {
  std::uint32_t next = i;
  const auto marked = [&](std::initializer_list<std::string_view> marks) {
    return piece(next).kind == PieceKind::number && one_of(next + 1, {marks.begin(), marks.size()});
  };
  if (marked({"年", "년"})) {
    if (piece(next).digits != 4 || piece(next).value < 1900) return false;
    atom.year = piece(next).value;
    next += 2;
  } else if (i + 1 < end_ && text_.starts_with(i, "令和") && number(i + 2) && word(i + 3, "年")) {
    atom.year = 2018 + piece(i + 2).value;
    next = i + 4;
  }
  if (marked({"月", "월"}) && piece(next).digits <= 2) {
    atom.month = piece(next).value;
    next += 2;
  }
  // "4月16-18日": the sign stands behind the last day only.
  if (atom.month != 0 && number(next) && (symbol(next + 1, '-') || symbol(next + 1, '~')) && number(next + 2) &&
      any(next + 3, "日", "号", "號") && piece(next).value >= 1 && piece(next).value <= 31) {
    atom.day = piece(next).value;
    atom.to = next + 1;
    return true;
  }
  if (marked({"日", "号", "號", "일"}) && piece(next).digits <= 2 &&
      !any(next + 2, "間", "间", "目", "前", "后", "後")) {
    atom.day = piece(next).value;
    next += 2;
    read_sign_weekday(next, atom);
    if (atom.day < 1 || atom.day > 31 || (atom.month == 0 && atom.year != 0)) return false;
    atom.to = next;
    return true;
  }
  if (atom.month != 0 && atom.year != 0) {
    atom.period = true;
    atom.to = next;
    return true;
  }
  if (atom.month != 0 && any(next, "上", "中", "下", "初", "末")) {  // 4月中旬
    atom.period = true;
    atom.to = any(next + 1, "旬") ? next + 2 : next + 1;
    return true;
  }
  if (atom.year != 0 && (any(next, "春", "夏", "秋", "冬", "봄") || text_.starts_with(next, "여름") ||
                         text_.starts_with(next, "가을") || text_.starts_with(next, "겨울"))) {
    atom.period = atom.season = true;
    atom.to = next + 1;
    return true;
  }
  return false;
}

/// 来週水曜日, 下周六, 本周三.
bool AtomReader::read_east_asian_week(std::uint32_t i, Atom& atom) const {
  const auto is = [&](std::string_view words) { return text_.starts_with(i, words); };
  constexpr std::string_view next[] = {"来週", "下周", "下週", "下星期"};
  constexpr std::string_view current[] = {"今週", "本周", "本週", "这周", "這週", "周", "週"};
  const auto coming = std::find_if(std::begin(next), std::end(next), is);
  const auto now = std::find_if(std::begin(current), std::end(current), is);
  const bool is_next = coming != std::end(next);
  if (!is_next && now == std::end(current)) return false;
  const std::string_view words = is_next ? *coming : *now;
  const bool names_it = words != "周" && words != "週";
  auto to = static_cast<std::uint32_t>(text_.piece_at(piece(i).from + words.size()));
  if (word(to, "の")) ++to;
  constexpr std::string_view days[] = {"月", "火", "水", "木", "金", "土", "日"};
  constexpr std::string_view chinese[] = {"一", "二", "三", "四", "五", "六", "日"};
  for (int d = 0; d < 7; ++d) {
    if (!word(to, chinese[d]) && !(names_it && word(to, days[d]) && any(to + 1, "曜"))) continue;
    atom.weekday = d + 1;
    atom.relative = is_next ? Atom::next_week : names_it ? Atom::this_week : Atom::none;
    to += any(to + 1, "曜") ? (any(to + 2, "日") ? 3U : 2U) : 1U;
    atom.to = to;
    read_day_behind(to, atom);
    return names_it || atom.day != 0;
  }
  return false;
}

/// The month comes first there.
bool AtomReader::read_east_asian_pair(std::uint32_t i, Atom& atom) const {
  const bool among_signs = piece(i + 3).kind == PieceKind::sign || (i > 0 && text_.at(i - 1).kind == PieceKind::sign) ||
                           (symbol(i + 3, '(') && piece(i + 4).kind == PieceKind::sign) ||
                           (i > 1 && text_.is_symbol(i - 1, '(') && text_.at(i - 2).kind == PieceKind::sign);
  if (!among_signs || piece(i).value < 1 || piece(i).value > 12 || piece(i + 2).value < 1 || piece(i + 2).value > 31)
    return false;
  atom.month = piece(i).value;
  atom.day = piece(i + 2).value;
  read_sign_weekday(atom.to, atom);
  return true;
}

}  // namespace almanac::prose
