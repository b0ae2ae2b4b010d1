#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/model/source.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace almanac {

/// One known source of feeds/catalogue.toml.
struct CatalogueEntry {
  std::string name;  ///< short and unique: "confs-tech"
  Source source;     ///< ready to be followed: address, recipe, plugin, kind, options, interval, title as its name
  std::vector<std::string> topics, bundles;
  std::string region, format, rights;
  char certainty = 'E';  ///< A: a dated live answer … C: several mentions; as in feeds/README.md
  std::string disabled;  ///< why it is not part of any bundle; empty: it may be
};

/// The catalogue: entries in the file's order.
struct Catalogue {
  std::vector<CatalogueEntry> entries;

  const CatalogueEntry* find(std::string_view name) const;
  /// The enabled entries of a bundle ("starter", without "@").
  std::vector<const CatalogueEntry*> bundle(std::string_view name) const;
  /// All names of bundles, sorted.
  std::vector<std::string> bundles() const;
  /// The entries that hold every word (any case) in name, title, address, kind, topics, region, format or bundles.
  std::vector<const CatalogueEntry*> search(const std::vector<std::string>& words) const;
  /// The known name or "@bundle" that is nearest to a misspelt one; "" when none is.
  std::string nearest(std::string_view name) const;
};

/// Reads a catalogue's TOML. Errors name line and key; unknown keys, names that occur twice and addresses that are none
/// are errors. `file` is for these messages.
Result<Catalogue, Problem> read_catalogue(std::string_view toml, const std::string& file);
/// Reads `feeds/catalogue.toml`.
Result<Catalogue, Problem> load_catalogue(const std::filesystem::path& feeds);

}  // namespace almanac
