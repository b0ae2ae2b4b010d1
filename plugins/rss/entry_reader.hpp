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

  /// `inherited`: the feed's authors, which an Atom entry without its own takes over (RFC 4287 §4.2.1).
  void read(const Element& item, Family family, const std::vector<almanac_person>& inherited);

 private:
  void read_child(const Element& child, Family family);
  void read_plain(const Element& child);
  void read_atom(const Element& child);
  void read_dublin_core(const Element& child);
  void read_terms(const Element& child);
  void read_itunes(const Element& child);
  void read_atom_id(const Element& child);
  void read_atom_link(const Element& child);
  void read_guid(const Element& child);
  void read_cdf_attributes(const Element& item);
  void read_marked_event();
  void read_source(const Element& source);
  void count_comments(std::string_view number);
  void read_second_description(const Element& child);
  void choose_texts(Family family);
  void fill(const Element& item);
  almanac_time time(const Element& element) { return sdk::as_published(walker_.text(element.node)); }

  Walker& walker_;
  const Options& options_;
  sdk::Entry& entry_;
  Draft draft_;
  GeoReader geo_;
  EventFacts events_;
  std::vector<almanac_person> source_people_;
  std::vector<almanac_enclosure> media_;
};

}  // namespace almanac::rss
