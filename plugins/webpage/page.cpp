#include "page.hpp"

#include <almanac/base/ascii.hpp>
#include <almanac/text/entities.hpp>
#include <almanac/text/html.hpp>
#include <almanac/text/html_tokens.hpp>

#include "item_builder.hpp"

namespace almanac::webpage {
namespace {

constexpr std::size_t most_links = 4000, most_scripts = 10'000, longest_text = 4096;

void take_first(std::string& to, std::string text) {
  if (to.empty() && text.size() <= longest_text) to = std::move(text);
}

/// The attributes that links, metas and scripts are judged by.
struct HeadAttributes {
  std::string rel, href, src, type, title, name, property, content, lang;
};

HeadAttributes head_attributes(const HtmlToken& token) {
  HeadAttributes found;
  auto attributes = token.attributes();
  std::size_t count = 0;
  for (HtmlAttribute attribute; ++count < 64 && attributes.next(attribute);) {
    const auto take = [&](std::string_view name, std::string& to) {
      if (equal_nocase(attribute.name, name)) take_first(to, attribute_value(attribute.value));
    };
    take("rel", found.rel);
    take("href", found.href);
    take("src", found.src);
    take("type", found.type);
    take("title", found.title);
    take("name", found.name);
    take("property", found.property);
    take("content", found.content);
    take("lang", found.lang);
    take("xml:lang", found.lang);
  }
  return found;
}

class PageReader {
 public:
  explicit PageReader(std::string_view html) : tokens_(html, RawContent::keep) {}

  Page read() && {
    for (HtmlToken token; tokens_.next(token);) {
      switch (token.kind) {
        case HtmlToken::Kind::text:
          text(token);
          break;
        case HtmlToken::Kind::start_tag:
          page_.has_markup = true;
          start(token);
          items_.start(token);
          break;
        case HtmlToken::Kind::end_tag:
          end(token);
          break;
        case HtmlToken::Kind::comment:
          break;
      }
    }
    if (anchor_) finish_anchor();
    items_.finish();
    page_.microdata = items_.take_microdata();
    page_.microformats = items_.take_microformats();
    take_first(page_.title, std::move(open_graph_title_));
    take_first(page_.canonical, std::move(open_graph_url_));
    return std::move(page_);
  }

 private:
  void text(const HtmlToken& token) {
    if (!token.element) {
      if (anchor_ && anchor_text_.size() < 512) anchor_text_.append(token.text.substr(0, 512));
      return items_.text(token.text);
    }
    if (token.element->name == "title" && !in_foreign_)
      take_first(page_.title, html_to_line(token.text.substr(0, longest_text)));
    if (token.element->name == "script" && json_ld_ && page_.scripts.size() < most_scripts)
      page_.scripts.push_back(token.text);
  }

  void start(const HtmlToken& token) {
    if (!token.element) return;
    const auto name = token.element->name;
    if (name == "svg") in_foreign_ = true;
    const bool judged = name == "link" || name == "meta" || name == "a" || name == "area" || name == "base" ||
                        name == "iframe" || name == "script" || name == "html";
    if (!judged) return;
    HeadAttributes attributes = head_attributes(token);
    if (name == "html") take_first(page_.language, std::move(attributes.lang));
    if (name == "base") take_first(page_.base, std::move(attributes.href));
    if (name == "meta") meta(attributes);
    if (name == "script") {
      const auto type = std::string_view(attributes.type).substr(0, attributes.type.find(';'));
      json_ld_ = equal_nocase(html_to_line(type), "application/ld+json");
    }
    if (name == "link") link(std::move(attributes), false);
    if (name == "a" || name == "area") link(std::move(attributes), true);
    if (name == "iframe") {
      attributes.href = std::move(attributes.src);
      attributes.rel = "frame";
      link(std::move(attributes), true);
      anchor_ = false;  // what stands inside is for browsers without frames
    }
  }

  void end(const HtmlToken& token) {
    if (token.element && token.element->name == "svg") in_foreign_ = false;
    if (token.element && token.element->name == "a" && anchor_) finish_anchor();
    items_.end(token);
  }

  void meta(HeadAttributes& attributes) {
    const std::string key = to_lower(attributes.name.empty() ? attributes.property : attributes.name);
    std::string line = html_to_line(attributes.content);  // pages escape twice at times
    if (key == "description")
      take_first(page_.description, std::move(line));
    else if (key == "og:description")
      take_first(open_graph_description_, std::move(line));
    else if (key == "og:title")
      take_first(open_graph_title_, std::move(line));
    else if (key == "og:url")
      take_first(open_graph_url_, std::move(line));
    else if (key == "og:image")
      take_first(page_.image, std::move(line));
    else if (key == "generator")
      take_first(page_.generator, std::move(line));
    if (page_.description.empty() && key == "og:description") page_.description = open_graph_description_;
  }

  void link(HeadAttributes attributes, bool anchor) {
    if (anchor_) finish_anchor();
    if (attributes.href.empty() || page_.links.size() >= most_links) return;
    if (!anchor && equal_nocase(html_to_line(attributes.rel), "canonical"))
      take_first(page_.canonical, attributes.href);
    page_.links.push_back({std::move(attributes.rel), std::move(attributes.href), std::move(attributes.type),
                           std::move(attributes.title), anchor});
    anchor_ = anchor;
    anchor_text_.clear();
  }

  void finish_anchor() {
    anchor_ = false;
    PageLink& link = page_.links.back();
    if (link.title.empty()) link.title = html_to_line(anchor_text_);
  }

  HtmlTokenizer tokens_;
  ItemBuilder items_;
  Page page_;
  std::string open_graph_title_, open_graph_url_, open_graph_description_, anchor_text_;
  bool json_ld_ = false, anchor_ = false, in_foreign_ = false;
};

}  // namespace

Page read_page(std::string_view html) { return PageReader(html).read(); }

}  // namespace almanac::webpage
