#include "read_terms.hpp"

#include <fmt/format.h>

#include <almanac/base/ascii.hpp>
#include <almanac/base/nearest.hpp>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "words.hpp"

namespace almanac::reading {
namespace {

using NodeResult = Result<FilterNode, FilterError>;

template <class Enum, class FromWord>
NodeResult read_enum(const FieldInfo& info, const Value& value, FromWord from_word,
                     const std::vector<std::string_view>& words) {
  std::string word = to_lower(value.text);
  for (char& c : word)
    if (c == '-' || c == ' ') c = '_';
  if (const std::optional<Enum> found = from_word(std::string_view(word)))
    return FilterNode{Fact{info.field, std::string(to_text(*found)), static_cast<int>(*found)}};
  std::string choice;
  for (const std::string_view w : words) choice += (choice.empty() ? "" : ", ") + std::string(w);
  return FilterError{value.at, "unknown " + std::string(name_of(info)) + " '" + std::string(value.text) + "'", choice,
                     std::string(nearest_word(word, words))};
}

NodeResult read_kind(const FieldInfo& info, const Value& value) {
  static const std::vector<std::string_view> words{"conference", "hackathon", "competition", "meetup",
                                                   "talk",       "post",      "other"};
  return read_enum<Kind>(
      info, value, [](std::string_view w) { return kind_from(w); }, words);
}

NodeResult read_mode(const FieldInfo& info, const Value& value) {
  static const std::vector<std::string_view> words{"in_person", "online", "hybrid"};
  return read_enum<Mode>(
      info, value, [](std::string_view w) { return mode_from(w == "offline" || w == "onsite" ? "in_person" : w); },
      words);
}

NodeResult read_status(const FieldInfo& info, const Value& value) {
  static const std::vector<std::string_view> words{"confirmed", "tentative", "cancelled",
                                                   "postponed", "withdrawn", "moved_online"};
  return read_enum<EventStatus>(
      info, value, [](std::string_view w) { return status_from(w); }, words);
}

bool read_number(std::string_view text, double& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size() && std::isfinite(out);
}

std::optional<Geo> read_coordinates(std::string_view text) {
  const auto comma = text.find(',');
  Geo geo;
  if (comma == std::string_view::npos || !read_number(text.substr(0, comma), geo.lat) ||
      !read_number(text.substr(comma + 1), geo.lon))
    return std::nullopt;
  if (std::abs(geo.lat) > 90 || std::abs(geo.lon) > 180) return std::nullopt;
  return geo;
}

NodeResult read_near(const Value& value, const FilterBook& book) {
  constexpr double default_km = 50, mile_km = 1.609344, most_km = 20'050;
  Near near;
  near.km = default_km;
  std::string_view place = value.text;
  if (const auto slash = place.rfind('/'); slash != std::string_view::npos) {
    std::string radius = to_lower(place.substr(slash + 1));
    double unit = 1;
    if (radius.size() > 2 && radius.ends_with("km")) radius.resize(radius.size() - 2);
    if (radius.size() > 2 && radius.ends_with("mi")) {
      radius.resize(radius.size() - 2);
      unit = mile_km;
    }
    if (!read_number(radius, near.km) || near.km <= 0 || near.km * unit > most_km)
      return FilterError{value.at + slash + 1,
                         "no distance '" + std::string(place.substr(slash + 1)) + "'",
                         "a number and km or mi, as in near:berlin/200km",
                         {}};
    near.km *= unit;
    place = place.substr(0, slash);
  }
  if (const auto geo = read_coordinates(place)) {
    near.centre = *geo;
    return FilterNode{near};
  }
  near.name = std::string(place);
  const std::optional<Geo> found = book.places && !place.empty() ? book.places(place) : std::nullopt;
  if (!found)
    return FilterError{value.at, "no place known as '" + std::string(place) + "'",
                       "a city (with its country where there are several: near:cambridge,us), or coordinates as in "
                       "near:52.5,13.4/200km",
                       book.nearest_place ? book.nearest_place(place) : std::string()};
  near.centre = *found;
  return FilterNode{near};
}

/// A value that must have a name.
NodeResult read_name(const FieldInfo& info, const Value& value, const NameBook& names, std::string expected) {
  const std::string key = names.key(value.text);
  if (!key.empty()) return FilterNode{Fact{info.field, to_lower(key), 0}};
  return FilterError{value.at, fmt::format("unknown {} '{}'", name_of(info), value.text), std::move(expected),
                     names.nearest ? names.nearest(value.text) : std::string{}};
}

NodeResult read_value(const FieldInfo& info, Op op, const Value& value, const FilterBook& book) {
  switch (info.form) {
    case Form::words:
      return read_words(info.field, value);
    case Form::kind:
      return read_kind(info, value);
    case Form::mode:
      return read_mode(info, value);
    case Form::status:
      return read_status(info, value);
    case Form::near:
      return read_near(value, book);
    case Form::topic: {
      std::string key = book.topics.key ? topic_key(book.topics.key(value.text)) : std::string{};
      if (key.empty()) key = topic_key(value.text);
      if (key.empty())
        return FilterError{
            value.at, "nothing to compare in '" + std::string(value.text) + "'", "letters or digits", {}};
      return FilterNode{Fact{info.field, std::move(key), 0}};
    }
    case Form::value:
      if (info.field == Field::country && book.countries.key)
        return read_name(info, value, book.countries, "two letters, such as de, or an English name");
      if (info.field == Field::lang && book.languages.key)
        return read_name(info, value, book.languages, "a code such as en, or an English name");
      return FilterNode{Fact{info.field, to_lower(value.text), 0}};
    case Form::ahead:
    case Form::back: {
      auto range = read_range(info, op, value);
      if (!range) return range.error();
      return FilterNode{*std::move(range)};
    }
    case Form::flag:
      break;
  }
  return FilterError{value.at, fmt::format("'{}' takes no value", name_of(info)), "the word alone", {}};
}

}  // namespace

Result<FilterNode, FilterError> read_words(Field field, const Value& value) {
  Phrase phrase{field, fold_words(value.text), value.star};
  if (phrase.words.empty())
    return FilterError{value.at, "nothing to search for in '" + std::string(value.text) + "'", "letters or digits", {}};
  return FilterNode{std::move(phrase)};
}

Result<std::vector<FilterNode>, FilterError> read_field(const FieldInfo& info, std::size_t at, Op op,
                                                        const std::vector<Value>& values, const FilterBook& book) {
  const bool is_time = info.form == Form::ahead || info.form == Form::back;
  if (op != Op::is && !is_time)
    return FilterError{at,
                       fmt::format("'{}' cannot be compared with < or >", name_of(info)),
                       fmt::format("{}:{}", name_of(info), info.values),
                       {}};
  std::vector<FilterNode> nodes;
  for (const Value& value : values) {
    auto node = read_value(info, op, value, book);
    if (!node) return node.error();
    nodes.push_back(*std::move(node));
    if (nodes.size() > 1) nodes.emplace_back(Or{});
  }
  return nodes;
}

}  // namespace almanac::reading
