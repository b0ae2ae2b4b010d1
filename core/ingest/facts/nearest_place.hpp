#pragma once
#include <string>
#include <string_view>

namespace almanac::facts {

/// The city that a name which is not clear most likely means: the largest of that name with what makes it clear
/// ("cambridge,gb", "springfield,mo"), or of the names that are near enough in letters that of the largest city, folded
/// as for `find_cities`. "" when none is near. Reads the whole table (some milliseconds): for errors.
std::string nearest_place(std::string_view name);

}  // namespace almanac::facts
