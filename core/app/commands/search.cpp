#include "../asking.hpp"
#include "../commands.hpp"

namespace almanac {

int run_search(Context& context, const SearchArgs& args) {
  auto store = open_to_read(context);
  if (!store) return fail(context, store.error());
  std::string words;
  for (const std::string& word : args.words) words += (words.empty() ? "" : " ") + word;
  auto shape = shape_of(args.list, "Search: " + words);
  if (!shape) return fail(context, shape.error());
  const auto filter = read_filter(context, args.words);
  if (!filter) return fail(context, filter.error());
  const std::size_t wanted = rows_wanted(args.list, args.limit);
  auto list = store->search(*filter, viewer_of(context), wanted);
  if (!list) return fail(context, list.error());
  tell_index_behind(context, list->index_behind);
  arrange(*list, args.list, args.limit, context.now());
  const int code = put(context, render_events(list->rows, *shape, context));
  if (list->more && shape->format == "table") context.remark("there are more: --limit shows them");
  return code;
}

}  // namespace almanac
