#pragma once
#include <almanac_sdk.hpp>

#include "draft.hpp"
#include "event_facts.hpp"
#include "geo.hpp"
#include "options.hpp"
#include "walker.hpp"

namespace almanac::rss {

/// The family of a document's root: in an Atom document, names without a namespace are Atom's.
enum class Family : std::uint8_t { rss, atom };

/// Reads one item or entry of any format. Elements are known by vocabulary and name only, so each vocabulary works in
/// each format. One object serves a whole document; what `entry()` returns lives until the next `read`.
class EntryReader {
 public:
  EntryReader(Walker& walker, const Options& options, sdk::Entry& entry) noexcept
      : walker_(walker), options_(options), entry_(entry), geo_(walker), events_(walker, geo_, entry) {}

  void read(const Element& item, Family family);

 private:
  void read_child(const Element& child, Family family);
  void read_plain(const Element& child);
  void read_atom(const Element& child);
  void read_dublin_core(const Element& child);
  void read_terms(const Element& child);
  void read_itunes(const Element& child);
  void read_atom_link(const Element& child);
  void read_guid(const Element& child);
  void read_cdf_attributes(const Element& item);
  void read_marked_event();
  void add_person(std::vector<almanac_person>& list, const almanac_person& person);
  void fill(const Element& item);
  almanac_time time(const Element& element) { return sdk::as_published(walker_.text(element.node)); }

  Walker& walker_;
  const Options& options_;
  sdk::Entry& entry_;
  Draft draft_;
  GeoReader geo_;
  EventFacts events_;
};

}  // namespace almanac::rss
