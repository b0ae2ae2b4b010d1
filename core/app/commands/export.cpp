#include <almanac/render/json.hpp>
#include <cstdint>

#include "../asking.hpp"
#include "../commands.hpp"

namespace almanac {

int run_export(Context& context, const ExportArgs& args) {
  auto filter = read_filter(context, args.filter);
  if (!filter) return fail(context, filter.error());
  auto store = open_to_read(context);
  if (!store) return fail(context, store.error());
  ListQuery query;
  query.filter = std::move(*filter);
  query.viewer = viewer_of(context);
  query.with_hidden = true;
  query.limit = 10'000'000;
  const auto list = store->select(query);
  if (!list) return fail(context, list.error());
  tell_index_behind(context, list->index_behind);
  if (args.format != "jsonl")
    return put(context, render_events(list->rows, args.format, context, GroupBy::none, "Events"));
  for (const ListedEvent& row : list->rows) {
    const auto detail = store->event(row.event.id);
    if (!detail) return fail(context, detail.error());
    if (const int code = put(context, render_event_export_line(*detail)); code != exit_ok) return code;
  }
  return exit_ok;
}

}  // namespace almanac
