#include "entry_reader.hpp"

#include "entry_ranks.hpp"
#include "links.hpp"
#include "media.hpp"
#include "microformats.hpp"
#include "text_construct.hpp"
#include "words.hpp"

namespace almanac::rss {

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
    case Space::google:
      return events_.read_google(child);
    case Space::feedburner:
      if (child.name.term == Term::origlink) draft_.url.offer(read_address(walker_, child), rank_original);
      return;
    case Space::slash:
      if (child.name.term == Term::comments) count_comments(walker_.text(child.node));
      return;
    case Space::thread:
      if (child.name.term == Term::total) count_comments(walker_.text(child.node));
      return;
    case Space::sy:
    case Space::foreign:
      return;
    default:
      events_.read(child);
      return;
  }
}

/// An RSS item that has its content only: that is its description too.
void EntryReader::choose_texts(Family family) {
  if (family == Family::rss && draft_.summary.empty()) draft_.summary.offer(draft_.content.value(), 200);
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

/// Second choice after the modules: an event marked up in the content or the summary.
void EntryReader::read_marked_event() {
  for (const almanac_text* text : {&draft_.content.value(), &draft_.summary.value()}) {
    if (text->type != ALMANAC_TEXT_HTML) continue;
    const MarkedEvent event = find_marked_event(sdk::view(text->value));
    if (event.start.empty()) continue;
    events_.offer_start(sdk::as_published(walker_.arena().store(event.start)), 4);
    const std::string_view end = walker_.arena().store(event.end);
    events_.offer_end(event.end_is_last_day ? sdk::end_as_published(end) : sdk::as_published(end), 4);
    events_.offer_location(walker_.arena().store(event.location), 4);
    if (event.end.empty()) entry_.duration = duration_of(event.duration);
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
  entry_.published_else = draft_.published.next();
  entry_.updated_else = draft_.updated.next();
  entry_.language = sdk::borrow(draft_.language.empty() ? item.scope.language : draft_.language.value());
  entry_.rights = draft_.rights.value().value;
  entry_.comments_url = sdk::borrow(draft_.comments.value());
  geo_.fill(entry_);
  events_.fill();
}

}  // namespace almanac::rss
