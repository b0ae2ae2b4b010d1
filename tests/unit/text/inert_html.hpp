#pragma once
#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace almanac::test {

/// Judges sanitised markup with an HTML5 parser, independently of the code under test: the reason why it is not inert,
/// or "". Elements that run, load documents or talk to a page, event handlers, addresses that run, and comments are
/// what it looks for.
inline std::string why_not_inert(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_BODY;
  const auto destroy = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> parsed(
      gumbo_parse_with_options(&options, html.data(), html.size()), destroy);
  std::vector<const GumboNode*> todo;
  const auto add = [&todo](const GumboVector& children) {
    for (unsigned i = 0; i < children.length; ++i) todo.push_back(static_cast<const GumboNode*>(children.data[i]));
  };
  add(parsed->root->v.element.children);
  while (!todo.empty()) {
    const GumboNode* node = todo.back();
    todo.pop_back();
    if (node->type == GUMBO_NODE_COMMENT || node->type == GUMBO_NODE_CDATA || node->type == GUMBO_NODE_TEMPLATE)
      return "comment or template";
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    const GumboElement& element = node->v.element;
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML) return "foreign element";
    const std::string_view name = gumbo_normalized_tagname(element.tag);
    for (const std::string_view bad :
         {"",       "script", "style", "iframe",   "frame",    "frameset", "object", "embed",
          "applet", "form",   "input", "button",   "textarea", "select",   "meta",   "link",
          "base",   "svg",    "math",  "template", "noscript", "title",    "xmp"}) {
      if (name == bad) return "element " + std::string(bad);
    }
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      const std::string_view key = attribute->name;
      if (key.starts_with("on") || key == "srcdoc" || key == "id" || key == "name" || key == "class")
        return "attribute " + std::string(key);
      std::string value = attribute->value;
      std::erase_if(value, [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
      std::transform(value.begin(), value.end(), value.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
      for (const std::string_view scheme :
           {"javascript:", "vbscript:", "data:text", "livescript:", "mocha:", "file:"}) {
        if ((key == "href" || key == "src" || key == "poster" || key == "cite") && value.starts_with(scheme))
          return "address " + value;
      }
      if (key == "style" &&
          (value.find("url") != value.npos || value.find("expression") != value.npos ||
           value.find('\\') != value.npos || value.find("position") != value.npos || value.find("@") != value.npos)) {
        return "style " + value;
      }
    }
    add(element.children);
  }
  return {};
}

}  // namespace almanac::test
