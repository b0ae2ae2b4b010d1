#include "match_filter.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <cmath>
#include <optional>
#include <type_traits>

#include "stem.hpp"
#include "words.hpp"

namespace almanac {
namespace {

/// Evaluates terms against one candidate. Words of the texts are split at most once.
class Matcher {
 public:
  Matcher(const BoundFilter& filter, const Candidate& candidate) : filter_(filter), candidate_(candidate) {}

  bool run() {
    if (filter_.nodes.empty()) return true;
    std::vector<bool> stack;
    stack.reserve(16);
    for (std::size_t i = 0; i < filter_.nodes.size(); ++i) {
      const FilterNode& node = filter_.nodes[i];
      if (std::holds_alternative<Not>(node)) {
        stack.back() = !stack.back();
      } else if (std::holds_alternative<And>(node) || std::holds_alternative<Or>(node)) {
        const bool right = stack.back();
        stack.pop_back();
        stack.back() = std::holds_alternative<And>(node) ? stack.back() && right : stack.back() || right;
      } else {
        stack.push_back(term(node, filter_.spans[i]));
      }
    }
    return stack.back();
  }

 private:
  bool term(const FilterNode& node, const Span& span) {
    return std::visit(
        [&](const auto& t) {
          using T = std::decay_t<decltype(t)>;
          if constexpr (std::is_same_v<T, Range>) {
            return in_range(t, span);
          } else if constexpr (std::is_same_v<T, Phrase> || std::is_same_v<T, Fact> || std::is_same_v<T, Near> ||
                               std::is_same_v<T, Flag>) {
            return holds(t);
          } else {
            return false;
          }
        },
        node);
  }

  bool holds(const Phrase& phrase) {
    split();
    std::vector<std::string> words = phrase.words;
    for (std::string& word : words) stem_word(word);
    const auto in = [&](std::size_t column) { return has_phrase(columns_[column], words, phrase.prefix); };
    if (phrase.field == Field::title) return in(0);
    if (phrase.field == Field::place) return in(2);
    return in(0) || in(1) || in(2) || in(3);
  }

  bool holds(const Fact& fact) const {
    const Event& event = candidate_.event;
    switch (fact.field) {
      case Field::kind:
        return static_cast<int>(event.kind) == fact.code;
      case Field::mode:
        return static_cast<int>(event.mode) == fact.code;
      case Field::status:
        return static_cast<int>(event.status) == fact.code;
      case Field::country:
        return to_lower(event.country) == fact.value;
      case Field::topic:
        return std::any_of(event.topics.begin(), event.topics.end(),
                           [&](const auto& t) { return topic_key(t) == fact.value; });
      case Field::lang: {
        const std::string lang = to_lower(event.language);
        return lang == fact.value ||
               (lang.size() > fact.value.size() && lang.compare(0, fact.value.size(), fact.value) == 0 &&
                lang[fact.value.size()] == '-');
      }
      case Field::cost: {
        const std::string cost = to_lower(event.cost);
        return fact.value == "paid" ? !cost.empty() && cost != "free" : cost == fact.value;
      }
      case Field::source:
        return std::any_of(candidate_.sources.begin(), candidate_.sources.end(), [&](const SourceFacts& source) {
          return to_lower(source.name).find(fact.value) != std::string::npos ||
                 to_lower(source.url).find(fact.value) != std::string::npos;
        });
      case Field::tag:
        return std::any_of(candidate_.sources.begin(), candidate_.sources.end(), [&](const SourceFacts& source) {
          return std::any_of(source.tags.begin(), source.tags.end(),
                             [&](const auto& t) { return to_lower(t) == fact.value; });
        });
      default:
        return false;
    }
  }

  static bool closes(const Deadline& deadline, const Range& range, const Span& span) {
    return deadline.at.kind != MomentKind::unread && (!range.type || deadline.type == *range.type) &&
           span.has(deadline.at.kind, deadline.at.seconds);
  }

  bool in_range(const Range& range, const Span& span) const {
    const Event& event = candidate_.event;
    const auto instant = [&](sys_seconds time) {
      return span.has(MomentKind::instant, time.time_since_epoch().count());
    };
    switch (range.field) {
      case Field::date:
        return candidate_.occurrence &&
               span.meets(candidate_.occurrence->kind, candidate_.occurrence->start, candidate_.occurrence->end);
      case Field::deadline:
        return candidate_.deadline
                   ? closes(*candidate_.deadline, range, span)
                   : std::any_of(event.deadlines.begin(), event.deadlines.end(),
                                 [&](const Deadline& deadline) { return closes(deadline, range, span); });
      case Field::first_seen:
        return instant(event.first_seen);
      case Field::changed:
        return event.changed > event.first_seen && instant(event.changed);
      case Field::published:
        return event.published && instant(*event.published);
      default:
        return false;
    }
  }

  bool holds(const Near& near) const {
    return candidate_.event.geo && distance_km(*candidate_.event.geo, near.centre) <= near.km;
  }

  bool holds(const Flag& flag) const {
    switch (flag.field) {
      case Field::online:
        return candidate_.event.mode == Mode::online || candidate_.event.mode == Mode::hybrid;
      case Field::star:
        return candidate_.marks.starred;
      case Field::going:
        return candidate_.marks.going;
      case Field::hidden:
        return candidate_.marks.hidden;
      case Field::noted:
        return !candidate_.marks.note.empty();
      default:
        return false;
    }
  }

  void split() {
    if (split_) return;
    split_ = true;
    const Event& event = candidate_.event;
    columns_[0] = stem_words(event.title);
    columns_[1] = stem_words(event.summary);
    columns_[2] = stem_words(place_text(event));
    columns_[3] = stem_words(topic_text(event));
  }

  const BoundFilter& filter_;
  const Candidate& candidate_;
  bool split_ = false;
  std::vector<std::string> columns_[4];
};

}  // namespace

bool matches(const BoundFilter& filter, const Candidate& candidate) { return Matcher(filter, candidate).run(); }

bool matches(const BoundFilter& filter, const Event& event, const EventMarks& marks,
             const std::vector<SourceFacts>& sources) {
  if (event.occurrences.empty()) return matches(filter, Candidate{event, nullptr, marks, sources});
  return std::any_of(event.occurrences.begin(), event.occurrences.end(), [&](const Occurrence& o) {
    return matches(filter, Candidate{event, &o, marks, sources});
  });
}

double distance_km(const Geo& a, const Geo& b) {
  constexpr double radian = 3.14159265358979323846 / 180.0;
  constexpr double earth_km = 6371.0088;
  const double dlat = std::sin((b.lat - a.lat) * radian / 2), dlon = std::sin((b.lon - a.lon) * radian / 2);
  const double h = dlat * dlat + std::cos(a.lat * radian) * std::cos(b.lat * radian) * dlon * dlon;
  return 2 * earth_km * std::asin(std::sqrt(std::min(1.0, h)));
}

}  // namespace almanac
