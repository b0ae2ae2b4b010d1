#include <almanac/catalog/catalogue.hpp>
#include <almanac/model/redact_text.hpp>
#include <almanac/text/escape.hpp>

#include "../app_errc.hpp"
#include "../asking.hpp"
#include "../commands.hpp"

namespace almanac {
namespace {

void add(std::string& out, std::string_view word) {
  const std::string line = escape_terminal(word);
  if (!line.empty()) out += line + '\n';
}

/// Names of sources, and the addresses of those without; a missing database has none.
std::string source_words(const Context& context) {
  std::string out;
  auto store = open_to_read(context);
  if (!store) return out;
  const auto sources = store->sources();
  if (!sources) return out;
  for (const Source& source : *sources) add(out, source.name.empty() ? redact_text(source.url) : source.name);
  return out;
}

std::string catalogue_words(const Context& context) {
  std::string out;
  const auto catalogue = load_catalogue(feeds_folder(context.paths()));
  if (!catalogue) return out;
  for (const CatalogueEntry& entry : catalogue->entries) add(out, entry.name);
  for (const std::string& bundle : catalogue->bundles()) add(out, '@' + bundle);
  return out;
}

}  // namespace

int run_completion_words(Context& context, const CompletionsArgs& args) {
  std::string out;
  if (args.what == "sources") return put(context, source_words(context));
  if (args.what == "catalogue") return put(context, catalogue_words(context));
  if (args.what == "profiles") {
    for (const auto& [name, profile] : context.config().profiles) add(out, name);
    return put(context, out);
  }
  if (args.what == "filters") {
    for (const auto& [name, text] : context.config().filters) add(out, '@' + name);
    return put(context, out);
  }
  return fail(context, Problem{AppErrc::bad_usage, "no completions for '" + args.what + "'", "bash, zsh or fish"});
}

}  // namespace almanac
