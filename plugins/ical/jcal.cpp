#include <boost/json.hpp>
#include <string>
#include <vector>

#include "calendar_reader.hpp"
#include "line_writer.hpp"
#include "property.hpp"
#include "scan.hpp"
#include "xcal.hpp"

namespace almanac::ical {
namespace {

namespace json = boost::json;

std::string_view view(const json::string& text) noexcept { return {text.data(), text.size()}; }

/// A JSON scalar as text; other values give nothing.
std::string scalar(const json::value& value) {
  if (value.is_string()) return std::string(view(value.get_string()));
  if (value.is_number() || value.is_bool()) return json::serialize(value);
  return {};
}

void write_recur(LineWriter& out, const json::object& recur) {
  for (const auto& [name, value] : recur) {
    std::string text = scalar(value);
    if (const json::array* list = value.if_array())
      for (const json::value& item : *list) (text += text.empty() ? "" : ",") += scalar(item);
    out.recur_part({name.data(), name.size()}, text);
  }
}

void write_value(LineWriter& out, std::string_view type, const json::value& value, bool is_list) {
  if (const json::object* recur = value.if_object()) {
    write_recur(out, *recur);
  } else if (const json::array* parts = value.if_array()) {  // GEO, REQUEST-STATUS, PERIOD
    for (const json::value& part : *parts) {
      if (&part != parts->begin()) out.separate(type == "period" ? '/' : ';');
      if (type == "period")
        out.time_value(scalar(part));
      else
        out.raw_value(scalar(part));
    }
  } else if (type == "text") {
    out.text_value(scalar(value));
  } else if (is_list && (type == "date" || type == "date-time")) {
    out.time_value(scalar(value));
  } else if (type == "utc-offset") {
    std::string text = scalar(value);
    std::erase(text, ':');
    out.raw_value(text);
  } else {
    out.raw_value(scalar(value));
  }
}

/// RFC 7265 §3.4: [name, {parameters}, type, value…].
void write_property(LineWriter& out, const json::value& from) {
  const json::array* property = from.if_array();
  if (!property || property->size() < 4 || !(*property)[0].is_string() || !(*property)[2].is_string()) return;
  const std::string_view name = view((*property)[0].get_string()), type = view((*property)[2].get_string());
  out.open(name);
  if (const json::object* parameters = (*property)[1].if_object())
    for (const auto& [key, value] : *parameters) {
      const json::array* list = value.if_array();
      out.parameter({key.data(), key.size()}, list && !list->empty() ? scalar(list->front()) : scalar(value));
    }
  if (type == "date") out.parameter("VALUE", "DATE");
  const Property known = property_of(name);
  for (std::size_t i = 3; i < property->size(); ++i) {
    if (i > 3) out.separate(',');
    write_value(out, type, (*property)[i], known == Property::rdate || known == Property::exdate);
  }
  out.close();
}

/// A component of which the children are being written.
struct Open {
  const json::array* component;
  std::size_t next = 0;
};

/// RFC 7265 §3.3: [name, [properties], [components]]. An explicit stack: no recursion over the input.
void write_component(LineWriter& out, const json::array& root) {
  std::vector<Open> open;
  const auto enter = [&](const json::array* component) {
    if (!component || component->size() < 2 || !(*component)[0].is_string() || open.size() >= max_depth) return;
    out.begin(view((*component)[0].get_string()));
    if (const json::array* properties = (*component)[1].if_array())
      for (const json::value& property : *properties) write_property(out, property);
    open.push_back({component});
  };
  enter(&root);
  while (!open.empty()) {
    Open& top = open.back();
    const json::array* children = top.component->size() > 2 ? (*top.component)[2].if_array() : nullptr;
    if (children && top.next < children->size()) {
      enter((*children)[top.next++].if_array());
    } else {
      out.end(view((*top.component)[0].get_string()));
      open.pop_back();
    }
  }
}

}  // namespace

almanac_status read_jcal(std::string_view body, std::string_view base_url, const sdk::Sink& sink,
                         const Limits& limits) {
  if (body.size() > limits.markup) return ALMANAC_E_LIMIT;
  boost::system::error_code error;
  if (body.starts_with("\xEF\xBB\xBF")) body.remove_prefix(3);
  const json::value document = json::parse(body, error);
  if (error || !document.is_array() || document.get_array().empty()) return ALMANAC_E_FORMAT;
  LineWriter lines;
  if (document.get_array().front().is_string())
    write_component(lines, document.get_array());
  else
    for (const json::value& calendar : document.get_array())
      if (calendar.is_array()) write_component(lines, calendar.get_array());
  return read_calendar(lines.text(), base_url, sink, "icalendar", limits);
}

}  // namespace almanac::ical
