#pragma once
#include <string_view>

namespace almanac::webpage {

/// 40 for a document that shows itself to be HTML, 30 when only its media type says so, else 0: less than any feed's
/// own plugin.
int confidence(std::string_view prefix, std::string_view media_type);

}  // namespace almanac::webpage
