#include "source_filter.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/query/parse_filter.hpp>
#include <vector>

#include "app_errc.hpp"

namespace almanac {
namespace {

template <class T>
bool is(const FilterNode& node) {
  return std::holds_alternative<T>(node);
}

const Fact* source_term(const FilterNode& node) {
  const Fact* fact = std::get_if<Fact>(&node);
  return fact && (fact->field == Field::source || fact->field == Field::tag) ? fact : nullptr;
}

bool matches(const Fact& fact, const Source& source) {
  if (fact.field == Field::source)
    return to_lower(source.name).find(fact.value) != std::string::npos ||
           to_lower(source.url).find(fact.value) != std::string::npos;
  return std::any_of(source.tags.begin(), source.tags.end(),
                     [&](const std::string& tag) { return to_lower(tag) == fact.value; });
}

}  // namespace

Result<void, Problem> check_source_filter(const Filter& filter) {
  for (const FilterNode& node : filter.nodes)
    if (!source_term(node) && !is<Not>(node) && !is<And>(node) && !is<Or>(node))
      return Problem{AppErrc::bad_usage, "a list of sources cannot be chosen by '" + to_text(Filter{{node}}) + "'",
                     "choose by source:NAME or tag:TAG"};
  return {};
}

bool matches_source(const Filter& filter, const Source& source) {
  std::vector<bool> stack;
  const auto take = [&] {
    const bool top = stack.back();
    stack.pop_back();
    return top;
  };
  for (const FilterNode& node : filter.nodes) {
    if (const Fact* fact = source_term(node)) {
      stack.push_back(matches(*fact, source));
    } else if (is<Not>(node)) {
      stack.push_back(!take());
    } else {
      const bool b = take(), a = take();
      stack.push_back(is<And>(node) ? a && b : a || b);
    }
  }
  return stack.empty() || stack.back();
}

}  // namespace almanac
