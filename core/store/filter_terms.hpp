#pragma once
#include <string>
#include <vector>

#include "filter_sql.hpp"

namespace almanac::store_detail {

/// One term of a filter as SQL.
struct SqlTerm {
  std::string exact;   ///< the condition
  std::string cheap;   ///< holds wherever `exact` does and looks only at the row's own numbers; empty: none is known
  std::string gather;  ///< a SELECT of the numbers of just the events that match; empty: they may be too many
  bool needs_event = false;  ///< `exact` looks at e
};

/// The row's alias and what names the event's number in it.
struct RowNames {
  std::string alias, id;
};
RowNames names_of(RowShape shape);

/// `node` is no phrase and no operator.
SqlTerm compile_term(const FilterNode& node, const Span& span, RowShape shape, Params& params);

/// What a phrase's place says about the row's sketch; empty for phrases elsewhere.
std::string cheap_condition(const Phrase& phrase, RowShape shape);

}  // namespace almanac::store_detail
