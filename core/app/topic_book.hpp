#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/facts/topics.hpp>

#include "context.hpp"

namespace almanac {

/// The vocabulary of topics: feeds/topics.toml and what the configuration adds to it.
Result<facts::TopicBook, Problem> topic_book(const Context& context);

}  // namespace almanac
