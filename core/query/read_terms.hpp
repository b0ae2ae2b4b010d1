#pragma once
#include <string_view>
#include <vector>

#include "fields.hpp"
#include "parse_filter.hpp"

namespace almanac::reading {

// Inner pieces of parse_filter. Columns of their errors are byte offsets; parse_filter turns them into characters.

/// One value as it stands in the text.
struct Value {
  std::size_t at = 0;
  std::string_view text;
  bool quoted = false;
  bool star = false;  ///< followed by '*'
};

enum class Op { is, less, less_equal, greater, greater_equal };

/// A field with its values: nodes in postfix order, several values joined by Or.
Result<std::vector<FilterNode>, FilterError> read_field(const FieldInfo& info, std::size_t at, Op op,
                                                        const std::vector<Value>& values, const FilterBook& book);

/// A word or phrase without a field.
Result<FilterNode, FilterError> read_words(Field field, const Value& value);

/// A time, duration or range ("2027-01..2027-03", "30d") for one of the time fields.
Result<Range, FilterError> read_range(const FieldInfo& info, Op op, const Value& value);

}  // namespace almanac::reading
