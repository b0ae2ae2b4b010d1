#include "wanted_sources.hpp"

#include <almanac/base/nearest.hpp>
#include <almanac/catalog/catalogue.hpp>
#include <optional>

#include "app_errc.hpp"
#include "source_args.hpp"

namespace almanac {
namespace {

/// A word that can only mean the catalogue: no address, path or host has its form.
bool is_catalogue_word(const std::string& text) {
  if (text.starts_with('@')) return true;
  std::error_code ec;
  return !text.empty() && text.find_first_of("./:\\ ") == text.npos && !std::filesystem::exists(text, ec);
}

Problem unknown(const Catalogue& catalogue, const std::string& text) {
  const std::string near = catalogue.nearest(text);
  std::string known;
  for (const std::string& bundle : catalogue.bundles()) known += " @" + bundle;
  return {AppErrc::bad_usage,
          text.starts_with('@') ? "there is no bundle '" + text + "'"
                                : "'" + text + "' is no address, file or known source",
          !near.empty()           ? did_you_mean(near)
          : text.starts_with('@') ? "bundles:" + known
                                  : "'almanac catalog' lists known sources"};
}

Result<std::vector<Source>, Problem> from_catalogue(const Catalogue& catalogue, const std::string& text) {
  std::vector<Source> out;
  if (text.starts_with('@')) {
    for (const CatalogueEntry* entry : catalogue.bundle(std::string_view(text).substr(1))) out.push_back(entry->source);
  } else if (const CatalogueEntry* entry = catalogue.find(text)) {
    out.push_back(entry->source);
  }
  if (out.empty()) return unknown(catalogue, text);
  return out;
}

}  // namespace

Result<WantedSources, Problem> wanted_sources(const FollowArgs& args, const std::filesystem::path& feeds) {
  WantedSources out;
  std::optional<Catalogue> catalogue;
  for (const std::string& text : args.what) {
    std::vector<Source> found;
    if (is_catalogue_word(text)) {
      if (!catalogue) {
        auto loaded = load_catalogue(feeds);
        if (!loaded) return loaded.error();
        catalogue = std::move(*loaded);
      }
      auto known = from_catalogue(*catalogue, text);
      if (!known) return known.error();
      found = std::move(*known);
      if (found.size() > 1) out.is_small = false;
    } else {
      auto address = source_address(text);
      if (!address) return address.error();
      found.emplace_back().url = std::move(*address);
    }
    for (Source& source : found) {
      if (auto applied = apply_source_args(args.source, source); !applied) return applied.error();
      out.sources.push_back(std::move(source));
    }
  }
  return out;
}

}  // namespace almanac
