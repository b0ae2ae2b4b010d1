#include "prepare_document.hpp"

#include "ingest_errc.hpp"

namespace almanac {
namespace {

/// As much of a document as a plugin needs to recognise it.
constexpr std::size_t sniff_bytes = 4096;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == text.npos; }

Result<const LoadedPlugin*, Problem> find_plugin(const Document& document, std::string_view body,
                                                 const ReadRequest& request, const PluginSource& plugins) {
  if (!request.plugin.empty()) {
    if (const LoadedPlugin* named = plugins.find(request.plugin)) return named;
    return Problem{IngestErrc::no_plugin, "the plugin '" + request.plugin + "' is not loaded",
                   "'almanac plugins' lists those that are"};
  }
  if (!request.recipe.empty())
    if (const LoadedPlugin* recipe = plugins.find("recipe")) return recipe;
  if (const LoadedPlugin* best = plugins.choose(body.substr(0, sniff_bytes), document.content_type)) return best;
  if (plugins.is_empty())
    return Problem{IngestErrc::no_plugin, "no plugin is loaded", "'almanac doctor' tells where they are looked for"};
  return Problem{IngestErrc::no_plugin,
                 "this is no feed, calendar or page that any plugin reads" +
                     (document.content_type.empty() ? std::string() : " (" + document.content_type + ")"),
                 "check the address in a browser; 'almanac plugins' lists what can be read"};
}

}  // namespace

std::string_view likely_plugin(const ReadRequest& request, Markup markup) noexcept {
  if (!request.plugin.empty()) return request.plugin;
  if (!request.recipe.empty()) return "recipe";
  switch (markup) {
    case Markup::xml:
      return "rss";
    case Markup::json:
      return "jsonfeed";
    case Markup::calendar:
      return "ical";
    case Markup::html:
    case Markup::other:
      break;
  }
  return {};
}

Result<PreparedDocument, Problem> prepare_document(Document& document, MappedDocument* file, const ReadRequest& request,
                                                   const PluginSource& plugins) {
  const Problem is_empty{IngestErrc::empty_document, "the document is empty",
                         "the publisher may be having trouble; what is stored stays"};
  if (!file && document.body.empty()) return is_empty;
  const std::string& type = document.content_type;
  const Markup markup = file ? file->markup() : guess_markup(document.body, type);
  plugins.expect(likely_plugin(request, markup));  // of a file, while it is decoded
  Decoded decoded = file ? file->decoded() : decode_document(std::move(document.body), type, markup);
  document.body = std::move(decoded.text);
  const std::string_view body = decoded.unchanged ? file->bytes() : document.body;
  if (is_blank(body)) return is_empty;

  auto plugin = find_plugin(document, body, request, plugins);
  if (!plugin) return plugin.error();
  const int year = request.now ? year_of(*request.now) : 1970;
  auto instance = PluginInstance::create(*(*plugin)->table,
                                         {document.url, request.recipe, request.options, request.recipe_text, year});
  if (!instance) return instance.error();
  return PreparedDocument{std::move(*instance), (*plugin)->table->id, std::move(decoded)};
}

void note_language(DocumentInfo& said, const Document& document) {
  if (said.language.empty()) said.language = document.language;
}

void note_decoding(Harvest& harvest, const Decoded& decoded) {
  harvest.document.encoding = decoded.encoding;
  if (!decoded.clean) harvest.document.well_formed = false;
  for (const std::string& note : decoded.notes) harvest.warnings.push_back({"encoding", note, std::nullopt});
}

}  // namespace almanac
