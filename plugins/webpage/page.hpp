#pragma once
#include <boost/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace almanac::webpage {

/// A link of the page, address as written.
struct PageLink {
  std::string rel, href, type, title;
  bool anchor = false;  ///< an `a`, `area` or `iframe` of the body, not a `link`; a frame has the relation "frame"
};

/// What one pass over a page finds.
struct Page {
  std::string title, description, language, generator, image;
  std::string canonical, base;            ///< as written
  std::vector<PageLink> links;            ///< that may lead to feeds and calendars
  std::vector<std::string_view> scripts;  ///< JSON-LD, views into the page
  boost::json::array microdata, microformats;
  bool has_markup = false;
};

/// Reads a page: linear, without recursion, at most 4,000 links and 10,000 scripts are kept.
Page read_page(std::string_view html);

}  // namespace almanac::webpage
