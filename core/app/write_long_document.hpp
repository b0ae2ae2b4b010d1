#pragma once
#include <almanac/base/mapped_file.hpp>
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
  std::string language;  ///< as the response said, for a document that says none
  MappedFile file;       ///< has the bytes in place of the document when it is not empty
};

/// Reads a long document and writes it as `inspect` shows it, with a line end: a few entries at a time are normalised
/// and written on several threads, in document order. `url` and `id` as in render_harvest_json. Fails as read_document
/// does; false when `write` wanted no more.
Result<bool, Problem> write_long_document(WantedDocument wanted, const PluginRegistry& plugins, std::string_view url,
                                          const std::optional<std::string>& id, const TextSink& write);

}  // namespace almanac
