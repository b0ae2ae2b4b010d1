#include "builtin_plugins.hpp"

#include "builtin_list.hpp"

namespace almanac::test {

std::vector<const almanac_plugin*> builtin_plugins() { return {BUILTIN_PLUGINS}; }

}  // namespace almanac::test
