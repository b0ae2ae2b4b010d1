#include "feeds.hpp"

#include <algorithm>
#include <almanac/text/escape.hpp>
#include <almanac/text/html.hpp>

#include "dates.hpp"
#include "html_item.hpp"
#include "ics_writer.hpp"
#include "json_event.hpp"
#include "json_writer.hpp"
#include "words.hpp"

namespace almanac {
using namespace render;

namespace {

/// Text for XML 1.0: encoded, without the two characters below U+10000 that escape_html lets pass and XML forbids.
std::string xml(std::string_view text) {
  auto out = escape_html(text);
  for (const std::string_view forbidden : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
    for (auto at = out.find(forbidden); at != std::string::npos; at = out.find(forbidden, at))
      out.erase(at, forbidden.size());
  return out;
}

sys_seconds updated(const Event& event) {
  if (const auto last = std::max(event.revised, event.changed); last != sys_seconds{})
    return std::max(last, event.first_seen);
  return event.first_seen != sys_seconds{} ? event.first_seen : event.published.value_or(sys_seconds{});
}

std::string time_text(sys_seconds time) { return iso_text(MomentKind::instant, time.time_since_epoch().count()); }

std::string feed_id(const FeedHead& head) {
  return "urn:x-almanac:" + (head.id.empty() ? std::string("events") : head.id);
}

void link(std::string& out, std::string_view rel, std::string_view type, std::string_view address) {
  if (const auto href = web_link(address))
    out += "<link rel=\"" + std::string(rel) + "\" type=\"" + std::string(type) + "\" href=\"" + xml(*href) + "\"/>\n";
}

ItemWords lasting_words(const ListedEvent& listed, const Reader& reader) {
  auto words = describe(listed, reader);
  words.days_left.clear();  // it changes daily and would make every entry new each day
  return words;
}

/// What a feed says of one thing, before it is written in either form.
struct FeedItem {
  std::string id;  ///< behind that of the feed
  const ListedEvent& listed;
  ItemWords words;
  std::string first;  ///< a line above the others; may be empty
};

std::vector<FeedItem> items_of(const std::vector<ListedEvent>& events, const Reader& reader) {
  std::vector<FeedItem> items;
  for (const auto& listed : events) items.push_back({listed.public_id, listed, lasting_words(listed, reader), {}});
  return items;
}

std::vector<FeedItem> items_of(const std::vector<ListedDeadline>& deadlines, const Reader& reader) {
  std::vector<FeedItem> items;
  for (const auto& [listed, deadline] : deadlines) {
    FeedItem item{listed.public_id + ':' + deadline_key(listed.event, deadline), listed, lasting_words(listed, reader),
                  deadline_type_text(deadline) + (closes(deadline) ? " closes " : " ") +
                      plain_line(deadline_time_text(deadline, reader))};
    item.words.next_deadline.clear();
    item.words.title = deadline_type_text(deadline) + ": " + item.words.title;
    items.push_back(std::move(item));
  }
  return items;
}

void append_entry(std::string& out, const FeedItem& item, const FeedHead& head) {
  const Event& event = item.listed.event;
  const ItemWords& words = item.words;
  out += "<entry>\n<id>" + xml(feed_id(head) + ':' + item.id) + "</id>\n<title>" + xml(words.title) + "</title>\n";
  out += "<updated>" + time_text(updated(event)) + "</updated>\n";
  if (event.published) out += "<published>" + time_text(*event.published) + "</published>\n";
  link(out, "alternate", "text/html", event.url);
  out += "<category term=\"" + xml(words.kind) + "\"/>\n";
  for (const auto& topic : event.topics) out += "<category term=\"" + xml(topic) + "\"/>\n";
  std::string html;
  if (!item.first.empty()) html += "<p>" + escape_html(item.first) + "</p>";
  append_facts(html, words);
  if (!words.summary.empty()) html += "<p>" + escape_html(words.summary) + "</p>";
  if (!words.sources.empty()) html += "<p>" + escape_html("From " + words.sources) + "</p>";
  out += "<content type=\"html\">" + xml(html) + "</content>\n</entry>\n";
}

std::string text_of(const ItemWords& words) {
  std::string text;
  const auto add = [&text](std::string_view part) {
    if (part.empty()) return;
    if (!text.empty()) text += '\n';
    text += part;
  };
  add(words.when_there.empty() ? words.when : words.when + " (" + words.when_there + ')');
  add(words.status);
  for (const std::string_view fact : facts_beside_date(words)) add(fact);
  add(words.summary);
  if (!words.sources.empty()) add("From " + words.sources);
  return text;
}

std::string atom(const std::vector<FeedItem>& items, const Reader& reader, const FeedHead& head) {
  auto newest = items.empty() ? reader.now : sys_seconds{};
  for (const auto& item : items) newest = std::max(newest, updated(item.listed.event));
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  out += "<id>" + xml(feed_id(head)) + "</id>\n<title>" + xml(head.title) + "</title>\n<updated>" + time_text(newest) +
         "</updated>\n<author><name>almanac</name></author>\n";
  link(out, "self", "application/atom+xml", head.self_url);
  link(out, "alternate", "text/html", head.home_url);
  for (const auto& item : items) append_entry(out, item, head);
  return out + "</feed>\n";
}

std::string json_feed(const std::vector<FeedItem>& items, const FeedHead& head) {
  JsonWriter json;
  json.open_object();
  json.member_if("version", "https://jsonfeed.org/version/1.1");
  json.member_if("title", head.title);
  json.member_if("home_page_url", web_link(head.home_url).value_or(std::string{}));
  json.member_if("feed_url", web_link(head.self_url).value_or(std::string{}));
  json.open_array("items");
  for (const auto& item : items) {
    const ListedEvent& listed = item.listed;
    json.open_object();
    json.member_if("id", feed_id(head) + ':' + item.id);
    json.member_if("url", item.words.link);
    json.member_if("title", item.words.title);
    json.member("content_text", (item.first.empty() ? "" : item.first + '\n') + text_of(item.words));
    if (listed.event.published) json.member_instant("date_published", *listed.event.published);
    json.member_instant("date_modified", updated(listed.event));
    json.member_list("tags", listed.event.topics);
    json.open_object("_almanac");
    put_event(json, listed);
    json.close_object();
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return json.take() + '\n';
}

}  // namespace

std::string render_events_atom(const std::vector<ListedEvent>& events, const Reader& reader, const FeedHead& head) {
  return atom(items_of(events, reader), reader, head);
}

std::string render_deadlines_atom(const std::vector<ListedDeadline>& deadlines, const Reader& reader,
                                  const FeedHead& head) {
  return atom(items_of(deadlines, reader), reader, head);
}

std::string render_events_json_feed(const std::vector<ListedEvent>& events, const Reader& reader,
                                    const FeedHead& head) {
  return json_feed(items_of(events, reader), head);
}

std::string render_deadlines_json_feed(const std::vector<ListedDeadline>& deadlines, const Reader& reader,
                                       const FeedHead& head) {
  return json_feed(items_of(deadlines, reader), head);
}

}  // namespace almanac
