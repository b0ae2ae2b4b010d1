#pragma once
#include <almanac/plugin/instance.hpp>
#include <almanac/plugin/plugin_source.hpp>
#include <string>

#include "mapped_document.hpp"
#include "read_document.hpp"

namespace almanac {

/// A document decoded and the plugin that is to read it.
struct PreparedDocument {
  PluginInstance instance;
  std::string plugin;  ///< its id
  Decoded decoding;    ///< what was found about the encoding; the text itself went into the document
};

/// The id of the plugin that a document of some markup is probably for; empty: of none in particular.
std::string_view likely_plugin(const ReadRequest& request, Markup markup) noexcept;

/// Decodes `document` in place and finds the plugin for it. Fails for a document without content, or that nobody reads.
/// `file`, when there is one, has the body in place of the document, which gets a body of its own only when that had to
/// change (see Decoded::unchanged).
Result<PreparedDocument, Problem> prepare_document(Document& document, MappedDocument* file, const ReadRequest& request,
                                                   const PluginSource& plugins);

/// Gives a document that does not state its language the one that it was sent with.
void note_language(DocumentInfo& said, const Document& document);
/// Tells in `harvest` how the document was decoded.
void note_decoding(Harvest& harvest, const Decoded& decoded);

}  // namespace almanac
