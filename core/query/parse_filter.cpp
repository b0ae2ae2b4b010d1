#include "parse_filter.hpp"

#include <fmt/format.h>

#include <almanac/base/ascii.hpp>
#include <almanac/base/nearest.hpp>
#include <string>

#include "fields.hpp"
#include "read_terms.hpp"

namespace almanac {
namespace {

using reading::Op;
using reading::Value;

constexpr int most_names_deep = 8;

enum class Pending : std::uint8_t { open, not_, and_, or_ };

/// Shunting yard over the text: operands go to the output, operators wait on a stack of their own.
class FilterParser {
 public:
  FilterParser(std::string_view text, const FilterBook& book, int depth) : text_(text), book_(book), depth_(depth) {}

  Result<Filter, FilterError> run() {
    if (text_.size() > limits::filter_bytes) return FilterError{1, "the filter is too long", "at most 4096 bytes", {}};
    while (!failed_) {
      while (at_ < text_.size() && is_space(text_[at_])) ++at_;
      if (at_ >= text_.size()) break;
      step();
      if (filter_.nodes.size() > limits::filter_nodes) fail(at_, "the filter has too many terms", "at most 512");
    }
    if (!failed_) finish();
    if (failed_) {
      error_.column = column_of(error_.column);
      return std::move(error_);
    }
    return std::move(filter_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '(') return open_group();
    if (c == ')') return close_group();
    if (c == '-' && at_ + 1 < text_.size() && !is_space(text_[at_ + 1]) && text_[at_ + 1] != ')') {
      prefix_not();
      ++at_;
      return;
    }
    if (c == '"') return phrase();
    const std::size_t end = end_of_word(at_);
    const std::string_view word = text_.substr(at_, end - at_);
    if (c == '!' || c == '|' || word == "&&") return foreign_operator(word);
    const std::size_t name = name_length(word);
    if (name > 0 && word.substr(name).starts_with("!="))
      return fail({at_ + name, "'!=' is not known", "'-' in front of what must not be",
                   '-' + std::string(word.substr(0, name)) + ':' + std::string(word.substr(name + 2))});
    if (name < word.size() && name > 0 && std::string_view(":<>=").find(word[name]) != std::string_view::npos)
      return field(name);
    bare_word(word);
  }

  /// Signs of other languages, which no text begins with.
  void foreign_operator(std::string_view word) {
    const char c = word.front();
    const std::string ours = c == '!' ? "-" : c == '|' ? "or" : "and";
    fail({at_, "'" + std::string(1, c) + "' is not known", "'" + ours + "'",
          c == '!' ? ours + std::string(word.substr(1)) : ours});
  }

  /// "@name": the nodes of the filter that is called so.
  void named(std::string_view word) {
    const std::string name(word.substr(1));
    const auto found = book_.named.find(name);
    if (found == book_.named.end()) {
      std::vector<std::string_view> names;
      for (const auto& [known, text] : book_.named) names.push_back(known);
      const std::string_view near = nearest_word(name, names);
      return fail({at_, "no filter is called '" + name + "'", "a name under [filter] in the configuration",
                   near.empty() ? std::string{} : '@' + std::string(near)});
    }
    if (depth_ >= most_names_deep) return fail(at_, "named filters are too deep in each other", "at most 8 levels");
    auto inner = FilterParser(found->second, book_, depth_ + 1).run();
    if (!inner) return fail(at_, "in the filter '" + name + "', " + inner.error().text(), {});
    // An empty filter matches everything: it adds nothing.
    if (inner->nodes.empty()) return fail(at_, "the filter '" + name + "' is empty", "a filter that says something");
    operand(std::move(inner->nodes));
    at_ += word.size();
  }

  void bare_word(std::string_view word) {
    if (word.size() > 1 && word.front() == '@') return named(word);
    const std::string lower = to_lower(word);
    if (lower == "and" || lower == "or") return infix(lower == "and" ? Pending::and_ : Pending::or_, word);
    if (lower == "not") {
      prefix_not();
    } else if (const FieldInfo* info = find_field(lower); info && info->form == Form::flag) {
      operand({Flag{info->field}});
    } else if (info && info->field == Field::changed) {
      operand({Range{Field::changed, {}, {}, {}}});
    } else {
      Value value{at_, word, false, word.size() > 1 && word.back() == '*'};
      if (value.star) value.text.remove_suffix(1);
      words(value);
    }
    at_ += word.size();
  }

  void words(const Value& value) {
    auto node = reading::read_words(Field::text, value);
    if (!node) return fail(std::move(node.error()));
    operand({*std::move(node)});
  }

  void phrase() {
    Value value;
    if (!quoted(value)) return;
    words(value);
  }

  /// At a quote: the text up to the next one, and a '*' behind it.
  bool quoted(Value& value) {
    const std::size_t close = text_.find('"', at_ + 1);
    if (close == std::string_view::npos) {
      fail(at_, "a quote is not closed", "another \" after the phrase");
      return false;
    }
    value = {at_, text_.substr(at_ + 1, close - at_ - 1), true, false};
    at_ = close + 1;
    if (at_ < text_.size() && text_[at_] == '*') {
      value.star = true;
      ++at_;
    }
    return true;
  }

  void field(std::size_t name_size) {
    const std::size_t start = at_;
    const std::string_view name = text_.substr(at_, name_size);
    const FieldInfo* info = find_field(name);
    if (!info) return unknown_field(name);
    at_ += name_size;
    const Op op = read_op();
    std::vector<Value> values;
    do {
      if (!values.empty()) ++at_;  // the comma
      if (!value(*info, values)) return;
    } while (at_ < text_.size() && text_[at_] == ',' && info->form != Form::near);
    if (values.size() > 1 && groups_ >= limits::filter_depth)
      return fail(start, "nested too deeply", "at most 64 levels");
    auto nodes = reading::read_field(*info, start, op, values, book_);
    if (!nodes) return fail(std::move(nodes.error()));
    operand(*std::move(nodes));
  }

  bool value(const FieldInfo& info, std::vector<Value>& values) {
    if (at_ < text_.size() && text_[at_] == '"') {
      values.emplace_back();
      if (!quoted(values.back())) return false;
    } else {
      std::size_t end = end_of_word(at_);
      if (info.form != Form::near) end = std::min(end, text_.find(',', at_));
      Value value{at_, text_.substr(at_, end - at_), false, false};
      at_ = end;
      if (info.form == Form::words && value.text.size() > 1 && value.text.back() == '*') {
        value.star = true;
        value.text.remove_suffix(1);
      }
      values.push_back(value);
    }
    if (values.back().text.empty()) {
      fail(values.back().at, fmt::format("'{}' has no value", name_of(info)),
           fmt::format("a value, such as {}:{}", name_of(info), info.values));
      return false;
    }
    return true;
  }

  Op read_op() {
    if (text_[at_] == ':') ++at_;  // "deadline:<14d" is what "deadline<14d" is
    Op op = Op::is;
    if (at_ < text_.size() && (text_[at_] == '<' || text_[at_] == '>')) {
      op = text_[at_] == '<' ? Op::less : Op::greater;
      ++at_;
      if (at_ < text_.size() && text_[at_] == '=') {
        op = op == Op::less ? Op::less_equal : Op::greater_equal;
        ++at_;
      }
    } else if (at_ < text_.size() && text_[at_] == '=') {
      ++at_;
    }
    return op;
  }

  void unknown_field(std::string_view name) {
    std::vector<std::string_view> names;
    std::string choice;
    for (const FieldInfo& info : filter_fields()) {
      std::string_view rest = info.names;
      while (!rest.empty()) {
        const auto cut = rest.find(' ');
        names.push_back(rest.substr(0, cut));
        rest = cut == std::string_view::npos ? std::string_view{} : rest.substr(cut + 1);
      }
      if (info.form != Form::flag) choice += (choice.empty() ? "" : ", ") + std::string(name_of(info));
    }
    fail({at_, "unknown field '" + std::string(name) + "'",
          "one of " + choice + "; or quotes around it to search for the words",
          std::string(nearest_word(to_lower(name), names))});
  }

  // ---- the yard ----

  /// Between two operands without an operator: and.
  void before_operand() {
    if (have_operand_) infix_now(Pending::and_);
    have_operand_ = false;
  }

  void operand(std::vector<FilterNode> nodes) {
    before_operand();
    for (FilterNode& node : nodes) filter_.nodes.push_back(std::move(node));
    have_operand_ = true;
    while (!stack_.empty() && stack_.back().first == Pending::not_) pop();
  }

  void prefix_not() {
    before_operand();
    stack_.emplace_back(Pending::not_, at_);
    if (stack_.size() > limits::filter_nodes) fail(at_, "the filter has too many terms", "at most 512");
  }

  void infix(Pending op, std::string_view word) {
    if (!have_operand_) return fail(at_, "nothing before '" + std::string(word) + "'", "a word or field");
    infix_now(op);
    have_operand_ = false;
    at_ += word.size();
  }

  void infix_now(Pending op) {
    while (!stack_.empty() && stack_.back().first != Pending::open && stack_.back().first <= op) pop();
    stack_.emplace_back(op, at_);
  }

  void open_group() {
    before_operand();
    if (++groups_ > limits::filter_depth) return fail(at_, "nested too deeply", "at most 64 levels");
    stack_.emplace_back(Pending::open, at_);
    ++at_;
  }

  void close_group() {
    if (groups_ == 0) return fail(at_, "')' without '('", "a word or field");
    if (!have_operand_) return fail(at_, "nothing before ')'", "a word or field");
    while (stack_.back().first != Pending::open) pop();
    stack_.pop_back();
    --groups_;
    ++at_;
    while (!stack_.empty() && stack_.back().first == Pending::not_) pop();
  }

  void pop() {
    switch (stack_.back().first) {
      case Pending::not_:
        filter_.nodes.emplace_back(Not{});
        break;
      case Pending::and_:
        filter_.nodes.emplace_back(And{});
        break;
      case Pending::or_:
        filter_.nodes.emplace_back(Or{});
        break;
      case Pending::open:
        break;
    }
    stack_.pop_back();
  }

  void finish() {
    if (groups_ > 0) {
      while (stack_.back().first != Pending::open) stack_.pop_back();
      return fail(stack_.back().second, "'(' is not closed", "a ')'");
    }
    if (!have_operand_ && !stack_.empty()) return fail(text_.size(), "the filter ends too early", "a word or field");
    while (!stack_.empty()) pop();
    if (filter_.nodes.size() > limits::filter_nodes) fail(0, "the filter has too many terms", "at most 512");
  }

  // ---- text ----

  std::size_t end_of_word(std::size_t from) const {
    const auto end = text_.find_first_of(" \t\n\r()\"", from);
    return end == std::string_view::npos ? text_.size() : end;
  }

  static std::size_t name_length(std::string_view word) {
    std::size_t n = 0;
    while (n < word.size() && (is_letter(word[n]) || (n > 0 && (word[n] == '_' || word[n] == '-')))) ++n;
    return n;
  }

  std::size_t column_of(std::size_t byte) const {
    std::size_t column = 1;
    for (std::size_t i = 0; i < byte && i < text_.size(); ++i)
      if ((static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80) ++column;
    return column;
  }

  void fail(std::size_t at, std::string what, std::string expected) {
    fail({at, std::move(what), std::move(expected), {}});
  }
  void fail(FilterError error) {
    if (!failed_) error_ = std::move(error);
    failed_ = true;
  }

  std::string_view text_;
  const FilterBook& book_;
  int depth_;  ///< of named filters around this text
  std::size_t at_ = 0;
  Filter filter_;
  std::vector<std::pair<Pending, std::size_t>> stack_;
  std::size_t groups_ = 0;
  bool have_operand_ = false;
  bool failed_ = false;
  FilterError error_;
};

}  // namespace

Result<Filter, FilterError> parse_filter(std::string_view text, const FilterBook& book) {
  return FilterParser(text, book, 0).run();
}

std::string FilterError::text() const {
  std::string out = "column " + std::to_string(column) + ": " + what;
  if (!nearest.empty()) out += ", " + did_you_mean(nearest);
  if (nearest.empty() && !expected.empty()) out += "; expected " + expected;
  return out;
}

Problem FilterError::problem() const {
  Problem problem{make_error_code(boost::system::errc::invalid_argument),
                  "filter, column " + std::to_string(column) + ": " + what,
                  {}};
  if (!nearest.empty())
    problem.hint = did_you_mean(nearest);
  else if (!expected.empty())
    problem.hint = "expected " + expected;
  return problem;
}

}  // namespace almanac
