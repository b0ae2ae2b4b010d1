#pragma once
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>

#include "result.hpp"

namespace almanac {

/// All bytes of a file. Errors: what the system says of opening or reading it (a folder is no file), and
/// `file_too_large` past `most` bytes.
Result<std::string> read_file(const std::filesystem::path& path,
                              std::uintmax_t most = std::numeric_limits<std::uintmax_t>::max());

}  // namespace almanac
