#pragma once
#include <almanac/model/digest_view.hpp>
#include <almanac/render/reader.hpp>
#include <string>

namespace almanac {

/// Columns of a digest in files and mail (RFC 5322 §2.1.1).
inline constexpr std::size_t digest_file_width = 78;

/// A digest as plain text, wrapped at `style.width`.
std::string render_digest_text(const DigestView& digest, const Reader& reader, const TextStyle& style);

}  // namespace almanac
