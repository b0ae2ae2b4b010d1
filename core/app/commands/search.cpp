#include "../asking.hpp"
#include "../commands.hpp"

namespace almanac {

int run_search(Context& context, const SearchArgs& args) {
  auto store = open_to_read(context);
  if (!store) return fail(context, store.error());
  auto shape = shape_of(args.list, "Search", "search", join_words(args.words));
  if (!shape) return fail(context, shape.error());
  if (auto checked = check_limit(args.limit); !checked) return fail(context, checked.error());
  const auto filter = read_filter(context, args.words);
  if (!filter) return fail(context, filter.error());
  const std::size_t wanted = rows_wanted(args.list, args.limit);
  auto list = store->search(*filter, viewer_of(context), wanted);
  if (!list) return fail(context, list.error());
  tell_index_behind(context, list->index_behind);
  arrange(*list, args.list, args.limit, context.now());
  if (list->rows.empty()) suggest_topics(context, *filter);
  if (shape->format == "ics")
    if (auto loaded = load_dates(*store, list->rows); !loaded) return fail(context, loaded.error());
  const int code = put(context, render_events(list->rows, *shape, context));
  tell_more(context, list->more, args.limit);
  return code;
}

}  // namespace almanac
