#include "filter_names.hpp"

#include <almanac/base/nearest.hpp>
#include <almanac/facts/known_names.hpp>
#include <almanac/facts/nearest_place.hpp>
#include <almanac/facts/settle_place.hpp>

#include "topic_book.hpp"

namespace almanac {
namespace {

/// The vocabulary, read at the first question. Without one no topic has a name.
class TopicNames {
 public:
  explicit TopicNames(const Context& context) : context_(&context) {}
  const facts::TopicBook* book() {
    if (context_) {
      if (auto read = topic_book(*context_)) book_ = std::move(*read);
      context_ = nullptr;
    }
    return book_ ? &*book_ : nullptr;
  }

 private:
  const Context* context_;
  std::optional<facts::TopicBook> book_;
};

}  // namespace

FilterBook book_of(const Context& context) {
  const auto topics = std::make_shared<TopicNames>(context);
  FilterBook book;
  book.places = facts::find_place;
  book.nearest_place = facts::nearest_place;
  book.named = context.config().filters;
  book.topics.key = [topics](std::string_view name) {
    const facts::TopicBook* known = topics->book();
    return known ? known->topic_named(name) : std::string{};
  };
  book.countries = {facts::country_named, facts::nearest_country};
  book.languages = {facts::language_named, facts::nearest_language};
  return book;
}

void suggest_topics(const Context& context, const Filter& filter) {
  if (!mentions(filter, Field::topic)) return;
  const auto book = topic_book(context);
  if (!book) return;
  for (const FilterNode& node : filter.nodes) {
    const Fact* fact = std::get_if<Fact>(&node);
    if (!fact || fact->field != Field::topic || !book->topic_named(fact->value).empty()) continue;
    if (const std::string near = book->nearest_name(fact->value); !near.empty())
      context.remark("no vocabulary knows the topic '" + fact->value + "': " + did_you_mean(near));
  }
}

}  // namespace almanac
