#pragma once
#include <almanac_sdk.hpp>

#include "walker.hpp"

namespace almanac::rss {

/// The text of an RSS element (title, description …). Such texts are plain or escaped HTML and do not say which: one
/// that has a tag or a reference after decoding counts as HTML. Elements inside (naked markup) are taken as HTML.
almanac_text rss_text(Walker& walker, const Element& element);
/// The same for elements that hold HTML by definition: description, content:encoded.
almanac_text rss_html(Walker& walker, const Element& element);
/// An un-namespaced `content` in RSS, which no specification knows: HTML, unless its type is text/plain.
almanac_text rss_content(Walker& walker, const Element& element);
/// The children of an element that holds XHTML: xhtml:body, fullitem.
almanac_text xhtml_text(Walker& walker, const Element& element);

/// RFC 4287 §3.1 text constructs and §4.1.3 content; Atom 0.3 content constructs with `mode`. A single wrapping <div>
/// is removed.
almanac_text atom_text(Walker& walker, const Element& element);

/// Whether a text has a tag or a character reference.
bool has_markup(std::string_view text) noexcept;
inline bool is_empty(const almanac_text& text) noexcept { return text.value.size == 0; }

}  // namespace almanac::rss
