#pragma once
#include "../asking.hpp"

namespace almanac {

/// `upcoming deadlines`: sorted, cut to the limit, in any format of lists. The exit code.
int show_deadlines(const Context& context, Store& store, ListQuery query, const UpcomingArgs& args,
                   const ListShape& shape);

}  // namespace almanac
