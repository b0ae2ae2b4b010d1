#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "names.hpp"

namespace almanac::rss {

constexpr std::size_t max_namespaces = 256;

/// The namespace declarations in scope (Namespaces in XML 1.0), innermost last.
class Namespaces {
 public:
  std::size_t mark() const noexcept { return bindings_.size(); }
  /// Forgets what was declared since `mark`.
  void rewind(std::size_t mark) noexcept { bindings_.resize(mark); }
  /// What lies beyond max_namespaces is ignored: look-ups stay short.
  void declare(std::string_view prefix, std::string_view uri) {
    if (bindings_.size() < max_namespaces) bindings_.push_back({prefix, space_of_uri(uri)});
  }
  /// An undeclared prefix means what it usually means.
  Space find(std::string_view prefix) const noexcept;

 private:
  struct Binding {
    std::string_view prefix;
    Space space = Space::foreign;
  };
  std::vector<Binding> bindings_;
};

}  // namespace almanac::rss
