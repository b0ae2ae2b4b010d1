#pragma once
#include <almanac_sdk.hpp>
#include <string>

#include "recipe.hpp"

namespace almanac::recipe {

/// Reads the rows of one document and hands their entries to the sink. A row without a title is skipped and told.
class RowReader {
 public:
  RowReader(const Recipe& recipe, std::string base_url, const sdk::Sink& sink)
      : recipe_(recipe), base_(std::move(base_url)), sink_(sink) {}

  /// Returns how many rows the document has.
  std::size_t read(const boost::json::value& document);
  /// Whether the document has a list where rows are looked for, be it empty.
  bool finds_list(const boost::json::value& document) const;

 private:
  void tell_document();
  bool is_wanted(const Node& row, Nodes& arena) const;

  const Recipe& recipe_;
  std::string base_;
  const sdk::Sink& sink_;
};

}  // namespace almanac::recipe
