#include "event_facts.hpp"

#include "categories.hpp"
#include "entry_ranks.hpp"
#include "links.hpp"
#include "persons.hpp"
#include "words.hpp"
#include "xcal.hpp"

namespace almanac::rss {

bool EventFacts::read(const Element& element) {
  switch (element.name.space) {
    case Space::mod_event:
    case Space::erssical:
    case Space::livewhale:
    case Space::cb:
      read_module(element);
      return true;
    case Space::gsite:
      read_dates(element);
      return true;
    case Space::mec:
      read_mec(element);
      return true;
    case Space::schema:
      if (element.name.term == Term::dates)
        read_dates(element);
      else if (element.name.term == Term::event)
        read_schema_event(element);
      else
        read_schema(element);
      return true;
    case Space::xcal:
    case Space::icalendar:
      read_xcal(element);
      return true;
    default:
      return false;
  }
}

almanac_time EventFacts::time(const Element& element) { return sdk::as_published(walker_.text(element.node)); }
almanac_time EventFacts::end_time(const Element& element) { return sdk::end_as_published(walker_.text(element.node)); }

/// mod_event, erssical, LiveWhale and RSS-CB: their names do not collide.
void EventFacts::read_module(const Element& element) {
  switch (element.name.term) {
    case Term::startdate:
    case Term::occurrencedate:
      draft_.start.offer(time(element), rank_module);
      break;
    case Term::enddate:
    case Term::eventdateend:
    case Term::ends:
      draft_.end.offer(end_time(element), rank_module);
      break;
    case Term::location:
    case Term::venue: {
      std::string_view place = walker_.text(element.node);
      if (place.empty()) place = Walker::attribute(element.node, "rdf:resource");
      draft_.location.offer(place, rank_module);
      break;
    }
    case Term::event:  // cb:event holds the same elements
      for (const pugi::xml_node node : element.node.children()) {
        if (node.type() != pugi::node_element || Walker::has_elements(node)) continue;
        const Element child = walker_.open(node, element.scope);
        if (child.name.space == element.name.space) read_module(child);
      }
      break;
    case Term::type:
      read_kind(walker_.text(element.node));
      break;
    case Term::keywords:
      for (const pugi::xml_node node : element.node.children())
        if (node.type() == pugi::node_element) add_category(entry_.category_list, walker_.text(node));
      break;
    default:
      break;
  }
}

bool EventFacts::read_bare(const Element& element) {
  switch (element.name.term) {
    case Term::start:
    case Term::start_date:
    case Term::startdate:
      draft_.start.offer(time(element), rank_bare);
      return true;
    case Term::end:
    case Term::end_date:
    case Term::enddate:
      draft_.end.offer(end_time(element), rank_bare);
      return true;
    case Term::location:
    case Term::venue:
      draft_.location.offer(walker_.text(element.node), rank_bare);
      return true;
    default:
      return false;
  }
}

void EventFacts::read_xcal(const Element& element) {
  XcalFacts facts = read_xcal_facts(walker_, element);
  draft_.start.offer(facts.start, rank_module);
  draft_.end.offer(facts.end, rank_module);
  draft_.location.offer(facts.location, rank_module);
  draft_.join_url.offer(facts.join_url, rank_module);
  if (!facts.geo.empty()) geo_.read_pair(facts.geo);
  if (facts.duration >= 0) entry_.duration = facts.duration;
  if (facts.sequence > 0) entry_.sequence = facts.sequence;
  if (facts.status != ALMANAC_STATUS_UNKNOWN) entry_.status = facts.status;
  for (const std::string_view rule : facts.rrules) entry_.rrule_list.push_back(sdk::borrow(rule));
  for (const std::string_view date : facts.rdates) entry_.rdate_list.push_back(sdk::borrow(date));
  for (const std::string_view date : facts.exdates) entry_.exdate_list.push_back(sdk::borrow(date));
  for (const std::string_view word : facts.categories) add_keywords(entry_.category_list, word);
}

/// event:Event wraps the properties that other feeds put straight into the item.
void EventFacts::read_schema_event(const Element& element) {
  for (const pugi::xml_node node : element.node.children()) {
    if (node.type() != pugi::node_element) continue;
    const Element child = walker_.open(node, element.scope);
    if (child.name.space == Space::schema && child.name.term != Term::event) read_schema(child);
  }
}

void EventFacts::read_schema(const Element& element) {
  const pugi::xml_node node = element.node;
  switch (element.name.term) {
    case Term::startdate:
      draft_.start.offer(time(element), rank_module);
      break;
    case Term::enddate:
      draft_.end.offer(end_time(element), rank_module);
      break;
    case Term::location:
    case Term::place:
      read_schema_place(element);
      break;
    case Term::deadline:
      read_deadline(element);
      break;
    case Term::eventstatus:
      entry_.status = status_of(walker_.text(node));
      break;
    case Term::eventattendancemode:
      entry_.mode = mode_of(walker_.text(node));
      break;
    case Term::type:
      read_kind(walker_.text(node));
      break;
    case Term::keywords:
      add_keywords(entry_.category_list, walker_.text(node));
      break;
    case Term::duration:
      entry_.duration = duration_of(walker_.text(node));
      break;
    case Term::offers:
    case Term::price:
      for (const pugi::xml_node inner : node.children()) {
        if (inner.type() != pugi::node_element) continue;
        const Term term = walker_.open(inner, element.scope).name.term;
        if (term == Term::price || term == Term::lowprice) draft_.cost.offer(walker_.text(inner), rank_module);
      }
      if (element.name.term == Term::price) draft_.cost.offer(walker_.text(node), rank_module);
      break;
    default:
      break;
  }
}

/// A text, or name and address of a Place, or the url of a VirtualLocation. Walks what lies below without recursion.
void EventFacts::read_schema_place(const Element& element) {
  if (!Walker::has_elements(element.node)) {
    draft_.location.offer(walker_.text(element.node), rank_module);
    return;
  }
  for (pugi::xml_node node = next_element(element.node, element.node); node; node = next_element(node, element.node)) {
    if (Walker::has_elements(node)) continue;
    const std::string_view text = walker_.text(node);
    const std::string_view name = node.name();
    switch (term_of(name.substr(name.find(':') + 1))) {
      case Term::name:
        draft_.venue.offer(text, rank_module);
        break;
      case Term::address:
        draft_.location.offer(text, rank_module);
        break;
      case Term::addresslocality:
        draft_.city.offer(text, rank_module);
        break;
      case Term::addressregion:
        draft_.region.offer(text, rank_module);
        break;
      case Term::addresscountry:
        draft_.country.offer(text, rank_module);
        break;
      case Term::url:
        draft_.join_url.offer(text, rank_module);
        break;
      case Term::latitude:
        geo_.read_lat(text);
        break;
      case Term::longitude:
        geo_.read_lon(text);
        break;
      default:
        break;
    }
  }
  draft_.location.offer(draft_.venue.value(), rank_module + 1);
}

/// gsite: dates/date with date_start, time_start, date_end, time_end; several dates are one entry with several
/// occurrences.
void EventFacts::read_dates(const Element& element) {
  for (const pugi::xml_node node : element.node.children()) {
    if (node.type() != pugi::node_element) continue;
    const Element date = walker_.open(node, element.scope);
    std::string_view parts[4];
    for (const pugi::xml_node inner : node.children()) {
      if (inner.type() != pugi::node_element) continue;
      const std::string_view text = walker_.text(inner);
      switch (walker_.open(inner, date.scope).name.term) {
        case Term::date_start:
          parts[0] = text;
          break;
        case Term::time_start:
          parts[1] = text;
          break;
        case Term::date_end:
          parts[2] = text;
          break;
        case Term::time_end:
          parts[3] = text;
          break;
        default:
          break;
      }
    }
    add_date(parts);
  }
}

void EventFacts::add_date(const std::string_view (&parts)[4]) {
  add_date(sdk::as_published(join_date(walker_.arena(), parts[0], parts[1])),
           sdk::end_as_published(join_date(walker_.arena(), parts[2], parts[3])));
}

/// Day and hour are elements of their own: "2026-05-14" and "6:00 pm".
void EventFacts::read_mec(const Element& element) {
  const std::string_view text = walker_.text(element.node);
  switch (element.name.term) {
    case Term::startdate:
      draft_.parts[0] = text;
      break;
    case Term::starthour:
      draft_.parts[1] = text;
      break;
    case Term::enddate:
      draft_.parts[2] = text;
      break;
    case Term::endhour:
      draft_.parts[3] = text;
      break;
    case Term::location:
      draft_.location.offer(text, rank_module);
      break;
    case Term::cost:
      draft_.cost.offer(text, rank_module);
      break;
    case Term::category:
      add_keywords(entry_.category_list, text);
      break;
    default:
      break;
  }
}

void EventFacts::add_date(almanac_time start, almanac_time end) {
  if (start.kind == ALMANAC_TIME_NONE) return;
  if (draft_.start.empty()) {
    draft_.start.offer(start, rank_module);
    draft_.end.offer(end, rank_module);
  } else if (entry_.more_date_list.size() < 1000) {
    entry_.more_date_list.push_back({start, end});
  }
}

/// event:deadline: a date; its type is in an attribute or, most often, that of a call for papers.
void EventFacts::read_deadline(const Element& element) {
  almanac_deadline deadline{};
  deadline.at = time(element);
  if (deadline.at.kind == ALMANAC_TIME_NONE || entry_.deadline_list.size() >= 100) return;
  std::string_view label = Walker::attribute(element.node, "type");
  if (label.empty()) label = Walker::attribute(element.node, "name");
  deadline.type = label.empty() ? static_cast<std::int32_t>(ALMANAC_DEADLINE_CFP) : deadline_of(label);
  deadline.label = sdk::borrow(label);
  deadline.extended = same_word(Walker::attribute(element.node, "extended"), "true");
  entry_.deadline_list.push_back(deadline);
}

void EventFacts::read_kind(std::string_view word) {
  if (entry_.kind == ALMANAC_KIND_UNKNOWN) entry_.kind = kind_of(word);
}

void EventFacts::fill() {
  add_date(draft_.parts);
  entry_.start = draft_.start.value();
  if (has_start() || draft_.end.from(rank_module)) entry_.end = draft_.end.value();
  entry_.location = sdk::borrow(draft_.location.value());
  entry_.join_url = sdk::borrow(draft_.join_url.value());
  entry_.cost = sdk::borrow(draft_.cost.value());
  entry_.venue = sdk::borrow(draft_.venue.value());
  entry_.city = sdk::borrow(draft_.city.value());
  entry_.region = sdk::borrow(draft_.region.value());
  entry_.country = sdk::borrow(draft_.country.value());
}

}  // namespace almanac::rss
