#include <gumbo.h>

#include <memory>

#include "html.hpp"
#include "html_elements.hpp"
#include "sanitize_filter.hpp"
#include "sanitize_policy.hpp"
#include "sanitize_strict.hpp"
#include "utf8.hpp"

namespace almanac {
namespace {

using namespace sanitize_detail;

struct Destroy {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};
using Parsed = std::unique_ptr<GumboOutput, Destroy>;

Parsed parse_fragment(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_BODY;
  options.max_errors = 0;
  return Parsed(gumbo_parse_with_options(&options, html.data(), html.size()));
}

/// Writes the tree of a parsed fragment again; walks it by its own parent links.
class Serializer {
 public:
  Serializer(std::string_view base, std::size_t expected) : base_(base) { out_.reserve(expected); }

  std::string run(const GumboNode* root) && {
    const GumboNode* node = root;
    bool descend = true;
    while (node) {
      if (descend && open(node, node == root)) {
        node = child(node, 0);
        continue;
      }
      if (descend && child(node, 0) == nullptr) close(node, node == root);
      if (node == root) break;
      const GumboNode* next = child(node->parent, node->index_within_parent + 1);
      if (!next) close(node->parent, node->parent == root);
      descend = next != nullptr;
      node = next ? next : node->parent;
    }
    return std::move(out_);
  }

 private:
  static const GumboNode* child(const GumboNode* node, std::size_t index) {
    if (node->type != GUMBO_NODE_ELEMENT) return nullptr;
    const GumboVector& children = node->v.element.children;
    return index < children.length ? static_cast<const GumboNode*>(children.data[index]) : nullptr;
  }

  static const HtmlElement* allowed(const GumboNode* node) {
    const GumboElement& element = node->v.element;
    if (element.tag == GUMBO_TAG_UNKNOWN || element.tag_namespace != GUMBO_NAMESPACE_HTML) return nullptr;
    const HtmlElement* known = find_element(gumbo_normalized_tagname(element.tag));
    return known && known->is(HtmlElement::allowed) ? known : nullptr;
  }

  // Writes what stands before the children; true when there are any to go into.
  bool open(const GumboNode* node, bool root) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) append_escaped(out_, node->v.text.text);
    if (node->type != GUMBO_NODE_ELEMENT) return false;
    if (const HtmlElement* element = root ? nullptr : allowed(node)) {
      (out_ += '<').append(element->name);
      const GumboVector& attributes = node->v.element.attributes;
      for (unsigned i = 0; i < attributes.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
        append_attribute(out_, element->name, attribute->name, attribute->value, base_);
      }
      if (element->name == "a" || element->name == "area") out_ += link_relation;
      out_ += '>';
      const GumboNode* first = child(node, 0);
      if (element->name == "pre" && first && first->type != GUMBO_NODE_ELEMENT && first->v.text.text[0] == '\n')
        out_ += '\n';
    }
    return child(node, 0) != nullptr;
  }

  void close(const GumboNode* node, bool root) {
    if (root || node->type != GUMBO_NODE_ELEMENT) return;
    const HtmlElement* element = allowed(node);
    if (element && !element->is(HtmlElement::void_)) out_.append("</").append(element->name) += '>';
  }

  std::string_view base_;
  std::string out_;
};

}  // namespace

std::string sanitize_html(std::string_view html, std::string_view base) {
  std::string out;
  if (sanitize_strict(html, base, out)) return out;
  const std::string filtered = filter_html(html, base);
  const Parsed parsed = parse_fragment(filtered);
  out = Serializer(base, filtered.size()).run(parsed->root);
  std::string checked;
  // The parser may nest deeper than the source did; the second pass over its clean output closes that.
  if (sanitize_strict(out, base, checked)) return checked;
  return filter_html(out, base);
}

}  // namespace almanac
