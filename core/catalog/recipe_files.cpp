#include "recipe_files.hpp"

#include <algorithm>
#include <almanac/base/nearest.hpp>
#include <almanac/base/read_file.hpp>

#include "catalog_errc.hpp"

namespace almanac {
namespace {

constexpr std::uintmax_t most_bytes = 1u << 20;

Result<std::string, Problem> read_text(const std::filesystem::path& path) {
  auto text = read_file(path, most_bytes);
  if (text) return std::move(*text);
  if (text.error() == boost::system::errc::file_too_large)
    return Problem{CatalogErrc::bad_file, path.string() + ": larger than 1 MiB", {}};
  return Problem{CatalogErrc::missing, path.string() + ": cannot be read (" + text.error().message() + ')',
                 "check the path"};
}

/// "Confs.Tech" → "confs-tech". What is left names no other folder.
std::string file_stem(const std::string& name) {
  std::string out;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    out += upper ? static_cast<char>(c + 32) : plain ? c : '-';
  }
  return out;
}

}  // namespace

bool is_recipe_path(const std::string& name) { return name.find('/') != name.npos || name.ends_with(".toml"); }

std::vector<std::string> recipe_names(const std::filesystem::path& feeds) {
  std::vector<std::string> names;
  std::error_code ec;
  for (std::filesystem::directory_iterator at(feeds / "recipes", ec), end; !ec && at != end; at.increment(ec))
    if (at->path().extension() == ".toml") names.push_back(at->path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::string, Problem> read_recipe_file(const std::filesystem::path& feeds, const std::string& name) {
  if (is_recipe_path(name)) return read_text(name);
  const std::string stem = file_stem(name);
  const std::filesystem::path path = feeds / "recipes" / (stem + ".toml");
  std::error_code ec;
  if (std::filesystem::exists(path, ec)) return read_text(path);
  const std::vector<std::string> names = recipe_names(feeds);
  const std::string_view near = nearest_word(stem, {names.begin(), names.end()});
  return Problem{CatalogErrc::unknown_name, "there is no recipe '" + name + "'",
                 did_you_mean(near, "recipes lie in " + (feeds / "recipes").string())};
}

}  // namespace almanac
