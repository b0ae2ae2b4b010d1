#include "filter_sql.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace almanac::store_detail {
namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min(),
                       highest = std::numeric_limits<std::int64_t>::max();
/// Up to so many events, starting from them beats walking the dates in order (measured at a million events).
constexpr std::int64_t few = 10'000;
/// Up to so many, a set of them is made once a statement; beyond, each row is looked up in the text index by itself.
constexpr std::int64_t many = 25'000;

std::string match_text(const Phrase& phrase) {
  std::string out;
  if (phrase.field == Field::title) out += "title : ";
  if (phrase.field == Field::place) out += "place : ";
  out += '"';
  for (std::size_t i = 0; i < phrase.words.size(); ++i) out += (i ? " " : "") + phrase.words[i];
  return out + (phrase.prefix ? "\" *" : "\"");
}

std::string all_of(const std::vector<std::string>& parts, const char* glue) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += glue;
    out += '(' + part + ')';
  }
  return out;
}

/// A part of the filter: conditions that all must hold, and words that all must be found.
struct Piece {
  std::vector<std::string> conditions, matches, drivers;
};

class Compiler {
 public:
  Compiler(Store::Impl& impl, const BoundFilter& filter, RowShape shape, Params& params)
      : impl_(impl), filter_(filter), shape_(shape), params_(params) {
    id_ = shape == RowShape::occurrence ? "o.event_id" : shape == RowShape::deadline ? "d.event_id" : "e.id";
  }

  SqlFilter run() {
    for (std::size_t i = 0; i < filter_.nodes.size(); ++i) {
      const FilterNode& node = filter_.nodes[i];
      if (std::holds_alternative<Not>(node)) {
        stack_.back() = {{"NOT " + condition(stack_.back())}, {}, {}};
      } else if (std::holds_alternative<And>(node)) {
        Piece right = pop();
        append(stack_.back().conditions, right.conditions);
        append(stack_.back().matches, right.matches);
        append(stack_.back().drivers, right.drivers);
      } else if (std::holds_alternative<Or>(node)) {
        const Piece right = pop();
        stack_.back() = {{condition(stack_.back()) + " OR " + condition(right)}, {}, {}};
      } else {
        stack_.push_back(term(node, filter_.spans[i]));
      }
    }
    return finish();
  }

 private:
  Piece pop() {
    Piece piece = std::move(stack_.back());
    stack_.pop_back();
    return piece;
  }
  static void append(std::vector<std::string>& to, std::vector<std::string>& from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
  }

  SqlFilter finish() {
    SqlFilter out;
    Piece whole = stack_.empty() ? Piece{} : pop();
    if (!whole.matches.empty()) {
      const std::string match = all_of(whole.matches, " AND ");
      const std::string place = params_.add(match);
      const std::string hits = "SELECT rowid AS id FROM event_fts WHERE event_fts MATCH " + place;
      best_ = count_match(match);
      if (best_ <= few) {
        out.driver = hits;
      } else {
        whole.conditions.push_back(word_condition(place, best_ > many));
        best_ = few + 1;
      }
    }
    choose_driver(whole, out);
    out.where = whole.conditions.empty() ? "1" : all_of(whole.conditions, " AND ");
    out.needs_event = needs_event_;
    out.has_words = has_words_;
    return out;
  }

  /// Prefers the driver with the fewest events; the condition of a driver that is not taken stays among the conditions
  /// anyway, except that of the words, which is added here when another driver wins.
  void choose_driver(Piece& whole, SqlFilter& out) {
    const bool by_words = !out.driver.empty();
    const std::string words = out.driver;
    for (const std::string& driver : whole.drivers) {
      SQLite::Statement count(impl_.db->database(), fmt::format("SELECT count(*) FROM ({} LIMIT {})", driver, few + 1));
      params_.bind(count);
      count.executeStep();
      const std::int64_t hits = count.getColumn(0).getInt64();
      if (hits > few || (!out.driver.empty() && hits >= best_)) continue;
      out.driver = driver;
      best_ = hits;
    }
    if (by_words && out.driver != words) whole.conditions.push_back(id_ + " IN (" + words + ")");
  }

  std::int64_t count_match(const std::string& match) {
    has_words_ = true;
    Query query = impl_.use("SELECT count(*) FROM (SELECT 1 FROM event_fts WHERE event_fts MATCH ?1 LIMIT ?2)");
    query.bind(match).bind(many + 1);
    query.step();
    return query.number(0);
  }

  /// Hits up to `many` are gathered once, others looked up row by row.
  std::string word_condition(const std::string& place, bool common) const {
    if (common)
      return fmt::format("EXISTS (SELECT 1 FROM event_fts WHERE event_fts MATCH {} AND rowid = {})", place, id_);
    return fmt::format("{} IN (SELECT rowid FROM event_fts WHERE event_fts MATCH {})", id_, place);
  }

  std::string condition(const Piece& piece) {
    std::vector<std::string> parts = piece.conditions;
    if (!piece.matches.empty()) {
      const std::string match = all_of(piece.matches, " AND ");
      parts.push_back(word_condition(params_.add(match), count_match(match) > many));
    }
    return '(' + all_of(parts, " AND ") + ')';
  }

  Piece term(const FilterNode& node, const Span& span) {
    return std::visit(
        [&](const auto& t) -> Piece {
          using T = std::decay_t<decltype(t)>;
          if constexpr (std::is_same_v<T, Phrase>) {
            return {{}, {match_text(t)}, {}};
          } else if constexpr (std::is_same_v<T, Range>) {
            return range(t, span);
          } else if constexpr (std::is_same_v<T, Fact> || std::is_same_v<T, Near> || std::is_same_v<T, Flag>) {
            return fact(t);
          } else {
            return {};
          }
        },
        node);
  }

  Piece only(std::string sql) { return {{std::move(sql)}, {}, {}}; }
  Piece of_event(std::string sql) {
    needs_event_ = true;
    return only(std::move(sql));
  }

  Piece fact(const Fact& f) {
    switch (f.field) {
      case Field::kind:
        return of_event("e.kind = " + params_.add(std::int64_t{f.code}));
      case Field::mode:
        return of_event("e.mode = " + params_.add(std::int64_t{f.code}));
      case Field::status:
        return of_event("e.status = " + params_.add(std::int64_t{f.code}));
      default:
        break;
    }
    const std::string value = params_.add(f.value);
    switch (f.field) {
      case Field::country:
        return of_event("lower(e.country) = " + value);
      case Field::lang:
        return of_event(fmt::format(
            "lower(e.language) = {0} OR substr(lower(e.language), 1, length({0}) + 1) = {0} || '-'", value));
      case Field::cost:
        if (f.value == "paid") return of_event("e.cost <> '' AND lower(e.cost) <> 'free'");
        return of_event("lower(e.cost) = " + value);
      case Field::topic: {
        const std::string topic = fmt::format("(SELECT id FROM topic WHERE key = {})", value);
        return {
            {fmt::format("EXISTS (SELECT 1 FROM event_topic t WHERE t.topic_id = {} AND t.event_id = {})", topic, id_)},
            {},
            {fmt::format("SELECT event_id AS id FROM event_topic WHERE topic_id = {}", topic)}};
      }
      case Field::source:
      case Field::tag: {
        const std::string test =
            f.field == Field::source
                ? fmt::format("instr(lower(name), {0}) OR instr(lower(url), {0})", value)
                : fmt::format("instr(char(10) || lower(tags) || char(10), char(10) || {} || char(10))", value);
        const std::string ids = fmt::format("(SELECT id FROM source WHERE {})", test);
        return {{fmt::format("EXISTS (SELECT 1 FROM entry n WHERE n.event_id = {} AND n.source_id IN {})", id_, ids)},
                {},
                {fmt::format("SELECT event_id AS id FROM entry WHERE source_id IN {}", ids)}};
      }
      default:
        return only("0");
    }
  }

  Piece fact(const Near& n) {
    Piece piece = of_event(fmt::format("e.lat IS NOT NULL AND almanac_km(e.lat, e.lon, {}, {}) <= {}",
                                       params_.add(n.centre.lat), params_.add(n.centre.lon), params_.add(n.km)));
    piece.drivers.push_back(box_around(n));
    return piece;
  }

  /// The events in the rectangle around a circle, a little larger. Where it would hold a pole or the date line, all
  /// longitudes.
  std::string box_around(const Near& n) {
    constexpr double degree_km = 111.195, radian = 3.14159265358979323846 / 180, margin = 0.01;
    const double height = n.km / degree_km + margin;
    const double low = n.centre.lat - height, high = n.centre.lat + height;
    std::string sql =
        fmt::format("SELECT id FROM event WHERE lat BETWEEN {} AND {}", params_.add(low), params_.add(high));
    const double sine = std::sin(n.km / degree_km * radian) / std::cos(n.centre.lat * radian);
    if (low <= -90 || high >= 90 || height >= 90 || sine >= 1) return sql;
    const double width = std::asin(sine) / radian + margin;
    const double west = n.centre.lon - width, east = n.centre.lon + width;
    if (west <= -180 || east >= 180) return sql;
    return sql + fmt::format(" AND lon BETWEEN {} AND {}", params_.add(west), params_.add(east));
  }

  Piece fact(const Flag& flag) {
    if (flag.field == Field::online) return of_event("e.mode IN (2, 3)");
    const char* test = flag.field == Field::star    ? "star"
                       : flag.field == Field::going ? "going"
                       : flag.field == Field::noted ? "note <> ''"
                                                    : "hidden";
    return {{fmt::format("EXISTS (SELECT 1 FROM mark WHERE event_id = {} AND {})", id_, test)},
            {},
            {fmt::format("SELECT event_id AS id FROM mark WHERE {}", test)}};
  }

  Piece range(const Range& r, const Span& span) {
    switch (r.field) {
      case Field::date:
        if (shape_ == RowShape::occurrence) return only(span_condition("o.clock", "o.start", span, params_));
        return only(fmt::format("EXISTS (SELECT 1 FROM occurrence x WHERE x.event_id = {} AND {})", id_,
                                span_condition("x.clock", "x.start", span, params_)));
      case Field::deadline:
        return deadlines(r, span);
      case Field::first_seen: {
        Piece piece = of_event(between("e.first_seen", span));
        if (span.utc_from != lowest)
          piece.drivers.push_back("SELECT e.id AS id FROM event e WHERE " + between("e.first_seen", span));
        return piece;
      }
      case Field::changed: {
        const std::string test = "e.changed > e.first_seen AND " + between("e.changed", span);
        Piece piece = of_event(test);
        piece.drivers.push_back("SELECT e.id AS id FROM event e WHERE " + test);
        return piece;
      }
      case Field::published:
        return of_event("e.published IS NOT NULL AND " + between("e.published", span));
      default:
        return only("0");
    }
  }

  Piece deadlines(const Range& r, const Span& span) {
    std::string test = "x.clock <> 0 AND " + span_condition("x.clock", "x.at", span, params_);
    if (r.type) test += " AND x.type = " + params_.add(static_cast<std::int64_t>(*r.type));
    Piece piece{{fmt::format("EXISTS (SELECT 1 FROM deadline x WHERE x.event_id = {} AND {})", id_, test)}, {}, {}};
    if (span.utc_from != lowest && span.utc_to != highest)
      piece.drivers.push_back(
          fmt::format("SELECT DISTINCT x.event_id AS id FROM deadline x WHERE x.at BETWEEN {} AND {} AND {}",
                      params_.add(std::min(span.utc_from, span.day_from)),
                      params_.add(std::max(span.utc_to, span.local_to)), test));
    return piece;
  }

  std::string between(const char* column, const Span& span) {
    return fmt::format("{0} >= {1} AND {0} < {2}", column, params_.add(span.utc_from), params_.add(span.utc_to));
  }

  Store::Impl& impl_;
  const BoundFilter& filter_;
  RowShape shape_;
  Params& params_;
  std::string id_;
  std::vector<Piece> stack_;
  std::int64_t best_ = 0;
  bool needs_event_ = false, has_words_ = false;
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
  if (span.utc_from == lowest && span.utc_to == highest) return "1";
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
