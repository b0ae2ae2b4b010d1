#pragma once
#include <almanac/model/listing.hpp>
#include <string_view>

#include "json_writer.hpp"

namespace almanac::render {

/// The members of the objects of README.md, without braces.
void put_event(JsonWriter& json, const ListedEvent& listed);
void put_deadline(JsonWriter& json, const Deadline& deadline);
void put_moment(JsonWriter& json, std::string_view name, const Moment& moment);

}  // namespace almanac::render
