#include "prepare_document.hpp"

#include "ingest_errc.hpp"

namespace almanac {
namespace {

/// As much of a document as a plugin needs to recognise it.
constexpr std::size_t sniff_bytes = 4096;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == text.npos; }

Result<const LoadedPlugin*, Problem> find_plugin(const Document& document, const ReadRequest& request,
                                                 const PluginRegistry& plugins) {
  if (!request.plugin.empty()) {
    if (const LoadedPlugin* named = plugins.find(request.plugin)) return named;
    return Problem{IngestErrc::no_plugin, "the plugin '" + request.plugin + "' is not loaded",
                   "'almanac plugins' lists those that are"};
  }
  if (!request.recipe.empty())
    if (const LoadedPlugin* recipe = plugins.find("recipe")) return recipe;
  if (const LoadedPlugin* best =
          plugins.choose(std::string_view(document.body).substr(0, sniff_bytes), document.content_type))
    return best;
  return Problem{IngestErrc::no_plugin,
                 "this is no feed, calendar or page that any plugin reads" +
                     (document.content_type.empty() ? std::string() : " (" + document.content_type + ")"),
                 "check the address in a browser; 'almanac plugins' lists what can be read"};
}

}  // namespace

Result<PreparedDocument, Problem> prepare_document(Document& document, const ReadRequest& request,
                                                   const PluginRegistry& plugins) {
  if (document.body.empty())
    return Problem{IngestErrc::empty_document, "the document is empty",
                   "the publisher may be having trouble; what is stored stays"};
  const Markup markup = guess_markup(document.body, document.content_type);
  Decoded decoded = decode_document(std::move(document.body), document.content_type, markup);
  document.body = std::move(decoded.text);
  if (is_blank(document.body))
    return Problem{IngestErrc::empty_document, "the document is empty",
                   "the publisher may be having trouble; what is stored stays"};

  auto plugin = find_plugin(document, request, plugins);
  if (!plugin) return plugin.error();
  const int year = request.now ? year_of(*request.now) : 1970;
  auto instance = PluginInstance::create(*(*plugin)->table,
                                         {document.url, request.recipe, request.options, request.recipe_text, year});
  if (!instance) return instance.error();
  return PreparedDocument{std::move(*instance), (*plugin)->table->id, std::move(decoded)};
}

void note_decoding(Harvest& harvest, Decoded& decoded) {
  harvest.document.encoding = std::move(decoded.encoding);
  if (!decoded.clean) harvest.document.well_formed = false;
  for (std::string& note : decoded.notes) harvest.warnings.push_back({"encoding", std::move(note), std::nullopt});
}

}  // namespace almanac
