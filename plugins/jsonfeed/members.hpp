#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string_view>

namespace almanac::jsonfeed {

constexpr std::size_t most_in_list = 500;

/// The member of this name when it is a list.
inline const boost::json::array* list(const boost::json::object& object, std::string_view name) {
  const boost::json::value* const value = object.if_contains(name);
  return value ? value->if_array() : nullptr;
}

/// The member of this name when it is an object.
inline const boost::json::object* child(const boost::json::object& object, std::string_view name) {
  const boost::json::value* const value = object.if_contains(name);
  return value ? value->if_object() : nullptr;
}

inline bool is_web_address(std::string_view text) noexcept {
  return text.starts_with("http://") || text.starts_with("https://");
}

}  // namespace almanac::jsonfeed
