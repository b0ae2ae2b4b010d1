#include <almanac/catalog/catalogue.hpp>
#include <almanac/text/escape.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "../asking.hpp"
#include "../commands.hpp"

namespace almanac {
namespace {

namespace json = boost::json;

json::array list(const std::vector<std::string>& texts) {
  json::array out;
  for (const std::string& text : texts) out.emplace_back(text);
  return out;
}

std::string as_json(const std::vector<const CatalogueEntry*>& entries) {
  json::array out;
  for (const CatalogueEntry* entry : entries) {
    json::object item{{"name", entry->name},
                      {"title", entry->source.name},
                      {"url", entry->source.url},
                      {"recipe", entry->source.recipe},
                      {"kind", entry->source.kind ? std::string(to_text(*entry->source.kind)) : std::string()},
                      {"topics", list(entry->topics)},
                      {"region", entry->region},
                      {"format", entry->format},
                      {"rights", entry->rights},
                      {"certainty", std::string(1, entry->certainty)},
                      {"bundles", list(entry->bundles)},
                      {"disabled", entry->disabled}};
    out.push_back(std::move(item));
  }
  return json::serialize(out) + "\n";
}

/// "confs-tech            confs.tech (conference; @starter @conferences)".
std::string as_text(const std::vector<const CatalogueEntry*>& entries) {
  std::size_t width = 0;
  for (const CatalogueEntry* entry : entries) width = std::max(width, entry->name.size());
  std::string out;
  for (const CatalogueEntry* entry : entries) {
    out += entry->name + std::string(width + 2 - entry->name.size(), ' ') + entry->source.name;
    std::string facts = entry->source.kind ? std::string(to_text(*entry->source.kind)) : std::string();
    for (const std::string& bundle : entry->bundles) (facts += facts.empty() ? "@" : " @") += bundle;
    if (!entry->disabled.empty()) (facts += "; not recommended: ") += entry->disabled;
    out += " (" + facts + ")\n";
  }
  return escape_terminal(out, true);
}

}  // namespace

int run_catalog(Context& context, const CatalogArgs& args) {
  const auto catalogue = load_catalogue(feeds_folder(context.paths()));
  if (!catalogue) return fail(context, catalogue.error());
  const auto found = catalogue->search(args.words);
  if (args.format == "json") return put(context, as_json(found));
  if (found.empty()) {
    context.remark("no known source has these words; 'almanac catalog' lists all");
    return exit_ok;
  }
  return put(context, as_text(found));
}

}  // namespace almanac
