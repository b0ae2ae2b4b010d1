#include "node.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <charconv>

#include "limits.hpp"

namespace almanac::recipe {
namespace {

namespace json = boost::json;

/// RFC 6901 §3: "~1" is "/", "~0" is "~".
std::string unescape(std::string_view step) {
  std::string out;
  for (std::size_t i = 0; i < step.size(); ++i) {
    const bool coded = step[i] == '~' && i + 1 < step.size() && (step[i + 1] == '0' || step[i + 1] == '1');
    out += coded ? (step[++i] == '1' ? '/' : '~') : step[i];
  }
  return out;
}

const Node* enclosing_object(const Node* node) {
  do node = node->parent;
  while (node && !node->value->is_object());
  return node;
}

/// The element of a list whose decimal number `step` is.
const json::value* element(const json::array& list, std::string_view step) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), index);
  return error == std::errc() && end == step.data() + step.size() && index < list.size() ? &list[index] : nullptr;
}

void one_step(const Node& at, std::string_view step, Nodes& arena, std::vector<const Node*>& out) {
  if (const json::object* object = at.value->if_object()) {
    const auto found = object->find(step);
    if (found != object->end()) out.push_back(&arena.emplace_back(Node{&found->value(), &at, found->key()}));
  } else if (const json::array* list = at.value->if_array()) {
    if (const json::value* value = element(*list, step)) out.push_back(&arena.emplace_back(Node{value, &at, {}}));
  }
}

void every_step(const Node& at, Nodes& arena, std::vector<const Node*>& out, std::size_t most) {
  if (const json::object* object = at.value->if_object()) {
    for (const auto& member : *object)
      if (out.size() < most) out.push_back(&arena.emplace_back(Node{&member.value(), &at, member.key()}));
  } else if (const json::array* list = at.value->if_array()) {
    for (const json::value& value : *list)
      if (out.size() < most) out.push_back(&arena.emplace_back(Node{&value, &at, {}}));
  }
}

std::size_t width(const Node& at) {
  if (const json::object* object = at.value->if_object()) return object->size();
  if (const json::array* list = at.value->if_array()) return list->size();
  return 0;
}

}  // namespace

bool Path::is_path(std::string_view text) noexcept {
  const std::size_t begin = text.find_first_not_of('^');
  if (begin == text.npos) return !text.empty();
  const char first = text[begin];
  if (begin > 0) return first == '/' || text.substr(begin) == "@key";
  return first == '/' || text == "." || text == "$" || text.starts_with("$/") || text == "@key";
}

Path::Path(std::string_view text) {
  while (text.starts_with('^')) ++up_, text.remove_prefix(1);
  if (text.starts_with('$')) from_root_ = true, text.remove_prefix(1);
  if (text == "@key") wants_key_ = true, text = {};
  while (text.starts_with('/')) {
    const std::size_t end = text.find('/', 1);
    const std::string_view step = text.substr(1, end == text.npos ? end : end - 1);
    text = end == text.npos ? std::string_view() : text.substr(end);
    if (step == "@key" && text.empty()) {
      wants_key_ = true;
      break;
    }
    steps_.push_back(unescape(step));
    every_.push_back(step == "*");
  }
}

Path Path::to_first_list() const {
  Path way = *this;
  const auto list = std::find(every_.begin(), every_.end(), true);
  way.steps_.resize(static_cast<std::size_t>(list - every_.begin()));
  way.every_.resize(way.steps_.size());
  return way;
}

bool Path::find(const Node& from, Nodes& arena, std::vector<const Node*>& out, std::size_t most) const {
  const Node* begin = &from;
  for (std::size_t i = 0; i < up_ && begin; ++i) begin = enclosing_object(begin);
  if (from_root_)
    while (begin && begin->parent) begin = begin->parent;
  if (!begin) return true;
  std::vector<const Node*> level{begin}, next;
  bool whole = true;
  std::size_t walked = 0;
  for (std::size_t i = 0; i < steps_.size(); ++i, level.swap(next)) {
    next.clear();
    for (const Node* at : level) {
      if (!every_[i]) {
        one_step(*at, steps_[i], arena, next);
        continue;
      }
      if (walked + width(*at) > most) whole = false;
      walked += width(*at);
      every_step(*at, arena, next, most);
    }
  }
  out.insert(out.end(), level.begin(), level.end());
  return whole;
}

std::string scalar_text(const json::value& value) {
  if (value.is_string()) {
    std::string_view text = value.get_string();
    std::size_t size = std::min(text.size(), most_text);
    while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    return std::string(text.substr(0, size));
  }
  if (value.is_bool()) return value.get_bool() ? "true" : "false";
  std::array<char, 32> buffer{};
  char* const end = buffer.data() + buffer.size();
  if (value.is_int64()) return {buffer.data(), std::to_chars(buffer.data(), end, value.get_int64()).ptr};
  if (value.is_uint64()) return {buffer.data(), std::to_chars(buffer.data(), end, value.get_uint64()).ptr};
  if (value.is_double()) return {buffer.data(), std::to_chars(buffer.data(), end, value.get_double()).ptr};
  return {};
}

}  // namespace almanac::recipe
