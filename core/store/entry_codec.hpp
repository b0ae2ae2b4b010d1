#pragma once
#include <almanac/model/event.hpp>
#include <string>
#include <string_view>

namespace almanac::store_detail {

/// An entry's facts without summary, content and enclosures. With `same_as`, texts and dates that equal the event's are
/// left out and taken from it when read: most events have one entry.
std::string encode_entry(const Entry& entry, const std::string& key, const Event* same_as);
/// True if the bytes were encoded with `same_as`.
bool leans_on_event(std::string_view bytes);
Entry decode_entry(std::string_view bytes, const Event& event);

}  // namespace almanac::store_detail
