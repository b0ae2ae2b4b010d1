#include "filter_sql.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "filter_terms.hpp"
#include "step_limit.hpp"
#include "walk.hpp"

namespace almanac::store_detail {
namespace {

/// Among up to so many, words are found faster in the events' texts than in the index.
constexpr std::size_t very_few = 500;
/// More than any library holds.
constexpr std::size_t any_number = 1'000'000'000;

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

/// A SELECT of events that all matches are among.
struct Candidate {
  std::string select;
  std::size_t term = 0;  ///< whose it is; behind the last: the words'
  bool decides = false;  ///< all that it names fulfil the term
};

class Compiler {
 public:
  Compiler(Store::Impl& impl, const BoundFilter& filter, const ListedRows& rows, Params& params, Gather gather)
      : impl_(impl), filter_(filter), rows_(rows), params_(params), gather_(gather), id_(names_of(rows.shape).id) {
    impl_.db->filter_data() = {};
  }

  SqlFilter run() {
    for (std::size_t i = 0; i < filter_.nodes.size(); ++i) {
      const FilterNode& node = filter_.nodes[i];
      if (std::holds_alternative<Not>(node)) {
        stack_.back() = {{negated(one_term(stack_.back()))}, {}};
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
        stack_.push_back({{compile_term(node, filter_.spans[i], rows_.shape, rows_.condition, params_)}, {}});
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

  static SqlTerm negated(const SqlTerm& inner) {
    SqlTerm out{"NOT (" + inner.exact + ")", {}, {}, inner.needs_event};
    if (inner.facet_decides) {
      if (!inner.needs_event) out.cheap = out.exact;
      out.facet = "NOT (" + inner.facet + ")";
      out.facet_decides = true;
    }
    return out;
  }

  static std::string either(const std::string& left, const std::string& right) {
    return left.empty() || right.empty() ? std::string() : "(" + left + ") OR (" + right + ")";
  }
  static SqlTerm either(const SqlTerm& left, const SqlTerm& right) {
    SqlTerm out{
        either(left.exact, right.exact), either(left.cheap, right.cheap), {}, left.needs_event || right.needs_event};
    if (!left.gather.empty() && !right.gather.empty()) out.gather = left.gather + " UNION ALL " + right.gather;
    out.gathers_more = left.gathers_more || right.gathers_more;
    out.facet = either(left.facet, right.facet);
    out.facet_decides = left.facet_decides && right.facet_decides;
    return out;
  }

  /// All of a piece as one term; its words are gathered or, where common, looked for in the event's texts.
  SqlTerm one_term(const Piece& piece) {
    SqlTerm out;
    out.facet_decides = true;
    for (const SqlTerm& term : piece.terms) add(out, term);
    if (!piece.phrases.empty()) {
      Set set;
      const std::string match = words_select(piece.phrases);
      SqlTerm words =
          collect(match, at_once(), set) ? SqlTerm{condition(std::move(set)), {}, {}} : in_texts(piece.phrases);
      words.cheap = cheap_words(piece.phrases);
      words.gather = match;
      add(out, words);
    }
    out.gathers_more = out.gathers_more || piece.terms.size() + !piece.phrases.empty() > 1;
    return out;
  }
  static void add(SqlTerm& to, const SqlTerm& term) {
    add_part(to.exact, term.exact, " AND ");
    if (!term.cheap.empty()) add_part(to.cheap, term.cheap, " AND ");
    to.needs_event = to.needs_event || term.needs_event;
    if (to.gather.empty()) {
      to.gather = term.gather;
      to.gathers_more = term.gathers_more;
    }
    if (!term.facet.empty()) add_part(to.facet, term.facet, " AND ");
    to.facet_decides = to.facet_decides && term.facet_decides;
  }

  std::string cheap_words(const std::vector<Phrase>& phrases) const {
    std::string out;
    for (const Phrase& phrase : phrases)
      if (const std::string cheap = cheap_condition(phrase, rows_.shape); !cheap.empty()) add_part(out, cheap, " AND ");
    return out;
  }

  SqlFilter finish(const Piece& whole) {
    SqlFilter out;
    SqlTerm all;
    bool may_gather = !whole.phrases.empty();
    gathered_.resize(whole.terms.size());
    const std::string words_among = whole.phrases.empty() ? std::string() : words_select(whole.phrases);
    if (gather_ == Gather::few)
      gather_few(whole, words_among);
    else
      gather_fewest(whole, words_among);
    for (std::size_t i = 0; i < whole.terms.size(); ++i) {
      const SqlTerm& term = whole.terms[i];
      if (!gathered_[i]) add(all, term);
      out.window = out.window.narrowed(term.window);
      may_gather = may_gather || !term.gather.empty() || !term.facet.empty();
    }
    if (!whole.phrases.empty()) {
      SqlTerm words;
      if (!words_gathered_) words = words_beside(whole.phrases, words_among);
      words.cheap = cheap_words(whole.phrases);
      if (!words.exact.empty()) add(all, words);
    }
    if (have_set_ && leads(all.exact.empty()))
      out.driver = "SELECT value AS id FROM json_each(" + params_.add(json(set_)) + ")";
    std::string where = all.cheap;
    if (have_set_ && out.driver.empty()) add_part(where, condition(std::move(set_)), " AND ");
    if (!all.exact.empty() && all.exact != all.cheap) add_part(where, all.exact, " AND ");
    out.where = where.empty() ? "1" : where;
    out.needs_event = all.needs_event;
    out.has_words = has_words_;
    if (may_gather && out.driver.empty())
      out.walk_steps = limits_.walk / (!reads_texts_ ? 1 : all.cheap.empty() ? 6 : 2);
    return out;
  }

  /// Whether to start from the gathered events rather than to come upon them in a walk over the rows. `alone`: nothing
  /// else thins them out.
  bool leads(bool alone) const {
    const std::size_t hits = set_.size();
    if (gather_ == Gather::all) return hits <= limits_.many;
    if (hits > limits_.few || !alone) return hits <= limits_.few;
    return static_cast<std::int64_t>(hits) * dates_a_hit <= likely_walk(impl_, hits, rows_.wanted);
  }

  std::string facets_select(const Piece& whole) const {
    std::string facets;
    for (const SqlTerm& term : whole.terms)
      if (!term.facet.empty()) add_part(facets, term.facet, " AND ");
    if (facets.empty()) return {};
    return fmt::format(
        "SELECT e.id FROM facet f CROSS JOIN event e INDEXED BY event_facet ON e.facet = f.facts WHERE {} AND {}",
        facets, rows_.condition);
  }

  /// The events that a term names which names few.
  void gather_few(const Piece& whole, const std::string& words_among) {
    for (std::size_t i = 0; i < whole.terms.size() && !have_set_; ++i)
      if (!whole.terms[i].gather.empty())
        gathered_[i] = narrow(whole.terms[i].gather, limits_.few) && !whole.terms[i].gathers_more;
    if (have_set_) return;
    if (words_among.empty() && gather_rows(whole)) return;
    if (!words_among.empty() && collect(words_among, limits_.words, words_set_)) {
      have_words_ = true;
      if (words_set_.size() <= limits_.few) {
        set_ = std::move(words_set_);
        have_set_ = words_gathered_ = true;
        return;
      }
    }
    if (const std::string facets = facets_select(whole); !facets.empty()) narrow(facets, limits_.few);
  }

  /// The events of a term for which a walk would have to look elsewhere row for row, and what other terms name of them.
  bool gather_rows(const Piece& whole) {
    for (const bool others : {false, true}) {
      for (std::size_t i = 0; i < whole.terms.size(); ++i) {
        const SqlTerm& term = whole.terms[i];
        if (term.gather.empty() || gathered_[i] || term.looks_far == others) continue;
        const std::size_t most = have_set_ ? 2 * set_.size() : limits_.rows;
        gathered_[i] = narrow(term.gather, most) && !term.gathers_more;
      }
      if (!have_set_) return false;
    }
    return true;
  }

  /// What the terms name together, beginning with the one that names the fewest, be it many.
  void gather_fewest(const Piece& whole, const std::string& words_among) {
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < whole.terms.size(); ++i)
      if (!whole.terms[i].gather.empty())
        candidates.push_back({whole.terms[i].gather, i, !whole.terms[i].gathers_more});
    if (!words_among.empty()) candidates.push_back({words_among, whole.terms.size(), true});
    if (std::string facets = facets_select(whole); !facets.empty()) candidates.push_back({std::move(facets), 0, false});
    // One alone needs no race.
    for (std::size_t most = candidates.size() > 1 ? 4 * std::max<std::size_t>(limits_.few, 1) : any_number;
         !candidates.empty() && !have_set_; most *= 4) {
      for (const Candidate& one : candidates) {
        if (have_set_ && set_.size() <= limits_.few) break;
        if (!narrow(one.select, have_set_ ? 2 * set_.size() : most) || !one.decides) continue;
        if (one.term < gathered_.size())
          gathered_[one.term] = true;
        else
          words_gathered_ = true;
      }
    }
  }

  /// False when `select` names more than `most`, or finds them too slowly.
  bool narrow(const std::string& select, std::size_t most) {
    Set set;
    if (!collect(select, most, set)) return false;
    if (have_set_) {
      Set both;
      std::set_intersection(set_.begin(), set_.end(), set.begin(), set.end(), std::back_inserter(both));
      set = std::move(both);
    }
    set_ = std::move(set);
    return have_set_ = true;
  }

  bool collect(const std::string& select, std::size_t most, Set& set) {
    constexpr std::int64_t steps_each = 50;
    const StepLimit limit(*impl_.db, steps_each * static_cast<std::int64_t>(most));
    SQLite::Statement statement = impl_.db->prepare(select + " LIMIT " + std::to_string(most + 1));
    params_.bind(statement);
    try {
      while (statement.executeStep()) set.push_back(statement.getColumn(0).getInt64());
    } catch (const SQLite::Exception&) {
      if (!limit.reached()) throw;
      return false;
    }
    if (set.size() > most) return false;
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    return true;
  }

  std::size_t at_once() const { return gather_ == Gather::few ? limits_.few : any_number; }

  std::string words_select(const std::vector<Phrase>& phrases) {
    has_words_ = true;
    std::string match;
    for (const Phrase& phrase : phrases) add_part(match, match_text(phrase), " AND ");
    return "SELECT rowid FROM event_fts WHERE event_fts MATCH " + params_.add(match);
  }

  /// Words that stand beside what was gathered, or beside nothing.
  SqlTerm words_beside(const std::vector<Phrase>& phrases, const std::string& words_among) {
    if (have_words_) return {condition(std::move(words_set_)), {}, {}};
    Set set;
    if (gather_ == Gather::few || (have_set_ && set_.size() <= very_few) || !collect(words_among, limits_.many, set))
      return in_texts(phrases);
    return {condition(std::move(set)), {}, {}};
  }

  /// The same words as the text index finds, in the texts themselves.
  SqlTerm in_texts(const std::vector<Phrase>& phrases) {
    has_words_ = reads_texts_ = true;
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
    sets.emplace_back(std::move(set));
    return fmt::format("almanac_found({}, {})", sets.size() - 1, id_);
  }

  static std::string json(const Set& set) {
    std::string out = "[";
    for (const std::int64_t id : set) out += (out.size() > 1 ? "," : "") + std::to_string(id);
    return out + ']';
  }

  Store::Impl& impl_;
  const BoundFilter& filter_;
  const ListedRows& rows_;
  Params& params_;
  Gather gather_;
  const GatherLimits limits_ = gather_limits;
  std::string id_;
  std::vector<Piece> stack_;
  std::vector<bool> gathered_;  ///< beside the terms of the whole: `set_` stands for it
  Set set_, words_set_;
  bool have_set_ = false, have_words_ = false, words_gathered_ = false, has_words_ = false, reads_texts_ = false;
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

std::string words_match(const Filter& filter) {
  std::string match;
  for (const FilterNode& node : filter.nodes) {
    if (const auto* phrase = std::get_if<Phrase>(&node))
      add_part(match, match_text(*phrase), " AND ");
    else if (!std::holds_alternative<And>(node))
      return {};
  }
  return match;
}

std::string span_condition(const std::string& clock, const std::string& time, const Span& span, Params& params) {
  if (!span.has_begin() && !span.has_end()) return "1";
  return fmt::format(
      "CASE {0} WHEN 1 THEN {1} >= {2} AND {1} < {3} WHEN 3 THEN {1} >= {4} AND {1} < {6} ELSE {1} >= {5} AND {1} < "
      "{6} END",
      clock, time, params.add(span.utc_from), params.add(span.utc_to), params.add(span.day_from),
      params.add(span.local_from), params.add(span.local_to));
}

SqlFilter compile_filter(Store::Impl& impl, const BoundFilter& filter, const ListedRows& rows, Params& params,
                         Gather gather) {
  return Compiler(impl, filter, rows, params, gather).run();
}

}  // namespace almanac::store_detail
