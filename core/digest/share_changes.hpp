#pragma once
#include <almanac/digest/select.hpp>
#include <vector>

namespace almanac {

/// Where one event stands with several deadlines, each of its changes is told once: that of a deadline beside it,
/// everything else beside the event's first. Takes candidates in the order in which they are shown.
void share_changes(std::vector<DigestCandidate>& shown);

}  // namespace almanac
