#include "source.hpp"

#include <algorithm>
#include <array>

#include "redact_text.hpp"
#include "url.hpp"

namespace almanac {
namespace {
constexpr std::array<std::string_view, 5> states{"active", "failing", "gone", "needs_auth", "paused"};
}

std::string_view to_text(SourceState state) { return states[static_cast<std::size_t>(state)]; }

std::optional<SourceState> source_state_from(std::string_view word) {
  for (std::size_t i = 0; i < states.size(); ++i)
    if (states[i] == word) return static_cast<SourceState>(i);
  return std::nullopt;
}

std::string source_label(const std::string& name, const std::string& url) {
  if (!name.empty()) return name;
  const auto address = Url::parse(url);
  if (!address) return redact_text(url);
  const std::string shown = address->redacted();
  if (address->is_file()) return shown.substr(shown.rfind('/') + 1);
  std::string_view rest(shown);
  rest.remove_prefix(std::min(rest.size(), address->scheme().size() + 3));  // "://"
  if (rest.starts_with("www.")) rest.remove_prefix(4);
  if (rest.ends_with('/')) rest.remove_suffix(1);
  return std::string(rest);
}

}  // namespace almanac
