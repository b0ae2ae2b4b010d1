#include <almanac/render/json.hpp>
#include <almanac/render/text_detail.hpp>

#include "../asking.hpp"
#include "../commands.hpp"

namespace almanac {

int run_show(Context& context, const ShowArgs& args) {
  auto store = open_to_read(context);
  if (!store) return fail(context, store.error());
  auto detail = store->event(args.event, viewer_of(context));
  if (!detail) return fail(context, detail.error());
  if (args.format == "json") return put(context, render_event_detail_json(*detail));
  return put(context, render_event_detail(*detail, reader_of(context), text_style_of(context)));
}

}  // namespace almanac
