#pragma once
#include <almanac/plugin/instance.hpp>
#include <almanac/text/charset.hpp>
#include <string>

#include "read_document.hpp"

namespace almanac {

/// A document decoded and the plugin that is to read it.
struct PreparedDocument {
  PluginInstance instance;
  std::string plugin;  ///< its id
  Decoded decoding;    ///< what was found about the encoding; the text itself went into the document
};

/// Decodes `document` in place and finds the plugin for it. Fails for a document without content, or that nobody reads.
Result<PreparedDocument, Problem> prepare_document(Document& document, const ReadRequest& request,
                                                   const PluginRegistry& plugins);

/// Tells in `harvest` how the document was decoded.
void note_decoding(Harvest& harvest, Decoded& decoded);

}  // namespace almanac
