#pragma once
#include <almanac_sdk.hpp>
#include <array>
#include <cstddef>

#include "draft.hpp"
#include "entry_reader.hpp"
#include "item_trees.hpp"
#include "options.hpp"
#include "poll_hints.hpp"
#include "walker.hpp"

namespace almanac::rss {

constexpr std::size_t max_entries = 20'000;

/// Reads a feed: tells root and version, hands out each entry in document order, then what the feed says of itself.
class FeedReader {
 public:
  /// What is told of a feed. Long ones tell of themselves first, so that the host need not hold their entries.
  enum class Part : std::uint8_t { all, itself, entries };

  /// Everything borrowed must outlive the object. `entry_texts` holds the texts of one entry at a time; `items` are
  /// those that the tree of a long feed lacks.
  FeedReader(Walker& walker, Arena& entry_texts, const Options& options, sdk::Entry& entry, const sdk::Sink& sink,
             Part part = Part::all, ItemTrees* items = nullptr)
      : walker_(walker),
        entry_texts_(entry_texts),
        sink_(sink),
        hints_(walker),
        entry_reader_(walker, options, entry),
        entry_(entry),
        part_(part),
        items_(items) {}

  /// ALMANAC_E_FORMAT when the root is not one of a feed; as status_of says when an item is no XML.
  almanac_status read(pugi::xml_node root, const Scope& outer, bool repaired);

 private:
  bool identify(Element& root, pugi::xml_node node);
  void read_children(const Element& parent, std::size_t depth);
  void read_node(pugi::xml_node node, const Scope& outer, std::size_t depth);
  void read_items_apart(const Scope& outer, std::size_t depth);
  void read_child(const Element& child, std::size_t depth);
  void read_plain(const Element& child, std::size_t depth);
  /// Whether items stand right in an element that is read at this depth: looked for once, however many children ask.
  bool holds_items(pugi::xml_node parent, std::size_t depth);
  void read_atom(const Element& child);
  void read_dublin_core(const Element& child);
  void read_itunes(const Element& child);
  void read_link(const Element& child);
  void read_image(const Element& child);
  void read_attributes(const Element& element);
  void read_entry(const Element& item);
  void emit(const Element& root, bool repaired);
  almanac_time time(const Element& element) { return sdk::as_published(walker_.text(element.node)); }

  static constexpr std::size_t max_nesting = 4;  ///< rdf:RDF or rss, channel, CDF's channels inside channels

  Walker& walker_;
  Arena& entry_texts_;
  const sdk::Sink& sink_;
  PollHints hints_;
  EntryReader entry_reader_;
  sdk::Entry& entry_;
  sdk::Document document_;
  Draft draft_;
  Best<std::string_view> self_, generator_;
  Family family_ = Family::rss;
  std::size_t entries_ = 0;
  Part part_;
  ItemTrees* items_;
  almanac_status status_ = ALMANAC_OK;
  struct Asked {
    pugi::xml_node parent;
    bool holds_items = false;
  };
  std::array<Asked, max_nesting> asked_;
};

}  // namespace almanac::rss
