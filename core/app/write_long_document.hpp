#pragma once
#include <almanac/ingest/mapped_document.hpp>
#include <almanac/ingest/open_document.hpp>
#include <almanac/render/harvest_json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace almanac {

/// A document and how it is to be read.
struct WantedDocument {
  Document document;
  ReadRequest request;
  std::unique_ptr<MappedDocument> file;  ///< has the bytes in place of the document, or is null
};

/// An answer that was written.
struct WrittenAnswer {
  bool is_wanted = true;           ///< false: `write` wanted no more
  std::optional<Problem> problem;  ///< what the answer tells behind its entries: the rest could not be read
};

/// Reads a long document and writes it as `inspect` shows it, with a line end: a few entries at a time are normalised
/// and written on several threads, in document order. `url` and `id` as in render_harvest_json. Entries are written
/// while the document is being read when it has told of itself first, and what is known by its end stands behind them;
/// else they are held. Fails as read_document does, with nothing written.
Result<WrittenAnswer, Problem> write_long_document(WantedDocument wanted, const PluginSource& plugins,
                                                   std::string_view url, const std::optional<std::string>& id,
                                                   const TextSink& write);

}  // namespace almanac
