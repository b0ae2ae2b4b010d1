// RSS-in-JSON: RSS 2.0 with members for elements; an element with attributes is an object, whose text is "#value".
#include <almanac/base/ascii.hpp>
#include <almanac/model/url.hpp>

#include "feed.hpp"
#include "members.hpp"

namespace almanac::jsonfeed {
namespace {

namespace json = boost::json;

/// The text of an element that may be an object for its attributes.
const json::value* plain_value(const json::object& object, std::string_view name) {
  const json::value* const value = object.if_contains(name);
  const json::object* const element = value ? value->if_object() : nullptr;
  return element ? element->if_contains("#value") : value;
}

std::int64_t read_length(std::string_view text) noexcept {
  std::int64_t length = 0;
  if (text.empty() || text.size() > 15) return -1;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    length = length * 10 + (c - '0');
  }
  return length;
}

}  // namespace

const json::object* rss_channel(const json::object& object) {
  const json::object* const rss = child(object, "rss");
  return rss ? child(*rss, "channel") : nullptr;
}

void FeedReader::read_rss(const json::object& channel, std::string_view version) {
  read_rss_document(channel, version);
  if (const json::array* const items = list(channel, "item")) return read_each(*items, &FeedReader::read_rss_item);
  if (const json::object* const item = child(channel, "item")) read_rss_item(*item);
}

void FeedReader::read_rss_document(const json::object& channel, std::string_view version) {
  document_.format = sdk::borrow("json");
  document_.version = sdk::borrow(version);
  document_.title = sdk::html(text(channel, "title"), "text/html");
  document_.description = sdk::html(text(channel, "description"), "text/html");
  document_.url = sdk::borrow(address(channel, "link"));
  document_.language = sdk::borrow(trim_controls(text(channel, "language")));
  document_.rights = sdk::html(text(channel, "copyright"), "text/html");
  document_.generator = sdk::borrow(text(channel, "generator"));
  document_.published = sdk::as_published(trim_controls(text(channel, "pubDate")));
  const std::string_view built = trim_controls(text(channel, "lastBuildDate"));
  document_.updated = built.empty() ? document_.published : sdk::as_published(built);
  if (const json::object* const image = child(channel, "image")) document_.image = sdk::borrow(address(*image, "url"));
  if (document_.url.size) document_.link_list.push_back({document_.url, sdk::borrow("alternate"), {}, {}});
  sink_.document(document_);
  document_texts_ = std::move(kept_);
  kept_.clear();
}

void FeedReader::read_rss_item(const json::object& item) {
  entry_.clear();
  const json::value* const guid = plain_value(item, "guid");
  const std::string_view id = guid ? trim_controls(text(*guid)) : std::string_view();
  const std::string_view link = address(item, "link");
  entry_.id = sdk::borrow(id);
  entry_.url = sdk::borrow(link.empty() && is_web_address(id) ? id : link);
  if (!link.empty()) entry_.link_list.push_back({sdk::borrow(link), sdk::borrow("alternate"), {}, {}});
  entry_.title = sdk::html(trim_controls(text(item, "title")), "text/html");
  entry_.summary = sdk::html(text(item, "description"), "text/html");
  entry_.published = sdk::as_published(trim_controls(text(item, "pubDate")));
  entry_.comments_url = sdk::borrow(address(item, "comments"));
  if (const std::string_view author = trim_controls(text(item, "author")); !author.empty()) {
    almanac_person person{};
    (author.find('@') == author.npos ? person.name : person.email) = sdk::borrow(author);
    entry_.author_list.push_back(person);
  }
  read_tags(item, "category");
  read_rss_enclosures(item);
  sink_.emit(entry_);
}

void FeedReader::read_rss_enclosures(const json::object& item) {
  const auto add = [this](const json::value& value) {
    const json::object* const enclosure = value.if_object();
    const std::string_view url = enclosure ? address(*enclosure, "url") : std::string_view();
    if (url.empty() || entry_.enclosure_list.size() >= most_in_list) return;
    entry_.enclosure_list.push_back({sdk::borrow(url), sdk::borrow(trim_controls(text(*enclosure, "type"))),
                                     read_length(trim_controls(text(*enclosure, "length")))});
  };
  if (const json::array* const each = list(item, "enclosure"))
    for (const json::value& value : *each) add(value);
  else if (const json::value* const one = item.if_contains("enclosure"))
    add(*one);
}

}  // namespace almanac::jsonfeed
