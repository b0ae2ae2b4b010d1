#include "filter_terms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <almanac/query/stem.hpp>
#include <limits>
#include <type_traits>

#include "span_class.hpp"
#include "traits.hpp"

namespace almanac::store_detail {
namespace {

class TermCompiler {
 public:
  TermCompiler(const Span& span, RowShape shape, const std::string& listed, Params& params)
      : span_(span), shape_(shape), listed_(listed), params_(params), row_(names_of(shape)) {}

  SqlTerm operator()(const Fact& fact) {
    switch (fact.field) {
      case Field::kind:
        return by_trait(kind_trait, fact.code);
      case Field::mode:
        return by_trait(mode_trait, fact.code);
      case Field::status:
        return by_trait(status_trait, fact.code);
      case Field::country:
        return country(fact.value);
      case Field::lang:
        return language(fact.value);
      case Field::cost:
        return cost(fact.value);
      case Field::topic:
        return topic(fact.value);
      case Field::source:
      case Field::tag:
        return source(fact);
      default:
        return {"0", "0", {}};
    }
  }

  SqlTerm operator()(const Near& near) {
    const std::string rest =
        fmt::format("{}, {}) <= {}", params_.add(near.centre.lat), params_.add(near.centre.lon), params_.add(near.km));
    const Box box = box_around(near);
    SqlTerm term;
    term.needs_event = true;
    term.exact = "e.lat IS NOT NULL AND almanac_km(e.lat, e.lon, " + rest;
    std::string cells;
    for (const std::int64_t cell : cells_around(near)) cells += (cells.empty() ? "" : ",") + std::to_string(cell);
    if (!cells.empty()) term.cheap = trait(row_.alias + ".traits", cell_trait) + " IN (" + cells + ")";
    term.gather = fmt::format(
        "SELECT id FROM event INDEXED BY event_place WHERE lat BETWEEN {} AND {} AND lon BETWEEN {} AND {} AND "
        "almanac_km(lat, lon, {}",
        params_.add(box.south), params_.add(box.north), params_.add(box.west), params_.add(box.east), rest);
    return term;
  }

  SqlTerm operator()(const Flag& flag) {
    if (flag.field == Field::online) {
      static_assert(static_cast<int>(Mode::online) == 2 && static_cast<int>(Mode::hybrid) == 3);
      const auto test = [](const std::string& facts) { return trait(facts, mode_trait) + " IN (2, 3)"; };
      return decided(test(row_.alias + ".traits"), test("f.facts"));
    }
    const char* test = flag.field == Field::star    ? "star"
                       : flag.field == Field::going ? "going"
                       : flag.field == Field::noted ? "note <> ''"
                                                    : "hidden";
    return {fmt::format("EXISTS (SELECT 1 FROM mark WHERE event_id = {} AND {})", row_.id, test),
            {},
            fmt::format("SELECT event_id FROM mark WHERE {}", test)};
  }

  SqlTerm operator()(const Range& range) {
    switch (range.field) {
      case Field::date:
        return date();
      case Field::deadline:
        return deadline(range);
      case Field::first_seen:
        return seen("event_seen", between("e.first_seen"));
      case Field::changed:
        return seen("event_changed", "e.changed > e.first_seen AND " + between("e.changed"));
      case Field::published:
        return seen("event_published", "e.published IS NOT NULL AND " + between("e.published"));
      default:
        return {"0", "0", {}};
    }
  }

  template <class Other>
  SqlTerm operator()(const Other&) {
    return {"0", "0", {}};
  }

 private:
  static std::string trait(const std::string& facts, const TraitField& field) {
    return fmt::format("(({} >> {}) & {})", facts, field.shift, field.mask);
  }
  static std::string trait_is(const std::string& facts, const TraitField& field, std::int64_t value) {
    return fmt::format("{} = {}", trait(facts, field), value);
  }
  static SqlTerm decided(std::string row, std::string facet) {
    SqlTerm term{row, row, {}};
    term.facet = std::move(facet);
    term.facet_decides = true;
    return term;
  }
  SqlTerm by_trait(const TraitField& field, std::int64_t value) const {
    return decided(trait_is(row_.alias + ".traits", field, value), trait_is("f.facts", field, value));
  }
  /// `exact` looks at the event where the traits that all matches have say nothing against it.
  SqlTerm by_event(std::string exact, const SqlTerm& traits) const {
    SqlTerm term{std::move(exact), traits.cheap, {}, true};
    term.facet = traits.facet;
    return term;
  }
  static SqlTerm both(const SqlTerm& a, const SqlTerm& b) {
    return decided(a.cheap + " AND " + b.cheap, a.facet + " AND " + b.facet);
  }

  SqlTerm country(const std::string& value) {
    const CodeTrait code = code_trait(value);
    const SqlTerm quick = by_trait(country_trait, code.number);
    return code.exact ? quick : by_event("lower(e.country) = " + params_.add(value), quick);
  }

  SqlTerm language(const std::string& value) {
    const std::size_t dash = value.find('-');
    const CodeTrait code = code_trait(std::string_view(value).substr(0, dash));
    SqlTerm quick = by_trait(language_trait, code.number);
    if (dash == value.npos && code.exact) return quick;
    if (dash != value.npos) quick = both(quick, by_trait(dialect_trait, dialect_number(value)));
    return by_event(fmt::format("lower(e.language) = {0} OR substr(lower(e.language), 1, length({0}) + 1) = {0} || '-'",
                                params_.add(value)),
                    quick);
  }

  SqlTerm cost(const std::string& value) {
    if (value == "free") return by_trait(cost_trait, cost_free);
    if (value == "paid") return by_trait(cost_trait, cost_other);
    if (value.empty()) return by_trait(cost_trait, 0);
    return by_event("lower(e.cost) = " + params_.add(value),
                    both(by_trait(cost_trait, cost_other), by_trait(price_trait, price_number(value))));
  }

  SqlTerm topic(const std::string& key) {
    const std::string id = fmt::format("(SELECT id FROM topic WHERE key = {})", params_.add(key));
    return {fmt::format("EXISTS (SELECT 1 FROM event_topic t WHERE t.topic_id = {} AND t.event_id = {})", id, row_.id),
            fmt::format("{}.sketch & {}", row_.alias, sketch_of_topic(key)),
            fmt::format("SELECT event_id FROM event_topic WHERE topic_id = {}", id)};
  }

  SqlTerm source(const Fact& fact) {
    const std::string value = params_.add(fact.value);
    const std::string test =
        fact.field == Field::source
            ? fmt::format("instr(lower(name), {0}) OR instr(lower(url), {0})", value)
            : fmt::format("instr(char(10) || lower(tags) || char(10), char(10) || {} || char(10))", value);
    const std::string ids = fmt::format("(SELECT id FROM source WHERE {})", test);
    return {fmt::format("EXISTS (SELECT 1 FROM entry n WHERE n.event_id = {} AND n.source_id IN {})", row_.id, ids),
            {},
            fmt::format("SELECT event_id FROM entry WHERE source_id IN {}", ids)};
  }

  SqlTerm date() {
    const std::string test = overlap("x");
    SqlTerm term;
    term.gather = dates_in_span(test);
    if (shape_ != RowShape::occurrence) {
      term.exact = fmt::format("EXISTS (SELECT 1 FROM occurrence x WHERE x.event_id = {} AND {})", row_.id, test);
      return term;
    }
    term.exact = overlap("o");
    term.gathers_more = true;  // an event's other dates
    term.window = span_;
    return term;
  }

  /// Span::meets in SQL, for the dates of a table named so.
  std::string overlap(const std::string& x) {
    const auto meets = [&](std::int64_t from, std::int64_t first, std::int64_t to) {
      return fmt::format("{0}.start < {1} AND ({0}.start >= {2} OR {0}.start + {0}.length > {3})", x, params_.add(to),
                         params_.add(first), params_.add(from));
    };
    return fmt::format("CASE {}.clock WHEN 1 THEN {} WHEN 3 THEN {} ELSE {} END", x,
                       meets(span_.utc_from, span_.utc_from, span_.utc_to),
                       meets(span_.local_from, span_.day_from, span_.local_to),
                       meets(span_.local_from, span_.local_from, span_.local_to));
  }

  /// The events of the dates that `test` holds for: those that begin in the span, and those before that take long
  /// enough.
  std::string dates_in_span(const std::string& test) {
    const std::int64_t from = std::min(span_.utc_from, span_.day_from), until = std::max(span_.utc_to, span_.local_to);
    const std::string before = params_.add(until);
    std::string all = fmt::format(
        "SELECT x.event_id FROM occurrence x INDEXED BY occurrence_start WHERE x.start >= {} AND x.start < {} AND {}",
        params_.add(earlier(from, longest_of_span[0])), before, test);
    for (int span = 1; span < span_classes && span_.has_begin(); ++span)
      all += fmt::format(
          " UNION ALL SELECT x.event_id FROM occurrence x INDEXED BY occurrence_span WHERE x.span > 0 AND x.span = {} "
          "AND x.start >= {} AND x.start < {} AND {}",
          span, params_.add(earlier(from, longest_of_span[span])), params_.add(earlier(from, longest_of_span[0])),
          test);
    return all;
  }
  static std::int64_t earlier(std::int64_t time, std::int64_t by) {
    return time < std::numeric_limits<std::int64_t>::min() + by ? time : time - by;
  }

  SqlTerm deadline(const Range& range) {
    const std::string test = closes("x", range);
    const std::int64_t from = std::min(span_.utc_from, span_.day_from);
    const std::string last = trait(row_.alias + ".traits", deadline_trait);
    SqlTerm term;
    term.cheap = fmt::format("{} >= {}", last, deadline_number(from));
    term.gather =
        fmt::format("SELECT x.event_id FROM deadline x INDEXED BY deadline_at WHERE x.at >= {} AND x.at < {} AND {}",
                    params_.add(from), params_.add(std::max(span_.utc_to, span_.local_to)), test);
    if (shape_ == RowShape::deadline) {
      term.exact = closes("d", range);
      term.gathers_more = true;  // an event's other deadlines
      return term;
    }
    term.exact = fmt::format("EXISTS (SELECT 1 FROM deadline x WHERE x.event_id = {} AND {})", row_.id, test);
    if (span_.has_end() || range.type)
      term.looks_far = true;
    else  // the last one decides, unless it lies in the very days in which the span begins
      term.exact =
          fmt::format("{} > {} OR {}", last, deadline_number(std::max(span_.utc_from, span_.local_from)), term.exact);
    return term;
  }

  /// A deadline of a table named so is of the type asked for, if any, and lies in the span.
  std::string closes(const std::string& x, const Range& range) {
    std::string test = x + ".clock <> 0 AND " + span_condition(x + ".clock", x + ".at", span_, params_);
    if (range.type) test += " AND " + x + ".type = " + params_.add(static_cast<std::int64_t>(*range.type));
    return test;
  }

  /// `index` holds e.last too.
  SqlTerm seen(const char* index, const std::string& test) const {
    SqlTerm term{test, {}, {}, true};
    term.gather = fmt::format("SELECT e.id FROM event e INDEXED BY {} WHERE {} AND {}", index, test, listed_);
    term.looks_far = true;
    return term;
  }

  std::string between(const char* column) {
    return fmt::format("{0} >= {1} AND {0} < {2}", column, params_.add(span_.utc_from), params_.add(span_.utc_to));
  }

  const Span& span_;
  RowShape shape_;
  const std::string& listed_;
  Params& params_;
  RowNames row_;
};

}  // namespace

RowNames names_of(RowShape shape) {
  if (shape == RowShape::occurrence) return {"o", "o.event_id"};
  if (shape == RowShape::deadline) return {"d", "d.event_id"};
  return {"e", "e.id"};
}

SqlTerm compile_term(const FilterNode& node, const Span& span, RowShape shape, const std::string& listed,
                     Params& params) {
  return std::visit(TermCompiler(span, shape, listed, params), node);
}

std::string cheap_condition(const Phrase& phrase, RowShape shape) {
  if (phrase.field != Field::place) return {};
  std::vector<std::string> stems = phrase.words;
  if (phrase.prefix) stems.pop_back();
  for (std::string& stem : stems) stem_word(stem);
  const std::int64_t sketch = sketch_of_place(stems);
  return sketch ? fmt::format("({0}.sketch & {1}) = {1}", names_of(shape).alias, sketch) : std::string();
}

}  // namespace almanac::store_detail
