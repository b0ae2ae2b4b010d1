#pragma once
#include <almanac_sdk.hpp>

#include "draft.hpp"
#include "walker.hpp"

namespace almanac::rss {

/// Reads an element of Media RSS (1.5.1) below an entry: content and group become `media`, which follow the entry's
/// enclosures; title, description, credit, copyright, category, keywords and thumbnail fill what nothing better states.
void read_media(Walker& walker, const Element& element, Draft& draft, sdk::Entry& entry,
                std::vector<almanac_enclosure>& media);

/// The same below a channel or feed: its picture (thumbnail, or content whose medium or type is an image) and
/// copyright.
void read_channel_media(Walker& walker, const Element& element, Draft& draft);

}  // namespace almanac::rss
