#pragma once
#include <string>
#include <string_view>

namespace almanac::facts {

/// Appends what stands for struck text when it held a figure, so that a deadline behind it is known to be a later one
/// (prose::struck_mark); nothing behind a dash, where a range goes on.
void append_struck_mark(std::string& out, std::string_view struck);

}  // namespace almanac::facts
