#pragma once
#include <almanac_source.h>

#include <almanac/model/harvest.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace almanac {

// From the C structs of the boundary to values. Enumerators out of range become "unknown", times that no calendar holds
// are dropped, lists are cut at `most` items.

inline std::string_view view(almanac_str text) noexcept {
  return text.data && text.size ? std::string_view(text.data, text.size) : std::string_view();
}
inline std::string copy(almanac_str text) { return std::string(view(text)); }

std::optional<Moment> moment(const almanac_time& time);
DocumentInfo document_info(const almanac_document& from, std::size_t most);
void fill_entry(Entry& to, const almanac_entry& from, std::size_t most);

}  // namespace almanac
