#pragma once
#include <almanac/ingest/open_document.hpp>
#include <almanac/render/harvest_json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace almanac {

/// Writes a long document as `inspect` shows it, with a line end: a few entries at a time are normalised and written on
/// several threads, in document order. `url` and `id` as in render_harvest_json. False when `write` wanted no more.
Result<bool, Problem> write_open_document(OpenDocument& document, std::string_view url,
                                          const std::optional<std::string>& id, const TextSink& write);

}  // namespace almanac
