#include "topic_file.hpp"

#include <algorithm>
#include <almanac/base/read_file.hpp>
#include <almanac/base/toml.hpp>

#include "catalog_errc.hpp"

namespace almanac {

Result<TopicList, Problem> read_topics(std::string_view text, const std::string& file) {
  const auto wrong = [&](const toml::source_region& at, const std::string& what) {
    return Problem{CatalogErrc::bad_file, file + ", line " + std::to_string(at.begin.line) + ": " + what, {}};
  };
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) return wrong(parsed.error().source(), std::string(parsed.error().description()));
  std::vector<std::pair<std::uint32_t, TopicList::value_type>> by_line;
  for (const auto& [name, node] : parsed.table()) {
    const toml::array* words = node.as_array();
    if (!words) return wrong(node.source(), std::string(name.str()) + ": a list of words is wanted");
    TopicList::value_type topic(std::string(name.str()), {});
    for (const toml::node& word : *words) {
      const auto text_of = word.value_exact<std::string>();
      if (!text_of || text_of->empty()) return wrong(word.source(), std::string(name.str()) + ": a word is wanted");
      topic.second.push_back(*text_of);
    }
    by_line.emplace_back(name.source().begin.line, std::move(topic));
  }
  std::sort(by_line.begin(), by_line.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  TopicList topics;
  for (auto& [line, topic] : by_line) topics.push_back(std::move(topic));
  return topics;
}

Result<TopicList, Problem> load_topics(const std::filesystem::path& feeds) {
  const std::filesystem::path path = feeds / "topics.toml";
  const auto text = read_file(path);
  if (!text)
    return Problem{CatalogErrc::missing, path.string() + ": cannot be read (" + text.error().message() + ')',
                   "is almanac installed with its feeds/?"};
  return read_topics(*text, path.string());
}

}  // namespace almanac
