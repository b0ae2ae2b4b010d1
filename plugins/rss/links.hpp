#pragma once
#include <almanac_sdk.hpp>

#include "walker.hpp"

namespace almanac::rss {

/// A link with an absolute address; `rel` is "alternate" where the document says nothing (RFC 4287 §4.2.7.2).
almanac_link read_link(Walker& walker, const Element& element);
/// The address in an RSS element such as link, comments, url: its text, or `href`, `rdf:resource` when there is none.
std::string_view read_address(Walker& walker, const Element& element);
/// The stated xml:base that an element without anything in it refers to; empty for others.
std::string_view read_empty_reference(const Element& element);
/// RSS enclosure: url, type, length; empty url when there is none. RSS asks for a whole address: a relative one is
/// resolved only where xml:base says against what, else it stays as published.
almanac_enclosure read_enclosure(Walker& walker, const Element& element);
/// Adds one unless its address is there already (a fuller copy completes it).
void add_enclosure(std::vector<almanac_enclosure>& list, const almanac_enclosure& enclosure);
/// The text of atom:id: one that is a relative reference (a path, without a scheme) is resolved.
std::string_view read_identity(Walker& walker, const Element& element);
/// -1 when `text` is no number.
std::int64_t read_length(std::string_view text) noexcept;
/// An address with a scheme, or "www.…".
bool looks_like_address(std::string_view text) noexcept;

inline bool is_rel(const almanac_link& link, std::string_view rel) noexcept {
  return same_word(sdk::view(link.rel), rel);
}

}  // namespace almanac::rss
