#pragma once
#include <almanac/model/harvest.hpp>
#include <span>
#include <string>

namespace almanac {

/// Entries are shown and exported; the address that their document came from may be a secret, and links that are
/// relative to it repeat that. Masks in links, ids and texts what is secret in `address`, and nothing else.
void hide_secrets(std::span<Entry> entries, const std::string& address);
/// The same for what the document says of itself.
void hide_secrets(DocumentInfo& document, const std::string& address);

}  // namespace almanac
