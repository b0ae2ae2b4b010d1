#include <almanac/catalog/catalogue.hpp>
#include <almanac/render/columns.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "../asking.hpp"
#include "../commands.hpp"

namespace almanac {
using namespace render;

namespace {

namespace json = boost::json;

/// What the letters mean (feeds/README.md).
std::string_view certainty_words(char certainty) {
  switch (certainty) {
    case 'A':
      return "A: a dated live answer was reported";
    case 'B':
      return "B: the publisher's own repository makes the document";
    case 'C':
      return "C: several independent mentions";
    case 'D':
      return "D: one mention";
    default:
      return "E: from memory";
  }
}

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

std::string joined(const std::vector<std::string>& texts, std::string_view before, std::string_view between) {
  std::string out;
  for (const std::string& text : texts) ((out += out.empty() ? "" : between) += before) += text;
  return out;
}

/// A line each: name, title, kind and bundles.
void append_list(std::string& out, const std::vector<const CatalogueEntry*>& entries, const TextStyle& style) {
  std::vector<Column> columns{{"NAME", firm, firm, 9, {}},
                              {"TITLE", 34, 18, 8, {}},
                              {"KIND", firm, firm, 3, {}},
                              {"BUNDLES", firm, firm, 2, {}}};
  for (const CatalogueEntry* entry : entries) {
    columns[0].cells.push_back({entry->name, "1", {}});
    columns[1].cells.push_back({terminal_line(entry->source.name), {}, {}});
    columns[2].cells.push_back(
        {entry->source.kind ? std::string(to_text(*entry->source.kind)) : std::string(), {}, {}});
    columns[3].cells.push_back({joined(entry->bundles, "@", " "), "2", {}});
  }
  const auto widths = fit_columns(columns, style.width);
  append_head(out, columns, widths, style);
  for (std::size_t row = 0; row < entries.size(); ++row) append_row(out, columns, widths, row, style);
}

/// What is known of one source.
void append_detail(std::string& out, const CatalogueEntry& entry, const TextStyle& style) {
  const Source& source = entry.source;
  append_styled(out, terminal_line(source.name), "1", style);
  out += '\n';
  const auto line = [&](const std::string& label, const std::string& text) {
    if (text.empty()) return;
    constexpr std::size_t column = 15;
    std::string wrapped;
    append_wrapped(wrapped, terminal_line(text), style.width, column, column);
    out += "  " + label + wrapped.substr(std::min(column, label.size() + 2));
  };
  line("name", entry.name);
  line("address", source.url);
  line("format", entry.format + (source.recipe.empty() ? "" : ", by the recipe " + source.recipe));
  line("kind", source.kind ? std::string(to_text(*source.kind)) : std::string());
  line("topics", joined(entry.topics, "", ", "));
  line("region", entry.region);
  if (source.every)
    line("polled", "every " + std::to_string(std::chrono::duration_cast<std::chrono::hours>(*source.every).count()) +
                       " hours at most");
  line("rights", entry.rights);
  line("certainty", std::string(certainty_words(entry.certainty)));
  line("bundles", joined(entry.bundles, "@", " "));
  line("not advised", entry.disabled);
}

std::string as_text(const std::vector<const CatalogueEntry*>& entries, const TextStyle& style) {
  std::string out;
  if (entries.size() == 1) {
    append_detail(out, *entries.front(), style);
    return out;
  }
  std::vector<const CatalogueEntry*> advised, others;
  for (const CatalogueEntry* entry : entries) (entry->disabled.empty() ? advised : others).push_back(entry);
  if (!advised.empty()) append_list(out, advised, style);
  if (others.empty()) return out;
  out += advised.empty() ? "" : "\n";
  append_styled(out, "Not advised:", "33", style);
  out += '\n';
  for (const CatalogueEntry* entry : others)
    append_wrapped(out, entry->name + ": " + terminal_line(entry->disabled), style.width, 2, 4);
  return out;
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
  const TextStyle style = text_style_of(context);
  if (!args.words.empty()) return put(context, as_text(found, style));
  std::string out = as_text(found, style) + "\n";
  std::string bundles = "Bundles:";
  for (const std::string& name : catalogue->bundles())
    bundles += " @" + name + " (" + std::to_string(catalogue->bundle(name).size()) + ")";
  append_wrapped(out, bundles, style.width, 0, 2);
  return put(context, out);
}

}  // namespace almanac
