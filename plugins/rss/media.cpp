#include "media.hpp"

#include "categories.hpp"
#include "links.hpp"
#include "persons.hpp"
#include "text_construct.hpp"

namespace almanac::rss {
namespace {

constexpr std::uint8_t media_rank = 6;
constexpr std::uint8_t thumbnail_rank = 5;
constexpr std::uint8_t rights_rank = 3;

bool is_picture(pugi::xml_node content) {
  const std::string_view medium = Walker::attribute(content, "medium"), type = Walker::attribute(content, "type");
  return same_word(medium, "image") || (medium.empty() && same_word(type.substr(0, 6), "image/"));
}

void read_media_content(Walker& walker, const Element& element, std::vector<almanac_enclosure>& media) {
  const std::string_view url = Walker::attribute(element.node, "url");
  if (url.empty()) return;
  add_enclosure(media,
                {sdk::borrow(walker.resolve(url, element.scope)), sdk::borrow(Walker::attribute(element.node, "type")),
                 read_length(Walker::attribute(element.node, "filesize"))});
}

void read_leaf(Walker& walker, const Element& element, Draft& draft, sdk::Entry& entry) {
  switch (element.name.term) {
    case Term::title:
      draft.title.offer(rss_text(walker, element), media_rank);
      break;
    case Term::description:
      draft.summary.offer(rss_text(walker, element), media_rank);
      draft.content.offer(rss_text(walker, element), media_rank);
      break;
    case Term::copyright:
      draft.rights.offer(rss_text(walker, element), media_rank);
      break;
    case Term::category:
      add_category(entry.category_list, walker.text(element.node));
      break;
    case Term::keywords:
      add_keywords(entry.topic_list, walker.text(element.node));
      break;
    case Term::thumbnail:
      draft.image.offer(walker.resolve(Walker::attribute(element.node, "url"), element.scope), media_rank);
      break;
    default:
      break;
  }
}

}  // namespace

void read_media(Walker& walker, const Element& element, Draft& draft, sdk::Entry& entry,
                std::vector<almanac_enclosure>& media) {
  if (element.name.term == Term::content) read_media_content(walker, element, media);
  if (element.name.term != Term::content && element.name.term != Term::group)
    return read_leaf(walker, element, draft, entry);
  for (const pugi::xml_node node : element.node.children()) {
    if (node.type() != pugi::node_element) continue;
    const Element child = walker.open(node, element.scope);
    if (child.name.space != Space::media) continue;
    if (child.name.term == Term::content) {
      read_media_content(walker, child, media);
      for (const pugi::xml_node leaf : node.children())
        if (leaf.type() == pugi::node_element) read_leaf(walker, walker.open(leaf, child.scope), draft, entry);
    } else {
      read_leaf(walker, child, draft, entry);
    }
  }
}

void read_channel_media(Walker& walker, const Element& element, Draft& draft) {
  const Term term = element.name.term;
  const auto address = [&] { return walker.resolve(Walker::attribute(element.node, "url"), element.scope); };
  if (term == Term::thumbnail) draft.image.offer(address(), thumbnail_rank);
  if (term == Term::content && is_picture(element.node)) draft.image.offer(address(), media_rank);
  if (term == Term::copyright) draft.rights.offer(rss_text(walker, element), rights_rank);
}

}  // namespace almanac::rss
