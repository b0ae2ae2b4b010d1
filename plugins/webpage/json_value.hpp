#pragma once
#include <boost/json.hpp>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace almanac::webpage {

/// Reading of JSON-LD values: each may be a text, an object that holds it, or a list of these. Nothing here recurses
/// over the input.

/// The objects of a document that have an "@id", for references like {"@id": "#place"}.
using NodesById = std::map<std::string, const boost::json::object*, std::less<>>;

const boost::json::value* member(const boost::json::object& object, std::string_view name);

/// The first text of a member: a string or number, "@value", "@id", "name" or "url" of an object, the first of a list.
/// Empty when none.
std::string text_of(const boost::json::value* value);
std::string text_member(const boost::json::object& object, std::string_view name);

/// The object a value is or refers to, the first of a list; nullptr when it is none.
const boost::json::object* object_of(const boost::json::value* value, const NodesById& nodes);

/// Calls `visit` with each element of a list, or with the value itself; nothing for null.
void each(const boost::json::value* value, const std::function<void(const boost::json::value&)>& visit);

/// Whether "@type" names one of schema.org's types that `matches` takes; prefixes "schema:" and "https://schema.org/"
/// are cut.
bool has_type(const boost::json::object& object, bool (*matches)(std::string_view type));
/// The last path segment of an enumeration value: "https://schema.org/EventCancelled" → "EventCancelled".
std::string_view last_segment(std::string_view text);

}  // namespace almanac::webpage
