#include "filter_sql.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "filter_terms.hpp"

namespace almanac::store_detail {
namespace {

/// Up to so many events, starting from them beats walking the dates in order (measured at a million events).
constexpr std::size_t few = 4'000;
/// Up to so many are gathered; beyond, walking the dates soon comes upon one.
constexpr std::size_t many = 25'000;
/// Among up to so many, words are found faster in the events' texts than in the index.
constexpr std::size_t very_few = 500;

using Set = std::vector<std::int64_t>;

std::string match_text(const Phrase& phrase) {
  std::string out;
  if (phrase.field == Field::title) out += "title : ";
  if (phrase.field == Field::place) out += "place : ";
  out += '"';
  for (std::size_t i = 0; i < phrase.words.size(); ++i) out += (i ? " " : "") + phrase.words[i];
  return out + (phrase.prefix ? "\" *" : "\"");
}

void add_part(std::string& all, const std::string& part, const char* glue) {
  if (!all.empty()) all += glue;
  all += '(' + part + ')';
}

/// A part of the filter: terms that all must hold, and phrases that all must be found.
struct Piece {
  std::vector<SqlTerm> terms;
  std::vector<Phrase> phrases;
};

class Compiler {
 public:
  Compiler(Store::Impl& impl, const BoundFilter& filter, RowShape shape, Params& params)
      : impl_(impl), filter_(filter), shape_(shape), params_(params), id_(names_of(shape).id) {
    impl_.db->filter_data() = {};
  }

  SqlFilter run() {
    for (std::size_t i = 0; i < filter_.nodes.size(); ++i) {
      const FilterNode& node = filter_.nodes[i];
      if (std::holds_alternative<Not>(node)) {
        const SqlTerm inner = one_term(stack_.back());
        stack_.back() = {{{"NOT (" + inner.exact + ")", {}, {}, inner.needs_event}}, {}};
      } else if (std::holds_alternative<And>(node)) {
        Piece right = pop();
        std::move(right.terms.begin(), right.terms.end(), std::back_inserter(stack_.back().terms));
        std::move(right.phrases.begin(), right.phrases.end(), std::back_inserter(stack_.back().phrases));
      } else if (std::holds_alternative<Or>(node)) {
        const SqlTerm right = one_term(pop()), left = one_term(stack_.back());
        stack_.back() = {{either(left, right)}, {}};
      } else if (const auto* phrase = std::get_if<Phrase>(&node)) {
        stack_.push_back({{}, {*phrase}});
      } else {
        stack_.push_back({{compile_term(node, filter_.spans[i], shape_, params_)}, {}});
      }
    }
    return finish(stack_.empty() ? Piece{} : pop());
  }

 private:
  Piece pop() {
    Piece piece = std::move(stack_.back());
    stack_.pop_back();
    return piece;
  }

  static SqlTerm either(const SqlTerm& left, const SqlTerm& right) {
    SqlTerm out;
    add_part(out.exact, left.exact, "");
    add_part(out.exact, right.exact, " OR ");
    if (!left.cheap.empty() && !right.cheap.empty()) {
      add_part(out.cheap, left.cheap, "");
      add_part(out.cheap, right.cheap, " OR ");
    }
    out.needs_event = left.needs_event || right.needs_event;
    return out;
  }

  /// All of a piece as one term; its words are gathered or, where common, looked for in the event's texts.
  SqlTerm one_term(const Piece& piece) {
    SqlTerm out;
    for (const SqlTerm& term : piece.terms) add(out, term);
    if (!piece.phrases.empty()) {
      Set set;
      SqlTerm words =
          gather_words(piece.phrases, set) ? SqlTerm{condition(std::move(set)), {}, {}} : in_texts(piece.phrases);
      words.cheap = cheap_words(piece.phrases);
      add(out, words);
    }
    return out;
  }
  static void add(SqlTerm& to, const SqlTerm& term) {
    add_part(to.exact, term.exact, " AND ");
    if (!term.cheap.empty()) add_part(to.cheap, term.cheap, " AND ");
    to.needs_event = to.needs_event || term.needs_event;
  }

  std::string cheap_words(const std::vector<Phrase>& phrases) const {
    std::string out;
    for (const Phrase& phrase : phrases)
      if (const std::string cheap = cheap_condition(phrase, shape_); !cheap.empty()) add_part(out, cheap, " AND ");
    return out;
  }

  SqlFilter finish(const Piece& whole) {
    SqlFilter out;
    SqlTerm all;
    gather_terms(whole);
    for (std::size_t i = 0; i < whole.terms.size(); ++i) {
      if (!gathered_[i]) add(all, whole.terms[i]);
    }
    if (!whole.phrases.empty()) {
      SqlTerm words;
      if (!(have_set_ && set_.size() <= very_few) && gather_words(whole.phrases, words_set_))
        narrow(std::move(words_set_));
      else
        words = in_texts(whole.phrases);
      words.cheap = cheap_words(whole.phrases);
      if (!words.exact.empty()) add(all, words);
    }
    if (have_set_ && set_.size() <= few)
      out.driver = "SELECT value AS id FROM json_each(" + params_.add(json(set_)) + ")";
    std::string where = all.cheap;
    if (have_set_ && out.driver.empty()) add_part(where, condition(std::move(set_)), " AND ");
    if (!all.exact.empty() && all.exact != all.cheap) add_part(where, all.exact, " AND ");
    out.where = where.empty() ? "1" : where;
    out.needs_event = all.needs_event;
    out.has_words = has_words_;
    return out;
  }

  /// The events that all selective terms name; stops when they are few.
  void gather_terms(const Piece& whole) {
    gathered_.resize(whole.terms.size());
    for (std::size_t i = 0; i < whole.terms.size() && !(have_set_ && set_.size() <= few); ++i) {
      Set set;
      if (whole.terms[i].gather.empty() || !gather(whole.terms[i].gather, params_, set)) continue;
      gathered_[i] = true;
      narrow(std::move(set));
    }
  }

  void narrow(Set set) {
    if (have_set_) {
      Set both;
      std::set_intersection(set_.begin(), set_.end(), set.begin(), set.end(), std::back_inserter(both));
      set = std::move(both);
    }
    set_ = std::move(set);
    have_set_ = true;
  }

  /// False when there are more than `many`.
  bool gather(const std::string& sql, const Params& params, Set& set) {
    SQLite::Statement statement = impl_.db->prepare(sql + " LIMIT " + std::to_string(many + 1));
    params.bind(statement);
    while (statement.executeStep()) set.push_back(statement.getColumn(0).getInt64());
    if (set.size() > many) return false;
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    return true;
  }

  bool gather_words(const std::vector<Phrase>& phrases, Set& set) {
    has_words_ = true;
    std::string match;
    for (const Phrase& phrase : phrases) add_part(match, match_text(phrase), " AND ");
    Params params;
    return gather("SELECT rowid FROM event_fts WHERE event_fts MATCH " + params.add(match), params, set);
  }

  /// The same words as the text index finds, in the texts themselves.
  SqlTerm in_texts(const std::vector<Phrase>& phrases) {
    has_words_ = true;
    BoundFilter filter;
    for (const Phrase& phrase : phrases) {
      filter.nodes.emplace_back(phrase);
      if (filter.nodes.size() > 1) filter.nodes.emplace_back(And{});
    }
    filter.spans.resize(filter.nodes.size());
    auto& words = impl_.db->filter_data().words;
    words.push_back(std::move(filter));
    return {
        fmt::format("almanac_words({}, e.title, e.summary, e.location, e.venue, e.city, e.region, e.country, e.topics)",
                    words.size() - 1),
        {},
        {},
        true};
  }

  std::string condition(Set set) {
    auto& sets = impl_.db->filter_data().sets;
    sets.push_back(std::move(set));
    return fmt::format("almanac_found({}, {})", sets.size() - 1, id_);
  }

  static std::string json(const Set& set) {
    std::string out = "[";
    for (const std::int64_t id : set) out += (out.size() > 1 ? "," : "") + std::to_string(id);
    return out + ']';
  }

  Store::Impl& impl_;
  const BoundFilter& filter_;
  RowShape shape_;
  Params& params_;
  std::string id_;
  std::vector<Piece> stack_;
  std::vector<bool> gathered_;  ///< beside the terms of the whole: `set_` stands for it
  Set set_, words_set_;
  bool have_set_ = false, has_words_ = false;
};

}  // namespace

std::string Params::add(std::int64_t value) {
  values_.emplace_back(value);
  return '?' + std::to_string(values_.size());
}
std::string Params::add(double value) {
  values_.emplace_back(value);
  return '?' + std::to_string(values_.size());
}
std::string Params::add(std::string value) {
  values_.emplace_back(std::move(value));
  return '?' + std::to_string(values_.size());
}
void Params::bind(SQLite::Statement& statement) const {
  // A statement may use only the first of the parameters.
  const auto count = std::min<std::size_t>(values_.size(), static_cast<std::size_t>(statement.getBindParameterCount()));
  for (std::size_t i = 0; i < count; ++i)
    std::visit([&](const auto& value) { statement.bind(static_cast<int>(i) + 1, value); }, values_[i]);
}

std::string span_condition(const std::string& clock, const std::string& time, const Span& span, Params& params) {
  if (!span.has_begin() && !span.has_end()) return "1";
  return fmt::format(
      "CASE {0} WHEN 1 THEN {1} >= {2} AND {1} < {3} WHEN 3 THEN {1} >= {4} AND {1} < {6} ELSE {1} >= {5} AND {1} < "
      "{6} END",
      clock, time, params.add(span.utc_from), params.add(span.utc_to), params.add(span.day_from),
      params.add(span.local_from), params.add(span.local_to));
}

SqlFilter compile_filter(Store::Impl& impl, const BoundFilter& filter, RowShape shape, Params& params) {
  return Compiler(impl, filter, shape, params).run();
}

}  // namespace almanac::store_detail
