#pragma once
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace almanac {

/// Hosts with a pace of their own. A name stands for itself and for all hosts under it, which are asked in turn, one
/// request at a time. A value; the default holds what publishers are known to ask for.
class HostPaces {
 public:
  HostPaces();

  /// A name such as "example.org", lower case, without a dot in front. Replaces what was known of it.
  void set(std::string name, std::chrono::milliseconds spacing) { spacings_[std::move(name)] = spacing; }

  struct Pace {
    std::string_view name;              ///< whose hosts share the pace; valid as long as the table is not changed
    std::chrono::milliseconds spacing;  ///< between two request starts
  };
  /// The rule of the nearest name above `host`, or of itself; nothing when it has none.
  std::optional<Pace> find(std::string_view host) const;

 private:
  std::map<std::string, std::chrono::milliseconds, std::less<>> spacings_;
};

}  // namespace almanac
