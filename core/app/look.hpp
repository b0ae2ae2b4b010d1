#pragma once
#include <almanac/base/failure.hpp>
#include <almanac/base/result.hpp>
#include <almanac/ingest/read_document.hpp>
#include <almanac/model/source.hpp>
#include <vector>

#include "context.hpp"

namespace almanac {

/// What one poll of a source would read, a result a document; nothing is stored, no database is opened. Blocks until
/// everything has been fetched and read.
Result<std::vector<ReadResult>, Problem> look_at(Context& context, Source source);

}  // namespace almanac
