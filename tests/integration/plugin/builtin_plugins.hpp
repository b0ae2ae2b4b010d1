#pragma once
#include <almanac_source.h>

#include <vector>

namespace almanac::test {

/// The tables of all shipped plugins, as they are linked into this program.
std::vector<const almanac_plugin*> builtin_plugins();

}  // namespace almanac::test
