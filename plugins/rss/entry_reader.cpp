#include "entry_reader.hpp"

#include "categories.hpp"
#include "links.hpp"
#include "media.hpp"
#include "microformats.hpp"
#include "persons.hpp"
#include "text_construct.hpp"

namespace almanac::rss {
namespace {

// Ranks of an entry's address: the first is best.
constexpr std::uint8_t rank_link = 0;       // RSS link
constexpr std::uint8_t rank_page = 1;       // Atom link that says alternate and text/html
constexpr std::uint8_t rank_alternate = 2;  // other Atom alternates
constexpr std::uint8_t rank_permalink = 3;  // guid that is a permalink
constexpr std::uint8_t rank_original = 4;   // feedburner:origLink
constexpr std::uint8_t rank_about = 5;      // rdf:about
constexpr std::uint8_t rank_enclosure = 6;  // nothing better: what is attached
constexpr std::uint8_t rank_base = 7;       // an empty link, which means the stated base itself (RFC 3986 §5.4.1)

// … and of its text: RSS description and summary are rivals, and the one that comes second is the content.
constexpr std::uint8_t rank_description = 0;

constexpr std::size_t most_links = 1000;
constexpr std::size_t most_people = 200;

bool is_page(pugi::xml_node link) {
  return same_word(Walker::attribute(link, "rel"), "alternate") &&
         same_word(Walker::attribute(link, "type"), "text/html");
}

}  // namespace

void EntryReader::read(const Element& item, Family family, const std::vector<almanac_person>& inherited) {
  entry_.clear();
  source_people_.clear();
  media_.clear();
  draft_.reset();
  geo_.reset();
  events_.reset();
  read_cdf_attributes(item);
  for (pugi::xml_node node = item.node.first_child(); node; node = node.next_sibling())
    if (node.type() == pugi::node_element) read_child(walker_.open(node, item.scope), family);
  choose_texts(family);
  fill(item);
  if (entry_.author_list.empty()) entry_.author_list = source_people_;
  if (entry_.author_list.empty() && family == Family::atom) entry_.author_list = inherited;
}

void EntryReader::read_child(const Element& child, Family family) {
  switch (child.name.space) {
    case Space::plain:
    case Space::rdf:
      if (options_.bare_event_elements && events_.read_bare(child)) return;
      return family == Family::atom ? read_atom(child) : read_plain(child);
    case Space::atom:
      if (options_.bare_event_elements && events_.read_bare(child)) return;
      return read_atom(child);
    case Space::dc:
      return read_dublin_core(child);
    case Space::dcterms:
      return read_terms(child);
    case Space::content:
      if (child.name.term == Term::encoded) draft_.content.offer(rss_html(walker_, child), 0);
      return;
    case Space::xhtml:
      if (child.name.term == Term::body || child.name.term == Term::unknown)
        draft_.content.offer(xhtml_text(walker_, child), 1);
      return;
    case Space::media:
      return read_media(walker_, child, draft_, entry_, media_);
    case Space::itunes:
      return read_itunes(child);
    case Space::georss:
      if (child.name.term == Term::featurename) events_.offer_location(walker_.text(child.node), 3);
      return geo_.read(child);
    case Space::geo:
    case Space::gml:
      return geo_.read(child);
    case Space::feedburner:
      if (child.name.term == Term::origlink) draft_.url.offer(read_address(walker_, child), rank_original);
      return;
    case Space::sy:
    case Space::foreign:
      return;
    default:
      events_.read(child);
      return;
  }
}

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
      draft_.id.offer(read_identity(walker_, child), 0);
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
      events_.offer_end(time(child), 1);
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

void EntryReader::read_atom_link(const Element& child) {
  const almanac_link link = read_link(walker_, child);
  if (entry_.link_list.size() < most_links) entry_.link_list.push_back(link);
  if (link.href.size == 0) return;
  if (is_rel(link, "alternate")) {
    draft_.url.offer(sdk::view(link.href), is_page(child.node) ? rank_page : rank_alternate);
  } else if (is_rel(link, "enclosure")) {
    add_enclosure(entry_.enclosure_list, {link.href, link.type, read_length(Walker::attribute(child.node, "length"))});
  } else if (is_rel(link, "replies") && !sdk::view(link.type).ends_with("xml")) {
    draft_.comments.offer(sdk::view(link.href), 1);
  }
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

/// An RSS item that has its content only: that is its description too.
void EntryReader::choose_texts(Family family) {
  if (family == Family::rss && draft_.summary.empty()) draft_.summary.offer(draft_.content.value(), 200);
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

/// CDF: the item's own attributes say where and when.
void EntryReader::read_cdf_attributes(const Element& item) {
  for (const pugi::xml_attribute attribute : item.node.attributes()) {
    const std::string_view name = attribute.name();
    const std::string_view value = trim_controls(attribute.value());
    if (same_word(name, "href"))
      draft_.url.offer(walker_.resolve(value, item.scope), rank_link);
    else if (same_word(name, "lastmod"))
      draft_.updated.offer(sdk::as_published(value), 0);
    else if (walker_.attribute_name(attribute) == Name{Space::rdf, Term::about}) {
      draft_.id.offer(value, 3);
      if (looks_like_address(value)) draft_.url.offer(value, rank_about);
    }
  }
}

void EntryReader::add_person(std::vector<almanac_person>& list, const almanac_person& person) {
  if (!is_empty(person) && list.size() < most_people) list.push_back(person);
}

/// Second choice after the modules: an event marked up in the content or the summary.
void EntryReader::read_marked_event() {
  for (const almanac_text* text : {&draft_.content.value(), &draft_.summary.value()}) {
    if (text->type != ALMANAC_TEXT_HTML) continue;
    const MarkedEvent event = find_marked_event(sdk::view(text->value));
    if (event.start.empty()) continue;
    events_.offer_start(sdk::as_published(walker_.arena().store(event.start)), 4);
    events_.offer_end(sdk::as_published(walker_.arena().store(event.end)), 4);
    events_.offer_location(walker_.arena().store(event.location), 4);
    return;
  }
}

void EntryReader::fill(const Element& item) {
  if (!events_.has_start()) read_marked_event();
  for (const almanac_enclosure& enclosure : media_) add_enclosure(entry_.enclosure_list, enclosure);
  if (!entry_.enclosure_list.empty())
    draft_.url.offer(walker_.resolve(sdk::view(entry_.enclosure_list.front().url), item.scope), rank_enclosure);
  entry_.id = sdk::borrow(draft_.id.value());
  entry_.title = draft_.title.value();
  entry_.url = sdk::borrow(draft_.url.value());
  if (draft_.url.from(rank_link))
    entry_.link_list.insert(entry_.link_list.begin(), {entry_.url, sdk::borrow("alternate"), {}, {}});
  entry_.summary = draft_.summary.value();
  entry_.content = draft_.content.value();
  entry_.author_list = draft_.people.best();
  entry_.published = draft_.published.value();
  entry_.updated = draft_.updated.value();
  entry_.language = sdk::borrow(draft_.language.empty() ? item.scope.language : draft_.language.value());
  entry_.rights = draft_.rights.value().value;
  entry_.comments_url = sdk::borrow(draft_.comments.value());
  geo_.fill(entry_);
  events_.fill();
}

}  // namespace almanac::rss
