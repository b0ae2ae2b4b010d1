#pragma once
#include <almanac/model/digest_view.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace almanac {

/// An issue as it was told, as one text for the store: running again tells the same, whatever changed meanwhile.
/// Occurrences other than the shown one are not kept (a digest has none).
std::string write_snapshot(const DigestView& view);
/// The reverse. Nothing for a text of another version or a damaged one; never reads beyond it.
std::optional<DigestView> read_snapshot(std::string_view text);

}  // namespace almanac
