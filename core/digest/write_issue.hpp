#pragma once
#include <almanac/base/failure.hpp>
#include <filesystem>
#include <string>
#include <string_view>

namespace almanac {

/// What an issue's file is called: "2026-W48-ml.md", and "latest-ml.md" for the link to the newest one. Parts of names,
/// no dots or '/' but in the period's own form.
struct IssueName {
  std::string period, profile, extension;
  std::string file() const { return period + '-' + profile + '.' + extension; }
  std::string latest() const { return "latest-" + profile + '.' + extension; }
};

/// Writes one issue into a folder, which is made (0700) when missing: temporary file, fsync, rename, so a reader sees
/// the old or the new file and never half of one. The file is 0600; a link standing in its place is replaced, never
/// followed; `latest()` then points to it. Equal bytes that are there already are left alone. Refuses parts with other
/// characters than letters, digits, '-' and '_', and folders that anybody may write to. Gives the file's path.
Result<std::filesystem::path, Problem> write_issue(const std::filesystem::path& folder, const IssueName& name,
                                                   std::string_view bytes);

}  // namespace almanac
