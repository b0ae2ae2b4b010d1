#pragma once
#include <almanac/model/digest_view.hpp>
#include <almanac/render/reader.hpp>
#include <string>

namespace almanac {

/// A digest as plain text, wrapped at `style.width` (78 for files and mail).
std::string render_digest_text(const DigestView& digest, const Reader& reader, const TextStyle& style);

}  // namespace almanac
