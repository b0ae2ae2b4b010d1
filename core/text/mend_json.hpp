#pragma once
#include <string>
#include <string_view>

namespace almanac {

/// JSON as its writer meant it, for a parser that refused `json`: raw control characters inside texts are escaped,
/// backslashes that escape nothing and halves of surrogate pairs are mended, and a document that ends too early is cut
/// behind its last whole item and closed. One pass. What is wrong in other ways stays wrong.
std::string mend_json(std::string_view json);

}  // namespace almanac
