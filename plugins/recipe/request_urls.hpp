#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recipe.hpp"

namespace almanac::recipe {

struct RequestUrl {
  std::string url;
  bool may_be_missing = false;  ///< it names next year, which the publisher may not have begun
};

/// An address with {year} and {year+1} (also percent-encoded) filled in.
RequestUrl with_year(std::string_view url, int year);

/// What one poll asks for: the source's own address, or all of the recipe's when the source's is their first or none.
std::vector<RequestUrl> request_urls(const Recipe& recipe, const std::string& source_url, int year);

/// The address of a further page, given how many pages have been read and the address of the last; nothing at the end.
/// `next` is what the document itself says.
std::optional<std::string> next_page(const Paging& paging, const std::string& url, const std::string& next,
                                     std::size_t rows, unsigned pages_read);

}  // namespace almanac::recipe
