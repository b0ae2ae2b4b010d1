#include "categories.hpp"
#include "feed_reader.hpp"
#include "links.hpp"
#include "media.hpp"
#include "persons.hpp"
#include "text_construct.hpp"

namespace almanac::rss {
namespace {

constexpr std::size_t most_feed_links = 1000;

}  // namespace

void FeedReader::read_plain(const Element& child, std::size_t depth) {
  const pugi::xml_node node = child.node;
  switch (child.name.term) {
    case Term::rss:  // an element too many
    case Term::channel:
    case Term::items:
      if (depth >= max_nesting) break;
      if (child.name.term == Term::channel && depth == 0) read_attributes(child);
      read_children(child, depth + 1);
      break;
    case Term::title:
      draft_.title.offer(rss_text(walker_, child), 0);
      break;
    case Term::link:
      read_link(child);
      break;
    case Term::url:
      draft_.url.offer(read_address(walker_, child), 3);
      break;
    case Term::description:
      draft_.summary.offer(rss_text(walker_, child), 0);
      break;
    case Term::abstract:
    case Term::subtitle:
    case Term::tagline:
      draft_.summary.offer(rss_text(walker_, child), 1);
      break;
    case Term::language:
      draft_.language.offer(walker_.text(node), 0);
      break;
    case Term::copyright:
    case Term::rights:
      draft_.rights.offer(rss_text(walker_, child), 0);
      break;
    case Term::managingeditor:
    case Term::author:
      add_person(draft_.people.native, read_person(walker_, child));
      break;
    case Term::category:
      read_category(walker_, child, document_.category_list);
      break;
    case Term::generator:
      generator_.offer(walker_.text(node), 0);
      break;
    case Term::lastbuilddate:
    case Term::updated:
    case Term::modified:
      draft_.updated.offer(time(child), 0);
      break;
    case Term::pubdate:
    case Term::published:
    case Term::issued:
      draft_.published.offer(time(child), 0);
      draft_.updated.offer(time(child), 4);
      break;
    case Term::date:
      draft_.updated.offer(time(child), 2);
      break;
    case Term::image:
    case Term::logo:
    case Term::icon:
      read_image(child);
      break;
    case Term::id:
    case Term::guid:
      draft_.id.offer(walker_.text(node), 1);
      break;
    default:  // around all items some put an element of their own
      if (depth < max_nesting && node.child("item") && !holds_items(node.parent(), depth))
        read_children(child, depth + 1);
      break;
  }
}

bool FeedReader::holds_items(pugi::xml_node parent, std::size_t depth) {
  Asked& asked = asked_[depth];
  if (asked.parent != parent) asked = {parent, !parent.child("item").empty()};
  return asked.holds_items;
}

void FeedReader::read_atom(const Element& child) {
  const pugi::xml_node node = child.node;
  switch (child.name.term) {
    case Term::title:
      draft_.title.offer(atom_text(walker_, child), 0);
      break;
    case Term::link:
      read_link(child);
      break;
    case Term::id:
      draft_.id.offer(read_identity(walker_, child), 0);
      break;
    case Term::subtitle:
    case Term::tagline:
      draft_.summary.offer(atom_text(walker_, child), 0);
      break;
    case Term::description:
      draft_.summary.offer(rss_text(walker_, child), 1);
      break;
    case Term::author:
      add_person(draft_.people.native, read_person(walker_, child));
      break;
    case Term::category:
      read_category(walker_, child, document_.category_list);
      break;
    case Term::generator:
      generator_.offer(walker_.text(node), 0);
      break;
    case Term::updated:
    case Term::modified:
      draft_.updated.offer(time(child), 0);
      break;
    case Term::published:
    case Term::issued:
      draft_.published.offer(time(child), 0);
      draft_.updated.offer(time(child), 4);
      break;
    case Term::rights:
    case Term::copyright:
      draft_.rights.offer(atom_text(walker_, child), 0);
      break;
    case Term::logo:
      draft_.image.offer(read_address(walker_, child), 1);
      break;
    case Term::icon:
      draft_.image.offer(read_address(walker_, child), 4);
      break;
    case Term::image:
      read_image(child);
      break;
    case Term::language:
      draft_.language.offer(walker_.text(node), 0);
      break;
    default:
      break;
  }
}

void FeedReader::read_dublin_core(const Element& child) {
  switch (child.name.term) {
    case Term::title:
      draft_.title.offer(rss_text(walker_, child), 2);
      break;
    case Term::description:
      draft_.summary.offer(rss_text(walker_, child), 2);
      break;
    case Term::creator:
    case Term::author:
      add_person(draft_.people.creators, read_person(walker_, child));
      break;
    case Term::subject:
      add_category(document_.category_list, walker_.text(child.node));
      break;
    case Term::language:
      draft_.language.offer(walker_.text(child.node), 1);
      break;
    case Term::rights:
      draft_.rights.offer(rss_text(walker_, child), 1);
      break;
    case Term::identifier:
      draft_.id.offer(walker_.text(child.node), 2);
      break;
    case Term::modified:
      draft_.updated.offer(time(child), 1);
      break;
    case Term::date:
      draft_.updated.offer(time(child), 2);
      break;
    case Term::issued:
    case Term::created:
      draft_.published.offer(time(child), 1);
      break;
    default:
      break;
  }
}

void FeedReader::read_itunes(const Element& child) {
  const pugi::xml_node node = child.node;
  switch (child.name.term) {
    case Term::title:
      draft_.title.offer(rss_text(walker_, child), 3);
      break;
    case Term::author:
      add_person(draft_.people.itunes, read_person(walker_, child));
      break;
    case Term::subtitle:
      draft_.summary.offer(rss_text(walker_, child), 3);
      break;
    case Term::summary:
      draft_.summary.offer(rss_text(walker_, child), 4);
      break;
    case Term::category:
      read_category(walker_, child, document_.category_list);
      break;
    case Term::keywords:
      add_keywords(document_.category_list, walker_.text(node));
      break;
    case Term::image: {
      std::string_view address = Walker::attribute(node, "href");
      if (address.empty()) address = Walker::attribute(node, "url");
      if (address.empty()) address = walker_.text(node);
      draft_.image.offer(walker_.resolve(address, child.scope), 2);
      break;
    }
    default:
      break;
  }
}

/// RSS link is a text; a link with attributes is Atom's, in whatever format it stands.
void FeedReader::read_link(const Element& child) {
  const bool is_rss = child.name.space != Space::atom && family_ == Family::rss;
  if (is_rss && Walker::attribute(child.node, "rel").empty()) {
    const std::string_view address = read_address(walker_, child);
    if (!address.empty() && draft_.url.empty())
      document_.link_list.push_back({sdk::borrow(address), sdk::borrow("alternate"), {}, {}});
    return draft_.url.offer(address, 0);
  }
  const almanac_link link = rss::read_link(walker_, child);
  if (document_.link_list.size() < most_feed_links) document_.link_list.push_back(link);
  if (is_rel(link, "alternate")) draft_.url.offer(sdk::view(link.href), 1);
  if (is_rel(link, "self")) self_.offer(sdk::view(link.href), 0);
}

/// RSS image/url; an empty image in RSS 1.0 only points to the one beside the channel.
void FeedReader::read_image(const Element& child) {
  std::string_view address;
  for (const pugi::xml_node node : child.node.children()) {
    if (node.type() != pugi::node_element) continue;
    const Element inner = walker_.open(node, child.scope);
    if (inner.name.term == Term::url) address = read_address(walker_, inner);
  }
  if (!address.empty()) return draft_.image.offer(address, 0);
  if (Walker::has_elements(child.node)) return;
  if (const std::string_view href = Walker::attribute(child.node, "href"); !href.empty())
    return draft_.image.offer(walker_.resolve(href, child.scope), 3);
  draft_.image.offer(read_address(walker_, child), 3);
}

/// CDF says in attributes what others say in elements; RDF names the channel.
void FeedReader::read_attributes(const Element& element) {
  for (const pugi::xml_attribute attribute : element.node.attributes()) {
    const std::string_view name = attribute.name();
    const std::string_view value = trim_controls(attribute.value());
    if (same_word(name, "href")) {
      draft_.url.offer(walker_.resolve(value, element.scope), 0);
      document_.link_list.push_back({sdk::borrow(draft_.url.value()), sdk::borrow("alternate"), {}, {}});
    } else if (same_word(name, "lastmod"))
      draft_.updated.offer(sdk::as_published(value), 0);
    else if (walker_.attribute_name(attribute) == Name{Space::rdf, Term::about}) {
      draft_.id.offer(value, 3);
      if (looks_like_address(value)) draft_.url.offer(value, 4);
    }
  }
}

}  // namespace almanac::rss
