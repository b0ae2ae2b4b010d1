#pragma once
#include <optional>
#include <string>
#include <vector>

#include "filter_sql.hpp"

namespace almanac::store_detail {

/// One term of a filter as SQL.
struct SqlTerm {
  std::string exact;   ///< the condition
  std::string cheap;   ///< holds wherever `exact` does and looks only at the row's own numbers; empty: none is known
  std::string gather;  ///< a SELECT of the numbers of the events that match; empty: none is known
  bool needs_event = false;    ///< `exact` looks at e
  bool gathers_more = false;   ///< `gather` names others besides
  bool looks_far = false;      ///< nearly every row takes `exact` to a table elsewhere
  std::string facet;           ///< holds for the facets (f.facts) of all that match; empty: none is known
  bool facet_decides = false;  ///< and for no others
  Span window;                 ///< what `exact` holds for takes place in it; open where nothing is known
};

/// The row's alias and what names the event's number in it.
struct RowNames {
  std::string alias, id;
};
RowNames names_of(RowShape shape);

/// `node` is no phrase and no operator; `listed` is the condition of ListedRows.
SqlTerm compile_term(const FilterNode& node, const Span& span, RowShape shape, const std::string& listed,
                     Params& params);

/// What a phrase's place says about the row's sketch; empty for phrases elsewhere.
std::string cheap_condition(const Phrase& phrase, RowShape shape);

}  // namespace almanac::store_detail
