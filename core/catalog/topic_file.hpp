#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace almanac {

/// Topics with the words that speak of each, in the file's order.
using TopicList = std::vector<std::pair<std::string, std::vector<std::string>>>;

/// Reads a vocabulary's TOML: `name = ["word", …]`, a line a topic. Errors name line and key; `file` is for these.
Result<TopicList, Problem> read_topics(std::string_view toml, const std::string& file);
/// Reads `feeds/topics.toml`.
Result<TopicList, Problem> load_topics(const std::filesystem::path& feeds);

}  // namespace almanac
