#include "catalogue.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/base/nearest.hpp>
#include <set>

namespace almanac {
namespace {

/// All that a search looks at, in one text.
std::string searchable(const CatalogueEntry& entry) {
  std::string out = entry.name;
  const auto add = [&out](std::string_view text) { (out += '\n') += text; };
  add(entry.source.name);
  add(entry.source.url);
  add(entry.region);
  add(entry.format);
  if (entry.source.kind) add(to_text(*entry.source.kind));
  for (const std::string& topic : entry.topics) add(topic);
  for (const std::string& bundle : entry.bundles) add("@" + bundle);
  return to_lower(out);
}

}  // namespace

const CatalogueEntry* Catalogue::find(std::string_view name) const {
  const std::string small = to_lower(name);
  for (const CatalogueEntry& entry : entries)
    if (entry.name == small) return &entry;
  return nullptr;
}

std::vector<const CatalogueEntry*> Catalogue::bundle(std::string_view name) const {
  std::vector<const CatalogueEntry*> out;
  for (const CatalogueEntry& entry : entries)
    if (entry.disabled.empty() && std::find(entry.bundles.begin(), entry.bundles.end(), name) != entry.bundles.end())
      out.push_back(&entry);
  return out;
}

std::vector<std::string> Catalogue::bundles() const {
  std::set<std::string> names;
  for (const CatalogueEntry& entry : entries) names.insert(entry.bundles.begin(), entry.bundles.end());
  return {names.begin(), names.end()};
}

std::vector<const CatalogueEntry*> Catalogue::search(const std::vector<std::string>& words) const {
  std::vector<const CatalogueEntry*> out;
  for (const CatalogueEntry& entry : entries) {
    const std::string text = searchable(entry);
    const bool all = std::all_of(words.begin(), words.end(),
                                 [&](const std::string& word) { return text.find(to_lower(word)) != text.npos; });
    if (all) out.push_back(&entry);
  }
  return out;
}

std::string Catalogue::nearest(std::string_view name) const {
  std::vector<std::string> names;
  for (const CatalogueEntry& entry : entries) names.push_back(entry.name);
  for (const std::string& bundle : bundles()) names.push_back("@" + bundle);
  return std::string(nearest_word(to_lower(name), {names.begin(), names.end()}));
}

}  // namespace almanac
