#pragma once
#include <almanac/query/filter.hpp>
#include <optional>
#include <span>
#include <string_view>

namespace almanac {

/// How a field's value is written.
enum class Form : std::uint8_t {
  words,   ///< words or a quoted phrase
  kind,    ///< a Kind
  mode,    ///< a Mode
  status,  ///< an EventStatus
  topic,   ///< compared by topic_key
  value,   ///< compared in lower case
  ahead,   ///< a time that lies ahead: durations count from now on
  back,    ///< a time that lies behind: durations count back from now
  near,    ///< place/radius
  flag,    ///< no value
};

/// One line of the table that drives the parser, the help text and the manual.
struct FieldInfo {
  Field field;
  Form form;
  std::optional<DeadlineType> type;  ///< for one type of deadline
  std::string_view names;            ///< separated by blanks, the canonical one first
  std::string_view values;           ///< an example or the choice of values
  std::string_view help;
};

std::span<const FieldInfo> filter_fields();

/// By any of its names, ASCII case ignored; nullptr when there is none.
const FieldInfo* find_field(std::string_view name);
/// The first row of a field (and type).
const FieldInfo& field_info(Field field, std::optional<DeadlineType> type = std::nullopt);
/// The canonical name.
std::string_view name_of(const FieldInfo& info);

}  // namespace almanac
