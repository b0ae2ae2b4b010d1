#include "feed_reader.hpp"

#include "feed_version.hpp"
#include "media.hpp"

namespace almanac::rss {

almanac_status FeedReader::read(pugi::xml_node node, const Scope& outer, bool repaired) {
  Element root = walker_.open(node, outer);
  if (!identify(root, root.node)) {
    root = walker_.open(feed_inside(node), root.scope);
    if (!identify(root, root.node)) return ALMANAC_E_FORMAT;
  }
  read_attributes(root);
  if (is_item(root.name))
    read_entry(root);
  else
    read_children(root, 0);
  if (status_ == ALMANAC_OK && part_ != Part::entries) emit(root, repaired);
  return status_;
}

/// Tells format and version.
bool FeedReader::identify(Element& root, pugi::xml_node node) {
  std::string_view format, version;
  switch (root.name.term) {
    case Term::rss:
      format = "rss", version = Walker::attribute(node, "version");
      break;
    case Term::rdf:
      format = "rdf", version = rdf_version(node);
      break;
    case Term::feed:
    case Term::entry:
      format = "atom", version = atom_version(node), family_ = Family::atom;
      break;
    case Term::channel:
      if (rdf_version(node) == "1.1")
        format = "rdf", version = "1.1";
      else if (Walker::attribute(node, "href").empty() && std::string_view(node.name()) != "CHANNEL")
        format = "rss";
      else
        format = "cdf";
      break;
    default:
      return false;
  }
  document_.format = sdk::borrow(format);
  document_.version = sdk::borrow(version);
  read_unprefixed_as(family_ == Family::atom && root.scope.fallback == Space::atom ? Space::atom : Space::plain, root);
  return true;
}

void FeedReader::read_children(const Element& parent, std::size_t depth) {
  for (pugi::xml_node node = parent.node.first_child(); node; node = node.next_sibling()) {
    if (node.type() != pugi::node_element) continue;
    if (items_ && items_->stands_for_items(node))
      read_items_apart(parent.scope, depth);
    else
      read_node(node, parent.scope, depth);
  }
}

void FeedReader::read_node(pugi::xml_node node, const Scope& outer, std::size_t depth) {
  Element child = walker_.open(node, outer);
  if (depth == 0 && child.name.term == Term::channel) read_unprefixed_as(Space::plain, child);
  if (is_item(child.name))
    read_entry(child);
  else
    read_child(child, depth);
}

/// The items that stand at one place.
void FeedReader::read_items_apart(const Scope& outer, std::size_t depth) {
  while (items_->parse_next()) {
    if (status_ == ALMANAC_OK) status_ = status_of(items_->parsed());
    if (status_ != ALMANAC_OK) return;
    walker_.read_from(items_->item_text());
    read_node(items_->item(), outer, depth);
    walker_.read_from(items_->rest_text());
  }
}

void FeedReader::read_child(const Element& child, std::size_t depth) {
  switch (child.name.space) {
    case Space::plain:
    case Space::rdf:
      hints_.read(child);
      return family_ == Family::atom ? read_atom(child) : read_plain(child, depth);
    case Space::atom:
      return read_atom(child);
    case Space::dc:
    case Space::dcterms:
      return read_dublin_core(child);
    case Space::itunes:
      return read_itunes(child);
    case Space::sy:
      return hints_.read(child);
    case Space::media:
      return read_channel_media(walker_, child, draft_);
    default:
      return;
  }
}

void FeedReader::read_entry(const Element& item) {
  if (part_ == Part::itself || entries_ > max_entries) return;
  if (entries_++ == max_entries) {
    sink_.warn("too-many-entries", "the feed has more than 20000 entries; the rest is ignored");
    return;
  }
  Arena& own = walker_.arena();
  walker_.use(entry_texts_);
  Element own_base = item;
  if (item.scope.base.empty() && family_ == Family::rss)
    own_base.scope.base = self_.value();  // a document of unknown address names itself
  entry_reader_.read(own_base, family_, draft_.people.native);
  sink_.emit(entry_);
  walker_.use(own);
  entry_texts_.clear();
}

void FeedReader::emit(const Element& root, bool repaired) {
  document_.repaired = repaired;
  document_.id = sdk::borrow(draft_.id.value());
  document_.title = draft_.title.value();
  document_.url = sdk::borrow(draft_.url.value());
  document_.self = sdk::borrow(self_.value());
  document_.description = draft_.summary.value();
  document_.language = sdk::borrow(draft_.language.empty() ? root.scope.language : draft_.language.value());
  document_.rights = draft_.rights.value();
  document_.image = sdk::borrow(draft_.image.value());
  document_.generator = sdk::borrow(generator_.value());
  document_.updated = draft_.updated.value();
  document_.published = draft_.published.value();
  document_.author_list = draft_.people.best();
  hints_.fill(document_);
  sink_.document(document_);
}

}  // namespace almanac::rss
