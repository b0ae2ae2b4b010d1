#pragma once
#include <almanac_source.h>

#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <filesystem>
#include <string>

namespace almanac {

/// Loads one plugin file by absolute path and checks its table. The library is never unloaded. Refused before any of
/// its code runs: what is no regular file, and what another user could change (owner neither root nor we; writable by
/// group or others).
Result<const almanac_plugin*, Problem> load_plugin(const std::filesystem::path& file);

/// Whether a table keeps the contract of this host: ABI, size, words and functions present.
Result<void, Problem> check_table(const almanac_plugin* table, const std::string& where);

}  // namespace almanac
