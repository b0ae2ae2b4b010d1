// Reads RSS (0.90 to 2.0, 1.0 in RDF, CDF) and Atom (0.3, 1.0) with the modules that tell of events.
// The story is `parse`: check the bytes, repair them if need be, build the tree, read the feed.
#include <almanac_sdk.hpp>
#include <boost/json.hpp>
#include <stdexcept>
#include <string>

#include "feed_reader.hpp"
#include "item_trees.hpp"
#include "sniff.hpp"
#include "xml_check.hpp"
#include "xml_memory.hpp"
#include "xml_repair.hpp"

namespace almanac::rss {
namespace {

constexpr std::size_t least_budget = 64u << 20;  // bytes of tree that any document may take
constexpr std::size_t budget_factor = 6;         // … and so many times its own size
constexpr std::size_t kept_body = 16u << 20;
constexpr std::size_t long_feed = 256u << 10;  // bytes from which on the items are parsed one at a time
constexpr std::size_t kept_texts = 1u << 20;

constexpr std::string_view accepted =
    "application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

/// What is kept between documents, one a thread.
struct Workspace {
  ParsedText text;
  Arena feed_texts{kept_texts}, entry_texts{kept_texts};
  sdk::Entry entry;
};

class RssPlugin {
 public:
  static int sniff(std::string_view prefix, std::string_view media_type) { return sniff_feed(prefix, media_type); }
  static std::unique_ptr<RssPlugin> create(std::string_view config_json, const char** reason);
  void plan(const sdk::Sink& sink) {
    if (!options_.url.empty()) sink.request(options_.url, accepted);
  }
  almanac_status parse(const sdk::Response& response, const sdk::Sink& sink);

 private:
  almanac_status read(std::string_view text, const XmlParts& parts, std::string_view url, bool repaired,
                      const sdk::Sink& sink);
  almanac_status read_long(std::string_view text, const XmlParts& parts, std::string_view url, const sdk::Sink& sink);
  Options options_;
};

/// The workspace of this thread, for a new document.
Workspace& workspace() {
  static thread_local Workspace work;
  work.feed_texts.clear();
  return work;
}

/// Reads what a long feed says of itself, then its entries, for which what stands around them is read again.
template <class ReadPart>
almanac_status read_in_two(ReadPart read_part) {
  const almanac_status status = read_part(FeedReader::Part::itself);
  return status == ALMANAC_OK ? read_part(FeedReader::Part::entries) : status;
}

std::size_t tree_budget(std::string_view text) { return std::max(least_budget, budget_factor * text.size()); }

bool is_yes(std::string_view word) noexcept { return same_word(word, "yes") || same_word(word, "true") || word == "1"; }

std::unique_ptr<RssPlugin> RssPlugin::create(std::string_view config_json, const char** reason) {
  auto plugin = std::make_unique<RssPlugin>();
  boost::system::error_code error;
  const boost::json::value config = boost::json::parse(config_json, error);
  const boost::json::object* const object = error ? nullptr : config.if_object();
  if (!object) {
    *reason = "the configuration is not a JSON object";
    return nullptr;
  }
  if (const auto* url = object->if_contains("url"); url && url->is_string()) plugin->options_.url = url->get_string();
  if (const auto* options = object->if_contains("options"); options && options->is_object()) {
    const auto* bare = options->get_object().if_contains("event_elements");
    plugin->options_.bare_event_elements = bare && bare->is_string() && is_yes(std::string_view(bare->get_string()));
  }
  return plugin;
}

almanac_status RssPlugin::parse(const sdk::Response& response, const sdk::Sink& sink) {
  XmlParts parts;
  const XmlCheck check = check_xml(response.body, &parts);
  if (check.over_limit) {
    sink.warn("limit", check.problem, check.line);
    return ALMANAC_E_LIMIT;
  }
  if (check.well_formed && !check.foreign_entities) {
    const bool apart = response.body.size() >= long_feed && !parts.items.empty();
    return apart ? read_long(response.body, parts, response.url, sink)
                 : read(response.body, parts, response.url, false, sink);
  }
  try {
    const std::string text = repair_xml(response.body, check.well_formed ? Repair::references : Repair::everything);
    const almanac_status status = read(text, {}, response.url, !check.well_formed, sink);
    if (!check.well_formed && status == ALMANAC_OK) sink.warn("xml-repaired", check.problem, check.line);
    return status;
  } catch (const std::length_error& limit) {
    sink.warn("limit", limit.what());
    return ALMANAC_E_LIMIT;
  }
}

almanac_status RssPlugin::read(std::string_view text, const XmlParts& parts, std::string_view url, bool repaired,
                               const sdk::Sink& sink) {
  Workspace& work = workspace();
  const XmlMemory memory(tree_budget(text));
  pugi::xml_document tree;
  almanac_status status = status_of(work.text.parse(text, tree, parts.texts));
  if (status == ALMANAC_OK) {
    Walker walker(work.text, work.feed_texts);
    const auto read_part = [&](FeedReader::Part part) {
      FeedReader reader(walker, work.entry_texts, options_, work.entry, sink, part);
      return reader.read(tree.document_element(), {.base = url}, repaired);
    };
    status = text.size() < long_feed ? read_part(FeedReader::Part::all) : read_in_two(read_part);
  }
  tree.reset();
  work.text.shrink(kept_body);
  return status;
}

/// Reads a feed that needs no repair with the tree of one item at a time.
almanac_status RssPlugin::read_long(std::string_view text, const XmlParts& parts, std::string_view url,
                                    const sdk::Sink& sink) {
  Workspace& work = workspace();
  XmlMemory memory(tree_budget(text));
  pugi::xml_document tree;
  ItemTrees trees(text, parts, memory);
  if (const almanac_status status = status_of(trees.parse_rest(tree)); status != ALMANAC_OK) return status;
  Walker walker(trees.rest_text(), work.feed_texts);
  return read_in_two([&](FeedReader::Part part) {
    ItemTrees* const to_parse = part == FeedReader::Part::entries ? &trees : nullptr;
    FeedReader reader(walker, work.entry_texts, options_, work.entry, sink, part, to_parse);
    return reader.read(tree.document_element(), {.base = url}, false);
  });
}

}  // namespace

ALMANAC_SOURCE_PLUGIN(rss, RssPlugin, "1.0.0",
                      "RSS 0.90 to 2.0, RSS 1.0 (RDF), CDF, Atom 0.3 and 1.0, with event modules", "rss rdf atom cdf")

}  // namespace almanac::rss
