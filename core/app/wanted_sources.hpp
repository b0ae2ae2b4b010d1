#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/model/source.hpp>
#include <filesystem>
#include <vector>

#include "args.hpp"

namespace almanac {

/// The sources that `follow` was asked for.
struct WantedSources {
  std::vector<Source> sources;
  bool is_small = true;  ///< few enough to be looked at before they are followed; a bundle is not
};

/// Addresses, files, names of the catalogue and @bundles as sources, with the user's settings over the catalogue's. The
/// catalogue in `feeds` is read only when something is neither address nor file.
Result<WantedSources, Problem> wanted_sources(const FollowArgs& args, const std::filesystem::path& feeds);

}  // namespace almanac
