#pragma once
#include <almanac/query/parse_filter.hpp>

#include "context.hpp"

namespace almanac {

/// Places, topics, countries and languages by the names that people use, and the filters of the configuration. For as
/// long as the context lives; the vocabulary of topics is read when a filter first asks for one.
FilterBook book_of(const Context& context);

/// Tells of topics in a filter that found nothing and that no vocabulary knows, with the nearest that it does.
void suggest_topics(const Context& context, const Filter& filter);

}  // namespace almanac
