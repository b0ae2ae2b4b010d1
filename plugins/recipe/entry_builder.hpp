#pragma once
#include <almanac_sdk.hpp>
#include <deque>
#include <string>

#include "recipe.hpp"

namespace almanac::recipe {

/// Makes the entry of one row.
class EntryBuilder {
 public:
  EntryBuilder(const Recipe& recipe, const std::string& base_url, const sdk::Sink& sink)
      : recipe_(recipe), base_(base_url), sink_(sink) {}

  /// Hands the row's entry to the sink; false when it has no title.
  bool emit(const Node& row, Nodes& arena);

 private:
  std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
  std::string_view value(const ValueRule& rule, const Node& row, Nodes& arena) { return keep(text(rule, row, arena)); }
  std::string_view address(const ValueRule& rule, const Node& row, Nodes& arena);
  std::string_view place(const ValueRule& rule, const Node& row, Nodes& arena);
  almanac_text body(const ValueRule& rule, const Node& row, Nodes& arena);
  void list(const ValueRule& rule, const Node& row, Nodes& arena, std::vector<almanac_str>& out);
  almanac_time time(const TimeRule& rule, const Node& row, Nodes& arena, bool is_last_day);
  bool read_number(const TimeRule& rule, const std::string& text, almanac_time& out) const;
  bool read_words(const TimeRule& rule, const std::string& text, const Node& row, Nodes& arena,
                  almanac_time& out) const;
  void set_zone(const TimeRule& rule, const Node& row, Nodes& arena, almanac_time& out);
  void places(const Node& row, Nodes& arena);
  void times(const Node& row, Nodes& arena);
  void hints(const Node& row, Nodes& arena);
  void deadlines(const DeadlineRule& rule, const Node& row, Nodes& arena);
  void deadline(const DeadlineRule& rule, const Node& at, Nodes& arena);

  const Recipe& recipe_;
  const std::string& base_;
  const sdk::Sink& sink_;
  sdk::Entry entry_;
  std::deque<std::string> kept_;
};

}  // namespace almanac::recipe
