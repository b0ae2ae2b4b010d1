#pragma once
#include "impl.hpp"

namespace almanac::store_detail {

/// How many events full-text search does not know in their present wording.
std::size_t index_behind(Store::Impl& impl);

}  // namespace almanac::store_detail
