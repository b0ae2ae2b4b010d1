#pragma once
#include <almanac_sdk.hpp>
#include <boost/json/object.hpp>
#include <deque>
#include <string>
#include <string_view>

namespace almanac::jsonfeed {

constexpr std::size_t max_entries = 20'000;
constexpr std::size_t max_field = 1u << 20;

/// Whether an object is a JSON Feed: it says so, or it has a list of items and an address or title of its own.
bool is_feed(const boost::json::object& object);

/// The channel of RSS-in-JSON (the elements of RSS 2.0 as members below "rss"), or nothing.
const boost::json::object* rss_channel(const boost::json::object& object);

/// Reads a JSON Feed (jsonfeed.org/version/1 and 1.1), forgiving what publishers get wrong: numbers for texts, one
/// author or tag where a list belongs, relative addresses, a missing version.
class FeedReader {
 public:
  /// `repaired`: the JSON had to be mended.
  FeedReader(std::string_view base, bool repaired, const sdk::Sink& sink) : base_(base), sink_(sink) {
    document_.repaired = repaired;
  }
  void read(const boost::json::object& feed);
  /// Reads what rss_channel() gave.
  void read_rss(const boost::json::object& channel, std::string_view version);

 private:
  void read_document(const boost::json::object& feed);
  void read_item(const boost::json::object& item);
  void read_each(const boost::json::array& items, void (FeedReader::*read_one)(const boost::json::object&));
  void read_rss_document(const boost::json::object& channel, std::string_view version);
  void read_rss_item(const boost::json::object& item);
  void read_rss_enclosures(const boost::json::object& item);
  void read_attachments(const boost::json::object& item);
  void read_attachment(const boost::json::value& value);
  void read_authors(const boost::json::object& from, std::vector<almanac_person>& people);
  /// `alone`: the value stands where a list belongs; a bare text counts as a name there only.
  void read_author(const boost::json::value& author, bool alone, std::vector<almanac_person>& people);
  void read_tags(const boost::json::object& item, std::string_view name = "tags");
  /// The text of a member, a number or a bool as text too; empty for anything else. Lives until the entry is out.
  std::string_view text(const boost::json::object& object, std::string_view name);
  std::string_view text(const boost::json::value& value);
  std::string_view address(const boost::json::object& object, std::string_view name);
  std::string_view keep(std::string text);

  std::string_view base_;
  const sdk::Sink& sink_;
  sdk::Document document_;
  sdk::Entry entry_;
  std::deque<std::string> kept_;            ///< texts that had to be made
  std::deque<std::string> document_texts_;  ///< those of the document: its authors are the items' too
};

}  // namespace almanac::jsonfeed
