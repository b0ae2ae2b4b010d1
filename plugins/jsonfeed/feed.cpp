#include "feed.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/model/url.hpp>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <cmath>

#include "members.hpp"

namespace almanac::jsonfeed {
namespace {

namespace json = boost::json;

/// At most max_field bytes, cut at a UTF-8 border.
std::string_view cut(std::string_view text) noexcept {
  std::size_t size = std::min(text.size(), max_field);
  while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

/// "https://jsonfeed.org/version/1.1" → "1.1".
std::string_view version_of(std::string_view address) noexcept {
  while (address.ends_with('/')) address.remove_suffix(1);
  const std::size_t slash = address.rfind('/');
  return slash == address.npos ? address : address.substr(slash + 1);
}

/// The fewest digits that give the number back.
std::string shortest(double number) {
  char digits[32];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
  return error == std::errc() ? std::string(digits, end) : std::string();
}

/// A number of bytes, or -1 for what is none; also one written as a text.
std::int64_t byte_count(const json::value* size) noexcept {
  if (size && size->is_string()) {
    const std::string_view digits = size->get_string();
    std::int64_t bytes = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bytes);
    return error == std::errc() && end == digits.data() + digits.size() && bytes >= 0 ? bytes : -1;
  }
  if (!size || !size->is_number()) return -1;
  boost::system::error_code error;
  const double number = size->to_number<double>(error);
  return !error && number >= 0 && number < 9e15 ? static_cast<std::int64_t>(number) : -1;
}

std::string_view first_of(std::string_view a, std::string_view b) noexcept { return a.empty() ? b : a; }

}  // namespace

bool is_feed(const json::object& object) {
  const json::value* const version = object.if_contains("version");
  if (version && version->is_string() &&
      std::string_view(version->get_string()).find("jsonfeed.org") != std::string_view::npos)
    return true;
  const json::array* const items = list(object, "items");
  if (!items) return false;
  if (object.contains("home_page_url") || object.contains("feed_url") || object.contains("title")) return true;
  const json::object* const first = items->empty() ? nullptr : items->front().if_object();
  return first &&
         (first->contains("content_text") || first->contains("content_html") || first->contains("date_published"));
}

std::string_view FeedReader::keep(std::string text) { return kept_.emplace_back(std::move(text)); }

std::string_view FeedReader::text(const json::value& value) {
  if (value.is_string()) return cut(value.get_string());
  if (value.is_double()) return keep(shortest(value.get_double()));
  if (value.is_number() || value.is_bool()) return keep(json::serialize(value));
  return {};
}

std::string_view FeedReader::text(const json::object& object, std::string_view name) {
  const json::value* const value = object.if_contains(name);
  return value ? text(*value) : std::string_view();
}

std::string_view FeedReader::address(const json::object& object, std::string_view name) {
  const std::string_view reference = trim_controls(text(object, name));
  if (reference.empty() || is_web_address(reference)) return reference;
  return keep(resolve_link(base_, reference));
}

void FeedReader::read(const json::object& feed) {
  read_document(feed);
  if (const json::array* const items = list(feed, "items")) return read_each(*items, &FeedReader::read_item);
  if (const json::object* const numbered = child(feed, "items")) {  // what PHP writes for a list with gaps
    json::array items(numbered->storage());
    for (const auto& [number, item] : *numbered) items.push_back(item);
    read_each(items, &FeedReader::read_item);
  }
}

void FeedReader::read_each(const json::array& items, void (FeedReader::*read_one)(const json::object&)) {
  if (items.size() > max_entries)
    sink_.warn("too-many-entries", "the feed has more than 20000 items; the rest is ignored");
  for (std::size_t i = 0; i < items.size() && i < max_entries; ++i) {
    if (const json::object* const item = items[i].if_object())
      (this->*read_one)(*item);
    else
      sink_.skip(i, "the item is not an object");
    kept_.clear();
  }
}

void FeedReader::read_document(const json::object& feed) {
  sdk::Document& document = document_;
  document.format = sdk::borrow("json");
  document.version = sdk::borrow(version_of(text(feed, "version")));
  document.title = sdk::plain(text(feed, "title"));
  document.description = sdk::plain(text(feed, "description"));
  document.url = sdk::borrow(address(feed, "home_page_url"));
  if (!is_web_address(base_) && is_web_address(sdk::view(document.url))) base_ = sdk::view(document.url);
  document.self = sdk::borrow(address(feed, "feed_url"));
  document.language = sdk::borrow(trim_controls(text(feed, "language")));
  document.image = sdk::borrow(first_of(address(feed, "icon"), address(feed, "favicon")));
  read_authors(feed, document.author_list);
  const auto add_link = [&document](std::string_view href, std::string_view rel) {
    if (!href.empty()) document.link_list.push_back({sdk::borrow(href), sdk::borrow(rel), {}, {}});
  };
  add_link(sdk::view(document.url), "alternate");
  add_link(sdk::view(document.self), "self");
  add_link(address(feed, "next_url"), "next");
  sink_.document(document);
  document_texts_ = std::move(kept_);
  kept_.clear();
}

void FeedReader::read_item(const json::object& item) {
  entry_.clear();
  const std::string_view id = trim_controls(text(item, "id"));
  const std::string_view url = address(item, "url");
  const std::string_view external = address(item, "external_url");
  entry_.id = sdk::borrow(id);
  entry_.url = sdk::borrow(!url.empty()         ? url
                           : !external.empty()  ? external
                           : is_web_address(id) ? id
                                                : std::string_view());
  if (!url.empty()) entry_.link_list.push_back({sdk::borrow(url), sdk::borrow("alternate"), {}, {}});
  if (!external.empty()) entry_.link_list.push_back({sdk::borrow(external), sdk::borrow("related"), {}, {}});
  entry_.title = sdk::plain(trim_controls(text(item, "title")));
  entry_.summary = sdk::plain(text(item, "summary"));
  const std::string_view html = text(item, "content_html");
  entry_.content = html.empty() ? sdk::plain(text(item, "content_text")) : sdk::html(html, "text/html");
  if (html.empty() && entry_.content.value.size > 0) entry_.content.media_type = sdk::borrow("text/plain");
  entry_.published = sdk::as_published(trim_controls(text(item, "date_published")));
  entry_.updated = sdk::as_published(trim_controls(text(item, "date_modified")));
  entry_.language = sdk::borrow(trim_controls(text(item, "language")));
  read_authors(item, entry_.author_list);
  if (entry_.author_list.empty()) entry_.author_list = document_.author_list;
  read_tags(item);
  read_attachments(item);
  sink_.emit(entry_);
}

void FeedReader::read_attachments(const json::object& item) {
  const json::value* const attachments = item.if_contains("attachments");
  if (!attachments) return;
  if (const json::array* const each = attachments->if_array())
    for (const json::value& attachment : *each) read_attachment(attachment);
  else
    read_attachment(*attachments);
}

/// JSON Feed knows no relative addresses: one of those stays as published.
void FeedReader::read_attachment(const json::value& value) {
  const json::object* const attachment = value.if_object();
  const std::string_view url = trim_controls(attachment ? text(*attachment, "url") : text(value));
  if (url.empty() || entry_.enclosure_list.size() >= most_in_list) return;
  entry_.enclosure_list.push_back(
      {sdk::borrow(url), sdk::borrow(attachment ? trim_controls(text(*attachment, "mime_type")) : std::string_view()),
       attachment ? byte_count(attachment->if_contains("size_in_bytes")) : -1});
}

/// `author` of 1.0, then `authors` of 1.1 (which names the same person again when both are written).
void FeedReader::read_authors(const json::object& from, std::vector<almanac_person>& people) {
  if (const json::value* const author = from.if_contains("author")) read_author(*author, true, people);
  const json::value* const authors = from.if_contains("authors");
  if (!authors) return;
  const json::array* const each = authors->if_array();
  if (!each) return read_author(*authors, true, people);
  for (const json::value& author : *each) read_author(author, false, people);
}

void FeedReader::read_author(const json::value& author, bool alone, std::vector<almanac_person>& people) {
  if (people.size() >= most_in_list) return;
  almanac_person person{};
  if (const json::object* const object = author.if_object()) {
    person.name = sdk::borrow(trim_controls(text(*object, "name")));
    person.email = sdk::borrow(trim_controls(text(*object, "email")));
    const std::string_view url = address(*object, "url");
    if (url.starts_with("mailto:"))
      person.email = sdk::borrow(url.substr(7));
    else
      person.url = sdk::borrow(url);
  } else if (author.is_string() && alone) {
    person.name = sdk::borrow(trim_controls(text(author)));
  }
  const auto named_alike = [&person](const almanac_person& other) {
    return sdk::view(other.name) == sdk::view(person.name);
  };
  if (const auto same = std::find_if(people.begin(), people.end(), named_alike);
      person.name.size && same != people.end()) {
    if (!same->url.size) same->url = person.url;
    if (!same->email.size) same->email = person.email;
  } else if (person.name.size || person.email.size || person.url.size) {
    people.push_back(person);
  }
}

void FeedReader::read_tags(const json::object& item, std::string_view name) {
  const json::value* const tags = item.if_contains(name);
  if (!tags) return;
  const auto add = [this](std::string_view tag) {
    tag = trim_controls(tag);
    if (!tag.empty() && entry_.category_list.size() < most_in_list) entry_.category_list.push_back(sdk::borrow(tag));
  };
  if (const json::array* const words = tags->if_array())
    for (const json::value& word : *words) add(text(word));
  else
    add(text(*tags));
}

}  // namespace almanac::jsonfeed
