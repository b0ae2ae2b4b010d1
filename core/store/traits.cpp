#include "traits.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/query/words.hpp>
#include <cmath>

namespace almanac::store_detail {
namespace {

constexpr int sketch_bits = 62, cell_rows = 32, cell_columns = 64;
constexpr double cell_degrees = 180.0 / cell_rows;
/// More cells than this are no help.
constexpr std::size_t most_cells = 64;

/// FNV-1a, which never changes: the numbers are stored.
std::uint64_t hash_of(std::string_view text, std::uint64_t hash = 14695981039346656037ull) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash ^ hash >> 32;
}

/// Never 0, which stands for nothing.
std::int64_t shared_number(std::string_view text, const TraitField& field) {
  return 1 + static_cast<std::int64_t>(hash_of(text) % static_cast<std::uint64_t>(field.mask));
}

std::int64_t bit_of(std::uint64_t hash) { return std::int64_t{1} << hash % sketch_bits; }

std::int64_t put(const TraitField& field, std::int64_t value) { return (value & field.mask) << field.shift; }

std::int64_t row_of(double lat) {
  return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor((lat + 90) / cell_degrees)), 0, cell_rows - 1);
}
std::int64_t column_of(double lon) {
  return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor((lon + 180) / cell_degrees)), 0,
                                  cell_columns - 1);
}
/// 0 stands for no place.
std::int64_t cell_number(std::int64_t row, std::int64_t column) { return 1 + row * cell_columns + column; }

}  // namespace

CodeTrait code_trait(std::string_view code) {
  constexpr std::int64_t first_shared = 1 + 26 * 26, shared = 1024 - first_shared;
  const std::string lower = to_lower(code);
  if (lower.empty()) return {0, true};
  if (lower.size() == 2 && is_letter(lower[0]) && is_letter(lower[1]))
    return {1 + (lower[0] - 'a') * 26 + (lower[1] - 'a'), true};
  return {first_shared + static_cast<std::int64_t>(hash_of(lower) % shared), false};
}

std::int64_t price_number(std::string_view cost) {
  const std::string lower = to_lower(cost);
  return lower.empty() || lower == "free" ? 0 : shared_number(lower, price_trait);
}

std::int64_t dialect_number(std::string_view language) {
  const std::size_t dash = language.find('-');
  if (dash == language.npos) return 0;
  const std::string_view rest = language.substr(dash + 1);
  const std::string lower = to_lower(rest.substr(0, rest.find('-')));
  return lower.empty() ? 0 : shared_number(lower, dialect_trait);
}

std::int64_t deadline_number(std::int64_t seconds) {
  constexpr std::int64_t year_2015 = 1'420'070'400, thirty_days = 2'592'000;
  return std::clamp<std::int64_t>((std::max(seconds, year_2015) - year_2015) / thirty_days + 1, 1, deadline_trait.mask);
}

std::int64_t sketch_of_place(const std::vector<std::string>& stems) {
  std::int64_t sketch = 0;
  for (const std::string& stem : stems) sketch |= bit_of(hash_of(stem));
  return sketch;
}

std::int64_t sketch_of_topic(std::string_view key) { return bit_of(hash_of(key, hash_of("topic"))); }

Traits traits_of(const Event& event) {
  Traits traits;
  std::int64_t last = 0;
  const std::string cost = to_lower(event.cost);
  traits.facts =
      put(kind_trait, static_cast<int>(event.kind)) | put(mode_trait, static_cast<int>(event.mode)) |
      put(status_trait, static_cast<int>(event.status)) |
      put(cost_trait, cost.empty()     ? 0
                      : cost == "free" ? cost_free
                                       : cost_other) |
      put(language_trait, code_trait(std::string_view(event.language).substr(0, event.language.find('-'))).number) |
      put(country_trait, code_trait(event.country).number) | put(price_trait, price_number(event.cost)) |
      put(dialect_trait, dialect_number(event.language));
  for (const Deadline& deadline : event.deadlines)
    if (deadline.at.kind != MomentKind::unread) last = std::max(last, deadline_number(deadline.at.seconds));
  traits.facts |= put(deadline_trait, last);
  if (event.geo) traits.facts |= put(cell_trait, cell_number(row_of(event.geo->lat), column_of(event.geo->lon)));
  traits.sketch = sketch_of_place(stem_words(place_text(event)));
  for (const std::string& topic : event.topics)
    if (const std::string key = topic_key(topic); !key.empty()) traits.sketch |= sketch_of_topic(key);
  return traits;
}

Box box_around(const Near& near) {
  constexpr double degree_km = 111.195, radian = 3.14159265358979323846 / 180, margin = 0.01;
  const double height = near.km / degree_km + margin;
  Box box{near.centre.lat - height, near.centre.lat + height};
  const double sine = std::sin(near.km / degree_km * radian) / std::cos(near.centre.lat * radian);
  if (box.south <= -90 || box.north >= 90 || height >= 90 || sine >= 1) return box;
  const double width = std::asin(sine) / radian + margin;
  if (near.centre.lon - width <= -180 || near.centre.lon + width >= 180) return box;
  box.west = near.centre.lon - width;
  box.east = near.centre.lon + width;
  return box;
}

std::vector<std::int64_t> cells_around(const Near& near) {
  const Box box = box_around(near);
  std::vector<std::int64_t> cells;
  for (std::int64_t row = row_of(box.south); row <= row_of(box.north); ++row)
    for (std::int64_t column = column_of(box.west); column <= column_of(box.east); ++column)
      cells.push_back(cell_number(row, column));
  if (cells.size() > most_cells) cells.clear();
  return cells;
}

}  // namespace almanac::store_detail
