// HTML, Markdown and Atom made of hostile texts, read back by Gumbo, CommonMark's library and pugixml: nothing active
// comes out.
#include <cmark.h>
#include <gumbo.h>

#include <almanac/render/feeds.hpp>
#include <almanac/render/html.hpp>
#include <almanac/render/markdown.hpp>
#include <almanac/text/html.hpp>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <pugixml.hpp>
#include <set>

#include "samples.hpp"

BOOST_AUTO_TEST_SUITE(hostile_markup, *boost::unit_test::label("unit"))

using namespace almanac;
using namespace almanac::samples;

namespace {

bool is_web(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://") || address.starts_with("#");
}

/// Walks a document and checks each element and attribute against what our pages are made of; gives the text in
/// document order.
std::string check_html(const std::string& html) {
  static const std::set<std::string> elements{"html", "head", "meta", "title", "style", "body", "div",     "header",
                                              "h1",   "h2",   "h3",   "h4",    "p",     "main", "section", "article",
                                              "span", "a",    "b",    "ul",    "li",    "nav",  "footer"};
  static const std::set<std::string> attributes{"lang", "charset", "name", "content", "http-equiv",      "class",
                                                "id",   "href",    "rel",  "title",   "aria-labelledby", "aria-label"};
  const std::unique_ptr<GumboOutput, void (*)(GumboOutput*)> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()),
      [](GumboOutput* o) { gumbo_destroy_output(&kGumboDefaultOptions, o); });
  std::string text;
  std::vector<const GumboNode*> open{output->root};
  while (!open.empty()) {
    const auto* node = open.back();
    open.pop_back();
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) text += node->v.text.text;
    BOOST_TEST(node->type != GUMBO_NODE_COMMENT);
    BOOST_TEST(node->type != GUMBO_NODE_CDATA);
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    const auto& element = node->v.element;
    BOOST_TEST(elements.count(gumbo_normalized_tagname(element.tag)) == 1u,
               "element " << gumbo_normalized_tagname(element.tag));
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      BOOST_TEST(attributes.count(attribute->name) == 1u, "attribute " << attribute->name);
      if (std::string_view(attribute->name) == "href") BOOST_TEST(is_web(attribute->value), attribute->value);
    }
    for (unsigned i = element.children.length; i-- > 0;)
      open.push_back(static_cast<const GumboNode*>(element.children.data[i]));
  }
  return text;
}

/// Links, images and raw HTML of a Markdown document, and its text.
std::string check_markdown(const std::string& markdown) {
  const std::unique_ptr<cmark_node, void (*)(cmark_node*)> document(
      cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT), cmark_node_free);
  const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> walk(cmark_iter_new(document.get()), cmark_iter_free);
  std::string text;
  for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk.get())) {
    auto* node = cmark_iter_get_node(walk.get());
    const auto type = cmark_node_get_type(node);
    for (const auto active : {CMARK_NODE_IMAGE, CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE, CMARK_NODE_CODE,
                              CMARK_NODE_CODE_BLOCK, CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_THEMATIC_BREAK})
      BOOST_TEST(type != active, "node " << cmark_node_get_type_string(node));
    if (type == CMARK_NODE_LINK && event == CMARK_EVENT_ENTER)
      BOOST_TEST(std::string_view(cmark_node_get_url(node)).starts_with("https://example.org/"));
    if (type == CMARK_NODE_TEXT) text += cmark_node_get_literal(node);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += '\n';
  }
  return text;
}

/// Markdown's lines end at more characters: those that Unicode calls separators become blanks.
std::string markdown_title(const std::string& text) {
  auto title = without_controls(text);
  for (const char* separator : {"\u2028", "\u2029"})
    for (auto at = title.find(separator); at != std::string::npos; at = title.find(separator))
      title.replace(at, 3, 1, ' ');
  return plain_line(title);
}

ListedEvent linked(const std::string& text) {
  auto listed = hostile_event(text);
  listed.event.url = "https://example.org/" + text;
  return listed;
}

const FeedHead head(const std::string& text) { return {text, "x", text, text}; }

}  // namespace

BOOST_AUTO_TEST_CASE(html_shows_titles_and_activates_nothing) {
  for (const auto& text : hostile_texts()) BOOST_TEST_CONTEXT(text) {
      const auto title = plain_line(without_controls(text));
      const auto page =
          check_html(render_events_html({hostile_event(text), linked(text)}, berlin(), head(text), GroupBy::place));
      BOOST_TEST(page.find(title) != std::string::npos, "title lost in " << page);
      const auto digest = check_html(render_digest_html(hostile_digest(text), berlin()));
      BOOST_TEST(digest.find(title) != std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(markdown_shows_titles_and_activates_nothing) {
  for (const auto& text : hostile_texts()) BOOST_TEST_CONTEXT(text) {
      const auto list =
          render_events_markdown({hostile_event(text), linked(text)}, berlin(), head(text), GroupBy::place);
      const auto plain = check_markdown(list);
      BOOST_TEST(plain.find(markdown_title(text)) != std::string::npos, "title lost in " << plain);
      check_markdown(render_digest_markdown(hostile_digest(text), berlin()));
      check_markdown(
          render_deadlines_markdown({{linked(text), linked(text).event.deadlines[0]}}, berlin(), head(text)));
    }
}

BOOST_AUTO_TEST_CASE(atom_is_well_formed_and_its_content_is_safe_html) {
  for (const auto& text : hostile_texts()) BOOST_TEST_CONTEXT(text) {
      const auto feed = render_events_atom({hostile_event(text), linked(text)}, berlin(), head(text));
      pugi::xml_document document;
      BOOST_TEST_REQUIRE(document.load_string(feed.c_str()).status == pugi::status_ok);
      const auto root = document.child("feed");
      std::size_t entries = 0;
      for (const auto entry : root.children("entry")) {
        ++entries;
        BOOST_TEST(plain_line(entry.child_value("title")) == plain_line(without_controls(text)));
        check_html(entry.child_value("content"));
        for (const auto link : entry.children("link")) BOOST_TEST(is_web(link.attribute("href").value()));
        BOOST_TEST(std::string_view(entry.child_value("updated")) == "2026-11-20T06:00:00Z");
      }
      BOOST_TEST(entries == 2u);
    }
}

BOOST_AUTO_TEST_CASE(pages_load_nothing_and_run_nothing) {
  for (const auto& page :
       {render_digest_html(digest(), berlin()), render_events_html(events(), berlin(), {}, GroupBy::week)}) {
    check_html(page);
    for (const char* part : {"<script", "<img", "<link", "@import", "url(", " style=", "http-equiv=\"refresh\""})
      BOOST_TEST_CONTEXT(part) BOOST_TEST(page.find(part) == std::string::npos);
    for (const char* part : {"<main>", "<h1>", "lang=\"en\"", "prefers-color-scheme:dark", "@media print"})
      BOOST_TEST_CONTEXT(part) BOOST_TEST(page.find(part) != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(headings_skip_no_level) {
  for (const auto& page :
       {render_digest_html(digest(), berlin()), render_events_html(events(), berlin(), {}, GroupBy::none),
        render_events_html(events(), berlin(), {}, GroupBy::week)}) {
    int last = 0;
    for (auto at = page.find("<h"); at != std::string::npos; at = page.find("<h", at + 1)) {
      const char level = page[at + 2];
      if (level < '1' || level > '6') continue;
      BOOST_TEST_CONTEXT(page.substr(at, 60)) BOOST_TEST(level - '0' <= last + 1);
      last = level - '0';
    }
    BOOST_TEST(last > 1);
  }
}

BOOST_AUTO_TEST_SUITE_END()
