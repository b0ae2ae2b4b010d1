#include "item_builder.hpp"

#include <algorithm>
#include <almanac/base/ascii.hpp>
#include <almanac/text/entities.hpp>
#include <array>

namespace almanac::webpage {
namespace json = boost::json;

namespace {

constexpr std::size_t deepest = 512, deepest_items = 24, most_items = 20'000, most_captures = 16,
                      most_captured = 8 << 20;
constexpr std::size_t none = static_cast<std::size_t>(-1);

template <class Visit>
void each_word(std::string_view text, Visit&& visit) {
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_space(text[at])) ++at;
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    if (end > at) visit(text.substr(at, end - at));
    at = end;
  }
}

/// A class of microformats and the property of schema.org that says the same.
struct Property {
  std::string_view h_event, vevent, name;
};
constexpr std::array<Property, 12> properties{{{"p-name", "summary", "name"},
                                               {"dt-start", "dtstart", "startDate"},
                                               {"dt-end", "", "endDate"},
                                               {"", "dtend", "dtend"},
                                               {"dt-duration", "duration", "duration"},
                                               {"u-url", "url", "url"},
                                               {"p-location", "location", "location"},
                                               {"p-summary", "", "description"},
                                               {"e-content", "description", "description"},
                                               {"p-description", "", "description"},
                                               {"p-category", "category", "keywords"},
                                               {"p-organizer", "organizer", "organizer"}}};

bool is_list(std::string_view property) {
  for (const std::string_view name : {"keywords", "location", "offers", "organizer", "subEvent", "eventSchedule"}) {
    if (property == name) return true;
  }
  return false;
}

// The value that an element states by an attribute (microdata §5.2.4; microformats2 parsing); nullptr: its text.
const std::string* stated(std::string_view element, const ItemAttributes& attributes, bool microdata,
                          std::string_view property) {
  const auto given = [](const std::string& text) { return text.empty() ? nullptr : &text; };
  if (microdata && attributes.has_content) return &attributes.content;
  if (element == "time" || element == "ins" || element == "del") return given(attributes.datetime);
  if (element == "data" || element == "meter") return given(attributes.value);
  if (element == "abbr") return given(attributes.title);
  const bool address = microdata || property == "url";
  if (address && (element == "a" || element == "area" || element == "link")) return given(attributes.href);
  if (microdata && (element == "img" || element == "iframe" || element == "video" || element == "audio"))
    return given(attributes.src);
  return element == "img" ? given(attributes.alt) : nullptr;
}

// A start tag that closes an open element of the same name: their end tags may be left out.
bool closes_itself(std::string_view name) {
  for (const std::string_view element : {"li", "p", "tr", "td", "th", "dt", "dd", "option"}) {
    if (equal_nocase(name, element)) return true;
  }
  return false;
}

}  // namespace

ItemAttributes item_attributes(const HtmlToken& token) {
  ItemAttributes found;
  auto attributes = token.attributes();
  std::size_t count = 0;
  for (HtmlAttribute attribute; ++count < 64 && attributes.next(attribute);) {
    const auto is = [&](std::string_view name) { return equal_nocase(attribute.name, name); };
    const auto take = [&](std::string& to) {
      if (to.empty()) to = attribute_value(attribute.value);
    };
    if (is("class")) take(found.classes);
    if (is("itemprop")) take(found.itemprop);
    if (is("itemtype")) take(found.itemtype);
    if (is("datetime")) take(found.datetime);
    if (is("content")) take(found.content), found.has_content = true;
    if (is("href")) take(found.href);
    if (is("src")) take(found.src);
    if (is("value")) take(found.value);
    if (is("title")) take(found.title);
    if (is("alt")) take(found.alt);
    if (is("itemscope")) found.itemscope = true;
    if (is("vocab")) take(found.vocab);
    if (is("typeof")) take(found.type_of);
    if (is("property")) take(found.property);
  }
  return found;
}

std::size_t ItemBuilder::innermost(bool microdata) const {
  for (std::size_t i = items_.size(); i > 0; --i) {
    if ((items_[i - 1].notation == Notation::microdata) == microdata) return i - 1;
  }
  return none;
}

void ItemBuilder::set(json::object& object, std::string_view property, json::value value) {
  const json::string_view key(property.data(), property.size());
  auto* existing = object.if_contains(key);
  if (!existing) {
    object.emplace(key, std::move(value));
  } else if (is_list(property)) {
    if (!existing->is_array()) *existing = json::array{std::move(*existing)};
    if (existing->get_array().size() < 200) existing->get_array().push_back(std::move(value));
  }
}

void ItemBuilder::open_item(Notation notation, std::string_view type, std::string_view property, Open& open) {
  if (items_.size() >= deepest_items || ++made_ > most_items) return;
  Item item;
  item.notation = notation;
  item.property = property;
  item.object["@type"] = json::string_view(type.data(), type.size());
  items_.push_back(std::move(item));
  ++open.items;
}

void ItemBuilder::capture(std::size_t item, std::string_view property, Open& open) {
  if (captures_.size() >= most_captures || captured_ > most_captured) return;
  const auto layout = property == "description" ? TextWriter::Layout::lines : TextWriter::Layout::one_line;
  captures_.push_back({item, std::string(property), TextWriter(layout, 64)});
  ++open.captures;
}

void ItemBuilder::translate_rdfa(ItemAttributes& attributes) {
  if (attributes.itemscope) has_microdata_ = true;
  if (!attributes.vocab.empty()) is_schema_ = attributes.vocab.find("schema.org") != std::string::npos;
  if (has_microdata_ || !attributes.itemprop.empty()) return;
  const auto add = [&](std::string_view name, std::string& to) {
    constexpr std::string_view prefix = "schema:";
    const bool is_prefixed = name.starts_with(prefix);
    if (is_prefixed) name.remove_prefix(prefix.size());
    if ((!is_prefixed && !is_schema_) || name.find(':') != name.npos) return;
    if (!to.empty()) to += ' ';
    to.append(name);
  };
  each_word(attributes.type_of, [&](std::string_view name) {
    if (attributes.itemtype.empty()) add(name, attributes.itemtype);
  });
  each_word(attributes.property, [&](std::string_view name) { add(name, attributes.itemprop); });
  attributes.itemscope = !attributes.itemtype.empty();
}

void ItemBuilder::start_microdata(const HtmlToken& token, const ItemAttributes& attributes, Open& open) {
  const std::size_t around = innermost(true);
  const bool property = !attributes.itemprop.empty() && around != none;
  if (attributes.itemscope) {
    std::string_view first = attributes.itemprop;
    first = first.substr(0, first.find(' '));
    open_item(Notation::microdata, attributes.itemtype, property ? first : std::string_view(), open);
    return;
  }
  if (!property) return;
  const std::string element = to_lower(token.name);
  each_word(attributes.itemprop, [&](std::string_view name) {
    if (const std::string* value = stated(element, attributes, true, name)) {
      set(items_[around].object, name, json::string(*value));
    } else if (!(token.element && token.element->is(HtmlElement::void_))) {
      capture(around, name, open);
    }
  });
}

void ItemBuilder::start_microformat(const HtmlToken& token, const ItemAttributes& attributes, Open& open) {
  if (attributes.classes.empty()) return;
  const std::size_t around = innermost(false);
  const std::string element = to_lower(token.name);
  const auto notation = around == none ? Notation::other : items_[around].notation;
  bool item = false;
  each_word(attributes.classes, [&](std::string_view word) {
    if (word == "h-event" || word == "vevent") {
      if (!item) open_item(word == "vevent" ? Notation::vevent : Notation::h_event, "Event", {}, open);
      item = true;
      return;
    }
    if (notation == Notation::other) return;
    for (const auto& property : properties) {
      if (word != (notation == Notation::vevent ? property.vevent : property.h_event)) continue;
      if (const std::string* value = stated(element, attributes, false, property.name)) {
        set(items_[around].object, property.name, json::string(*value));
      } else {
        capture(around, property.name, open);
      }
    }
  });
  if (item || around == none) return;
  // The properties of a person or place inside belong to it, not to the event.
  each_word(attributes.classes, [&](std::string_view word) {
    if (!item && (word.starts_with("h-") || word == "vcard")) open_item(Notation::other, {}, {}, open), item = true;
  });
}

void ItemBuilder::state_inside(const HtmlToken& token, const ItemAttributes& attributes) {
  if (captures_.empty()) return;
  const Capture& around = captures_.back();
  if (around.property != "startDate" && around.property != "endDate" && around.property != "dtend") return;
  bool part = false, titled = false;
  each_word(attributes.classes, [&](std::string_view word) {
    part |= word == "value";
    titled |= word == "value-title";
  });
  const bool is_time = equal_nocase(token.name, "time") && !part;
  if (const std::string& value = titled ? attributes.title : attributes.datetime; (titled || is_time) && !value.empty())
    set(items_[around.item].object, around.property, json::string(value));
}

void ItemBuilder::start(const HtmlToken& token) {
  if (closes_itself(token.name) && !open_.empty() && equal_nocase(open_.back().name, token.name)) close_top();
  const bool empty = token.element && token.element->is(HtmlElement::void_);
  if (!empty && open_.size() >= deepest) {
    ++ignored_;
    return;
  }
  Open open{token.name};
  if (!token.inside.empty()) {
    ItemAttributes attributes = item_attributes(token);
    translate_rdfa(attributes);
    state_inside(token, attributes);
    if (attributes.itemscope || !attributes.itemprop.empty()) start_microdata(token, attributes, open);
    start_microformat(token, attributes, open);
  }
  open_.push_back(open);
  if (empty) close_top();
  if (token.element && token.element->is(HtmlElement::line | HtmlElement::paragraph)) {
    for (auto& capture : captures_) capture.text.break_lines(1);
  }
}

void ItemBuilder::text(std::string_view html) {
  if (captures_.empty() || captured_ > most_captured) return;
  captured_ += html.size() * captures_.size();
  for (auto& capture : captures_) capture.text.html(html);
}

void ItemBuilder::end(const HtmlToken& token) {
  if (ignored_ > 0) {
    --ignored_;
    return;
  }
  for (std::size_t i = open_.size(); i > 0; --i) {
    if (!equal_nocase(open_[i - 1].name, token.name)) continue;
    while (open_.size() >= i) close_top();
    return;
  }
}

void ItemBuilder::close_top() {
  const Open open = open_.back();
  open_.pop_back();
  for (std::uint8_t i = 0; i < open.captures; ++i) {
    Capture capture = std::move(captures_.back());
    captures_.pop_back();
    const std::string text = std::move(capture.text).take();
    if (!text.empty() && capture.item < items_.size())
      set(items_[capture.item].object, capture.property, json::string(text));
  }
  for (std::uint8_t i = 0; i < open.items; ++i) {
    Item item = std::move(items_.back());
    items_.pop_back();
    if (item.notation == Notation::other) continue;
    if (!item.property.empty()) {
      if (const std::size_t around = innermost(true); around != none)
        set(items_[around].object, item.property, std::move(item.object));
    } else {
      (item.notation == Notation::microdata ? microdata_ : microformats_).push_back(std::move(item.object));
    }
  }
}

void ItemBuilder::finish() {
  while (!open_.empty()) close_top();
}

}  // namespace almanac::webpage
