#pragma once
#include <set>
#include <string>
#include <string_view>

namespace almanac {

/// Tells a network that is down here from hosts that are down there: several hosts in a row that cannot be reached, and
/// none that can. Pure state, one thread.
class OutageWatch {
 public:
  /// A host answered, well or badly.
  void note_answer() { silent_.clear(); }
  /// A host's name could not be looked up, or no connection came about.
  void note_silence(std::string_view host) { silent_.emplace(host); }
  /// Whether our own network is to be blamed.
  bool is_out() const noexcept { return silent_.size() >= hosts; }

 private:
  static constexpr std::size_t hosts = 3;
  std::set<std::string, std::less<>> silent_;
};

}  // namespace almanac
