#include "inspection.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "app_errc.hpp"

namespace almanac {
namespace {

namespace json = boost::json;

std::string text_of(const json::value& value) {
  if (value.is_string()) return std::string(std::string_view(value.get_string()));
  return value.is_null() ? std::string() : json::serialize(value);
}

std::string member(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value ? text_of(*value) : std::string();
}

std::map<std::string, std::string> texts(const json::object& object, std::string_view name) {
  std::map<std::string, std::string> out;
  const json::value* value = object.if_contains(name);
  if (!value || !value->is_object()) return out;
  for (const auto& [key, item] : value->get_object()) out[std::string(key)] = text_of(item);
  return out;
}

}  // namespace

Result<Inspection, Problem> read_inspection(std::string_view text) {
  error_code ec;
  const json::value value = json::parse(text, ec);
  if (ec || !value.is_object()) return Problem{AppErrc::bad_usage, "a request must be a JSON object on one line", {}};
  const json::object& object = value.get_object();
  Inspection out;
  if (object.contains("id")) out.id = member(object, "id");
  out.path = member(object, "path");
  out.url = member(object, "url");
  out.plugin = member(object, "plugin");
  out.recipe = member(object, "recipe");
  out.headers = texts(object, "headers");
  out.options = texts(object, "options");
  if (const json::value* between = object.if_contains("between"); between && !between->is_null()) {
    if (!between->is_array() || between->get_array().size() != 2)
      return Problem{AppErrc::bad_usage, "\"between\" must be a list of two times", {}};
    for (const json::value& item : between->get_array()) out.between.push_back(text_of(item));
  }
  if (out.path.empty()) return Problem{AppErrc::bad_usage, "a request must name a \"path\"", {}};
  return out;
}

}  // namespace almanac
