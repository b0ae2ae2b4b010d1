#pragma once
#include <boost/json/value.hpp>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace almanac::recipe {

/// A value of the document with the way it was reached, so that a row can speak of what encloses it.
struct Node {
  const boost::json::value* value = nullptr;
  const Node* parent = nullptr;
  std::string_view key;  ///< name in the enclosing object; "" in a list
};

/// Nodes keep their place while more are added.
using Nodes = std::deque<Node>;

/// A way to values: a JSON Pointer (RFC 6901) with "*" for every element of a list or member of an object. "^" before
/// it begins at the object that encloses the row, "^^" at the next one, "$" at the document. "." is the row itself. The
/// last step "@key" is the name under which a value stands in its object.
class Path {
 public:
  /// Whether a text of a recipe is a path and not words.
  static bool is_path(std::string_view text) noexcept;
  /// Reads a text that is a path.
  explicit Path(std::string_view text);

  /// Appends the nodes that the path leads to from `from`, in document order; at most `most` steps are walked. The new
  /// nodes live in `arena`. Returns false when `most` cut it short.
  bool find(const Node& from, Nodes& arena, std::vector<const Node*>& out, std::size_t most) const;
  bool wants_key() const noexcept { return wants_key_; }
  /// The way to the first list that it goes through: up to the first "*".
  Path to_first_list() const;

 private:
  std::size_t up_ = 0;
  bool from_root_ = false, wants_key_ = false;
  std::vector<std::string> steps_;
  std::vector<bool> every_;
};

/// A scalar as text: numbers in shortest form, "true", "false"; "" for null, lists and objects.
std::string scalar_text(const boost::json::value& value);

}  // namespace almanac::recipe
