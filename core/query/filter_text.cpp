#include <fmt/format.h>

#include <almanac/base/day.hpp>
#include <iterator>
#include <type_traits>

#include "fields.hpp"
#include "parse_filter.hpp"

namespace almanac {
namespace {

std::string quote(std::string_view text) { return '"' + std::string(text) + '"'; }

bool is_plain(std::string_view text) {
  for (const char c : text)
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.')) return false;
  return !text.empty();
}

std::string point_text(const TimePoint& point) {
  using Base = TimePoint::Base;
  if (point.base == Base::day && point.months == 0 && point.seconds == 0)
    return iso_text(MomentKind::date, std::int64_t{point.day} * day_seconds);
  std::string_view base = "now";
  if (point.base == Base::today) base = "today";
  if (point.base == Base::week) base = "week";
  if (point.base == Base::month) base = "month";
  if (point.base == Base::year) base = "year";
  std::string out(base);
  if (point.months != 0) out += fmt::format("{:+}mo", point.months);
  if (point.seconds == 0) return point.months != 0 || base == "now" || base == "today" ? out : out + "+0d";
  if (point.seconds % day_seconds == 0) return out + fmt::format("{:+}d", point.seconds / day_seconds);
  if (point.seconds % 3600 == 0) return out + fmt::format("{:+}h", point.seconds / 3600);
  return out + fmt::format("{:+}s", point.seconds);
}

std::string term_text(const Phrase& phrase) {
  std::string out = phrase.field == Field::text ? "" : std::string(name_of(field_info(phrase.field))) + ':';
  out += '"';
  for (std::size_t i = 0; i < phrase.words.size(); ++i) out += (i ? " " : "") + phrase.words[i];
  return out + (phrase.prefix ? "\"*" : "\"");
}
std::string term_text(const Fact& fact) {
  return std::string(name_of(field_info(fact.field))) + ':' + (is_plain(fact.value) ? fact.value : quote(fact.value));
}
std::string term_text(const Range& range) {
  std::string out = std::string(name_of(field_info(range.field, range.type))) + ':';
  if (!range.from && !range.to) return out + "any";
  if (range.from) out += point_text(*range.from);
  out += "..";
  if (range.to) out += '<' + point_text(*range.to);
  return out;
}
std::string term_text(const Near& near) {
  return fmt::format("near:{},{}/{}km", near.centre.lat, near.centre.lon, near.km);
}
std::string term_text(const Flag& flag) { return std::string(name_of(field_info(flag.field))); }

enum Binding { loose, and_level, tight };
struct Piece {
  std::string text;
  Binding binding = tight;
};

std::string at_least(const Piece& piece, Binding binding) {
  return piece.binding >= binding ? piece.text : '(' + piece.text + ')';
}

}  // namespace

std::string to_text(const Filter& filter) {
  std::vector<Piece> stack;
  for (const FilterNode& node : filter.nodes) {
    std::visit(
        [&](const auto& term) {
          using T = std::decay_t<decltype(term)>;
          if constexpr (std::is_same_v<T, Not>) {
            stack.back() = {"not " + at_least(stack.back(), tight), tight};
          } else if constexpr (std::is_same_v<T, And> || std::is_same_v<T, Or>) {
            const Piece right = std::move(stack.back());
            stack.pop_back();
            if constexpr (std::is_same_v<T, And>)
              stack.back() = {at_least(stack.back(), and_level) + ' ' + at_least(right, tight), and_level};
            else
              stack.back() = {stack.back().text + " or " + at_least(right, and_level), loose};
          } else {
            stack.push_back({term_text(term), tight});
          }
        },
        node);
  }
  return stack.empty() ? std::string{} : stack.back().text;
}

}  // namespace almanac
