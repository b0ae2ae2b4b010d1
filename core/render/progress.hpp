#pragma once
#include <cstddef>
#include <string>

namespace almanac {

/// "[█████▌    ]  55 % 11/20" in exactly `width` columns (at least 12; narrower gives "11/20"). `done` above `total`
/// counts as all.
std::string progress_bar(std::size_t width, std::size_t done, std::size_t total);

}  // namespace almanac
