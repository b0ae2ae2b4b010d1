#include "topic_book.hpp"

#include <almanac/catalog/topic_file.hpp>

namespace almanac {

Result<facts::TopicBook, Problem> topic_book(const Context& context) {
  auto shipped = load_topics(feeds_folder(context.paths()));
  if (!shipped) return shipped.error();
  std::vector<facts::TopicWords> topics;
  for (auto& [name, words] : *shipped) topics.push_back({name, std::move(words)});
  for (const auto& [name, words] : context.config().topics) topics.push_back({name, words});
  return facts::TopicBook(topics);
}

}  // namespace almanac
