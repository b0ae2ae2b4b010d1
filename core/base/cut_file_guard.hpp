#pragma once
#include <string_view>

namespace almanac {

/// From now on, a mapped file that somebody cuts short while it is read ends the process with this line on standard
/// error and exit status 1, in place of a crash. Of a text beyond a kilobyte the beginning.
void tell_of_cut_file(std::string_view line);

}  // namespace almanac
