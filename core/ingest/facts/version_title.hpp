#pragma once
#include <almanac/time/prose/prose_text.hpp>

namespace almanac::facts {

/// "v0.27.3", "v2027.3.1", "Foo 4.2.1", "Foo 2.0-beta4": the title of a release.
bool is_titled_as_release(const prose::ProseText& text);
/// "Hirondelle 2.0", "Version 6": the title names a version.
bool is_titled_with_version(const prose::ProseText& text);

}  // namespace almanac::facts
