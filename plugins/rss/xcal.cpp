#include "xcal.hpp"

#include <string>

#include "words.hpp"

namespace almanac::rss {
namespace {

std::string_view local_name(pugi::xml_node node) noexcept {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

struct Property {
  std::string_view value, zone, type;
};

/// RFC 6321 §3.5: parameters, then one element per value, named after its type. The draft: text and attributes.
Property read_property(Walker& walker, pugi::xml_node node) {
  Property property;
  property.zone = Walker::attribute(node, "tzid");
  if (!Walker::has_elements(node)) {
    property.value = walker.text(node);
    property.type = Walker::attribute(node, "value");
    return property;
  }
  for (const pugi::xml_node child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    if (!same_word(local_name(child), "parameters")) {
      if (property.value.empty()) {
        property.value = walker.text(child);
        property.type = local_name(child);
      }
      continue;
    }
    for (const pugi::xml_node parameter : child.children())
      if (same_word(local_name(parameter), "tzid")) property.zone = walker.text(parameter);
  }
  return property;
}

almanac_time read_time(const Property& property) {
  almanac_time time = sdk::as_published(property.value);
  time.zone = sdk::borrow(property.zone);
  return time;
}

/// RFC 6321 §3.6.10 writes a rule as elements: <freq>WEEKLY</freq><count>3</count>.
std::string_view read_rule(Walker& walker, pugi::xml_node node) {
  if (!Walker::has_elements(node)) return walker.text(node);
  std::string rule;
  for (pugi::xml_node part = next_element(node, node); part && rule.size() < 4096; part = next_element(part, node)) {
    if (Walker::has_elements(part)) continue;
    const std::string key(local_name(part));
    const std::size_t known = rule.rfind(std::string(key).append("="));
    if (known != rule.npos && rule.find(';', known) == rule.npos)
      rule.append(",").append(walker.text(part));
    else
      rule.append(rule.empty() ? "" : ";").append(key).append("=").append(walker.text(part));
  }
  for (char& c : rule)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  return walker.arena().store(rule);
}

std::string_view read_dates(Walker& walker, const Property& property) {
  std::string line;
  if (!property.zone.empty())
    line.append("TZID=").append(property.zone);
  else if (same_word(property.type, "date"))
    line.append("VALUE=DATE");
  line.append(":").append(property.value);
  return walker.arena().store(line);
}

bool read_into(Walker& walker, pugi::xml_node node, XcalFacts& facts) {
  const Term term = term_of(local_name(node));
  switch (term) {
    case Term::dtstart:
      facts.start = read_time(read_property(walker, node));
      break;
    case Term::dtend:
      facts.end = read_time(read_property(walker, node));
      break;
    case Term::duration:
      facts.duration = duration_of(read_property(walker, node).value);
      break;
    case Term::location:
      facts.location = read_property(walker, node).value;
      break;
    case Term::geo:
      facts.geo = walker.text(node);
      break;
    case Term::status:
      facts.status = status_of(read_property(walker, node).value);
      break;
    case Term::conference:
      facts.join_url = read_property(walker, node).value;
      break;
    case Term::rrule:
      facts.rrules.push_back(read_rule(walker, node));
      break;
    case Term::rdate:
      facts.rdates.push_back(read_dates(walker, read_property(walker, node)));
      break;
    case Term::exdate:
      facts.exdates.push_back(read_dates(walker, read_property(walker, node)));
      break;
    case Term::category:
    case Term::categories:
      facts.categories.push_back(read_property(walker, node).value);
      break;
    default:
      return false;
  }
  return true;
}

bool is_container(pugi::xml_node node) noexcept {
  const std::string_view name = local_name(node);
  return same_word(name, "icalendar") || same_word(name, "vcalendar") || same_word(name, "components") ||
         same_word(name, "vevent") || same_word(name, "properties");
}

}  // namespace

XcalFacts read_xcal_facts(Walker& walker, const Element& element) {
  XcalFacts facts;
  if (!is_container(element.node)) {
    read_into(walker, element.node, facts);
    return facts;
  }
  pugi::xml_node event = element.node;  // down to the element that holds the first event's properties
  for (pugi::xml_node next = event; next;) {
    event = next;
    next = {};
    for (const pugi::xml_node child : event.children())
      if (child.type() == pugi::node_element && is_container(child) &&
          !(same_word(local_name(child), "properties") && !same_word(local_name(event), "vevent"))) {
        next = child;
        break;
      }
  }
  for (const pugi::xml_node child : event.children())
    if (child.type() == pugi::node_element) read_into(walker, child, facts);
  return facts;
}

}  // namespace almanac::rss
