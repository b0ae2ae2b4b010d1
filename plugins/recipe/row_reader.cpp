#include "row_reader.hpp"

#include <algorithm>

#include "entry_builder.hpp"
#include "limits.hpp"

namespace almanac::recipe {

void RowReader::tell_document() {
  sdk::Document document;
  document.format = sdk::borrow("recipe");
  document.title = sdk::plain(recipe_.title.empty() ? recipe_.name : recipe_.title);
  document.url = sdk::borrow(recipe_.home);
  document.language = sdk::borrow(recipe_.language);
  document.rights = sdk::plain(recipe_.rights);
  sink_.document(document);
}

bool RowReader::is_wanted(const Node& row, Nodes& arena) const {
  for (const ValueRule& rule : recipe_.where)
    if (text(rule, row, arena).empty()) return false;
  return true;
}

bool RowReader::finds_list(const boost::json::value& document) const {
  const Node root{&document, nullptr, {}};
  return std::any_of(recipe_.rows.begin(), recipe_.rows.end(), [&](const Path& rows) {
    Nodes way;
    std::vector<const Node*> lists;
    rows.to_first_list().find(root, way, lists, most_walked);
    return !lists.empty();
  });
}

std::size_t RowReader::read(const boost::json::value& document) {
  tell_document();
  const Node root{&document, nullptr, {}};
  Nodes way;
  std::vector<const Node*> rows;
  for (const Path& path : recipe_.rows)
    if (!path.find(root, way, rows, most_walked)) sink_.warn("too-many-rows", "the document holds too many values");
  EntryBuilder builder(recipe_, base_, sink_);
  std::size_t index = 0;
  for (const Node* row : rows) {
    if (index >= most_rows) {
      sink_.warn("too-many-entries", "the document has more than 20000 rows; the rest is ignored");
      break;
    }
    Nodes arena;
    if (is_wanted(*row, arena) && !builder.emit(*row, arena)) sink_.skip(index, "the row has no title");
    ++index;
  }
  return rows.size();
}

}  // namespace almanac::recipe
