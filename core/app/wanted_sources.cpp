#include "wanted_sources.hpp"

#include "source_args.hpp"

namespace almanac {

Result<WantedSources, Problem> wanted_sources(const FollowArgs& args) {
  WantedSources out;
  for (const std::string& text : args.what) {
    Source source;
    auto address = source_address(text);
    if (!address) return address.error();
    source.url = std::move(*address);
    if (auto applied = apply_source_args(args.source, source); !applied) return applied.error();
    out.sources.push_back(std::move(source));
  }
  return out;
}

}  // namespace almanac
