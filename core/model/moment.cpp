#include "moment.hpp"

#include <array>

namespace almanac {
namespace {

constexpr std::array<std::string_view, 5> precisions{"second", "minute", "day", "month", "year"};
constexpr std::array<std::string_view, 4> provenances{"structured", "declared", "prose", "inferred"};

template <class Enum, std::size_t N>
std::optional<Enum> at_word(const std::array<std::string_view, N>& words, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (words[i] == word) return static_cast<Enum>(i);
  return std::nullopt;
}

char* put_digits(char* out, unsigned value, int width) {
  for (int i = width; i-- > 0; value /= 10) out[i] = static_cast<char>('0' + value % 10);
  return out + width;
}

}  // namespace

std::string_view to_text(Precision precision) { return precisions[static_cast<std::size_t>(precision)]; }
std::string_view to_text(Provenance provenance) { return provenances[static_cast<std::size_t>(provenance)]; }
std::optional<Precision> precision_from(std::string_view word) { return at_word<Precision>(precisions, word); }
std::optional<Provenance> provenance_from(std::string_view word) { return at_word<Provenance>(provenances, word); }

std::string iso_text(MomentKind kind, std::int64_t seconds) {
  using namespace std::chrono;
  if (kind == MomentKind::unread) return {};
  const sys_seconds time{std::chrono::seconds{seconds}};
  const auto day = floor<days>(time);
  const year_month_day date{day};
  char text[24];  // one string is made for each occurrence: written in place, allocated once
  char* out = text;
  const int year = static_cast<int>(date.year());
  if (year < 0) *out++ = '-';
  out = put_digits(out, static_cast<unsigned>(year < 0 ? -year : year), year > 9999 || year < -9999 ? 5 : 4);
  *out++ = '-';
  out = put_digits(out, static_cast<unsigned>(date.month()), 2);
  *out++ = '-';
  out = put_digits(out, static_cast<unsigned>(date.day()), 2);
  if (kind != MomentKind::date) {
    const auto clock = static_cast<unsigned>((time - day).count());
    *out++ = 'T';
    out = put_digits(out, clock / 3600, 2);
    *out++ = ':';
    out = put_digits(out, clock / 60 % 60, 2);
    *out++ = ':';
    out = put_digits(out, clock % 60, 2);
    if (kind == MomentKind::instant) *out++ = 'Z';
  }
  return {text, out};
}

}  // namespace almanac
