#pragma once
#include <cstddef>

namespace almanac::recipe {

// What one document and one recipe may ask for; what lies beyond is told, never silently lost.
constexpr std::size_t most_bytes = 32u << 20;  ///< of a document
constexpr std::size_t most_nodes = 2'000'000;  ///< values of a YAML or CSV document, aliases counted once a use
constexpr std::size_t most_rows = 20'000;      ///< of a document
constexpr std::size_t most_walked = 400'000;   ///< values that the path of the rows passes on its way
constexpr std::size_t most_in_list = 500;      ///< values of one field of one row
constexpr std::size_t most_text = 256u << 10;  ///< bytes of one text
constexpr std::size_t max_depth = 64;          ///< of nested lists and objects
constexpr std::size_t most_recipe_bytes = 1u << 20;
constexpr std::size_t most_urls = 100;          ///< requests of one poll
constexpr std::size_t regex_memory = 1u << 20;  ///< bytes of one compiled expression
constexpr unsigned most_pages = 50;

}  // namespace almanac::recipe
