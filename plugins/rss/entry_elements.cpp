// What each element of an entry says, vocabulary by vocabulary.
#include <algorithm>

#include "categories.hpp"
#include "entry_ranks.hpp"
#include "entry_reader.hpp"
#include "links.hpp"
#include "persons.hpp"
#include "text_construct.hpp"

namespace almanac::rss {
namespace {

constexpr std::size_t most_links = 1000;

bool is_page(pugi::xml_node link) {
  return same_word(Walker::attribute(link, "rel"), "alternate") &&
         same_word(Walker::attribute(link, "type"), "text/html");
}

/// Whether a link to replies leads to a page; without a type it leads to a feed (RFC 4685 §4).
bool is_page_type(std::string_view type) {
  return same_word(type, "application/xhtml+xml") || (!type.empty() && !type.ends_with("xml"));
}

}  // namespace

/// RSS 0.9x, 1.0, 2.0, CDF, and names of other formats that people use in them.
void EntryReader::read_plain(const Element& child) {
  const pugi::xml_node node = child.node;
  switch (child.name.term) {
    case Term::title:
      draft_.title.offer(rss_text(walker_, child), 0);
      break;
    case Term::link:
      if (!Walker::attribute(node, "rel").empty()) return read_atom_link(child);
      draft_.url.offer(read_address(walker_, child), rank_link);
      draft_.url.offer(read_empty_reference(child), rank_base);
      break;
    case Term::url:
      draft_.url.offer(read_address(walker_, child), rank_about);
      break;
    case Term::guid:
      read_guid(child);
      break;
    case Term::id:
      draft_.id.offer(walker_.text(node), 1);
      break;
    case Term::description:
    case Term::summary:
      read_second_description(child);
      break;
    case Term::abstract:
    case Term::tagline:
    case Term::subtitle:
      draft_.summary.offer(rss_html(walker_, child), 1);
      break;
    case Term::fullitem:
      draft_.content.offer(rss_html(walker_, child), 2);
      break;
    case Term::encoded:
      draft_.content.offer(rss_html(walker_, child), 1);
      break;
    case Term::body:
    case Term::content:
      draft_.content.offer(rss_content(walker_, child), 3);
      break;
    case Term::author:
      add_person(draft_.people.native, read_person(walker_, child));
      break;
    case Term::category:
      read_category(walker_, child, entry_.category_list);
      break;
    case Term::tags:
      add_keywords(entry_.category_list, walker_.text(node));
      break;
    case Term::keywords:
      add_keywords(entry_.topic_list, walker_.text(node));
      break;
    case Term::comments:
      draft_.comments.offer(read_address(walker_, child), 0);
      break;
    case Term::enclosure:
      add_enclosure(entry_.enclosure_list, read_enclosure(walker_, child));
      break;
    case Term::pubdate:
    case Term::published:
    case Term::issued:
      draft_.published.offer(time(child), 0);
      break;
    case Term::updated:
    case Term::modified:
    case Term::lastbuilddate:
      draft_.updated.offer(time(child), 0);
      break;
    case Term::created:
      draft_.published.offer(time(child), 3);
      break;
    case Term::date:
      draft_.published.offer(time(child), 2);
      break;
    case Term::language:
      draft_.language.offer(walker_.text(node), 0);
      break;
    case Term::copyright:
    case Term::rights:
      draft_.rights.offer(rss_text(walker_, child), 0);
      break;
    default:
      break;
  }
}

void EntryReader::read_atom(const Element& child) {
  switch (child.name.term) {
    case Term::title:
      draft_.title.offer(atom_text(walker_, child), 0);
      break;
    case Term::link:
      read_atom_link(child);
      break;
    case Term::id:
      read_atom_id(child);
      break;
    case Term::source:
      read_source(child);
      break;
    case Term::summary:
      draft_.summary.offer(atom_text(walker_, child), 1);
      break;
    case Term::content:
      draft_.content.offer(atom_text(walker_, child), 0);
      draft_.language.offer(Walker::attribute(child.node, "xml:lang"), 3);
      break;
    case Term::author:
      add_person(draft_.people.native, read_person(walker_, child));
      break;
    case Term::category:
      read_category(walker_, child, entry_.category_list);
      break;
    case Term::published:
    case Term::pubdate:
    case Term::issued:
      draft_.published.offer(time(child), 0);
      break;
    case Term::updated:
    case Term::modified:
      draft_.updated.offer(time(child), 0);
      break;
    case Term::created:
      draft_.published.offer(time(child), 3);
      break;
    case Term::rights:
    case Term::copyright:
      draft_.rights.offer(atom_text(walker_, child), 0);
      break;
    case Term::start_time:
      events_.offer_start(time(child), 1);
      break;
    case Term::end_time:
      events_.offer_end(sdk::end_as_published(walker_.text(child.node)), 1);
      break;
    case Term::guid:
      read_guid(child);
      break;
    case Term::description:
      draft_.summary.offer(rss_html(walker_, child), 2);
      break;
    case Term::enclosure:
      add_enclosure(entry_.enclosure_list, read_enclosure(walker_, child));
      break;
    default:
      break;
  }
}

/// An id need not be an address (RFC 4287 §4.2.6), but of an entry without a link nothing comes closer.
void EntryReader::read_atom_id(const Element& child) {
  const std::string_view id = read_identity(walker_, child);
  draft_.id.offer(id, 0);
  if (id.starts_with("http")) draft_.url.offer(looks_like_address(id) ? id : std::string_view(), rank_about);
}

void EntryReader::read_atom_link(const Element& child) {
  const almanac_link link = read_link(walker_, child);
  if (entry_.link_list.size() < most_links) entry_.link_list.push_back(link);
  if (link.href.size == 0) return;
  if (is_rel(link, "alternate")) {
    draft_.url.offer(sdk::view(link.href), is_page(child.node) ? rank_page : rank_alternate);
  } else if (is_rel(link, "enclosure")) {
    const bool is_self = child.node.attribute("href") && Walker::attribute(child.node, "href").empty();
    if (is_self) return;  // no feed is attached to itself
    add_enclosure(entry_.enclosure_list, {link.href, link.type, read_length(Walker::attribute(child.node, "length"))});
  } else if (is_rel(link, "replies")) {
    if (is_page_type(sdk::view(link.type))) draft_.comments.offer(sdk::view(link.href), 1);
    for (const pugi::xml_attribute attribute : child.node.attributes())
      if (walker_.attribute_name(attribute) == Name{Space::thread, Term::count}) count_comments(attribute.value());
  }
}

/// Of several numbers the largest: a thread has pages of replies and a total.
void EntryReader::count_comments(std::string_view number) {
  entry_.comment_count = std::max(entry_.comment_count, read_length(number));
}

/// The first of description and summary is the summary; when both are there, the second says more.
void EntryReader::read_second_description(const Element& child) {
  const almanac_text text = rss_html(walker_, child);
  if (draft_.summary.from(rank_description))
    draft_.content.offer(text, 5);
  else
    draft_.summary.offer(text, rank_description);
}

/// Where an aggregated entry came from: its authors stand in for missing ones.
void EntryReader::read_source(const Element& source) {
  for (const pugi::xml_node node : source.node.children()) {
    if (node.type() != pugi::node_element) continue;
    const Element child = walker_.open(node, source.scope);
    if (child.name.term == Term::author) add_person(source_people_, read_person(walker_, child));
  }
}

void EntryReader::read_guid(const Element& child) {
  const std::string_view guid = walker_.text(child.node);
  const std::string_view stated = Walker::attribute(child.node, "isPermaLink");
  const bool denied = same_word(stated, "false");
  const bool is_address = looks_like_address(guid);
  const bool is_reference = !is_address && !stated.empty() && !denied;
  const std::string_view id = is_reference ? walker_.resolve(guid, child.scope) : guid;
  draft_.id.offer(id, 0);
  entry_.id_is_permalink |= !denied;
  if (!denied && (is_address || is_reference)) draft_.url.offer(id, rank_permalink);
}

void EntryReader::read_dublin_core(const Element& child) {
  switch (child.name.term) {
    case Term::title:
      draft_.title.offer(rss_text(walker_, child), 2);
      break;
    case Term::creator:
    case Term::author:
      add_person(draft_.people.creators, read_person(walker_, child));
      break;
    case Term::subject:
      add_category(entry_.category_list, walker_.text(child.node));
      break;
    case Term::date:
      draft_.published.offer(time(child), 2);
      draft_.updated.offer(time(child), 4);
      break;
    case Term::identifier:
      draft_.id.offer(walker_.text(child.node), 2);
      break;
    case Term::description:
      draft_.summary.offer(rss_html(walker_, child), 5);
      break;
    case Term::language:
      draft_.language.offer(walker_.text(child.node), 1);
      break;
    case Term::rights:
      draft_.rights.offer(rss_text(walker_, child), 1);
      break;
    default:
      read_terms(child);
      break;
  }
}

void EntryReader::read_terms(const Element& child) {
  switch (child.name.term) {
    case Term::issued:
      draft_.published.offer(time(child), 1);
      break;
    case Term::created:
      draft_.published.offer(time(child), 3);
      break;
    case Term::modified:
      draft_.updated.offer(time(child), 1);
      break;
    case Term::date:
      draft_.published.offer(time(child), 2);
      break;
    case Term::abstract:
    case Term::description:
      draft_.summary.offer(rss_html(walker_, child), 5);
      break;
    default:
      break;
  }
}

void EntryReader::read_itunes(const Element& child) {
  switch (child.name.term) {
    case Term::title:
      draft_.title.offer(rss_text(walker_, child), 3);
      break;
    case Term::author:
      add_person(draft_.people.itunes, read_person(walker_, child));
      break;
    case Term::summary:
      draft_.summary.offer(rss_html(walker_, child), 3);
      break;
    case Term::subtitle:
      draft_.summary.offer(rss_html(walker_, child), 4);
      break;
    case Term::keywords:
      add_keywords(entry_.topic_list, walker_.text(child.node));
      break;
    case Term::category:
      read_category(walker_, child, entry_.category_list);
      break;
    default:
      break;
  }
}

}  // namespace almanac::rss
