#include "filter_terms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <almanac/query/stem.hpp>
#include <type_traits>

#include "traits.hpp"

namespace almanac::store_detail {
namespace {

class TermCompiler {
 public:
  TermCompiler(const Span& span, RowShape shape, Params& params)
      : span_(span), shape_(shape), params_(params), row_(names_of(shape)) {}

  SqlTerm operator()(const Fact& fact) {
    switch (fact.field) {
      case Field::kind:
        return cheap(trait_is(kind_trait, fact.code));
      case Field::mode:
        return cheap(trait_is(mode_trait, fact.code));
      case Field::status:
        return cheap(trait_is(status_trait, fact.code));
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
    if (!cells.empty()) term.cheap = trait(cell_trait) + " IN (" + cells + ")";
    term.gather = fmt::format(
        "SELECT id FROM event INDEXED BY event_place WHERE lat BETWEEN {} AND {} AND lon BETWEEN {} AND {} AND "
        "almanac_km(lat, lon, {}",
        params_.add(box.south), params_.add(box.north), params_.add(box.west), params_.add(box.east), rest);
    return term;
  }

  SqlTerm operator()(const Flag& flag) {
    if (flag.field == Field::online) return cheap(trait(mode_trait) + " IN (2, 3)");
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
        if (shape_ == RowShape::occurrence) return {span_condition("o.clock", "o.start", span_, params_), {}, {}};
        return {fmt::format("EXISTS (SELECT 1 FROM occurrence x WHERE x.event_id = {} AND {})", row_.id,
                            span_condition("x.clock", "x.start", span_, params_)),
                {},
                {}};
      case Field::deadline:
        return deadline(range);
      case Field::first_seen: {
        const std::string test = between("e.first_seen");
        return {test, {}, span_.has_begin() ? "SELECT e.id FROM event e WHERE " + test : "", true};
      }
      case Field::changed: {
        const std::string test = "e.changed > e.first_seen AND " + between("e.changed");
        return {test, {}, "SELECT e.id FROM event e INDEXED BY event_changed WHERE " + test, true};
      }
      case Field::published:
        return {"e.published IS NOT NULL AND " + between("e.published"), {}, {}, true};
      default:
        return {"0", "0", {}};
    }
  }

  template <class Other>
  SqlTerm operator()(const Other&) {
    return {"0", "0", {}};
  }

 private:
  std::string trait(const TraitField& field) const {
    return fmt::format("(({}.traits >> {}) & {})", row_.alias, field.shift, field.mask);
  }
  std::string trait_is(const TraitField& field, std::int64_t value) const {
    return fmt::format("{} = {}", trait(field), value);
  }
  static SqlTerm cheap(std::string condition) { return {condition, condition, {}}; }

  SqlTerm country(const std::string& value) {
    const CodeTrait code = code_trait(value);
    const std::string quick = trait_is(country_trait, code.number);
    if (code.exact) return cheap(quick);
    return {"lower(e.country) = " + params_.add(value), quick, {}, true};
  }

  SqlTerm language(const std::string& value) {
    const CodeTrait code = code_trait(std::string_view(value).substr(0, value.find('-')));
    const std::string quick = trait_is(language_trait, code.number);
    if (code.exact && value.find('-') == value.npos) return cheap(quick);
    return {fmt::format("lower(e.language) = {0} OR substr(lower(e.language), 1, length({0}) + 1) = {0} || '-'",
                        params_.add(value)),
            quick,
            {},
            true};
  }

  SqlTerm cost(const std::string& value) {
    if (value == "free") return cheap(trait_is(cost_trait, cost_free));
    if (value == "paid") return cheap(trait_is(cost_trait, cost_other));
    return {"lower(e.cost) = " + params_.add(value), value.empty() ? "" : trait_is(cost_trait, cost_other), {}, true};
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

  SqlTerm deadline(const Range& range) {
    std::string test = "x.clock <> 0 AND " + span_condition("x.clock", "x.at", span_, params_);
    if (range.type) test += " AND x.type = " + params_.add(static_cast<std::int64_t>(*range.type));
    SqlTerm term{fmt::format("EXISTS (SELECT 1 FROM deadline x WHERE x.event_id = {} AND {})", row_.id, test), {}, {}};
    if (span_.has_begin() && span_.has_end())
      term.gather = fmt::format("SELECT x.event_id FROM deadline x WHERE x.at BETWEEN {} AND {} AND {}",
                                params_.add(std::min(span_.utc_from, span_.day_from)),
                                params_.add(std::max(span_.utc_to, span_.local_to)), test);
    return term;
  }

  std::string between(const char* column) {
    return fmt::format("{0} >= {1} AND {0} < {2}", column, params_.add(span_.utc_from), params_.add(span_.utc_to));
  }

  const Span& span_;
  RowShape shape_;
  Params& params_;
  RowNames row_;
};

}  // namespace

RowNames names_of(RowShape shape) {
  if (shape == RowShape::occurrence) return {"o", "o.event_id"};
  if (shape == RowShape::deadline) return {"d", "d.event_id"};
  return {"e", "e.id"};
}

SqlTerm compile_term(const FilterNode& node, const Span& span, RowShape shape, Params& params) {
  return std::visit(TermCompiler(span, shape, params), node);
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
