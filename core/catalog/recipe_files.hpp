#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <filesystem>
#include <string>
#include <vector>

namespace almanac {

/// The names of the recipes in a feeds folder (`recipes/NAME.toml`), sorted.
std::vector<std::string> recipe_names(const std::filesystem::path& feeds);

/// The text of a recipe: of a file when `name` is a path (it holds a "/" or ends in ".toml"), else of
/// `feeds/recipes/NAME.toml`, where "confs.tech" and "Confs Tech" mean "confs-tech". An unknown name is told with the
/// nearest one. At most 1 MiB.
Result<std::string, Problem> read_recipe_file(const std::filesystem::path& feeds, const std::string& name);

/// Whether a recipe's name means a file of the user's.
bool is_recipe_path(const std::string& name);

}  // namespace almanac
