#include "json_value.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace almanac::webpage {
namespace json = boost::json;

namespace {

// A number as people write it: "10", "9.5".
std::string number_text(const json::value& value) {
  if (value.is_int64()) return std::to_string(value.get_int64());
  if (value.is_uint64()) return std::to_string(value.get_uint64());
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.10g", value.get_double());
  return buffer.data();
}

const json::value* first_of(const json::value* value) {
  for (int depth = 0; value && value->is_array() && depth < 4; ++depth) {
    const auto& list = value->get_array();
    value = list.empty() ? nullptr : &list.front();
  }
  return value;
}

}  // namespace

const json::value* member(const json::object& object, std::string_view name) {
  return object.if_contains(json::string_view(name.data(), name.size()));
}

std::string text_of(const json::value* value) {
  for (int depth = 0; depth < 4; ++depth) {
    value = first_of(value);
    if (!value) return {};
    if (value->is_string()) return std::string(value->get_string());
    if (value->is_number()) return number_text(*value);
    if (!value->is_object()) return {};
    const auto& object = value->get_object();
    value = nullptr;
    for (const std::string_view name : {"@value", "name", "url", "@id"}) {
      if (value = member(object, name); value) break;
    }
  }
  return {};
}

std::string text_member(const json::object& object, std::string_view name) { return text_of(member(object, name)); }

const json::object* object_of(const json::value* value, const NodesById& nodes) {
  value = first_of(value);
  if (!value) return nullptr;
  if (value->is_string()) return nullptr;
  if (!value->is_object()) return nullptr;
  const auto& object = value->get_object();
  if (object.size() == 1) {
    const auto id = text_member(object, "@id");
    if (const auto found = nodes.find(id); found != nodes.end()) return found->second;
  }
  return &object;
}

void each(const json::value* value, const std::function<void(const json::value&)>& visit) {
  if (!value || value->is_null()) return;
  if (!value->is_array()) return visit(*value);
  for (const auto& element : value->get_array()) visit(element);
}

std::string_view last_segment(std::string_view text) {
  while (text.ends_with('/')) text.remove_suffix(1);
  const auto cut = text.find_last_of("/#:");
  return cut == text.npos ? text : text.substr(cut + 1);
}

bool has_type(const json::object& object, bool (*matches)(std::string_view type)) {
  bool found = false;
  each(member(object, "@type"), [&](const json::value& type) {
    if (type.is_string()) found = found || matches(last_segment({type.get_string().data(), type.get_string().size()}));
  });
  return found;
}

}  // namespace almanac::webpage
