#pragma once
#include <filesystem>

namespace almanac {

/// Where things lie for this user (XDG Base Directory Specification). Nothing is created here.
struct Paths {
  std::filesystem::path config;      ///< ALMANAC_CONFIG, else $XDG_CONFIG_HOME/almanac/almanac.toml
  std::filesystem::path database;    ///< ALMANAC_DB, else $XDG_DATA_HOME/almanac/almanac.db
  std::filesystem::path executable;  ///< this program's own file
  std::filesystem::path runtime;     ///< $XDG_RUNTIME_DIR for the daemon's socket; empty: it lies beside the database
};

Paths find_paths();

/// The folder with the catalogue and the recipes: ALMANAC_FEEDS, else the source tree's for a program that has not been
/// installed, else the installed one.
std::filesystem::path feeds_folder(const Paths& paths);

/// "~/x" with the user's home; other paths as they are.
std::filesystem::path expand_home(const std::filesystem::path& path);

}  // namespace almanac
