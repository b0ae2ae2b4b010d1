#pragma once
#include <almanac/model/listing.hpp>

namespace almanac::render {

/// What the facts of an event stand on when all its sources are asked: a source that says the same by itself makes a
/// fact surer. Entries that were withdrawn count too: they said so. Pure.
FactOrigins agreed_origins(const DetailedEvent& detail);

}  // namespace almanac::render
