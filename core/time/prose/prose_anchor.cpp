#include "prose_anchor.hpp"

#include <almanac/time/dates/date_civil.hpp>
#include <almanac/time/words/month_names.hpp>
#include <almanac/time/zones/zone.hpp>
#include <cstdlib>

#include "prose_tongues.hpp"

namespace almanac::prose {

Anchor::Anchor(const ProseText& text, const ProseReading& reading)
    : text_(text),
      published_(reading.published ? &*reading.published : nullptr),
      told_day_first_(reading.day_first),
      is_contest_(reading.is_contest) {
  for (std::size_t i = 0; i < text.title_pieces(); ++i) {
    const Piece& piece = text.at(i);
    if (piece.kind == PieceKind::number && piece.digits == 4 && piece.value >= 2000 && piece.value <= 2100 &&
        !text.is_symbol(i + 1, '.') && !(text.is_symbol(i + 1, ':') && !text.at(i + 2).spaced) &&
        !(i > 0 && text.is_symbol(i - 1, '#')))
      title_year_ = piece.value;
  }
}

const std::optional<std::int64_t>& Anchor::today() const {
  if (published_ && !today_) {
    std::int64_t local = published_->seconds;
    if (published_->kind == MomentKind::instant && !published_->zone.empty())
      if (const auto zone = Zone::find(published_->zone)) local = zone->to_local(local);
    today_ = dates::floor_days(local);
  }
  return today_;
}

bool Anchor::is_published_at(const dates::CivilDay& day, int minute) const {
  constexpr std::int64_t quarter = 15, furthest = 14 * 60;
  if (!published_ || published_->precision > Precision::minute || minute < 0) return false;
  if (minute % quarter == 0 && published_->seconds % 60 == 0) return false;
  const std::int64_t at = dates::days_from_civil(day.year, day.month, day.day) * 1440 + minute;
  const std::int64_t apart = at - published_->seconds / 60;
  return std::abs(apart) <= furthest && apart % quarter == 0;
}

std::uint32_t Anchor::tongues() const {
  if (!tongues_) tongues_ = tongues_of(text_);
  return *tongues_;
}

DayOrder Anchor::day_order() const {
  if (!day_order_) day_order_ = find_day_order();
  return *day_order_;
}

/// Decided by a sibling that can be read in one way only, or by the language.
DayOrder Anchor::find_day_order() const {
  const auto& pieces = text_.pieces();
  const auto is_short = [](const Piece& piece) { return piece.kind == PieceKind::number && piece.digits <= 2; };
  for (std::size_t i = text_.next_marked(0, Mark::figure); i + 4 < pieces.size();
       i = text_.next_marked(i + 1, Mark::figure)) {
    if (!is_short(pieces[i]) || !is_short(pieces[i + 2]) || !text_.is_number(i + 4)) continue;
    const char sign = pieces[i + 1].symbol;
    if ((sign != '/' && sign != '-') || !text_.is_symbol(i + 3, sign) ||
        (pieces[i + 4].digits != 4 && pieces[i + 4].digits != 2))
      continue;
    const int first = pieces[i].value, second = pieces[i + 2].value;
    if ((first > 12) != (second > 12)) return {first > 12, true};
  }
  if ((tongues() & ~dates::mask_of(dates::Tongue::en)) != 0) return {true, true};
  if (told_day_first_) return {*told_day_first_, true};
  return {};
}

}  // namespace almanac::prose
