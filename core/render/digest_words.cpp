#include "digest_words.hpp"

#include <fmt/format.h>

#include <almanac/text/html.hpp>

#include "dates.hpp"

namespace almanac::render {

std::string digest_title(const DigestView& digest) {
  return fmt::format("{} · {}", plain_line(digest.title.empty() ? digest.profile : digest.title), digest.period_text);
}

std::string digest_subtitle(const DigestView& digest, const Reader& reader) {
  const auto count = digest.size();
  const auto issue =
      digest.number > 0 ? fmt::format("Issue {} ({})", digest.number, digest.period_name) : digest.period_name;
  return fmt::format("{} · {} item{} · made {} · times are {}", issue, count, count == 1 ? "" : "s",
                     instant_text(digest.made.time_since_epoch().count(), reader, true), reader.zone.name());
}

std::string empty_digest_text(const DigestView& digest) {
  return fmt::format("Nothing new in {} for {}.", digest.period_text,
                     plain_line(digest.title.empty() ? digest.profile : digest.title));
}

std::size_t section_size(const DigestSection& section) {
  std::size_t count = 0;
  for (const auto& group : section.groups) count += group.items.size();
  return count;
}

std::string broken_text(const BrokenSource& source, const Reader& reader) {
  auto text =
      fmt::format("{} has failed {}: {}", plain_line(source.name),
                  source.failures == 1 ? "once" : fmt::format("{} times", source.failures), plain_line(source.error));
  if (source.last_good)
    text += fmt::format(" (last good {})", instant_text(source.last_good->time_since_epoch().count(), reader, false));
  return text;
}

std::string left_out_text(const LeftOut& rule) {
  return fmt::format("{} left out: {}", rule.count, plain_line(rule.rule));
}

}  // namespace almanac::render
