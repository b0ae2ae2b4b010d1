#include "xcal.hpp"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <string>

#include "calendar_reader.hpp"
#include "line_writer.hpp"
#include "property.hpp"
#include "scan.hpp"

namespace almanac::ical {
namespace {

constexpr std::size_t max_xml_depth = 3 * max_depth;  // a component lies in <components> in its parent

std::string_view local_name(const pugi::xml_node& node) noexcept {
  const std::string_view name = node.name();
  return name.substr(name.rfind(':') + 1);
}

bool is_one_of(std::string_view name, auto const& words) noexcept {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is_word(name, word); });
}

bool is_component(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 14> words{"VCALENDAR",   "VEVENT",    "VTODO",         "VJOURNAL", "VFREEBUSY",
                                                   "VTIMEZONE",   "STANDARD",  "DAYLIGHT",      "VALARM",   "VLOCATION",
                                                   "PARTICIPANT", "VRESOURCE", "VAVAILABILITY", "AVAILABLE"};
  return is_one_of(name, words);
}

bool is_wrapper(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 3> words{"ICALENDAR", "PROPERTIES", "COMPONENTS"};
  return is_one_of(name, words);
}

/// Properties of the old forms, whose values carry no type: these are text, the others have a syntax of their own.
bool is_text(Property property) noexcept {
  switch (property) {
    case Property::summary:
    case Property::description:
    case Property::html_description:
    case Property::location:
    case Property::uid:
    case Property::name:
    case Property::wr_name:
    case Property::wr_description:
    case Property::product:
    case Property::tzid:
      return true;
    default:
      return false;
  }
}

std::string all_text(const pugi::xml_node& node) {
  std::string out;
  for (const pugi::xml_node& child : node.children())
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) out += child.value();
  return out;
}

void write_parameters(LineWriter& out, const pugi::xml_node& node) {
  for (const pugi::xml_attribute& attribute : node.attributes())
    if (!std::string_view(attribute.name()).starts_with("xml")) out.parameter(attribute.name(), attribute.value());
  for (const pugi::xml_node& list : node.children()) {
    if (!is_word(local_name(list), "PARAMETERS")) continue;
    for (const pugi::xml_node& parameter : list.children())
      for (const pugi::xml_node& value : parameter.children())
        out.parameter(local_name(parameter), value.type() == pugi::node_element ? all_text(value) : value.value());
  }
  for (const pugi::xml_node& value : node.children())
    if (is_word(local_name(value), "DATE")) {
      out.parameter("VALUE", "DATE");
      break;
    }
}

/// RFC 6321 §3.6: the children of <recur>, parts that repeat joined by commas.
void write_recur(LineWriter& out, const pugi::xml_node& recur) {
  std::string name, values;
  for (const pugi::xml_node& part : recur.children()) {
    if (part.type() != pugi::node_element) continue;
    const pugi::xml_node typed =
        part.find_child([](const pugi::xml_node& n) { return n.type() == pugi::node_element; });
    const std::string text = all_text(typed ? typed : part);  // <until> may hold a <date>
    if (local_name(part) == name) {
      (values += ',') += text;
      continue;
    }
    if (!name.empty()) out.recur_part(name, values);
    name = local_name(part);
    values = text;
  }
  if (!name.empty()) out.recur_part(name, values);
}

void write_value(LineWriter& out, const pugi::xml_node& value, bool is_list) {
  const std::string_view type = local_name(value);
  if (is_word(type, "TEXT") || is_word(type, "ITEM")) {
    out.text_value(all_text(value));
  } else if (is_word(type, "RECUR")) {
    write_recur(out, value);
  } else if (is_word(type, "PERIOD")) {
    for (const pugi::xml_node& side : value.children()) {
      if (side != value.first_child()) out.separate('/');
      out.time_value(all_text(side));
    }
  } else if (is_list && (is_word(type, "DATE") || is_word(type, "DATE-TIME"))) {
    out.time_value(all_text(value));
  } else if (is_word(type, "UTC-OFFSET")) {
    std::string text = all_text(value);
    std::erase(text, ':');
    out.raw_value(text);
  } else {
    out.raw_value(all_text(value));
  }
}

void write_property(LineWriter& out, const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  const bool single_category = is_word(name, "CATEGORY");
  const Property property = property_of(name);
  out.open(single_category ? "CATEGORIES" : name);
  write_parameters(out, node);
  bool typed = false;
  for (const pugi::xml_node& value : node.children()) {
    if (value.type() != pugi::node_element || is_word(local_name(value), "PARAMETERS")) continue;
    if (typed) out.separate(property == Property::geo ? ';' : ',');
    write_value(out, value, property == Property::rdate || property == Property::exdate);
    typed = true;
  }
  if (!typed) {
    const std::string text = all_text(node);
    if (is_text(property) || single_category)
      out.text_value(text);
    else
      out.raw_value(text);
  }
  out.close();
}

/// Depth first along parents and siblings: no recursion, and components below the limit are passed over.
void write_document(LineWriter& out, const pugi::xml_node& root) {
  pugi::xml_node node = root;
  std::size_t depth = 0;
  while (node) {
    const std::string_view name = local_name(node);
    const bool component = is_component(name), inside = component || is_wrapper(name);
    if (node.type() == pugi::node_element && !inside && depth > 0) write_property(out, node);
    if (component) out.begin(name);
    if (inside && depth < max_xml_depth && node.first_child()) {
      node = node.first_child();
      ++depth;
      continue;
    }
    if (component) out.end(name);
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      --depth;
      if (is_component(local_name(node))) out.end(local_name(node));
    }
    node = node == root ? pugi::xml_node() : node.next_sibling();
  }
}

}  // namespace

almanac_status read_xcal(std::string_view body, std::string_view base_url, const sdk::Sink& sink,
                         const Limits& limits) {
  if (body.size() > limits.markup) return ALMANAC_E_LIMIT;
  pugi::xml_document document;
  const auto parsed = document.load_buffer(body.data(), body.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed || !document.document_element()) return ALMANAC_E_FORMAT;
  LineWriter lines;
  write_document(lines, document.document_element());
  return read_calendar(lines.text(), base_url, sink, "xcal", limits);
}

}  // namespace almanac::ical
